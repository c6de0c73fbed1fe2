package fetch

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"slices"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// When a page is asked for in full although it has validators.
const wholeAgain = 30 * 24 * time.Hour

// listLinks is how many followed links make a page one that is asked for as
// often as a list.
const listLinks = 3

// apply concludes from a visit what the state should know. It is the same for
// a visit that was just made and for one that the archive tells of, and takes
// all times from the visit.
func (r *runner) apply(tx *state.Tx, v *visit) (What, error) {
	if err := tx.SetPosition(v.position); err != nil {
		return "", err
	}
	if err := r.applyHost(tx, v); err != nil {
		return "", err
	}
	what, content := Rules, ""
	if v.role == archive.RoleRobots {
		if err := r.applyRobots(tx, v); err != nil {
			return "", err
		}
	} else {
		p, known, err := tx.Page(v.url)
		if err != nil {
			return "", err
		}
		if !known {
			p = v.page()
		}
		if what, err = r.judge(tx, &p, v); err != nil {
			return "", err
		}
		if err := tx.PutPage(p); err != nil {
			return "", err
		}
		if what == New || what == Changed || what == Unchanged {
			content = p.Content
		}
	}
	return what, tx.End(state.Visit{Host: v.host(), URL: v.url, At: v.at, Ended: v.end, Status: v.status(), Content: content,
		Changed: what == New || what == Changed, Error: v.failure})
}

// troubled reports whether an answer, or none, is a sign that the host is not
// well.
func (v *visit) troubled() bool {
	return v.message == nil && v.reason != client.Refused && v.reason != client.TooLarge || v.status() >= 500 || v.status() == http.StatusTooManyRequests
}

// applyHost keeps how the host is doing, and for how long it asks for silence.
func (r *runner) applyHost(tx *state.Tx, v *visit) error {
	h, err := tx.Host(v.host())
	if err != nil {
		return err
	}
	before := h
	if !v.troubled() {
		h.Breaker.Succeed()
	} else {
		h.Breaker.Fail(v.end)
		if wait, ok := v.retryAfter(); ok {
			h.Pause = v.end.Add(wait)
		}
	}
	if h == before {
		return nil
	}
	return tx.PutHost(v.host(), h)
}

func (v *visit) retryAfter() (time.Duration, bool) {
	if v.message == nil || v.status() < 429 {
		return 0, false
	}
	return polite.RetryAfter(v.message.Header.Get("Retry-After"), v.end)
}

// judge is what an answer means for its page.
func (r *runner) judge(tx *state.Tx, p *state.Page, v *visit) (What, error) {
	p.Visited, p.Error, p.Status = v.end, "", v.status()
	if v.troubled() || v.message == nil {
		return r.failed(p, v), nil
	}
	p.Tries = 0
	switch status := v.status(); {
	case status == http.StatusOK:
		return r.arrived(tx, p, v)
	case status == http.StatusNotModified:
		p.Status = http.StatusOK
		r.again(p)
		return Unchanged, nil
	case client.IsRedirect(status):
		return r.moved(tx, p, v)
	case status == http.StatusGone, status == http.StatusNotFound && r.o.Profile(p.Host).GoneAt404:
		p.Due = time.Time{}
		return Gone, nil
	case status == http.StatusNotFound:
		p.Due = v.end.Add(r.every(p.Source).other)
		return Gone, nil
	}
	p.Error = fmt.Sprintf("status %d", v.status())
	p.Due = v.end.Add(r.every(p.Source).other)
	return Denied, nil
}

// failed sets when a page is tried again.
func (r *runner) failed(p *state.Page, v *visit) What {
	p.Error = v.trouble()
	p.Tries++
	if p.Tries >= polite.Tries || v.message == nil && !v.reason.Temporary() {
		p.Tries = 0
		r.again(p)
		return GivenUp
	}
	wait, ok := v.retryAfter()
	if !ok {
		wait = polite.Backoff(p.Tries, chance(p.URL, p.Tries))
	}
	p.Due = v.end.Add(wait)
	return Failed
}

// trouble is what kept an answer from being of use.
func (v *visit) trouble() string {
	if v.message != nil {
		return fmt.Sprintf("status %d", v.status())
	}
	return fmt.Sprintf("%s: %s", v.reason, v.failure)
}

// chance is a number from 0 to 1 that is the same for the same try of the same
// page, so that the archive tells the same story as the run.
func chance(url string, tries int) float64 {
	h := fnv.New32a()
	fmt.Fprint(h, url, tries)
	return float64(h.Sum32()) / (1 << 32)
}

// arrived takes a document. Only new content is looked through for links.
func (r *runner) arrived(tx *state.Tx, p *state.Page, v *visit) (What, error) {
	h := v.message.Header
	p.Whole, p.Target, p.Media = v.end, "", v.message.MediaType()
	p.ETag, p.Modified = h.Get("ETag"), h.Get("Last-Modified")
	what := Unchanged
	if !v.same {
		if v.payload != p.Payload {
			p.Payload, p.Original = v.payload, warc.FormatDate(v.at)
		}
		if digest := v.sha256(); digest != p.Content {
			what = New
			if p.Content != "" {
				what = Changed
			}
			p.Content, p.Changed = digest, v.end
			if err := r.follow(tx, p, h.Get("Content-Type"), v.content, v.end); err != nil {
				return "", err
			}
		}
	}
	switch {
	case v.contentErr != nil:
		p.Error, p.Kind, p.Decided = v.contentErr.Error(), string(model.KindOther), p.Content
	case v.role == archive.RoleSitemap:
		p.Decided = p.Content
	}
	r.again(p)
	return what, nil
}

// moved follows a redirect by making its target a page of its own.
func (r *runner) moved(tx *state.Tx, p *state.Page, v *visit) (What, error) {
	p.Due = v.end.Add(r.every(p.Source).other)
	if p.Depth == 0 {
		p.Due = v.end.Add(r.every(p.Source).list)
	}
	to, err := client.Redirect(p.URL, v.message)
	if err == nil {
		to = r.upgraded(to)
		err = r.mayMove(tx, p, to)
	}
	if err != nil {
		p.Error = err.Error()
		return Denied, nil
	}
	p.Target = to
	next := job{url: to, role: p.Role, source: p.Source, depth: p.Depth, hops: p.Hops + 1, via: p.URL, list: p.List}
	return Moved, r.add(tx, next, v.end)
}

// mayMove checks that a redirect ends somewhere, and within the source.
func (r *runner) mayMove(tx *state.Tx, p *state.Page, to string) error {
	if p.Hops+1 > client.MaxRedirects {
		return fmt.Errorf("more than %d redirects in a row", client.MaxRedirects)
	}
	if s := r.o.Sources.Named(p.Source); s == nil || !r.anywhere && !s.InScope(to) {
		return fmt.Errorf("a redirect out of the source, to %s", to)
	}
	for at, steps := to, 0; at != ""; steps++ {
		if at == p.URL || steps > client.MaxRedirects {
			return fmt.Errorf("a redirect that comes back to itself, by %s", to)
		}
		next, known, err := tx.Page(at)
		if err != nil {
			return err
		}
		if !known {
			break
		}
		at = next.Target
	}
	return nil
}

// intervals are how long after a visit pages are due again.
type intervals struct{ list, document, other time.Duration }

func (r *runner) every(source string) intervals {
	if s := r.o.Sources.Named(source); s != nil {
		return intervals{time.Duration(s.Every.List), time.Duration(s.Every.Document), time.Duration(s.Every.Other)}
	}
	return intervals{wholeAgain, wholeAgain, wholeAgain}
}

// again sets when a page is due after a visit that ended well, or after the
// last of several tries.
func (r *runner) again(p *state.Page) {
	every := r.every(p.Source)
	wait := every.other
	switch {
	case p.Role == archive.RoleSitemap, p.Depth == 0, p.Lists, p.Leads >= listLinks:
		wait = every.list
	case p.Undecided(), r.isFind(p):
		wait = every.document
	}
	p.Due = p.Visited.Add(wait)
}

// isFind reports whether a page is what its source is there for.
func (r *runner) isFind(p *state.Page) bool {
	s := r.o.Sources.Named(p.Source)
	return s != nil && slices.Contains(s.Kinds(), model.Kind(p.Kind))
}
