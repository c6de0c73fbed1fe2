package polite_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/polite"
)

// The rules of RFC 9309, section 2, each as a small file and what follows.
func TestRobotsMatching(t *testing.T) {
	for _, c := range []struct {
		name, file string
		yes, no    string // paths, separated by spaces
		agent      string
	}{
		{name: "nothing said", file: "", yes: "/ /a"},
		{name: "all disallowed", file: "user-agent: *\ndisallow: /", no: "/ /a", yes: "/robots.txt"},
		{name: "empty disallow", file: "user-agent: *\ndisallow:", yes: "/ /a"},
		{name: "a prefix", file: "user-agent: *\ndisallow: /fish", no: "/fish /fish.html /fishheads/x /fish?id=a", yes: "/Fish /catfish /?id=fish"},
		{name: "a folder", file: "user-agent: *\ndisallow: /fish/", no: "/fish/ /fish/a", yes: "/fish /fish.html"},
		{name: "longest wins", file: "user-agent: *\ndisallow: /a\nallow: /a/b", yes: "/a/b /a/bc", no: "/a /a/c"},
		{name: "longest wins in any order", file: "user-agent: *\nallow: /a/b\ndisallow: /a", yes: "/a/b", no: "/a"},
		{name: "longer disallow", file: "user-agent: *\nallow: /a\ndisallow: /a/b", yes: "/a /a/c", no: "/a/b/c"},
		{name: "equal: allow wins", file: "user-agent: *\ndisallow: /page\nallow: /page", yes: "/page"},
		{name: "equal: allow wins, other order", file: "user-agent: *\nallow: /page\ndisallow: /page", yes: "/page"},
		{name: "the RFC's example", file: "user-agent: *\nallow: /example/page/\ndisallow: /example/page/disallowed.gif",
			yes: "/example/page/ /example/page/a", no: "/example/page/disallowed.gif"},
		{name: "star", file: "user-agent: *\ndisallow: /*.php", no: "/index.php /a/b.php?x /x.phpy", yes: "/index.PHP /php"},
		{name: "star counts as a byte of length", file: "user-agent: *\nallow: /page\ndisallow: /*.htm", yes: "/page", no: "/page.htm"},
		{name: "star at the end", file: "user-agent: *\ndisallow: /fish*", no: "/fish /fishy"},
		{name: "two stars", file: "user-agent: *\ndisallow: /a*b*c", no: "/abc /a1b2c3", yes: "/acb"},
		{name: "dollar", file: "user-agent: *\ndisallow: /*.php$", no: "/a.php", yes: "/a.php?x /a.phpy"},
		{name: "dollar without star", file: "user-agent: *\nallow: /$\ndisallow: /", yes: "/", no: "/a"},
		{name: "dollar inside is itself", file: "user-agent: *\ndisallow: /a$b", no: "/a$b", yes: "/a"},
		{name: "anchored after a star", file: "user-agent: *\ndisallow: /*a$", no: "/a /aba /xa", yes: "/ab"},
		{name: "escapes are alike", file: "user-agent: *\ndisallow: /l%c3%b6fte", no: "/löfte /l%C3%B6fte /l%c3%b6fte/x", yes: "/lofte"},
		{name: "plain is like escaped", file: "user-agent: *\ndisallow: /löfte", no: "/l%C3%B6fte"},
		{name: "unreserved escapes", file: "user-agent: *\ndisallow: /%61b", no: "/ab /%61%62"},
		{name: "an escaped slash is none", file: "user-agent: *\ndisallow: /a%2Fb", no: "/a%2fb", yes: "/a/b"},
		{name: "own group instead of all", file: "user-agent: *\ndisallow: /\n\nuser-agent: lofte\ndisallow: /x", yes: "/", no: "/x"},
		{name: "own group that is empty", file: "user-agent: *\ndisallow: /\n\nuser-agent: lofte\n", yes: "/"},
		{name: "case of agent", file: "User-Agent: LOFTE\nDisallow: /x", no: "/x", yes: "/"},
		{name: "version after the agent", file: "user-agent: lofte/2.0\ndisallow: /x", no: "/x"},
		{name: "another agent", file: "user-agent: lofter\ndisallow: /", yes: "/"},
		{name: "a part of the agent", file: "user-agent: lof\ndisallow: /", yes: "/"},
		{name: "groups are joined", file: "user-agent: lofte\ndisallow: /a\n\nuser-agent: x\ndisallow: /c\n\nuser-agent: lofte\ndisallow: /b", no: "/a /b", yes: "/c"},
		{name: "several agents of a group", file: "user-agent: x\nuser-agent: lofte\ndisallow: /a", no: "/a"},
		{name: "empty lines between agents", file: "user-agent: lofte\n\nuser-agent: x\ndisallow: /a", no: "/a"},
		{name: "rules before any agent", file: "disallow: /\nuser-agent: x\ndisallow: /", yes: "/"},
		{name: "comments", file: "# x\nuser-agent: * # all\ndisallow: /a#b", no: "/a", yes: "/b"},
		{name: "spaces", file: "  user-agent :  * \n\tdisallow\t: /a  ", no: "/a"},
		{name: "line ends", file: "user-agent: *\rdisallow: /a\r\ndisallow: /b", no: "/a /b"},
		{name: "byte order mark", file: "\ufeffuser-agent: *\ndisallow: /a", no: "/a"},
		{name: "sitemaps end no group", file: "user-agent: lofte\nsitemap: https://a.se/s.xml\ndisallow: /a", no: "/a"},
		{name: "unknown lines", file: "user-agent: *\nnoindex: /b\nbananas\ndisallow: /a", no: "/a", yes: "/b"},
		{name: "html instead", file: "<html><body>user-agent: *</body></html>", yes: "/"},
	} {
		r := polite.ParseRobots([]byte(c.file))
		for _, p := range strings.Fields(c.yes) {
			require.True(t, r.Allowed("lofte", p), "%s: %s", c.name, p)
		}
		for _, p := range strings.Fields(c.no) {
			require.False(t, r.Allowed("lofte", p), "%s: %s", c.name, p)
		}
		require.NotEmpty(t, c.yes+c.no)
	}
}

func TestRobotsByStatus(t *testing.T) {
	deny := []byte("user-agent: *\ndisallow: /")
	for status, want := range map[int]bool{
		200: false, 404: true, 401: true, 403: true, 410: true, 301: true, 429: false, 500: false, 503: false, 0: false,
	} {
		r := polite.RobotsOf(status, deny)
		require.Equal(t, want, r.Allowed("lofte", "/a"), status)
		require.Equal(t, !want && status != 200, r.Unreachable(), status)
	}
}

// A file of 600 KiB counts up to 500 KiB, and not half a rule.
func TestRobotsOf600KiB(t *testing.T) {
	filler := strings.Repeat("#"+strings.Repeat("x", 1022)+"\n", 499)
	file := "user-agent: *\ndisallow: /a\n" + filler
	file += "disallow: /" + strings.Repeat("b", polite.RobotsBytes-len(file)) + "cc\n" + strings.Repeat("disallow: /c\n", 8000)
	require.Greater(t, len(file), 600<<10)
	r := polite.ParseRobots([]byte(file))
	require.False(t, r.Allowed("lofte", "/a"))
	require.True(t, r.Allowed("lofte", "/bbb"))
	require.True(t, r.Allowed("lofte", "/c"))
}

func TestCrawlDelayAndSitemaps(t *testing.T) {
	r := polite.ParseRobots([]byte("sitemap: https://a.se/1.xml\nuser-agent: *\ncrawl-delay: 2.5\nuser-agent: lofte\ncrawl-delay: 20\nSitemap: https://a.se/2.xml"))
	require.Equal(t, 20*time.Second, r.Delay("lofte"))
	require.Equal(t, 2500*time.Millisecond, r.Delay("other"))
	require.Equal(t, []string{"https://a.se/1.xml", "https://a.se/2.xml"}, r.Sitemaps)
	for _, bad := range []string{"-1", "x", "1e99", "NaN", ""} {
		require.Zero(t, polite.ParseRobots([]byte("user-agent: *\ncrawl-delay: "+bad)).Delay("lofte"), bad)
	}
}

func FuzzRobots(f *testing.F) {
	seeds := []string{"user-agent: *\ndisallow: /*a$", "\ufeffuser-agent: lofte\nallow: /%zz\ncrawl-delay: 1"}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s, "/a%2f")
	}
	f.Fuzz(func(t *testing.T, file, path string) {
		r := polite.ParseRobots([]byte(file))
		if r.Allowed("lofte", path) != r.Allowed("LOFTE", path) {
			t.Fatal("the case of the agent counts")
		}
		if d := r.Delay("lofte"); d < 0 {
			t.Fatal("a negative delay")
		}
	})
}
