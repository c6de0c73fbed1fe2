package fetch_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/model"
)

// BenchmarkArchive measures, on archives of 5,000 and of 50,000 pages of
// 20 hosts: opening archive and state, planning a run, and finding a page by
// address and date. ms/op is the time, peak-MB the largest heap seen meanwhile;
// the latter should not grow with the archive.
func BenchmarkArchive(b *testing.B) {
	for _, pages := range []int{5_000, 50_000} {
		dir, o := bigArchive(b, pages)
		at := sitetest.NewClock().Now().AddDate(1, 0, 0)
		for name, f := range map[string]func(i int){
			"open": func(int) {
				a, err := archive.Open(dir)
				require.NoError(b, err)
				require.NoError(b, a.Close())
			},
			"plan": func(int) {
				plan, err := fetch.MakePlan(b.Context(), o, nil)
				require.NoError(b, err)
				require.GreaterOrEqual(b, plan.Pages, pages)
			},
			"lookup": func(i int) {
				a, err := archive.Open(dir)
				require.NoError(b, err)
				url := bigURL(i * 7919 % pages)
				l, err := a.Lookup(url, at)
				require.NoError(b, err)
				doc, err := a.Get(l)
				require.NoError(b, err)
				require.Equal(b, url, doc.URL)
				require.NoError(b, a.Close())
			},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, pages), func(b *testing.B) { measured(b, f) })
		}
	}
}

// measured reports the time of f and the largest heap while it ran.
func measured(b *testing.B, f func(int)) {
	runtime.GC()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		most := uint64(0)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	i := 0
	for b.Loop() {
		f(i)
		i++
	}
	close(stop)
	b.ReportMetric(float64(<-peak)/(1<<20), "peak-MB")
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/op")
	b.ReportAllocs()
}

const bigHosts = 20

func bigURL(i int) string { return fmt.Sprintf("https://s%d.se/lofte/%d/", i%bigHosts, i) }

// bigArchive makes an archive of pages that were all decided on, and the state
// of it, a day later.
func bigArchive(b *testing.B, pages int) (string, fetch.Options) {
	dir := b.TempDir()
	clock := sitetest.NewClock()
	w, err := archive.NewWriter(dir, archive.Options{Now: clock.Now, Disk: &lazyDisk{}})
	require.NoError(b, err)
	for i := range pages {
		body := fmt.Appendf(nil, "<h1>Medborgarlöfte %d</h1><p>Polisen lovar att patrullera.</p>", i)
		at := clock.Now().Add(time.Duration(i) * time.Second)
		ref, err := w.Append(archive.Exchange{URL: bigURL(i), At: at, Role: "page",
			Request:  []byte("GET / HTTP/1.1\r\n\r\n"),
			Response: fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(body), body),
			Fields:   warc.Header{{Name: "source", Value: "big"}, {Name: "depth", Value: "1"}}})
		require.NoError(b, err)
		_, err = w.Note(ref, warc.Header{{Name: "decision", Value: "promise"}, {Name: "decidedBy", Value: "bench"}, {Name: "content", Value: model.Digest(body)}})
		require.NoError(b, err)
	}
	require.NoError(b, w.Close())
	text := "version: 1\nsources:\n  - name: big\n    start: ['https://s0.se/']\n    follow: [{url: /lofte/}]\n    hosts: ["
	for i := range bigHosts {
		text += fmt.Sprintf("s%d.se,", i)
	}
	set, err := sources.Parse([]byte(text + "]\n"))
	require.NoError(b, err)
	clock.Advance(40 * time.Hour)
	o := fetch.Options{Dir: dir, Sources: set, Contact: "test@example.se", Clock: clock, DecidedBy: "bench",
		Decide: func(context.Context, []byte, string, string) (fetch.Decision, error) {
			return fetch.Decision{}, os.ErrInvalid
		}}
	n, err := fetch.Redecide(b.Context(), o)
	require.NoError(b, err)
	require.Zero(b, n, "all is decided; the state is made from the archive")
	return dir, o
}

// lazyDisk is the disk without waiting for it.
type lazyDisk struct{ fullDisk }

func (d *lazyDisk) Create(name string) (archive.DiskFile, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o644)
	return lazyFile{f}, err
}

func (d *lazyDisk) Rename(from, to string) error { return os.Rename(from, to) }

type lazyFile struct{ *os.File }

func (lazyFile) Sync() error { return nil }
