package cdxj_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive/cdxj"
)

func TestKeys(t *testing.T) {
	for address, want := range map[string]string{
		"https://polisen.se/om-polisen/medborgarloften/kil/": "se,polisen)/om-polisen/medborgarloften/kil",
		"https://www.Kil.se":             "se,kil)/",
		"http://kil.se:80/A?b=2&a=1":     "se,kil)/a?a=1&b=2",
		"http://kil.se:8080/":            "se,kil:8080)/",
		"https://kil.se/l%C3%B6fte a":    "se,kil)/l%c3%b6fte%20a",
		"dns:kil.se":                     "dns:kil.se",
		"https://kil.se/?":               "se,kil)/",
		"https://trygg.kil.se/x#heading": "se,kil,trygg)/x",
	} {
		require.Equal(t, want, cdxj.Key(address), address)
	}
	require.Equal(t, "se,polisen)", cdxj.HostPrefix("polisen.se"))
}

func line(url string, day int) cdxj.Line {
	return cdxj.Line{Key: cdxj.Key(url), Time: time.Date(2019, 3, day, 6, 30, 0, 0, time.UTC), URL: url,
		Mime: "text/html", Status: 200, Digest: "sha256:00", Length: 10, Offset: int64(day), Filename: "a.warc.gz"}
}

func TestLinesRoundTrip(t *testing.T) {
	l := line("https://kil.se/?a=<b>&c=å", 1)
	require.Contains(t, l.String(), `{"url":"https://kil.se/?a=<b>&c=å","mime":"text/html","status":"200","digest":"sha256:00","length":"10","offset":"1","filename":"a.warc.gz"}`)
	again, err := cdxj.Parse(l.String())
	require.NoError(t, err)
	require.Equal(t, l, again)
	for _, bad := range []string{"", "a b", "a 2019 {}", "a 20190301063000 {", "a 20191301063000 {}"} {
		_, err := cdxj.Parse(bad)
		require.Error(t, err, bad)
	}
}

func index(t *testing.T, old *cdxj.File, meta []string, lines ...cdxj.Line) *cdxj.File {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, cdxj.Merge(&b, old, meta, lines))
	return cdxj.NewFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

func TestEveryLineIsFoundByHalving(t *testing.T) {
	var lines []cdxj.Line
	for i := range 3000 {
		lines = append(lines, line(fmt.Sprintf("https://kil.se/%04d%s", i, strings.Repeat("x", i%40)), 1+i%28))
	}
	f := index(t, index(t, nil, []string{"meta a"}, lines[1500:]...), []string{"meta b"}, lines[:1500]...)
	var meta []string
	for m, err := range f.Meta() {
		require.NoError(t, err)
		meta = append(meta, m)
	}
	require.Equal(t, []string{"meta a", "meta b"}, meta)
	for i, want := range lines {
		n := 0
		for got, err := range f.From(want.Key + " ") {
			require.NoError(t, err)
			require.Equal(t, lines[i+n], got)
			if n++; n == 2 || i+n == len(lines) {
				break
			}
		}
	}
	for range f.From("t") {
		t.Fatal("there is nothing after the last key")
	}
}

func TestCapturesOfOneSecondKeepTheirOrder(t *testing.T) {
	a, b := line("https://kil.se/", 1), line("https://kil.se/", 1)
	a.Offset, b.Offset = 9, 10
	var got []int64
	for l, err := range index(t, index(t, nil, nil, a), nil, b).From("") {
		require.NoError(t, err)
		got = append(got, l.Offset)
	}
	require.Equal(t, []int64{9, 10}, got)
}

func TestAnIndexThatIsCutOffSaysSo(t *testing.T) {
	text := line("https://kil.se/", 1).String() + "\n" + line("https://kil.se/", 2).String()
	var err error
	for _, e := range cdxj.NewFile(strings.NewReader(text), int64(len(text))).From("") {
		err = e
	}
	require.ErrorContains(t, err, "cut off")
}
