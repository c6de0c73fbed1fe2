package fetch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

func field(name, value string) warc.Field { return warc.Field{Name: name, Value: value} }

// decide reads a document in a goroutine of its own; the host waits for it.
func (r *runner) decide(ctx context.Context, h *host, ref archive.Ref, body []byte, p state.Page) {
	r.busy++
	go func() {
		d, failed := r.o.Decide(ctx, body, p.Media, p.URL)
		stopped := ctx.Err() != nil
		r.deliver(func(context.Context) error {
			h.busy = false
			if stopped {
				return nil // it stays undecided, and the next run decides
			}
			return r.decided(ref, p.Content, d, failed)
		})
	}()
}

// decided keeps a decision in the archive and then in the state.
func (r *runner) decided(about archive.Ref, content string, d Decision, failed error) error {
	fields := warc.Header{field(fieldDecision, string(d.Kind)), field(fieldDecider, r.o.DecidedBy), field(fieldContent, content), field(fieldTitle, d.Title)}
	if failed != nil {
		fields[0].Value = string(model.KindOther)
		fields = append(fields, field(fieldFailure, failed.Error()))
	}
	for _, code := range d.Municipalities {
		fields = append(fields, field(fieldOf, code))
	}
	position, err := r.archive.Note(about, fields)
	if err != nil {
		return err
	}
	err = r.db.Change(func(tx *state.Tx) error { return r.applyDecision(tx, about.URL, fields, position) })
	if err == nil {
		r.tell(Event{What: Decided, URL: about.URL, Kind: fields[0].Value, Error: fields.Get(fieldFailure)})
	}
	return err
}

// applyDecision keeps a decision, if it is about the content that the page
// still has.
func (r *runner) applyDecision(tx *state.Tx, url string, fields warc.Header, position archive.Position) error {
	if err := tx.SetPosition(position); err != nil {
		return err
	}
	p, known, err := tx.Page(url)
	if err != nil || !known || p.Content != fields.Get(fieldContent) {
		return err
	}
	p.Kind, p.Title, p.Municipality = fields.Get(fieldDecision), fields.Get(fieldTitle), fields.Values(fieldOf)
	p.Decided, p.Decider, p.Error = p.Content, fields.Get(fieldDecider), fields.Get(fieldFailure)
	if p.Tries == 0 && !p.Due.IsZero() {
		r.again(&p)
	}
	return tx.PutPage(p)
}

// decideOffline decides on pages from the archive.
func (r *runner) decideOffline(ctx context.Context, urls []string) error {
	if len(urls) == 0 {
		return nil
	}
	a, err := archive.Open(r.o.Dir)
	if err != nil {
		return err
	}
	defer a.Close()
	for _, url := range urls {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		p, _, err := r.db.Page(url)
		if err != nil {
			return err
		}
		doc, at, err := contentOf(a, p)
		if err != nil {
			return err
		}
		d, failed := r.o.Decide(ctx, doc.Body, p.Media, p.URL)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := r.decided(archive.Ref{URL: url, At: at}, p.Content, d, failed); err != nil {
			return err
		}
	}
	return nil
}

// contentOf finds the content of a page in the archive, with the time of the
// capture that has it.
func contentOf(a *archive.Archive, p state.Page) (*archive.Document, time.Time, error) {
	at, err := time.Parse(time.RFC3339Nano, p.Original)
	if err != nil {
		return nil, at, fmt.Errorf("the state of %s: %w", p.URL, err)
	}
	var found cdxj.Line
	for l, err := range a.Of(p.URL) {
		if err != nil {
			return nil, at, err
		}
		if !l.Revisit() && l.Digest == p.Payload && l.Time.Equal(at.Truncate(time.Second)) {
			found = l
		}
	}
	if found.Filename == "" {
		return nil, at, fmt.Errorf("the content of %s of %s: %w", p.URL, p.Original, archive.ErrNotFound)
	}
	doc, err := a.Get(found)
	return doc, at, err
}

// Redecide decides anew, from the archive and without a request, on all pages
// that something other than o.DecidedBy decided on. It takes the lock of the
// folder, and returns how many pages it read.
func Redecide(ctx context.Context, o Options) (int, error) {
	o = o.filled()
	release, err := Lock(o.Dir, o.Clock.Now())
	if err != nil {
		return 0, err
	}
	r, err := newRunner(o)
	if err != nil {
		return 0, errors.Join(err, release())
	}
	n, err := r.redecide(ctx)
	err = errors.Join(err, r.archive.Close(), r.db.Close())
	return n, errors.Join(err, release())
}

func (r *runner) redecide(ctx context.Context) (int, error) {
	if err := r.replay(ctx); err != nil {
		return 0, err
	}
	var urls []string
	for p, err := range r.db.Pages() {
		if err != nil {
			return 0, err
		}
		if p.Content != "" && p.Role == rolePage && p.Decider != r.o.DecidedBy {
			urls = append(urls, p.URL)
		}
	}
	return len(urls), r.decideOffline(ctx, urls)
}
