package warc_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/model"
)

var day = time.Date(2019, 3, 1, 6, 30, 0, 0, time.UTC)

func header(kind string) warc.Header {
	return warc.Header{
		{Name: "WARC-Type", Value: kind},
		{Name: "WARC-Record-ID", Value: "<urn:uuid:00000000-0000-4000-8000-000000000001>"},
		{Name: "WARC-Date", Value: warc.FormatDate(day)},
		{Name: "WARC-Target-URI", Value: "https://www.kil.se/löfte"},
	}
}

func encode(t testing.TB, blocks ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	e := warc.NewEncoder()
	for _, b := range blocks {
		require.NoError(t, e.Append(&out, header(warc.Metadata), []byte(b)))
	}
	return out.Bytes()
}

func TestRecordsComeBackWithTheirPlaces(t *testing.T) {
	blocks := []string{"a: 1\r\n", "", strings.Repeat("é\r\n\r\n", 9000)}
	file := encode(t, blocks...)
	r := warc.NewReader(bytes.NewReader(file), 0)
	var at int64
	for _, want := range blocks {
		rec, err := r.Next()
		require.NoError(t, err)
		require.Equal(t, at, rec.Offset)
		require.Equal(t, "https://www.kil.se/löfte", rec.Header.TargetURI())
		date, err := rec.Header.Date()
		require.NoError(t, err)
		require.Equal(t, day, date)
		got, err := rec.Block(1 << 20)
		require.NoError(t, err)
		require.Equal(t, want, string(got))
		ok, err := warc.CheckDigest(rec.Header.Get("warc-block-digest"), got)
		require.NoError(t, err)
		require.True(t, ok)
		n, err := r.Finish()
		require.NoError(t, err)
		alone := warc.NewReader(bytes.NewReader(file[at:at+n]), at)
		again, err := alone.Next()
		require.NoError(t, err)
		require.Equal(t, at, again.Offset)
		at += n
	}
	_, err := r.Next()
	require.ErrorIs(t, err, io.EOF)
	require.EqualValues(t, len(file), at)
}

// What others write: plain, in one gzip stream, with angle brackets, folded
// lines, bare line feeds.
func TestFilesOfOthersAreRead(t *testing.T) {
	plain := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:x>\r\nWARC-Date: 2019-03-01T06:30:00Z\r\n" +
		"WARC-Target-URI: <http://a.se/>\r\nX-Long: one\r\n  two\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"
	bareFeeds := strings.Replace(plain, "\r\n\r\nabc", "\n\nabc", 1)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, plain, plain)
	require.NoError(t, z.Close())
	for name, file := range map[string]string{
		"plain": plain + plain, "one stream": packed.String(), "line feeds": bareFeeds + "\r\n" + plain,
	} {
		r := warc.NewReader(strings.NewReader(file), 0)
		for range 2 {
			rec, err := r.Next()
			require.NoError(t, err, name)
			require.Equal(t, "http://a.se/", rec.Header.TargetURI(), name)
			require.Equal(t, "one two", rec.Header.Get("X-Long"), name)
			block, err := rec.Block(10)
			require.NoError(t, err, name)
			require.Equal(t, "abc", string(block), name)
		}
		_, err := r.Next()
		require.ErrorIs(t, err, io.EOF, name)
	}
}

// Cut off anywhere, a file yields its whole records and then says that it ends
// too early; never a record that is not there, and never a clean end.
func TestATornFileSaysSo(t *testing.T) {
	file := encode(t, "first", "second")
	first := len(encode(t, "first"))
	for cut := range len(file) {
		r := warc.NewReader(bytes.NewReader(file[:cut]), 0)
		var err error
		whole := 0
		for err == nil {
			if _, err = r.Next(); err != nil {
				break
			}
			if _, err = r.Finish(); err == nil {
				whole++
			}
		}
		require.Equal(t, cut/first, whole, "cut at %d", cut)
		if cut%first == 0 {
			require.ErrorIs(t, err, io.EOF)
			continue
		}
		var bad *warc.FormatError
		require.ErrorAs(t, err, &bad, "cut at %d", cut)
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, "cut at %d", cut)
		require.EqualValues(t, whole*first, bad.Offset)
	}
}

func TestWhatIsNoWARC(t *testing.T) {
	for name, file := range map[string]string{
		"html":            "<html></html>",
		"no length":       "WARC/1.1\r\nWARC-Type: metadata\r\n\r\n",
		"negative length": "WARC/1.1\r\nContent-Length: -1\r\n\r\n",
		"lying length":    "WARC/1.1\r\nContent-Length: 2\r\n\r\nabc\r\n\r\n",
		"no colon":        "WARC/1.1\r\nContent-Length 2\r\n\r\nab\r\n\r\n",
		"endless header":  "WARC/1.1\r\n" + strings.Repeat("X: y\r\n", 100_000),
		"endless line":    "WARC/1.1\r\n" + strings.Repeat("X", 300_000),
	} {
		r := warc.NewReader(strings.NewReader(file), 0)
		_, err := r.Next()
		if err == nil {
			_, err = r.Finish()
		}
		var bad *warc.FormatError
		require.ErrorAs(t, err, &bad, name)
	}
}

func TestABlockOverTheLimitIsAnError(t *testing.T) {
	r := warc.NewReader(bytes.NewReader(encode(t, "0123456789")), 0)
	rec, err := r.Next()
	require.NoError(t, err)
	_, err = rec.Block(9)
	require.ErrorContains(t, err, "over the limit")
}

func TestFieldsWithLineBreaksAreNotWritten(t *testing.T) {
	var out bytes.Buffer
	h := append(header(warc.Metadata), warc.Field{Name: "X", Value: "a\r\nWARC-Type: response"})
	require.Error(t, warc.NewEncoder().Append(&out, h, nil))
}

func TestFieldsRoundTrip(t *testing.T) {
	in := warc.Header{{Name: "via", Value: "https://a.se/"}, {Name: "municipality", Value: "1715"}, {Name: "municipality", Value: "1780"}}
	out, err := warc.DecodeFields(warc.EncodeFields(in))
	require.NoError(t, err)
	require.Equal(t, in, out)
	require.Equal(t, []string{"1715", "1780"}, out.Values("Municipality"))
}

func TestDigests(t *testing.T) {
	for labelled, want := range map[string]bool{
		"sha1:2jmj7l5rSW0yVb/vlWAYkK/YBwk=":                                       false,
		"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ":                                   true,
		"sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709":                           true,
		"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855": true,
		"md5:d41d8cd98f00b204e9800998ecf8427e":                                    true,
	} {
		ok, err := warc.CheckDigest(labelled, nil)
		require.NoError(t, err)
		require.Equal(t, want, ok, labelled)
	}
	_, err := warc.CheckDigest("crc:1", nil)
	require.ErrorContains(t, err, "unknown algorithm")
}

func zipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprint(z, text)
	z.Close()
	return b.String()
}

func TestResponses(t *testing.T) {
	gz := zipped("hej")
	for name, c := range map[string]struct{ message, payload, content string }{
		"plain":   {"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhej", "hej", "hej"},
		"chunked": {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n1\r\nj\r\n0\r\n\r\n", "hej", "hej"},
		"already without its chunks": {
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhej", "hej", "hej"},
		"gzip":          {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gz, gz, "hej"},
		"gzip twice":    {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n" + zipped(gz), zipped(gz), "hej"},
		"old line ends": {"HTTP/1.0 200 OK\nServer: x\n\nhej", "hej", "hej"},
		"no body":       {"HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", "", ""},
	} {
		m, err := warc.ParseResponse([]byte(c.message))
		require.NoError(t, err, name)
		require.Equal(t, c.payload, string(m.Payload), name)
		content, err := m.Content(100)
		require.NoError(t, err, name)
		require.Equal(t, c.content, string(content), name)
	}
}

func TestContentIsLimitedAndChecked(t *testing.T) {
	bomb := "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + zipped(strings.Repeat("0", 1<<20))
	for name, c := range map[string]struct {
		message string
		code    model.Code
	}{
		"gzip bomb":       {bomb, model.TooLarge},
		"not gzip":        {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhej", model.Damaged},
		"gzip cut off":    {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + zipped("hej")[:20], model.Damaged},
		"unknown coding":  {"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nhej", model.Damaged},
		"tower of coding": {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip,gzip,gzip,gzip\r\n\r\nhej", model.Damaged},
	} {
		m, err := warc.ParseResponse([]byte(c.message))
		require.NoError(t, err, name)
		_, err = m.Content(1 << 16)
		var bad *model.ReadError
		require.ErrorAs(t, err, &bad, name)
		require.Equal(t, c.code, bad.Code, name)
	}
	_, err := warc.ParseResponse([]byte("<html>"))
	require.Error(t, err)
}

func FuzzReader(f *testing.F) {
	seeds := [][]byte{
		encode(f, "a", "b"), []byte("WARC/1.0\r\nContent-Length: 1\r\n\r\na\r\n\r\n"),
		[]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
	}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := warc.ParseResponse(data); err == nil {
			if content, err := m.Content(1 << 16); err == nil && len(content) > 1<<16 {
				t.Fatal("content over the limit")
			}
		}
		r := warc.NewReader(bytes.NewReader(data), 0)
		last := int64(-1)
		for {
			rec, err := r.Next()
			if err != nil {
				var bad *warc.FormatError
				if !errors.Is(err, io.EOF) && !errors.As(err, &bad) {
					t.Fatalf("untyped error: %v", err)
				}
				return
			}
			if rec.Offset >= 0 && rec.Offset <= last {
				t.Fatalf("record at %d after one at %d", rec.Offset, last)
			}
			last = max(last, rec.Offset)
		}
	})
}
