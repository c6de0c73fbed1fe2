package archive_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

var start = time.Date(2019, 3, 1, 6, 30, 0, 123000000, time.UTC)

func options() archive.Options {
	return archive.Options{Software: "lofte test", Random: rand.NewChaCha8([32]byte{1}), Now: func() time.Time { return start }}
}

func writer(t testing.TB, dir string, o archive.Options) *archive.Writer {
	t.Helper()
	w, err := archive.NewWriter(dir, o)
	require.NoError(t, err)
	return w
}

func page(url, body string, at time.Time) archive.Exchange {
	return archive.Exchange{
		URL: url, At: at, IP: "192.0.2.1", Role: "page",
		Request:  []byte("GET / HTTP/1.1\r\nHost: kil.se\r\n\r\n"),
		Response: fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(body), body),
		Fields:   warc.Header{{Name: "source", Value: "kil"}},
	}
}

func original(r archive.Ref) *archive.Original {
	return &archive.Original{URL: r.URL, At: r.At, Digest: r.Line.Digest}
}

func notModified(url string, same *archive.Original, at time.Time) archive.Exchange {
	x := page(url, "", at)
	x.Response = []byte("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n")
	x.Same = same
	return x
}

func add(t testing.TB, w *archive.Writer, x archive.Exchange) archive.Ref {
	t.Helper()
	ref, err := w.Append(x)
	require.NoError(t, err)
	return ref
}

func opened(t testing.TB, dir string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(dir)
	require.NoError(t, err)
	t.Cleanup(func() { a.Close() })
	return a
}

func valid(t testing.TB, dir string) *archive.Report {
	t.Helper()
	r, err := archive.Verify(dir)
	require.NoError(t, err)
	require.Empty(t, r.Problems)
	return r
}

const kil, kind = "https://www.kil.se/löften/", "https://kinda.se/"

// filled writes two versions of one page, a 304 between them, equal bytes
// after them, a page of another host, a failure and a note.
func filled(t testing.TB, dir string) {
	t.Helper()
	w := writer(t, dir, options())
	first := add(t, w, page(kil, "ett", start))
	add(t, w, notModified(kil, original(first), start.Add(time.Hour)))
	second := add(t, w, page(kil, "två", start.Add(2*time.Hour)))
	repeat := page(kil, "två", start.Add(3*time.Hour))
	repeat.Same = original(second)
	add(t, w, repeat)
	require.NoError(t, w.Close())
	w = writer(t, dir, options())
	add(t, w, page(kind, "tre", start.Add(4*time.Hour)))
	failed := page(kind, "", start.Add(5*time.Hour))
	failed.Response = nil
	add(t, w, failed)
	_, err := w.Note(first, warc.Header{{Name: "decision", Value: "promise"}, {Name: "municipality", Value: "1715"}})
	require.NoError(t, err)
	require.NoError(t, w.Close())
}

func TestEveryVersionIsKept(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	r := valid(t, dir)
	require.Equal(t, 2, r.Segments)
	require.Equal(t, 5, r.Captures)
	require.Zero(t, r.Unfinished)
	a := opened(t, dir)
	for hours, want := range []string{"ett", "ett", "två", "två"} {
		l, err := a.Lookup(kil, start.Add(time.Duration(hours)*time.Hour))
		require.NoError(t, err)
		require.Equal(t, hours%2 == 1, l.Revisit())
		doc, err := a.Get(l)
		require.NoError(t, err)
		require.Equal(t, want, string(doc.Body))
		require.Equal(t, "text/html", doc.MediaType)
	}
	_, err := a.Lookup(kil, start.Add(-time.Second))
	require.ErrorIs(t, err, archive.ErrNotFound)
	_, err = a.Lookup("https://www.kil.se/löften", start.Add(time.Hour))
	require.ErrorIs(t, err, archive.ErrNotFound, "another address")
}

func TestGroupsComeInTheOrderOfWriting(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	a := opened(t, dir)
	var positions []archive.Position
	var notes, failures int
	for g, err := range a.Groups(archive.Position{}) {
		require.NoError(t, err)
		positions = append(positions, g.Position)
		if g.Note {
			notes++
			require.Equal(t, start, g.At)
			require.Equal(t, "1715", g.Fields.Get("municipality"))
			continue
		}
		require.Equal(t, "kil", g.Fields.Get("source"))
		require.Equal(t, "page", g.Role())
		if g.Response == nil {
			failures++
		}
	}
	require.Len(t, positions, 7)
	require.Equal(t, []int{1, 1}, []int{notes, failures})
	for i, p := range positions {
		var rest []archive.Position
		for g, err := range a.Groups(p) {
			require.NoError(t, err)
			rest = append(rest, g.Position)
		}
		require.Equal(t, len(positions)-i-1, len(rest))
	}
}

func TestDocumentsAreEachContentOnce(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	require.True(t, archive.Holds(dir))
	var got []string
	for d, err := range archive.Documents(dir) {
		require.NoError(t, err)
		got = append(got, d.URL+" "+cdxj.Stamp(d.At)+" "+string(d.Body))
	}
	require.Equal(t, []string{
		kil + " 20190301063000 ett", kil + " 20190301083000 två", kind + " 20190301103000 tre"}, got)
	segments := filepath.Join(dir, "warc")
	var others []string
	for d, err := range archive.Documents(segments) { // as if they were the files of another
		require.NoError(t, err)
		others = append(others, d.URL+" "+cdxj.Stamp(d.At)+" "+string(d.Body))
	}
	require.Equal(t, got, others)
	require.False(t, archive.Holds(t.TempDir()))
}

// The open segment is cut off at every byte: whatever a kill leaves, readers
// see the whole groups, the next writer seals them, and nothing else is lost.
func TestWhereverAKillCutsTheWholeGroupsStay(t *testing.T) {
	dir := t.TempDir()
	w := writer(t, dir, options())
	var ends []int64
	for i := range 3 {
		ends = append(ends, add(t, w, page(kil, fmt.Sprint(i), start.Add(time.Duration(i)*time.Hour))).Position.Offset)
	}
	name := ends[2]
	files, err := filepath.Glob(filepath.Join(dir, "warc", "*.open"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	whole, err := os.ReadFile(files[0])
	require.NoError(t, err)
	require.EqualValues(t, name, len(whole))
	for cut := 0; cut <= len(whole); cut += 1 + cut%13 {
		killed := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(killed, "warc"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(killed, "warc", filepath.Base(files[0])), whole[:cut], 0o644))
		want := 0
		for _, e := range ends {
			if int64(cut) >= e {
				want++
			}
		}
		require.Equal(t, want, valid(t, killed).Captures, "cut at %d", cut)
		w := writer(t, killed, options())
		r := valid(t, killed)
		require.Equal(t, want, r.Captures, "cut at %d", cut)
		require.Zero(t, r.Unfinished)
		add(t, w, page(kil, "after", start.Add(9*time.Hour)))
		require.NoError(t, w.Close())
		require.Equal(t, want+1, valid(t, killed).Captures)
	}
}

func TestASealedSegmentThatTheIndexLacksIsPutIn(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	index, err := os.ReadFile(filepath.Join(dir, "index.cdxj"))
	require.NoError(t, err)
	require.NoError(t, os.Remove(filepath.Join(dir, "index.cdxj")))
	require.Equal(t, 5, valid(t, dir).Captures)
	require.NoError(t, archive.Reindex(dir, options()))
	again, err := os.ReadFile(filepath.Join(dir, "index.cdxj"))
	require.NoError(t, err)
	require.Equal(t, string(index), string(again))
}

// Each kind of damage is found: a changed byte, a changed index, a line too
// many, a segment that is gone.
func TestVerifyFindsDamage(t *testing.T) {
	segment := func(dir string) string {
		files, _ := filepath.Glob(filepath.Join(dir, "warc", "*-000001-*"))
		return files[0]
	}
	for name, damage := range map[string]func(dir string) error{
		"a byte of a segment": func(dir string) error {
			data, _ := os.ReadFile(segment(dir))
			data[len(data)/2] ^= 1
			return os.WriteFile(segment(dir), data, 0o644)
		},
		"a segment cut off": func(dir string) error { return os.Truncate(segment(dir), 1000) },
		"a segment gone":    func(dir string) error { return os.Remove(segment(dir)) },
		"the index gives another place": func(dir string) error {
			return edit(filepath.Join(dir, "index.cdxj"), `"offset":"`, `"offset":"1`)
		},
		"the index gives another digest": func(dir string) error {
			return edit(filepath.Join(dir, "index.cdxj"), `"sha256:`, `"sha256:0`)
		},
		"the index has a line too many": func(dir string) error {
			return edit(filepath.Join(dir, "index.cdxj"), "se,kinda)", "se,kil)/x 20190301103000 {\"url\":\"x\"}\nse,kinda)")
		},
		"the index is not sorted": func(dir string) error {
			return edit(filepath.Join(dir, "index.cdxj"), "se,kil)", "se,zzz)")
		},
	} {
		dir := t.TempDir()
		filled(t, dir)
		require.NoError(t, damage(dir), name)
		r, err := archive.Verify(dir)
		require.NoError(t, err, name)
		require.NotEmpty(t, r.Problems, name)
	}
}

func edit(file, old, new string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644)
}

// A payload that does not have its digest is found even when the file's own
// checksums are right.
func TestVerifyFindsAWrongPayloadDigest(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	files, err := filepath.Glob(filepath.Join(dir, "warc", "*-000002-*"))
	require.NoError(t, err)
	data, err := os.ReadFile(files[0])
	require.NoError(t, err)
	var out bytes.Buffer
	e := warc.NewEncoder()
	r := warc.NewReader(bytes.NewReader(data), 0)
	for {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		block, err := rec.Block(1 << 20)
		require.NoError(t, err)
		var h warc.Header
		for _, f := range rec.Header {
			if f.Name != "WARC-Block-Digest" && f.Name != "Content-Length" {
				h = append(h, f)
			}
		}
		require.NoError(t, e.Append(&out, h, bytes.Replace(block, []byte("tre"), []byte("TRE"), 1)))
	}
	require.NoError(t, os.WriteFile(files[0], out.Bytes(), 0o644))
	report, err := archive.Verify(dir)
	require.NoError(t, err)
	require.Len(t, report.Problems, 1)
	require.ErrorContains(t, report.Problems[0].Err, "WARC-Payload-Digest")
}

func TestExport(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	a := opened(t, dir)
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	for name, c := range map[string]struct {
		filter archive.Filter
		want   int
	}{
		"all":                            {archive.Filter{}, 5},
		"by host":                        {archive.Filter{Host: "kinda.se"}, 1},
		"by date with what it refers to": {archive.Filter{From: hour(1), To: hour(1)}, 2},
		"by municipality":                {archive.Filter{Municipality: "1715"}, 4},
		"by another municipality":        {archive.Filter{Municipality: "0513"}, 0},
		"by host and date":               {archive.Filter{Host: "kil.se", From: hour(2)}, 2},
	} {
		var out bytes.Buffer
		n, err := a.Export(&out, c.filter, options())
		require.NoError(t, err, name)
		require.Equal(t, c.want, n, name)
		file := filepath.Join(t.TempDir(), "x.warc.gz")
		require.NoError(t, os.WriteFile(file, out.Bytes(), 0o644))
		for _, err := range archive.Documents(file) {
			require.NoError(t, err, name)
		}
	}
}
