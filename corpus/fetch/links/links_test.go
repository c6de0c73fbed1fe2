package links_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/links"
)

const at = "https://kil.se/a/"

func parse(t *testing.T, body string) *links.Page {
	t.Helper()
	p, err := links.Parse([]byte(body), "text/html", at)
	require.NoError(t, err)
	return p
}

func TestLinksOfAPage(t *testing.T) {
	p := parse(t, `<base href="/b/"><main><a href="x/">Medborgar&shy;löfte <b>Kil</b></a> <a href="#top">Topp</a><a href="mailto:a@b.se">E-post</a>
<a href="javascript:x()">Lyssna</a><a href="/c#d"> </a><a href="/c">Två</a><a href="/c">Tre</a><a title="Fil" href="f.pdf"><img></a>
<template><a href="/t">t</a></template><script>"<a href='/s'>"</script><map><area href="/m"></map><a href="http://0x7f.1/">ond</a><a href=" http://[ ">trasig</a></main>`)
	var got []string
	for _, l := range p.Links {
		got = append(got, l.URL+" "+l.Text)
		require.False(t, l.Sitemap())
	}
	require.Equal(t, []string{"https://kil.se/b/x/ Medborgarlöfte Kil", "https://kil.se/c Två", "https://kil.se/b/f.pdf Fil", "https://kil.se/m "}, got)
	require.True(t, p.Links[0].Matches(cascadia.MustCompile("main > a")))
	require.False(t, p.Links[0].Matches(cascadia.MustCompile("nav a")))
}

func TestTextOfAPage(t *testing.T) {
	p := parse(t, `<p>Visar <b>1</b>0 av</p><p>119</p><script>nej</script><style>nej</style>`)
	require.Equal(t, "Visar 10 av 119", p.Text)
}

func TestOldEncodings(t *testing.T) {
	body := []byte("<a href=\"/x\">Medborgarl\xf6fte</a>")
	for _, contentType := range []string{"text/html; charset=iso-8859-1", "text/html"} {
		p, err := links.Parse(body, contentType, at)
		require.NoError(t, err)
		require.Equal(t, "Medborgarlöfte", p.Links[0].Text, contentType)
	}
}

func TestDeepPagesAreReadWithoutRecursion(t *testing.T) {
	p, err := links.Parse([]byte(strings.Repeat("<div>", 400)+"<a href=x>y</a>"), "text/html", at)
	require.NoError(t, err)
	require.Len(t, p.Links, 1)
}

func TestSitemaps(t *testing.T) {
	const set = `<?xml version="1.0"?><urlset xmlns="x"><url><loc> https://kil.se/a&amp;b </loc><lastmod>2019</lastmod></url>
<url><loc>/rel</loc></url><url><image:image xmlns:image="i"><image:loc>https://kil.se/i.png</image:loc></image:image></url><url><loc>ftp://x</loc></url></urlset>`
	s, err := links.ParseSitemap([]byte(set), at)
	require.NoError(t, err)
	require.Len(t, s.Pages, 2)
	require.Equal(t, "https://kil.se/a&b", s.Pages[0].URL)
	require.True(t, s.Pages[0].Sitemap())
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(`<sitemapindex><sitemap><loc>https://kil.se/1.xml.gz</loc></sitemap></sitemapindex>`))
	w.Close()
	s, err = links.ParseSitemap(z.Bytes(), at)
	require.NoError(t, err)
	require.Equal(t, []string{"https://kil.se/1.xml.gz"}, s.Sitemaps)
	s, err = links.ParseSitemap([]byte("https://kil.se/a\nhttps://kil.se/b\n"), at)
	require.NoError(t, err)
	require.Len(t, s.Pages, 2)
	s, err = links.ParseSitemap([]byte(`<urlset><url><loc>https://kil.se/a</loc></url><url>`), at)
	require.Error(t, err)
	require.Len(t, s.Pages, 1, "what came before the error")
}

func FuzzParse(f *testing.F) {
	seeds := []string{`<a href="/x">y</a>`, `<base href="//[">`, `<urlset><url><loc>https://kil.se/</loc></url></urlset>`}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if p, err := links.Parse(body, "text/html", at); err == nil {
			seen := map[string]bool{}
			for _, l := range p.Links {
				if seen[l.URL] || !strings.HasPrefix(l.URL, "http") {
					t.Fatalf("%q", l.URL)
				}
				seen[l.URL] = true
			}
		}
		_, _ = links.ParseSitemap(body, at) // must not panic; what it finds is checked above
	})
}
