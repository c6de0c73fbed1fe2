package fetch_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// councils is a sources file for two municipal sites: one with a sitemap, one
// found by the text of links.
const councils = `version: 1
sources:
  - name: kil
    municipality: "1715"
    start: [https://www.kil.se/]
    sitemaps: [https://www.kil.se/sitemap.xml]
    follow:
      - text: (?i)medborgarl[öo]fte
      - url: medborgarlofte
  - name: kinda
    start: [https://www.kinda.se/]
    follow:
      - text: (?i)medborgarl[öo]fte
      - text: (?i)trygghet
        selector: main a
`

// rig is a model web, a data folder and what a run needs.
type rig struct {
	t       *testing.T
	clock   *sitetest.Clock
	web     *sitetest.Web
	dir     string
	options fetch.Options
	events  []fetch.Event
	decided atomic.Int32 // decisions of the last run, of several hosts at once
}

func newRig(t *testing.T, yaml string) *rig {
	t.Helper()
	clock := sitetest.NewClock()
	web, err := sitetest.NewWeb(clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, web.Close()) })
	set, err := sources.BuiltIn()
	require.NoError(t, err)
	if yaml != "" {
		more, err := sources.Parse([]byte(yaml))
		require.NoError(t, err)
		set = more
	}
	r := &rig{t: t, clock: clock, web: web, dir: t.TempDir()}
	r.options = fetch.Options{
		Dir: r.dir, Sources: set, Contact: "test@example.se", Version: "test", Decide: r.decide, DecidedBy: "test 1", Clock: clock,
		Progress: func(e fetch.Event) { r.events = append(r.events, e) },
		Limits: client.Limits{Connect: 2 * time.Second, Header: 300 * time.Millisecond, Idle: 150 * time.Millisecond, Total: time.Second,
			Bytes: 1 << 20, Content: 1 << 20},
	}
	return r
}

func (r *rig) decide(_ context.Context, body []byte, _, _ string) (fetch.Decision, error) {
	r.decided.Add(1)
	kind, codes := sitetest.Read(body)
	return fetch.Decision{Kind: kind, Title: "t", Municipalities: codes}, nil
}

// run makes a run, which must end well.
func (r *rig) run() *fetch.Report {
	r.t.Helper()
	report, err := r.try()
	require.NoError(r.t, err)
	return report
}

func (r *rig) try() (*fetch.Report, error) {
	net := r.web.Network()
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	r.web.Forget()
	r.events = nil
	r.decided.Store(0)
	report, err := fetch.Run(r.t.Context(), r.options)
	require.Empty(r.t, net.Refused(), "addresses that are not of the model")
	return report, err
}

// valid checks the archive and returns what the check found.
func (r *rig) valid() *archive.Report {
	r.t.Helper()
	report, err := archive.Verify(r.dir)
	require.NoError(r.t, err)
	require.Empty(r.t, report.Problems)
	return report
}

// page is what the state knows of an address.
func (r *rig) page(url string) state.Page {
	r.t.Helper()
	db, err := state.Open(r.dir+"/state.sqlite", state.Options{})
	require.NoError(r.t, err)
	defer db.Close()
	p, known, err := db.Page(url)
	require.NoError(r.t, err)
	require.True(r.t, known, url)
	return p
}

// pages are all pages of the state.
func pages(t *testing.T, dir string) map[string]state.Page {
	t.Helper()
	db, err := state.Open(dir+"/state.sqlite", state.Options{})
	require.NoError(t, err)
	defer db.Close()
	out := map[string]state.Page{}
	for p, err := range db.Pages() {
		require.NoError(t, err)
		out[p.URL] = p
	}
	return out
}

// finds are the addresses of the documents that make promises or report on
// them, as the state has them.
func (r *rig) finds() []string {
	var out []string
	for url, p := range pages(r.t, r.dir) {
		if p.Kind == string(model.KindPromise) || p.Kind == string(model.KindFollowUp) {
			out = append(out, url)
		}
	}
	slices.Sort(out)
	return out
}

// asked is how often each address was asked for in the last run.
func (r *rig) asked() map[string]int {
	out := map[string]int{}
	for _, h := range r.web.Hits() {
		out[h.URL]++
	}
	return out
}

// archived are the documents of the archive: address, time and content.
func archived(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for d, err := range archive.Documents(dir) {
		require.NoError(t, err)
		out = append(out, fmt.Sprintf("%s %s", d.URL, model.RecordID(d.Body)))
	}
	return out
}

// one is a host with a robots.txt that allows all, and a source for it that
// follows every link.
func one(t *testing.T) (*rig, *sitetest.Site) {
	r := newRig(t, "version: 1\nsources:\n  - name: kil\n    start: [https://kil.se/]\n    follow: [{url: .}]\n")
	site := r.web.Site("kil.se")
	site.Set("/robots.txt", sitetest.Answer{Type: "text/plain"})
	return r, site
}

func links(addresses ...string) string {
	var b strings.Builder
	for _, a := range addresses {
		fmt.Fprintf(&b, "<a href=\"%s\">x</a>", a)
	}
	return b.String()
}
