package fetch

import (
	"context"
	"fmt"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// never is the wait for what is asked for on demand only.
const never = 100 * 365 * 24 * time.Hour

// PageError says why a single page could not be had. Status is 0 when there
// was no answer.
type PageError struct {
	URL    string
	Status int
	Reason string
}

func (e *PageError) Error() string {
	if e.Status != 0 && e.Status != 200 {
		return fmt.Sprintf("%s: status %d", e.URL, e.Status)
	}
	return fmt.Sprintf("%s: %s", e.URL, e.Reason)
}

// One fetches a single address, with the same manners as Run, and returns the
// document that stands there, after redirects. o.Dir keeps archive and budgets
// from call to call; it should not be the folder of a Run. o.Sources may be
// nil; of it only the manners are used. What cannot be had is a *PageError.
func One(ctx context.Context, o Options, raw string) (*archive.Document, error) {
	set, err := sources.Single(raw, never)
	if err != nil {
		return nil, err
	}
	if o.Sources != nil && o.Profile == nil {
		o.Profile = o.Sources.Profile
	}
	o.Sources = set
	if o.Decide == nil {
		o.Decide = func(context.Context, []byte, string, string) (Decision, error) { return Decision{}, nil }
	}
	r := &runner{o: o.filled()}
	j := job{url: r.upgraded(set.Sources[0].Start[0]), role: rolePage, source: set.Sources[0].Name}
	report, err := run(ctx, o, &j)
	if err != nil {
		return nil, err
	}
	return o.kept(j.url, report)
}

// kept is the document that an address leads to, as far as it was fetched.
func (o Options) kept(url string, report *Report) (*archive.Document, error) {
	db, err := state.Open(o.statePath(), o.State)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	var p state.Page
	for range client.MaxRedirects + 1 {
		var known bool
		if p, known, err = db.Page(url); err != nil {
			return nil, err
		}
		if !known || p.Target == "" {
			break
		}
		url = p.Target
	}
	if p.Status != 200 || p.Content == "" || p.Tries > 0 {
		return nil, &PageError{url, p.Status, reasonOf(p, report)}
	}
	a, err := archive.Open(o.Dir)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	doc, _, err := contentOf(a, p)
	return doc, err
}

// reasonOf is why there is no document of a page.
func reasonOf(p state.Page, report *Report) string {
	if p.Error != "" {
		return p.Error
	}
	for _, l := range report.Left {
		if l.Host == p.Host {
			return fmt.Sprintf("the host should be left alone until %s: %s", l.Until.Format(time.RFC3339), l.Reason)
		}
	}
	return "it was not fetched"
}
