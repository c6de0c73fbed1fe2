package fetch_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/model"
)

func (r *rig) one(url string) (*archive.Document, error) {
	net := r.web.Network()
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	r.web.Forget()
	return fetch.One(r.t.Context(), r.options, url)
}

// One page is fetched with the same manners, also over several calls.
func TestOnePage(t *testing.T) {
	r, site := one(t)
	site.HTML("/lofte", "ett"+links("/annat"))
	other := r.web.Site("www.kil.se")
	other.Redirect("/gammal", "https://kil.se/lofte", 301)
	begun := r.clock.Now()
	doc, err := r.one("https://www.kil.se/gammal#x")
	require.NoError(t, err)
	require.Equal(t, "https://kil.se/lofte", doc.URL)
	require.Contains(t, string(doc.Body), "ett")
	require.Equal(t, map[string]int{"https://www.kil.se/robots.txt": 1, "https://www.kil.se/gammal": 1,
		"https://kil.se/robots.txt": 1, "https://kil.se/lofte": 1}, r.asked(), "and nothing that it links to")
	require.GreaterOrEqual(t, r.clock.Now().Sub(begun), 10*time.Second)

	site.HTML("/lofte", "två")
	before := r.clock.Now()
	doc, err = r.one("https://kil.se/lofte")
	require.NoError(t, err)
	require.Equal(t, "två", string(doc.Body))
	require.GreaterOrEqual(t, r.clock.Now().Sub(before), 5*time.Second, "the delay is kept from call to call")
	require.Equal(t, map[string]int{"https://kil.se/lofte": 1}, r.asked())

	doc, err = r.one("https://kil.se/lofte")
	require.NoError(t, err)
	require.Equal(t, "två", string(doc.Body), "a 304: from the archive")
	r.valid()
}

func TestOnePageThatCannotBeHad(t *testing.T) {
	r, site := one(t)
	site.Set("/robots.txt", sitetest.Answer{Type: "text/plain", Body: []byte("user-agent: *\ndisallow: /hemligt")})
	site.Set("/410", sitetest.Answer{Status: 410})
	site.Set("/loop", sitetest.Answer{Status: 302, Header: map[string]string{"Location": "/loop"}})
	police := r.web.Site("polisen.se")
	police.HTML("/", "x")
	for url, want := range map[string]string{
		"https://kil.se/hemligt":   "robots.txt forbids it",
		"https://kil.se/saknas":    "status 404",
		"https://kil.se/410":       "status 410",
		"https://kil.se/loop":      "status 302",
		"https://finns-inte.se/":   "its robots.txt cannot be had: no-host",
		"https://polisen.se/inget": "status 404",
	} {
		_, err := r.one(url)
		var failed *fetch.PageError
		require.ErrorAs(t, err, &failed, url)
		require.ErrorContains(t, err, want, url)
	}
	_, err := r.one("http://polisen.se/inget")
	require.ErrorContains(t, err, "status 404")
	require.Empty(t, r.web.Hits(), "on polisen.se a 404 is permanent, and http is https")
	for _, url := range []string{"ftp://kil.se/", "http://127.1/"} {
		_, err := r.one(url)
		require.Error(t, err, url)
	}
}

// A plan says what a run would ask for and how long that takes, without a
// request and without a trace.
func TestPlan(t *testing.T) {
	r := newRig(t, "")
	sitetest.NewPolice(r.web, sitetest.First, sitetest.Promises(100))
	plan, err := fetch.MakePlan(t.Context(), r.options, nil)
	require.NoError(t, err)
	require.True(t, plan.First)
	require.Equal(t, 2, plan.Pages, "all that is known is where to begin")
	require.NoFileExists(t, r.dir+"/state.sqlite")
	first := r.run()
	require.Greater(t, first.Ended.Sub(first.Started), 2*time.Hour)

	r.clock.Advance(24 * time.Hour)
	var urls []string
	plan, err = fetch.MakePlan(t.Context(), r.options, func(url string) error {
		urls = append(urls, url)
		return nil
	})
	require.NoError(t, err)
	require.Len(t, urls, plan.Pages)
	begun := r.clock.Now()
	report := r.run()
	require.Equal(t, plan.Pages+1, report.Requests, "the pages and robots.txt")
	require.WithinDuration(t, plan.Finish, r.clock.Now(), time.Second, "as long as the plan said")
	require.Greater(t, plan.Finish.Sub(begun), 2*time.Hour)
	require.Equal(t, "polisen.se", plan.Hosts[0].Host)
}

// Changed rules of a source find links in what is archived, without asking for
// it again.
func TestChangedRulesLookThroughTheArchive(t *testing.T) {
	r, site := one(t)
	site.HTML("/", links("/a/1", "/b/2"))
	site.HTML("/a/1", "a")
	site.HTML("/b/2", "b")
	rules := func(text string) {
		set, err := sources.Parse([]byte("version: 1\nsources:\n  - name: kil\n    start: [https://kil.se/]\n    follow: [{url: '" + text + "'}]\n"))
		require.NoError(t, err)
		r.options.Sources = set
	}
	rules("/a/")
	r.run()
	require.Zero(t, r.asked()[site.URL("/b/2")])
	rules("/[ab]/")
	r.run()
	require.Equal(t, map[string]int{site.URL("/b/2"): 1}, r.asked())
	r.run()
	require.Empty(t, r.asked())
}

// Another version of what decides reads everything again, from the archive.
func TestRedecide(t *testing.T) {
	r := modelRig(t)
	models(r, sitetest.First, 8)
	r.run()
	finds := r.finds()
	r.web.Forget()
	r.options.DecidedBy = "test 2"
	r.options.Decide = func(_ context.Context, body []byte, _, _ string) (fetch.Decision, error) {
		kind, _ := sitetest.Read(body)
		if kind == model.KindFollowUp {
			kind = model.KindOther
		}
		return fetch.Decision{Kind: kind}, nil
	}
	n, err := fetch.Redecide(t.Context(), r.options)
	require.NoError(t, err)
	require.Greater(t, n, len(finds))
	require.Empty(t, r.web.Hits())
	require.Less(t, len(r.finds()), len(finds))
	n, err = fetch.Redecide(t.Context(), r.options)
	require.NoError(t, err)
	require.Zero(t, n)
	r.valid()
}

// A run that is stopped between archiving and deciding leaves the decision to
// the next one, which makes it without a request.
func TestADecisionThatWasCutShortIsMadeLater(t *testing.T) {
	r, site := one(t)
	site.HTML("/", "Polisen lovar att")
	decide := r.options.Decide
	ctx, stop := context.WithCancel(t.Context())
	r.options.Decide = func(context.Context, []byte, string, string) (fetch.Decision, error) {
		stop()
		return fetch.Decision{}, nil
	}
	net := r.web.Network()
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	_, err := fetch.Run(ctx, r.options)
	require.ErrorIs(t, err, context.Canceled)
	page := r.page(site.URL("/"))
	require.True(t, page.Undecided())
	r.options.Decide = decide
	r.run()
	require.Empty(t, r.web.Hits())
	require.Equal(t, "promise", r.page(site.URL("/")).Kind)
}

// Each state that a page of the model may be in is archived as it came; what
// it is, the decider says.
func TestThePagesOfTheModelThatAreNone(t *testing.T) {
	r := newRig(t, "")
	police := sitetest.NewPolice(r.web, sitetest.First, sitetest.Promises(6))
	for i, s := range []sitetest.State{sitetest.Soft404, sitetest.Login, sitetest.Captcha, sitetest.Repairs} {
		police.Promises[i].State = s
	}
	police.Promises[4].Banner = "Just nu: 12 mars"
	police.Publish()
	r.run()
	for i, p := range police.Promises {
		want := "promise"
		if i < 4 {
			want = "other"
		}
		require.Equal(t, want, r.page(police.Site.URL(police.Address(p))).Kind, i)
	}
}
