package nightly

import (
	"bytes"
	"context"
	"maps"
	"slices"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// changes compares the published night with the new one: what the world did
// and, where another parser made the records, what the parser did.
type changes struct {
	c         *collector
	world     diff.Differ
	parser    diff.Differ
	otherwise bool            // some record was made by another parser before
	paired    map[string]bool // addresses that were given to world
	reread    map[string]bool // addresses that were given to parser
	unchanged int             // documents of which neither content nor parser changed
	gone      []departed
	fresh     map[string]*fresh

	losers, bearers int // documents that lost most of their commitments; that had any
}

// departed is an entry without a successor at its address, and where the
// address leads to.
type departed struct {
	entry
	target string
}

// fresh is an entry at an address that had none.
type fresh struct {
	entry  entry
	record *model.Record
	taken  bool // it is where an address of before leads to
}

func newChanges(c *collector) *changes {
	return &changes{c: c, paired: map[string]bool{}, reread: map[string]bool{}, fresh: map[string]*fresh{}}
}

// pair compares a record with the one that was published for the same promise
// page.
func (x *changes) pair(ctx context.Context, old, e *entry, r *model.Record) error {
	x.bear(old, e.Commitments)
	before, text, err := x.before(ctx, old, e, r)
	if err != nil {
		return err
	}
	if old.Content == e.Content && old.URL == e.URL {
		x.world.Unchanged(1)
		return nil
	}
	x.paired[e.URL] = true
	x.world.Pair(diff.Document{Record: before, Text: text}, diff.Document{Record: r, Text: e.Text})
	return nil
}

// before is the record of what was published, as the present parser reads it.
// What the parsers differ in is a change of the parser.
func (x *changes) before(ctx context.Context, old, e *entry, r *model.Record) (*model.Record, string, error) {
	published, err := x.c.old.record(old)
	if err != nil || old.Parser == x.c.o.Parser {
		return published, old.Text, err
	}
	x.otherwise = true
	now, text := r, ""
	if e != nil && e.Content == old.Content {
		text = e.Text
	} else if now, text, err = x.again(ctx, old); err != nil {
		return nil, "", err
	}
	if same, err := equal(published, now); err != nil || same {
		x.parser.Unchanged(1)
		return now, text, err
	}
	x.reread[old.URL] = true
	x.parser.Pair(diff.Document{Record: published, Text: old.Text}, diff.Document{Record: now, Text: text})
	return now, text, nil
}

// again reads a former content from the archive.
func (x *changes) again(ctx context.Context, old *entry) (*model.Record, string, error) {
	doc, err := fetch.Content(x.c.archive, old.page())
	if err != nil {
		return nil, "", err
	}
	doc.MediaType = old.Media
	conv, done, err := x.c.o.convert(ctx, doc)
	if err != nil {
		return nil, "", err
	}
	return done.Record, conv.Text, nil
}

// equal reports whether two records are the same, whenever they were fetched.
func equal(a, b *model.Record) (bool, error) {
	first, second := *a, *b
	first.Source.RetrievedAt, second.Source.RetrievedAt = "", ""
	x, err := encoded(first)
	if err != nil {
		return false, err
	}
	y, err := encoded(second)
	return bytes.Equal(x, y), err
}

// kept counts an entry that stays as it is.
func (x *changes) kept(old *entry) {
	x.unchanged++
	x.bear(old, old.Commitments)
}

// bear counts an entry of before, and whether most of its commitments are lost.
func (x *changes) bear(old *entry, now int) {
	if old.Commitments == 0 {
		return
	}
	x.bearers++
	if float64(old.Commitments-now) > x.c.o.Limits.LostShare*float64(old.Commitments) {
		x.losers++
	}
}

// settle compares what went with what came, once all addresses are known, and
// shows what stayed to the comparison where it asks for it.
func (x *changes) settle(ctx context.Context, now night, lookup lookup) error {
	lost, err := x.follow(ctx, lookup)
	if err != nil {
		return err
	}
	for _, url := range slices.Sorted(maps.Keys(x.fresh)) {
		if f := x.fresh[url]; !f.taken {
			x.paired[url] = true
			x.world.Pair(diff.Document{}, diff.Document{Record: f.record, Text: f.entry.Text})
		}
	}
	kept := map[string]bool{}
	if len(lost) > 0 || len(x.world.Wanted()) > 0 {
		if kept, err = x.stayed(now); err != nil {
			return err
		}
	}
	for _, old := range lost {
		still := 0
		if slices.ContainsFunc(old.Keys, func(k string) bool { return kept[k] }) {
			still = old.Commitments
		}
		x.bear(&old.entry, still)
	}
	return x.unread()
}

// lookup finds a page of the state.
type lookup func(url string) (state.Page, bool, error)

// follow pairs what went with where its address leads to. It returns what leads
// nowhere.
func (x *changes) follow(ctx context.Context, find lookup) (lost []departed, err error) {
	for _, old := range x.gone {
		target, err := x.end(ctx, old, find)
		if err != nil {
			return nil, err
		}
		if f := x.fresh[target]; f != nil && !f.taken {
			f.taken = true
			if err := x.pair(ctx, &old.entry, &f.entry, f.record); err != nil {
				return nil, err
			}
			continue
		}
		lost = append(lost, old)
		before, text, err := x.before(ctx, &old.entry, nil, nil)
		if err != nil {
			return nil, err
		}
		x.world.Pair(diff.Document{Record: before, Text: text}, diff.Document{})
	}
	return lost, nil
}

// maxRedirects is how many redirects in a row are followed.
const maxRedirects = 10

// end is the address that an address of before leads to in the end. One that
// leads to an impostor is alarming.
func (x *changes) end(ctx context.Context, old departed, find lookup) (string, error) {
	target := old.target
	for range maxRedirects {
		if target == "" || x.fresh[target] != nil {
			break
		}
		p, known, err := find(target)
		if err != nil || !known {
			return "", err
		}
		if p.Target != "" {
			target = p.Target
			continue
		}
		if p.Content == "" || p.Role != fetch.Page {
			return "", nil
		}
		conv, err := x.c.conversion(ctx, p)
		if err == nil && conv.Impostor != "" {
			x.c.alarms = append(x.c.alarms, impostorAlarm(conv.Impostor, old.URL))
		}
		return "", err
	}
	return target, nil
}

// stayed shows world what it asks for of what did not change, and returns the
// keys of all promises that there are now.
func (x *changes) stayed(now night) (map[string]bool, error) {
	wanted, keys := x.world.Wanted(), map[string]bool{}
	for e, err := range now.entries() {
		if err != nil {
			return nil, err
		}
		asked := false
		for _, k := range e.Keys {
			keys[k] = true
			asked = asked || wanted[k]
		}
		if !asked || x.paired[e.URL] {
			continue
		}
		r, err := now.record(e)
		if err != nil {
			return nil, err
		}
		x.world.Same(r)
	}
	return keys, nil
}

// unread shows parser what it asks for of what both parsers read alike.
func (x *changes) unread() error {
	wanted := x.parser.Wanted()
	if len(wanted) == 0 {
		return nil
	}
	for e, err := range x.c.old.entries() {
		if err != nil {
			return err
		}
		if x.reread[e.URL] || !slices.ContainsFunc(e.Keys, func(k string) bool { return wanted[k] }) {
			continue
		}
		r, err := x.c.old.record(e)
		if err != nil {
			return err
		}
		x.parser.Same(r)
	}
	return nil
}
