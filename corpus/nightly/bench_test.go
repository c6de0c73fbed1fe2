package nightly_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sitetest"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/nightly"
	"github.com/lofte/lofte/model"
)

// BenchmarkUnchanged measures a night on which nothing is due, of 1,000 and of
// 10,000 pages that make promises. s/op is the time, peak-MB the largest heap
// seen meanwhile.
func BenchmarkUnchanged(b *testing.B) {
	for _, pages := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			o := manyPages(b, pages)
			first, err := nightly.Run(b.Context(), o)
			require.NoError(b, err)
			require.Equal(b, pages, first.Count.Documents)
			o.Convert = func(context.Context, *archive.Document) nightly.Converted { panic("nothing is to be converted") }
			b.ResetTimer()
			peak := watched(func() {
				for b.Loop() {
					report, err := nightly.Run(b.Context(), o)
					require.NoError(b, err)
					require.Empty(b, report.Alarms)
					require.Equal(b, pages, report.World.Levels.New)
				}
			})
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/op")
			b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
		})
	}
}

// watched runs f, and returns the largest heap that was seen meanwhile.
func watched(f func()) uint64 {
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
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	return <-peak
}

// manyPages are the options for a folder with an archive of pages that were all
// fetched and decided on, and of which none is due.
func manyPages(b *testing.B, pages int) nightly.Options {
	dir := b.TempDir()
	clock := sitetest.NewClock()
	w, err := archive.NewWriter(dir, archive.Options{Now: clock.Now, Disk: lazyDisk{}})
	require.NoError(b, err)
	promises := sitetest.Promises(pages)
	for i, p := range promises {
		body := p.HTML("")
		ref, err := w.Append(archive.Exchange{URL: fmt.Sprintf("https://s.se/lofte/%d/", i), At: clock.Now(), Role: fetch.Page,
			Request:  []byte("GET / HTTP/1.1\r\n\r\n"),
			Response: fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(body), body),
			Fields:   warc.Header{{Name: "source", Value: "s"}, {Name: "depth", Value: "1"}}})
		require.NoError(b, err)
		_, err = w.Note(ref, warc.Header{{Name: "decision", Value: "promise"}, {Name: "decidedBy", Value: "bench"}, {Name: "content", Value: model.Digest([]byte(body))}})
		require.NoError(b, err)
	}
	require.NoError(b, w.Close())
	set, err := sources.Parse([]byte("version: 1\nsources:\n  - name: s\n    follow: [{url: /lofte/}]\n    hosts: [s.se]\n    start: ['https://s.se/lofte/0/']\n"))
	require.NoError(b, err)
	clock.Advance(time.Hour)
	return nightly.Options{Convert: corpus.Converter(corpus.Options{}), Parser: "bench",
		Fetch: fetch.Options{Dir: dir, Sources: set, Contact: "test@example.se", Clock: clock}}
}

// lazyDisk is the disk without waiting for it.
type lazyDisk struct{}

func (lazyDisk) MkdirAll(name string) error                 { return os.MkdirAll(name, 0o755) }
func (lazyDisk) Rename(from, to string) error               { return os.Rename(from, to) }
func (lazyDisk) Remove(name string) error                   { return os.Remove(name) }
func (lazyDisk) SyncFolder(string) error                    { return nil }
func (lazyDisk) Open(name string) (archive.DiskFile, error) { return nil, os.ErrInvalid }
func (lazyDisk) Create(name string) (archive.DiskFile, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o644)
	return lazyFile{f}, err
}

type lazyFile struct{ *os.File }

func (lazyFile) Sync() error { return nil }
