package fetch_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
)

// 300 pages of polisen.se, with a restart in the middle, take 5 h or more;
// never two requests at once, never closer than 10 s, never over 60 in an
// hour. Half way the run is stopped at a random moment of its own choosing and
// begun anew at once, as by somebody impatient.
func TestPolisenProfileOver300PagesWithARestart(t *testing.T) {
	r := newRig(t, "")
	promises := sitetest.Promises(300)
	for _, p := range promises {
		p.Earlier, p.File = "", false
	}
	police := sitetest.NewPolice(r.web, sitetest.Third, promises)
	net := r.web.Network()
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	seen := 0
	r.web.OnHit(func(sitetest.Hit) {
		if seen++; seen == 150 {
			stop()
		}
		r.clock.Advance(time.Duration(seen%4) * 700 * time.Millisecond) // requests take their time
	})
	begun := r.clock.Now()
	_, err := fetch.Run(ctx, r.options)
	require.ErrorIs(t, err, context.Canceled)
	_, err = fetch.Run(t.Context(), r.options)
	require.NoError(t, err)

	require.Equal(t, police.Documents(), r.finds())
	hits := r.web.Hits()
	require.Greater(t, len(hits), 300)
	require.GreaterOrEqual(t, r.clock.Now().Sub(begun), 5*time.Hour)
	require.Equal(t, 1, r.web.MostAtOnce("polisen.se"))
	for i, h := range hits {
		require.Equal(t, "lofte/test (+mailto:test@example.se)", h.Header.Get("User-Agent"))
		require.Contains(t, h.URL, "https://polisen.se/")
		if i > 0 {
			require.GreaterOrEqual(t, h.At.Sub(hits[i-1].At), 10*time.Second, h.URL)
		}
		if i >= 60 {
			require.Greater(t, h.At.Sub(hits[i-60].At), time.Hour, h.URL)
		}
	}
	t.Logf("%d requests in %v", len(hits), r.clock.Now().Sub(begun))
}

// Hosts go side by side, each at its own pace.
func TestHostsGoSideBySide(t *testing.T) {
	yaml := "version: 1\nsources:\n"
	for i := range 4 {
		yaml += fmt.Sprintf("  - name: s%d\n    start: ['https://s%d.se/']\n    follow: [{url: .}]\n", i, i)
	}
	r := newRig(t, yaml)
	for i := range 4 {
		site := r.web.Site(fmt.Sprintf("s%d.se", i))
		var all []string
		for j := range 20 {
			all = append(all, fmt.Sprintf("/%d", j))
			site.HTML(all[j], all[j])
		}
		site.HTML("/", links(all...))
	}
	begun := r.clock.Now()
	report := r.run()
	require.Equal(t, 4*22, report.Requests)
	require.Less(t, r.clock.Now().Sub(begun), 22*6*time.Second)
	for i := range 4 {
		require.Equal(t, 1, r.web.MostAtOnce(fmt.Sprintf("s%d.se", i)))
	}
}

// A request of which nothing more is known than that it was to be made counts
// against the budget of the next run.
func TestARequestThatWasCutShortCounts(t *testing.T) {
	r, site := one(t)
	site.HTML("/", links("/a"))
	site.HTML("/a", "a")
	net := r.web.Network()
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	ctx, stop := context.WithCancel(t.Context())
	r.web.OnHit(func(h sitetest.Hit) {
		if h.URL == site.URL("/a") {
			stop()
			time.Sleep(20 * time.Millisecond)
		}
	})
	_, err := fetch.Run(ctx, r.options)
	require.ErrorIs(t, err, context.Canceled)
	r.web.OnHit(nil)
	cut := r.clock.Now()
	_, err = fetch.Run(t.Context(), r.options)
	require.NoError(t, err)
	hits := r.web.Hits()
	last := hits[len(hits)-1]
	require.Equal(t, site.URL("/a"), last.URL)
	require.GreaterOrEqual(t, last.At.Sub(cut), 5*time.Second)
}
