package fetch_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
)

// once answers the first request to an address with something else.
func once(r *rig, site *sitetest.Site, address string, first, then sitetest.Answer) {
	site.Set(address, first)
	n := 0
	r.web.OnHit(func(h sitetest.Hit) {
		if h.URL == site.URL(address) {
			if n++; n > 1 {
				site.Set(address, then)
			}
		}
	})
}

// times are when an address was asked for, since the first request for it.
func (r *rig) times(url string) []time.Duration {
	var out []time.Duration
	var first time.Time
	for _, h := range r.web.Hits() {
		if h.URL != url {
			continue
		}
		if first.IsZero() {
			first = h.At
		}
		out = append(out, h.At.Sub(first))
	}
	return out
}

func TestRetryAfterIsObeyed(t *testing.T) {
	r, _ := one(t)
	date := r.clock.Now().Add(20 * time.Minute).Format(http.TimeFormat)
	for _, c := range []struct {
		status   int
		value    string
		from, to time.Duration
	}{
		{429, "600", 10 * time.Minute, 10 * time.Minute},
		{503, "90", 90 * time.Second, 90 * time.Second},
		{503, date, 19 * time.Minute, 20 * time.Minute},
		{503, "soon", 15 * time.Second, 30 * time.Second},
		{503, "", 15 * time.Second, 30 * time.Second},
		{429, "-1", 15 * time.Second, 30 * time.Second},
	} {
		r, site := one(t)
		busy := sitetest.Answer{Status: c.status, Body: []byte("wait"), Header: map[string]string{"Retry-After": c.value}}
		once(r, site, "/", busy, sitetest.Answer{Body: []byte(links("/a"))})
		site.HTML("/a", "a")
		report := r.run()
		times := r.times("https://kil.se/")
		require.Len(t, times, 2, c.value)
		require.GreaterOrEqual(t, times[1], c.from, c.value)
		require.LessOrEqual(t, times[1], c.to+time.Second, c.value)
		require.Equal(t, 1, report.Counts[fetch.Failed])
		require.Equal(t, 2, report.Counts[fetch.New])
		require.Empty(t, r.page("https://kil.se/").Error)
		r.valid()
	}
}

// A wait that is too long is left for the next run, which obeys it too.
func TestALongRetryAfterIsKeptForTheNextRun(t *testing.T) {
	r, site := one(t)
	once(r, site, "/", sitetest.Answer{Status: 503, Header: map[string]string{"Retry-After": "36000"}}, sitetest.Answer{Body: []byte("x")})
	report := r.run()
	require.Len(t, r.times("https://kil.se/"), 1)
	require.Len(t, report.Left, 1)
	require.Equal(t, "kil.se", report.Left[0].Host)
	r.clock.Advance(time.Hour)
	r.run()
	require.Empty(t, r.web.Hits())
	r.clock.Advance(9 * time.Hour)
	r.run()
	require.Len(t, r.times("https://kil.se/"), 1)
}

func TestFiveTriesWithGrowingWaits(t *testing.T) {
	r, site := one(t)
	site.Set("/", sitetest.Answer{Status: 500})
	report := r.run()
	times := r.times("https://kil.se/")
	require.Len(t, times, polite.Tries)
	for i := 2; i < len(times); i++ {
		require.Greater(t, times[i]-times[i-1], (times[i-1]-times[i-2])*2/3, "backoff grows, but for chance")
	}
	require.Equal(t, 1, report.Counts[fetch.GivenUp])
	require.Equal(t, "status 500", r.page("https://kil.se/").Error)
	r.valid()
}

// A host that fails again and again is left alone for a while, and its other
// pages with it.
func TestTheBreakerOpens(t *testing.T) {
	r, site := one(t)
	var all []string
	for i := range 8 {
		at := fmt.Sprintf("/%d", i)
		all = append(all, at)
		site.Set(at, sitetest.Answer{Raw: func(net.Conn, *bufio.ReadWriter) {}})
	}
	site.HTML("/", links(all...))
	r.run()
	hits := r.web.Hits()
	gap := time.Duration(0)
	for i := 1; i < len(hits); i++ {
		gap = max(gap, hits[i].At.Sub(hits[i-1].At))
	}
	require.GreaterOrEqual(t, gap, 15*time.Minute)
	require.Equal(t, "no-http: the connection ended within the header", r.page("https://kil.se/1").Error)
}

func says(text string) sitetest.Answer { return sitetest.Says(text) }

// Each fault of a page leaves the others unharmed and the page with its
// reason; what was whole is archived.
func TestFaultyPages(t *testing.T) {
	r, site := one(t)
	stall := func(text string) sitetest.Answer {
		return sitetest.Answer{Raw: func(_ net.Conn, w *bufio.ReadWriter) {
			w.WriteString(text)
			w.Flush()
			time.Sleep(600 * time.Millisecond)
		}}
	}
	faults := map[string]struct {
		answer sitetest.Answer
		reason string
	}{
		"/slow-header": {stall("HTTP/1.1 200 OK\r\n"), "slow-header"},
		"/stalled":     {stall("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"), "stalled"},
		"/endless":     {says("HTTP/1.1 200 OK\r\n\r\n" + strings.Repeat("x", 2<<20)), "too-large"},
		"/short":       {says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"), "short-body"},
		"/long":        {says("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxyz"), "long-body"},
		"/garbage":     {says("garbage\r\n\r\n"), "no-http"},
		"/304":         {says("HTTP/1.1 304 Not Modified\r\n\r\n"), "no-http: a 304"},
		"/not-gzip":    {says("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhej"), "damaged"},
		"/403":         {sitetest.Answer{Status: 403}, "status 403"},
	}
	var all []string
	for at, f := range faults {
		all = append(all, at)
		site.Set(at, f.answer)
	}
	site.HTML("/", links(append(all, "/good")...))
	site.HTML("/good", "good")
	r.run()
	for at, f := range faults {
		require.Contains(t, r.page(site.URL(at)).Error, f.reason, at)
	}
	require.Equal(t, 200, r.page(site.URL("/good")).Status)
	r.valid()
}

func TestRedirectLoops(t *testing.T) {
	r, site := one(t)
	site.HTML("/", links("/a", "/self", "/0"))
	site.Redirect("/a", "/b", 302)
	site.Redirect("/b", "/a", 302)
	site.Redirect("/self", "/self", 301)
	for i := range 30 {
		site.Redirect(fmt.Sprintf("/%d", i), fmt.Sprintf("/%d", i+1), 307)
	}
	r.run()
	require.Contains(t, r.page(site.URL("/b")).Error, "comes back to itself")
	require.Contains(t, r.page(site.URL("/self")).Error, "comes back to itself")
	require.Contains(t, r.page(site.URL("/10")).Error, "more than 10 redirects")
	require.Zero(t, r.asked()[site.URL("/11")])
	r.valid()
}

func TestRedirectsThatAreNotFollowed(t *testing.T) {
	r, site := one(t)
	for at, c := range map[string]struct{ to, reason string }{
		"/downgrade": {"http://kil.se/x", "from https to http"},
		"/scheme":    {"ftp://kil.se/x", "only http and https"},
		"/file":      {"file:///etc/passwd", "only http and https"},
		"/out":       {"https://annan.se/", "out of the source"},
		"/private":   {"https://127.0.0.1/", "out of the source"},
		"/odd":       {"https://0x7f.1/", "not written as an IP address"},
		"/nowhere":   {"", "names no address"},
	} {
		site.Redirect(at, c.to, 301)
		site.HTML("/", links("/downgrade", "/scheme", "/file", "/out", "/private", "/odd", "/nowhere"))
		defer func() { require.Contains(t, r.page(site.URL(at)).Error, c.reason, at) }()
	}
	r.run()
	for _, h := range r.web.Hits() {
		require.True(t, strings.HasPrefix(h.URL, "https://kil.se/"), h.URL)
	}
}

// A source whose host leads to the inside is refused, and so is a host that
// turns there between two requests.
func TestInsideAddressesAreRefused(t *testing.T) {
	r := newRig(t, "version: 1\nsources:\n  - name: a\n    start: ['https://10.0.0.1/', 'https://localhost/', 'https://intern.se/', 'https://[::1]/']\n")
	net := r.web.Network()
	net.Answer("intern.se", []netip.Addr{netip.MustParseAddr("169.254.169.254")})
	net.Answer("localhost", []netip.Addr{netip.MustParseAddr("127.0.0.1")})
	r.options.Resolver, r.options.Dial, r.options.Roots = net, net.Dial, net.Roots()
	_, err := fetch.Run(t.Context(), r.options)
	require.NoError(t, err)
	require.Empty(t, net.Refused(), "nothing reached the dialer")
}

func TestRobotsStatuses(t *testing.T) {
	silent := sitetest.Answer{Raw: func(net.Conn, *bufio.ReadWriter) { time.Sleep(500 * time.Millisecond) }}
	big := sitetest.Answer{Type: "text/plain", Body: []byte("user-agent: *\ndisallow: /a\n" + strings.Repeat("#"+strings.Repeat("x", 1022)+"\n", 600) + "disallow: /\n")}
	for name, c := range map[string]struct {
		robots *sitetest.Answer
		asked  []string
	}{
		"none: 404 allows":                      {nil, []string{"/", "/a", "/b"}},
		"403 allows":                            {&sitetest.Answer{Status: 403}, []string{"/", "/a", "/b"}},
		"503 disallows":                         {&sitetest.Answer{Status: 503}, nil},
		"429 disallows":                         {&sitetest.Answer{Status: 429}, nil},
		"a time-out disallows":                  {&silent, nil},
		"600 KiB count up to 500":               {&big, []string{"/", "/b"}},
		"what cannot be decompressed disallows": {&sitetest.Answer{Type: "text/plain", Header: map[string]string{"Content-Encoding": "gzip"}, Body: []byte("x")}, nil},
	} {
		r, site := one(t)
		site.Remove("/robots.txt")
		if c.robots != nil {
			site.Set("/robots.txt", *c.robots)
		}
		site.HTML("/", links("/a", "/b"))
		site.HTML("/a", "a")
		site.HTML("/b", "b")
		report := r.run()
		for _, at := range []string{"/", "/a", "/b"} {
			want := 0
			for _, a := range c.asked {
				if a == at {
					want = 1
				}
			}
			require.Equal(t, want, r.asked()[site.URL(at)], "%s: %s", name, at)
		}
		if c.asked == nil {
			require.Equal(t, polite.Tries, r.asked()[site.URL("/robots.txt")], name)
			require.Contains(t, report.Left[0].Reason, "robots.txt cannot be had", name)
		}
		r.valid()
	}
}

func TestRobotsRedirects(t *testing.T) {
	for hops, allowed := range map[int]bool{1: false, 5: false, 6: true} {
		r, site := one(t)
		other := r.web.Site("www.kil.se")
		site.Redirect("/robots.txt", "https://www.kil.se/r1", 301)
		for i := 1; i < hops; i++ {
			other.Redirect(fmt.Sprintf("/r%d", i), fmt.Sprintf("/r%d", i+1), 302)
		}
		other.Set(fmt.Sprintf("/r%d", hops), sitetest.Answer{Type: "text/plain", Body: []byte("user-agent: lofte\ndisallow: /")})
		site.HTML("/", "x")
		r.run()
		require.Equal(t, allowed, r.asked()[site.URL("/")] == 1, "%d redirects", hops)
		r.valid()
	}
	r, site := one(t)
	site.Redirect("/robots.txt", "http://kil.se/robots.txt", 301)
	site.HTML("/", "x")
	r.run()
	require.Zero(t, r.asked()[site.URL("/")], "a redirect to http is no answer")
}

func TestRobotsAreReadAgainAfterADay(t *testing.T) {
	r, site := one(t)
	site.HTML("/", "x")
	r.run()
	r.clock.Advance(23 * time.Hour)
	r.run()
	require.Zero(t, r.asked()[site.URL("/robots.txt")])
	require.Equal(t, 1, r.asked()[site.URL("/")])
	r.clock.Advance(23 * time.Hour)
	site.Set("/robots.txt", sitetest.Answer{Type: "text/plain", Body: []byte("user-agent: *\ndisallow: /")})
	r.run()
	require.Equal(t, 1, r.asked()[site.URL("/robots.txt")])
	require.Zero(t, r.asked()[site.URL("/")])
}

func TestCrawlDelayIsKept(t *testing.T) {
	r, site := one(t)
	site.Set("/robots.txt", sitetest.Answer{Type: "text/plain", Body: []byte("user-agent: *\ncrawl-delay: 40")})
	site.HTML("/", links("/a", "/b", "/c"))
	for _, at := range []string{"/a", "/b", "/c"} {
		site.HTML(at, at)
	}
	r.run()
	hits := r.web.Hits()
	require.Len(t, hits, 5)
	for i := 1; i < len(hits); i++ {
		require.GreaterOrEqual(t, hits[i].At.Sub(hits[i-1].At), 40*time.Second)
	}
}

// A page that cannot be read is remembered with the reader's error.
func TestADeciderThatFails(t *testing.T) {
	r, site := one(t)
	site.HTML("/", "x")
	r.options.Decide = func(_ context.Context, _ []byte, _, _ string) (fetch.Decision, error) {
		return fetch.Decision{}, errors.New("cannot be read")
	}
	r.run()
	p := r.page(site.URL("/"))
	require.Equal(t, "other", p.Kind)
	require.Equal(t, "cannot be read", p.Error)
	require.False(t, p.Undecided())
}

func TestNoContactNoRequest(t *testing.T) {
	r, _ := one(t)
	for _, contact := range []string{"", "me", "a@b\r\nX: y", "ftp://x"} {
		r.options.Contact = contact
		_, err := r.try()
		require.ErrorIs(t, err, fetch.ErrNoContact, contact)
	}
	agent, err := fetch.UserAgent("1.0", "me@example.se")
	require.NoError(t, err)
	require.Equal(t, "lofte/1.0 (+mailto:me@example.se)", agent)
}
