package archive_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// Independent readers agree on the number of records and on the digest of
// every payload, be it chunked, compressed, binary or empty. node-warc ends a
// body at an empty line and so gets none that has one.
func TestNodeWARCReadsWhatWeWrite(t *testing.T) { independent(t, "node-warc", plainResponses()) }

func TestWarcioReadsWhatWeWrite(t *testing.T) {
	independent(t, "warcio", append(plainResponses(), responsesWithEmptyLines()...))
}

func independent(t *testing.T, reader string, responses [][]byte) {
	const folder = "testdata/readers"
	if _, err := os.Stat(filepath.Join(folder, "node_modules", reader)); err != nil {
		t.Skip(reader + " is not there: npm ci --prefix corpus/archive/" + folder)
	}
	dir := t.TempDir()
	filled(t, dir)
	w := writer(t, dir, options())
	for i, response := range responses {
		x := page(fmt.Sprintf("https://kil.se/%d", i), "", start.Add(time.Duration(100+i)*time.Second))
		x.Response = response
		add(t, w, x)
	}
	require.NoError(t, w.Close())
	ours := valid(t, dir)
	files, err := filepath.Glob(filepath.Join(dir, "warc", "*.warc.gz"))
	require.NoError(t, err)
	out, err := exec.Command("node", append([]string{filepath.Join(folder, reader+".cjs")}, files...)...).CombinedOutput()
	require.NoError(t, err, string(out))
	records, seen := 0, 0
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		var r struct{ Type, ID, URI, Declared, Actual string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &r), lines.Text())
		records++
		require.NotEmpty(t, r.ID)
		if r.Type == "response" {
			seen++
			require.Equal(t, r.Declared, r.Actual, r.URI)
		}
	}
	require.Equal(t, ours.Records, records)
	require.Equal(t, 3+len(responses), seen)
}

const okHead = "HTTP/1.1 200 OK\r\nServer: x\r\n"

func plainResponses() [][]byte {
	var z bytes.Buffer
	zip := gzip.NewWriter(&z)
	fmt.Fprint(zip, strings.Repeat("löfte\r\n", 5000))
	zip.Close()
	return [][]byte{
		[]byte(okHead + "Transfer-Encoding: chunked\r\n\r\n3\r\nhej\r\n4\r\npå!\r\n0\r\n\r\n"),
		[]byte(okHead + "Content-Encoding: gzip\r\n\r\n" + z.String()),
		[]byte(okHead + "Content-Type: text/html\r\n\r\n<html>\n\nslut"),
		[]byte("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nfinns inte"),
	}
}

func responsesWithEmptyLines() [][]byte {
	binary := make([]byte, 70_000)
	for i := range binary {
		binary[i] = byte(i * i >> 3)
	}
	return [][]byte{
		[]byte(okHead + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n\r\n" + string(binary)),
		[]byte(okHead + "Content-Type: text/html\r\n\r\n<html>\n\r\n\r\nslut\r\n\r\n"),
		[]byte(okHead + "Content-Length: 0\r\n\r\n"),
	}
}

// What wget archives is read: the address that it puts in angle brackets, its
// digests, chunks and redirects.
func TestWhatWgetWroteIsRead(t *testing.T) {
	wget, err := exec.LookPath("wget")
	if err != nil {
		t.Skip("wget is not there: apt-get install wget")
	}
	site := http.NewServeMux()
	site.HandleFunc("/lofte", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<h1>Medborgarlöfte 2019</h1>")
		w.(http.Flusher).Flush() // so that it is chunked
		fmt.Fprint(w, "<p>Polisen lovar att patrullera.</p>")
	})
	site.Handle("/gammal", http.RedirectHandler("/lofte", http.StatusMovedPermanently))
	site.HandleFunc("/fil.pdf", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
		w.Write([]byte("%PDF-1.4\r\n\r\n%%EOF\r\n\r\n"))
	})
	server := httptest.NewServer(site)
	defer server.Close()
	for _, more := range [][]string{nil, {"--no-warc-compression"}} {
		dir := t.TempDir()
		args := append([]string{"-q", "--tries=1", "--no-proxy", "-P", dir, "--warc-file=" + filepath.Join(dir, "x"), "--warc-tempdir=" + dir,
			server.URL + "/gammal", server.URL + "/fil.pdf", server.URL + "/saknas"}, more...)
		_ = exec.Command(wget, args...).Run() // it ends with 8, because of the 404
		got := map[string]string{}
		for d, err := range archive.Documents(dir) {
			require.NoError(t, err)
			require.WithinDuration(t, time.Now(), d.At, time.Minute)
			got[strings.TrimPrefix(d.URL, server.URL)+" "+d.MediaType] = string(d.Body)
		}
		require.Equal(t, map[string]string{
			"/lofte text/html":         "<h1>Medborgarlöfte 2019</h1><p>Polisen lovar att patrullera.</p>",
			"/fil.pdf application/pdf": "%PDF-1.4\r\n\r\n%%EOF\r\n\r\n",
		}, got)
		require.Positive(t, checkBlocks(t, dir))
	}
}

// checkBlocks checks the block digests in the WARC files of a folder.
func checkBlocks(t *testing.T, dir string) int {
	files, err := filepath.Glob(filepath.Join(dir, "*.warc*"))
	require.NoError(t, err)
	n := 0
	for _, name := range files {
		f, err := os.Open(name)
		require.NoError(t, err)
		defer f.Close()
		r := warc.NewReader(f, 0)
		for {
			rec, err := r.Next()
			if err != nil {
				require.Equal(t, "EOF", err.Error())
				break
			}
			block, err := rec.Block(1 << 20)
			require.NoError(t, err)
			ok, err := warc.CheckDigest(rec.Header.Get("WARC-Block-Digest"), block)
			require.NoError(t, err)
			require.True(t, ok)
			n++
		}
	}
	return n
}
