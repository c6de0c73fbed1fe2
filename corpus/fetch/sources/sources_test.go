package sources_test

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/links"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/model"
)

// The example of the package comment.
const example = `version: 1
sources:
  - name: kil
    municipality: "1715"
    start:
      - https://www.kil.se/
    sitemaps:
      - https://www.kil.se/sitemap.xml
    hosts: [media.kil.se]
    follow:
      - text: (?i)medborgarl[öo]fte
      - text: (?i)trygg
        selector: main a
      - url: medborgarlofte
    lists:
      - url: /medborgarloften/$
        total: Visar \d+ av (\d+)
    documents:
      kinds: [promise, follow_up]
      exclude: /print/$
    depth: 4
    max_pages: 2000
    every: {list: 16h, document: 16h, other: 720h}
hosts:
  www.kil.se: {delay: 10s, per_hour: 120, per_day: 1000, https_only: true, gone_at_404: false}
`

func TestTheDocumentedFile(t *testing.T) {
	set, err := sources.Parse([]byte(example))
	require.NoError(t, err)
	s := set.Named("kil")
	require.NotNil(t, s)
	require.Equal(t, []model.Kind{model.KindPromise, model.KindFollowUp}, s.Kinds())
	p := set.Profile("www.kil.se")
	require.Equal(t, []any{10 * time.Second, 120, 1000, true, false}, []any{p.Delay, p.PerHour, p.PerDay, p.HTTPSOnly, p.GoneAt404})
	require.Equal(t, 5*time.Second, set.Profile("kinda.se").Delay)
	require.True(t, set.Profile("polisen.se").GoneAt404)
}

func TestFollowing(t *testing.T) {
	set, err := sources.Parse([]byte(example))
	require.NoError(t, err)
	page, err := links.Parse([]byte(`<nav><a href="/1">Trygghet</a></nav><main><a href="/2">Trygghet</a></main><a href="/3">Vårt medborgarlöfte</a>
<a href="/medborgarlofte/4">här</a><a href="https://media.kil.se/5">Medborgarlöfte</a><a href="https://annan.se/6">Medborgarlöfte</a>
<a href="/7/print/">Medborgarlöfte</a><a href="https://kil.se/8">Medborgarlofte</a><a href="/9">Bygga</a>`), "text/html", "https://www.kil.se/")
	require.NoError(t, err)
	var got []string
	for _, l := range page.Links {
		if set.Sources[0].Follows(l) {
			got = append(got, l.URL)
		}
	}
	require.Equal(t, []string{"https://www.kil.se/2", "https://www.kil.se/3", "https://www.kil.se/medborgarlofte/4",
		"https://media.kil.se/5", "https://kil.se/8"}, got)
	require.True(t, set.Sources[0].Follows(links.Link{URL: "https://kil.se/medborgarlofte"}), "a sitemap's address by url")
	require.False(t, set.Sources[0].Follows(links.Link{URL: "https://kil.se/x"}), "a sitemap's address has no text")
}

func TestPolisenIsBuiltIn(t *testing.T) {
	set, err := sources.BuiltIn()
	require.NoError(t, err)
	s := set.Named("polisen.se")
	const root = "https://polisen.se/om-polisen/"
	for url, want := range map[string]bool{
		root + "medborgarloften/kil/": true,
		root + "medborgarloften-och-lokal-samverkan/medborgarloften/medborgarlofte-kinda-2/":   true,
		root + "medborgarloften-och-lokal-samverkan/medborgarloften/varmland/kil/uppfoljning/": true,
		root + "medborgarloften/?sida=2":           true,
		root + "om-oss/":                           false,
		"https://polisen.se/sok/?q=medborgarlofte": false,
		"https://polisen.se/siteassets/dokument/medborgarloften/medborgarlofte-kil.pdf": true,
		"https://polisen.se/siteassets/dokument/arsredovisning.pdf":                     false,
		"https://evil.se/https://polisen.se/om-polisen/medborgarloften/kil/":            false,
		"http://polisen.se/om-polisen/medborgarloften/kil/":                             false,
	} {
		require.Equal(t, want, s.Follows(links.Link{URL: url}), url)
	}
	for text, want := range map[string]int{
		"Visar 10 av 119": 119, "Visar 1–10 av 119 träffar": 119, "visar 11 - 20 av 1 119": 1119, "Visar alla": 0, "10 av 20": 0,
	} {
		got, _ := s.List(root, text)
		require.Equal(t, want, got, text)
	}
}

func TestMistakesAreToldWithTheirLines(t *testing.T) {
	const head = "version: 1\nsources:\n  - name: kil\n    start: [https://kil.se/]\n"
	for _, c := range []struct{ file, want string }{
		{"", "got null, want object"},
		{"version: 2\nsources: []", "line 1, version"},
		{head + "    folow: []", "line 3, sources/0: additional properties 'folow' not allowed"},
		{head + "    follow:\n      - url: '('", "line 6, sources/0/follow/0/url: regular expression"},
		{head + "    follow:\n      - selector: 'a['", "line 6, sources/0/follow/0/selector: CSS selector"},
		{head + "    follow: [{}]", "line 5, sources/0/follow/0: a rule that says nothing"},
		{head + "    lists:\n      - total: x", "line 6, sources/0/lists/0/total: \"x\" has no group"},
		{head + "    lists: [{}]", "a list is told by"},
		{head + "    every: {list: soon}", "line 5, sources/0/every/list: 'soon' does not match pattern"},
		{head + "    municipality: 1715", "line 5, sources/0/municipality: got number, want string"},
		{head + "    documents: {kinds: [other]}", "sources/0/documents/kinds/0"},
		{head + "  - name: kil\n    start: [https://kil.se/]", "line 5, sources/1/name: two sources"},
		{head + "    hosts: ['https://x.se']", "is no host name"},
		{"version: 1\nsources:\n  - name: kil", "neither start nor sitemaps"},
		{"version: 1\nsources:\n  - name: kil\n    start:\n      - ftp://kil.se/", "line 5, sources/0/start/0: address"},
		{head + "hosts:\n  kil.se: {delay: 1}", "hosts/kil.se/delay"},
		{"a: [", "sources file"},
	} {
		_, err := sources.Parse([]byte(c.file))
		require.ErrorContains(t, err, c.want, c.file)
		var mistake *sources.Error
		require.ErrorAs(t, err, &mistake, c.file)
	}
}

func TestSetsAreJoined(t *testing.T) {
	a, err := sources.Parse([]byte(example))
	require.NoError(t, err)
	b, err := sources.BuiltIn()
	require.NoError(t, err)
	both, err := b.With(a)
	require.NoError(t, err)
	require.Len(t, both.Sources, 2)
	require.Equal(t, 120, both.Profile("www.kil.se").PerHour)
	_, err = both.With(a)
	require.Error(t, err)
}

// The schema in the repository is the one of the types. UPDATE=1 writes it.
func TestTheSchemaIsUpToDate(t *testing.T) {
	const file = "sources.schema.json"
	want, err := sources.Schema()
	require.NoError(t, err)
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(file, want, 0o644))
	}
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}
