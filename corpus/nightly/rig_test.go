package nightly_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/nightly"
	"github.com/lofte/lofte/model"
)

// rig is a model of polisen.se, a data folder, and what a night needs.
type rig struct {
	t       *testing.T
	clock   *sitetest.Clock
	web     *sitetest.Web
	police  *sitetest.Police
	options nightly.Options
	after   func() // of publishing the pages of a night
}

// newRig publishes n promises of 2019, in the second generation of addresses.
func newRig(t *testing.T, n int) *rig {
	t.Helper()
	clock := sitetest.NewClock()
	web, err := sitetest.NewWeb(clock)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, web.Close()) })
	set, err := sources.BuiltIn()
	require.NoError(t, err)
	r := &rig{t: t, clock: clock, web: web, police: sitetest.NewPolice(web, sitetest.Second, sitetest.Promises(n))}
	r.options = nightly.Options{
		Fetch: fetch.Options{Dir: t.TempDir(), Sources: set, Contact: "test@example.se", Clock: clock,
			Limits: client.Limits{Connect: 2 * time.Second, Header: time.Second, Idle: time.Second, Total: 5 * time.Second}},
		Convert:  corpus.Converter(corpus.Options{}),
		Parser:   "test 1",
		Language: diff.English,
	}
	return r
}

// night is a run, a day after the one before; it must end well.
func (r *rig) night() *nightly.Report {
	r.t.Helper()
	r.police.Publish()
	if r.after != nil {
		r.after()
	}
	r.clock.Advance(24 * time.Hour)
	report, err := r.run()
	require.NoError(r.t, err)
	return report
}

func (r *rig) run() (*nightly.Report, error) {
	net := r.web.Network()
	r.options.Fetch.Resolver, r.options.Fetch.Dial, r.options.Fetch.Roots = net, net.Dial, net.Roots()
	r.web.Forget()
	return nightly.Run(r.t.Context(), r.options)
}

// file reads a file of the night that a link leads to.
func (r *rig) file(link, name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.options.Fetch.Dir, link, name))
	require.NoError(r.t, err)
	return string(data)
}

// published are the published records, by their addresses.
func (r *rig) published() map[string]*model.Record {
	r.t.Helper()
	f, err := os.Open(filepath.Join(r.options.Fetch.Dir, nightly.Published, nightly.RecordsFile))
	require.NoError(r.t, err)
	defer f.Close()
	out := map[string]*model.Record{}
	for record, err := range corpus.Records(f) {
		require.NoError(r.t, err)
		require.NotEmpty(r.t, record.Source.RetrievedAt)
		out[record.Source.URI] = record
	}
	return out
}

func (r *rig) address(i int) string { return r.police.Site.URL(r.police.Address(r.police.Promises[i])) }

// told gives changes in short.
func told(d *diff.Report) []string {
	out := []string{}
	for i := range d.Changes {
		out = append(out, fmt.Sprintf("%s: %s", d.Changes[i].Headline(diff.English), d.Changes[i].Details(diff.English)))
	}
	return out
}

// floor sets the least number of finds.
func (r *rig) floor(n int) { r.options.Fetch.Sources.Sources[0].Documents.Floor = n }

// deaf makes the host answer nothing any more.
func (r *rig) deaf() {
	r.after = func() {
		r.police.Site.Clear()
		for _, at := range []string{"/robots.txt", sitetest.Second.Root(), sitetest.First.Root()} {
			r.police.Site.Set(at, sitetest.Answer{Status: http.StatusServiceUnavailable})
		}
		for i := range r.police.Promises {
			r.police.Site.Set(r.police.Address(r.police.Promises[i]), sitetest.Answer{Status: http.StatusServiceUnavailable})
		}
	}
}

// empty leaves nothing of the site but a page on the start.
func (r *rig) empty() {
	r.police.Site.Clear()
	r.police.Site.Set("/robots.txt", sitetest.Answer{Type: "text/plain"})
	r.police.Site.HTML(sitetest.Second.Root(), "<main><h1>Medborgarlöften</h1><p>Här samlar vi våra löften.</p></main>")
}
