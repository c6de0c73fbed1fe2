package nightly

import (
	"context"
	"iter"
	"net/http"
	"slices"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// collector lays the pages that there are now beside the published night, both
// in the order of addresses, and writes the new night. It holds in memory only
// what changed.
type collector struct {
	o       Options
	archive *archive.Archive
	journal *journal
	old     night
	out     *writer
	changes *changes
	sources map[string]*SourceFigures
	count   Count
	had     int // entries of the old night
	alarms  []Alarm
}

// collect goes over all pages.
func (c *collector) collect(ctx context.Context, pages iter.Seq2[state.Page, error]) error {
	next, stop := iter.Pull2(c.old.entries())
	defer stop()
	old, err, more := next()
	for p, failed := range pages {
		if failed != nil {
			return failed
		}
		for ; more && err == nil && old.URL < p.URL; old, err, more = next() {
			c.vanished(old, "")
		}
		if more && err != nil {
			return err
		}
		var before *entry
		if more && old.URL == p.URL {
			before = old
			old, err, more = next()
		}
		if err := c.page(ctx, p, before); err != nil {
			return err
		}
	}
	for ; more && err == nil; old, err, more = next() {
		c.vanished(old, "")
	}
	return err
}

// page decides what becomes of one address. old is what was published from it.
func (c *collector) page(ctx context.Context, p state.Page, old *entry) error {
	s := c.sources[p.Source]
	if s == nil || p.Role != fetch.Page {
		c.vanished(old, "")
		return nil
	}
	s.hear(p)
	switch {
	case p.Content == "" || gone(p):
		c.vanished(old, p.Target)
		return nil
	case old != nil && old.Content == p.Content && old.Parser == c.o.Parser:
		c.had++
		c.tally(old, s)
		c.changes.kept(old)
		s.Published++
		return c.out.keep(old)
	}
	return c.renew(ctx, p, old, s)
}

// gone reports whether a page holds nothing any more. One that only failed
// last time still does.
func gone(p state.Page) bool {
	return p.Target != "" || p.Status == http.StatusNotFound || p.Status == http.StatusGone
}

// renew takes a page whose content, or whose parser, is another than before.
func (c *collector) renew(ctx context.Context, p state.Page, old *entry, s *SourceFigures) error {
	isStart := p.Depth == 0 || p.Lists
	if old == nil && !isStart && !s.finds(p.Kind) && p.Error == "" {
		return nil // another kind of page, as ever
	}
	conv, err := c.conversion(ctx, p)
	if err != nil {
		return err
	}
	r, err := conv.decode()
	if err != nil {
		return err
	}
	if conv.Impostor != "" && (old != nil || isStart) {
		c.alarms = append(c.alarms, impostorAlarm(conv.Impostor, p.URL))
	}
	if conv.Impostor != "" || !s.finds(string(r.Kind)) && !r.Failed() {
		c.vanished(old, "")
		return nil
	}
	at, err := time.Parse(time.RFC3339Nano, p.Original)
	if err == nil {
		r.Source.RetrievedAt = at.UTC().Format(time.RFC3339)
	}
	e := newEntry(p, conv, r)
	line, err := encoded(r)
	if err != nil {
		return err
	}
	if err := c.out.write(&e, line); err != nil {
		return err
	}
	c.tally(&e, s)
	return c.renewed(ctx, old, &e, r, s)
}

// renewed compares a new record with the one before at its address.
func (c *collector) renewed(ctx context.Context, old, e *entry, r *model.Record, s *SourceFigures) error {
	if old == nil {
		c.changes.fresh[e.URL] = &fresh{entry: *e, record: r}
		return nil
	}
	c.had++
	s.Published++
	return c.changes.pair(ctx, old, e, r)
}

// vanished takes an entry of the old night that has no successor at its
// address; target is where the address leads to now.
func (c *collector) vanished(old *entry, target string) {
	if old == nil {
		return
	}
	c.had++
	if s := c.sources[old.Source]; s != nil {
		s.Published++
	}
	c.changes.gone = append(c.changes.gone, departed{*old, target})
}

// tally counts an entry of the new night.
func (c *collector) tally(e *entry, s *SourceFigures) {
	s.Found++
	c.count.Documents++
	c.count.Promises += len(e.Keys)
	c.count.Commitments += e.Commitments
	if e.Kind == kindFailed {
		c.count.Failed++
	}
}

// conversion finds what was made of a page's content, or makes it from the
// archive.
func (c *collector) conversion(ctx context.Context, p state.Page) (*conversion, error) {
	conv, err := c.journal.find(p.URL, p.Content)
	if conv != nil || err != nil {
		return conv, err
	}
	doc, err := fetch.Content(c.archive, p)
	if err != nil {
		return nil, err
	}
	doc.MediaType = p.Media
	conv, _, err = c.o.convert(ctx, doc)
	if err != nil {
		return nil, err
	}
	return conv, c.journal.add(conv)
}

// convert converts a document into what the journal keeps.
func (o Options) convert(ctx context.Context, doc *archive.Document) (*conversion, Converted, error) {
	done := o.Convert(ctx, doc)
	if err := ctx.Err(); err != nil {
		return nil, done, err
	}
	line, err := encoded(done.Record)
	if err != nil {
		return nil, done, err
	}
	conv := &conversion{URL: doc.URL, Content: model.Digest(doc.Body), Parser: o.Parser, Record: line}
	if done.Text != "" {
		conv.Text = model.Digest([]byte(done.Text))
	}
	conv.Impostor = impostor(done.Record.Kind, doc.Body, done.Text)
	return conv, done, nil
}

// finds reports whether a kind of document counts for the source.
func (s *SourceFigures) finds(kind string) bool { return slices.Contains(s.kinds, model.Kind(kind)) }

// hear notes when a source last answered.
func (s *SourceFigures) hear(p state.Page) {
	answered := p.Status >= 200 && p.Status < 500 && p.Status != http.StatusTooManyRequests
	if answered && p.Visited.After(s.Heard) {
		s.Heard = p.Visited
	}
}
