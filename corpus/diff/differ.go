package diff

import (
	"cmp"
	"maps"
	"slices"

	"github.com/lofte/lofte/model"
)

// Document is one document in one of the two states. Text is a digest of its
// visible text, "" where that is not known.
type Document struct {
	Record *model.Record
	Text   string
}

// Differ compares two states, one address after the other. It holds only what
// it has not found the other side of, and the promises of the documents that
// changed. The zero value is ready.
type Differ struct {
	report   Report
	old, new []*placed        // promises without another side at their address
	kept     map[string]*both // what other documents say of a promise, by its key
	changes  []found
	changed  map[string]bool // documents of which the record changed
}

// both is what documents said and say of a promise.
type both struct{ old, new []*placed }

// found is a change with the identity of its promise.
type found struct {
	Change
	key string
}

// Pair compares what stood at an address with what stands there now; either
// may be the zero Document.
func (d *Differ) Pair(old, new Document) {
	d.count(old, new)
	restOld, restNew := match(promisesOf(old.Record), promisesOf(new.Record), atOneAddress(), d.compare)
	for _, p := range restOld {
		if successor := slices.IndexFunc(restNew, func(n *placed) bool { return follows(p, n) }); successor >= 0 {
			restNew[successor].replaces = max(restNew[successor].replaces, edtf(p.promise))
			d.past(p, false)
			continue
		}
		d.old = append(d.old, p)
	}
	d.new = append(d.new, restNew...)
}

// Wanted are the keys of the promises without another side. If there are any,
// the documents that did not change and have such a promise should be shown to
// Same, for it may stand in one of them, too.
func (d *Differ) Wanted() map[string]bool {
	keys := map[string]bool{}
	for _, p := range slices.Concat(d.old, d.new) {
		keys[p.key()] = true
	}
	return keys
}

// Unchanged counts n documents that were not given to Pair, because nothing
// about them changed.
func (d *Differ) Unchanged(n int) {
	d.report.Levels.Old += n
	d.report.Levels.New += n
}

// Same shows a document that did not change, and was not given to Pair.
func (d *Differ) Same(r *model.Record) {
	for _, p := range promisesOf(r) {
		d.keep(p, p)
	}
}

// Keys are the identities of a record's promises, as Wanted gives them.
func Keys(r *model.Record) []string {
	var keys []string
	for _, p := range promisesOf(r) {
		keys = append(keys, p.key())
	}
	return keys
}

func (d *Differ) keep(old, new *placed) {
	if d.kept == nil {
		d.kept = map[string]*both{}
	}
	for _, p := range []*placed{old, new} {
		if d.kept[p.key()] == nil {
			d.kept[p.key()] = &both{}
		}
	}
	k := d.kept[old.key()]
	k.old = append(k.old, old)
	k = d.kept[new.key()]
	k.new = append(k.new, new)
}

func (d *Differ) count(old, new Document) {
	l := &d.report.Levels
	switch {
	case old.Record == nil && new.Record == nil:
	case old.Record == nil:
		l.New++
		l.Added++
	case new.Record == nil:
		l.Old++
		l.Removed++
	default:
		l.Old++
		l.New++
		if old.Record.Source.SHA256 != new.Record.Source.SHA256 {
			l.Bytes++
		}
		if old.Text != "" && new.Text != "" && old.Text != new.Text {
			l.Text++
		}
	}
}

func (d *Differ) past(p *placed, removed bool) {
	d.report.Past = append(d.report.Past, Past{Document: p.document(), Removed: removed, Promise: *p.promise})
}

// Report ends the comparison.
func (d *Differ) Report() *Report {
	d.across()
	for _, p := range d.old {
		if !d.says(p, func(b *both) []*placed { return b.new }) {
			d.whole(PromiseRemoved, p)
			d.past(p, true)
		}
	}
	for _, p := range d.new {
		if !d.says(p, func(b *both) []*placed { return b.old }) {
			d.whole(PromiseAdded, p)
		}
	}
	d.report.Levels.Record = len(d.changed)
	d.report.Changes = merged(d.changes)
	slices.SortStableFunc(d.report.Moves, func(a, b Move) int { return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From)) })
	slices.SortStableFunc(d.report.Past, func(a, b Past) int { return cmp.Compare(a.Document, b.Document) })
	return &d.report
}

// across finds the promises that moved to another address.
func (d *Differ) across() {
	old, new := byPlace(d.old), byPlace(d.new)
	d.old, d.new = nil, nil
	for _, at := range slices.Sorted(maps.Keys(union(old, new))) {
		restOld, restNew := match(old[at], new[at], acrossAddresses(), func(a, b *placed) {
			d.compare(a, b)
			d.report.Moves = append(d.report.Moves, Move{b.promise.ID, a.document(), b.document()})
		})
		d.old, d.new = append(d.old, restOld...), append(d.new, restNew...)
	}
}

func byPlace(all []*placed) map[string][]*placed {
	out := map[string][]*placed{}
	for _, p := range all {
		out[p.place] = append(out[p.place], p)
	}
	return out
}

func union(a, b map[string][]*placed) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string][]*placed{a, b} {
		for k := range m {
			out[k] = true
		}
	}
	return out
}

// says reports whether another document says the same of a promise.
func (d *Differ) says(p *placed, side func(*both) []*placed) bool {
	k := d.kept[p.key()]
	return k != nil && slices.ContainsFunc(side(k), func(q *placed) bool { return agree(p, q) })
}
