package archive_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
)

// What stood at an address on a day: the last document before it, also one that
// came back; nothing once it was gone or had moved; the same after a failure.
func TestAsOf(t *testing.T) {
	dir := t.TempDir()
	day := func(n int) time.Time { return time.Date(2019, 3, n, 2, 0, 0, 0, time.UTC) }
	w, err := archive.NewWriter(dir, archive.Options{})
	require.NoError(t, err)
	for i, answer := range []string{"200 OK|first", "200 OK|second", "503 Unavailable|", "200 OK|first", "404 Not Found|", "200 OK|third", "301 Moved|"} {
		status, body, _ := strings.Cut(answer, "|")
		_, err := w.Append(archive.Exchange{URL: "https://kil.se/lofte/", At: day(i + 1), Role: "page", Request: []byte("GET / HTTP/1.1\r\n\r\n"),
			Response: fmt.Appendf(nil, "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", status, len(body), body)})
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	for n, want := range map[int]string{0: "", 1: "first", 2: "second", 3: "second", 4: "first", 5: "", 6: "third", 7: ""} {
		versions, err := archive.AsOf(dir, day(n).Add(time.Hour))
		require.NoError(t, err)
		if want == "" {
			require.Empty(t, versions, "day %d", n)
			continue
		}
		require.Len(t, versions, 1, "day %d", n)
		doc, err := versions[0].Read()
		require.NoError(t, err)
		require.Equal(t, want, string(doc.Body), "day %d", n)
	}
}
