package fetch_test

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
)

// models publishes the police in a generation and the two councils.
func models(r *rig, g sitetest.Generation, n int) (*sitetest.Police, *sitetest.Council, *sitetest.Council) {
	promises := sitetest.Promises(n)
	police := sitetest.NewPolice(r.web, g, promises)
	kil := sitetest.NewCouncil(r.web, "www.kil.se", sitetest.Promises(5)[0], true)
	kinda := sitetest.NewCouncil(r.web, "www.kinda.se", sitetest.Promises(5)[4], false)
	return police, kil, kinda
}

func modelRig(t *testing.T) *rig {
	r := newRig(t, councils)
	own := newRig(t, "")
	both, err := own.options.Sources.With(r.options.Sources)
	require.NoError(t, err)
	r.options.Sources = both
	return r
}

func TestFirstRunFindsEveryDocument(t *testing.T) {
	for _, g := range []sitetest.Generation{sitetest.First, sitetest.Second, sitetest.Third} {
		r := modelRig(t)
		police, kil, kinda := models(r, g, 24)
		report := r.run()
		want := slices.Concat(police.Documents(), kil.Documents(), kinda.Documents())
		slices.Sort(want)
		require.Equal(t, want, r.finds(), "generation %d", g)
		r.valid()
		for url, n := range r.asked() {
			require.Equal(t, 1, n, url)
			require.NotContains(t, url, "/kontakt/")
			require.NotContains(t, url, "/bygga-och-bo/")
			require.NotContains(t, url, "/internt/", "robots.txt forbids it")
		}
		require.Equal(t, 2, report.Counts[fetch.Disallowed])
		require.Empty(t, report.Left)
		require.Equal(t, []string{police.Promises[0].Code}, r.page(police.Site.URL(police.Address(police.Promises[0]))).Municipality)
		require.Equal(t, "other", r.page("https://polisen.se"+g.Root()+"om-medborgarloften/").Kind)
		if g == sitetest.First {
			require.Len(t, report.Lists, 1)
			require.Equal(t, []int{24, 24}, []int{report.Lists[0].Declared, report.Lists[0].Found})
		}
	}
}

func TestSecondRunMakesAtMostOneConditionalRequestPerPageThatIsDue(t *testing.T) {
	r := modelRig(t)
	police, kil, _ := models(r, sitetest.First, 12)
	kil.Site.Set("/trygghet-och-sakerhet/medborgarlofte/", sitetest.Answer{Body: []byte(kil.Promise.HTML("")), Plain: true}) // 200 with equal bytes
	r.run()
	before := archived(t, r.dir)
	r.run()
	require.Empty(t, r.web.Hits(), "nothing is due")

	r.clock.Advance(20 * time.Hour)
	report := r.run()
	for url, n := range r.asked() {
		require.Equal(t, 1, n, url)
	}
	conditional := 0
	for _, h := range r.web.Hits() {
		if h.Conditional {
			conditional++
			require.Equal(t, http.StatusNotModified, h.Status, h.URL)
		}
	}
	require.Greater(t, conditional, 12)
	require.Equal(t, before, archived(t, r.dir), "no new version of what did not change")
	require.Zero(t, report.Counts[fetch.New]+report.Counts[fetch.Changed])
	require.Zero(t, r.decided.Load())
	require.NotContains(t, r.asked(), "https://polisen.se"+police.Generation.Root()+"om-medborgarloften/", "no promise: asked for less often")
	r.valid()
}

func TestAChangeIsOneNewVersion(t *testing.T) {
	r := modelRig(t)
	police, _, _ := models(r, sitetest.Second, 12)
	r.run()
	before := archived(t, r.dir)
	r.clock.Advance(24 * time.Hour)
	police.Promises[3].Items[0].Text = "patrullera till fots varje kväll"
	police.Publish()
	report := r.run()
	require.Equal(t, 1, report.Counts[fetch.Changed])
	require.EqualValues(t, 1, r.decided.Load())
	require.Len(t, archived(t, r.dir), len(before)+1)
	r.valid()
}

func TestAMovedPageIsFollowedAndRemembered(t *testing.T) {
	r := modelRig(t)
	police, kil, kinda := models(r, sitetest.First, 8)
	r.run()
	r.clock.Advance(24 * time.Hour)
	police.Generation, police.Moved = sitetest.Third, true
	police.Publish()
	police.Site.Redirect(sitetest.First.Root(), sitetest.Third.Root(), http.StatusMovedPermanently)
	report := r.run()
	require.Greater(t, report.Counts[fetch.Moved], 7)
	finds := r.finds()
	for _, url := range slices.Concat(police.Documents(), kil.Documents(), kinda.Documents()) {
		require.Contains(t, finds, url)
	}
	r.valid()
}

func TestGoneForGoodIsNotAskedForAgain(t *testing.T) {
	r := modelRig(t)
	police, kil, _ := models(r, sitetest.First, 8)
	r.run()
	police.Promises[2].State = sitetest.Missing
	police.Publish()
	kil.Site.Remove("/trygghet-och-sakerhet/medborgarlofte/")
	r.clock.Advance(24 * time.Hour)
	require.Equal(t, 2, r.run().Counts[fetch.Gone])
	for range 40 {
		r.clock.Advance(24 * time.Hour)
		r.run()
		require.Zero(t, r.asked()[police.Site.URL(police.Address(police.Promises[2]))], "polisen.se: a 404 is permanent")
		if r.asked()["https://www.kil.se/trygghet-och-sakerhet/medborgarlofte/"] > 0 {
			return // elsewhere it may come back, and is asked for after a month
		}
	}
	t.Fatal("the page of the municipality was never asked for again")
}

func TestADeclaredTotalIsReported(t *testing.T) {
	r := newRig(t, "")
	police := sitetest.NewPolice(r.web, sitetest.Second, sitetest.Promises(23))
	police.Declared = 119
	police.Publish()
	lists := r.run().Lists
	require.Len(t, lists, 1)
	require.Equal(t, police.Site.URL(sitetest.Second.Root()), lists[0].URL)
	require.Equal(t, 119, lists[0].Declared)
	require.Equal(t, 23, lists[0].Found)
}
