package corpus

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// Folders with documents: those of the repository, and those beside it.
const (
	ownDocuments       = "gold/testdata/own/docs"
	siblingDocuments   = "gold/testdata/siblings/docs"  // written without sight of the parser
	publishedDocuments = "gold/testdata/published/docs" // likewise, by another author
	variedDocuments    = "gold/testdata/varied/docs"    // likewise, by seven more
	sharedFolder       = "../../shared"
	sharedDocuments    = sharedFolder + "/documents/docs"
)

// pages reads the HTML documents of a folder.
func pages(b *testing.B, folder string) map[string][]byte {
	b.Helper()
	if _, err := os.Stat(folder); err != nil {
		b.Skipf("%s is not there: %v", folder, err)
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.html"))
	require.NoError(b, err)
	require.NotEmpty(b, paths)
	found := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(b, err)
		found[path] = data
	}
	return found
}

// BenchmarkParseAgainstGoquery sets what it costs to parse and normalise the
// text of pages against what it costs to read the same pages: with goquery
// alone, and with our reader on it.
func BenchmarkParseAgainstGoquery(b *testing.B) {
	for _, folder := range []string{ownDocuments, sharedDocuments} {
		b.Run(filepath.Base(filepath.Dir(folder)), func(b *testing.B) {
			s := realStages(Options{})
			html := pages(b, folder)
			var goqueryAlone, reading, parsing time.Duration
			for b.Loop() {
				for _, data := range html {
					goqueryAlone += timed(func() { readWithGoquery(b, data) })
					var doc *model.Document
					var err error
					reading += timed(func() { doc, err = s.read(b.Context(), data, "") })
					require.NoError(b, err)
					parsing += timed(func() { s.record(doc) })
				}
			}
			b.ReportMetric(float64(parsing)/float64(goqueryAlone), "parse/goquery")
			b.ReportMetric(float64(parsing)/float64(reading), "parse/reader")
			b.ReportMetric(float64(parsing.Microseconds())/float64(b.N*len(html)), "parse-µs/page")
		})
	}
}

func timed(do func()) time.Duration {
	begin := time.Now()
	do()
	return time.Since(begin)
}

func readWithGoquery(b *testing.B, data []byte) {
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
	require.NoError(b, err)
	_ = page.Text()
}

// BenchmarkCopies converts files of 1 to 1,000 copies of a document: where the
// cost is linear, a byte costs the same in all.
func BenchmarkCopies(b *testing.B) {
	for _, name := range []string{"mariestad-2017.txt", "sundsvall-2021.html"} {
		data, err := os.ReadFile(filepath.Join(ownDocuments, name))
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
			const most = 1000
			perByte := map[int]float64{}
			for b.Loop() {
				for copies := 1; copies <= most; copies *= 10 {
					perByte[copies] += costPerByte(b, repeat(data, copies), most/copies)
				}
			}
			for copies := 1; copies <= most; copies *= 10 {
				b.ReportMetric(perByte[copies]/float64(b.N), fmt.Sprintf("ns/byte-%d", copies))
			}
			b.ReportMetric(perByte[most]/perByte[1], "ratio")
		})
	}
}

// repeat puts copies of a document into one file; of a page, its body.
func repeat(data []byte, copies int) []byte {
	from, to := bytes.Index(data, []byte("<body")), bytes.Index(data, []byte("</body>"))
	if from < 0 || to < 0 {
		return bytes.Repeat(data, copies)
	}
	from += bytes.IndexByte(data[from:], '>') + 1
	body := bytes.Repeat(data[from:to], copies)
	return append(append(bytes.Clone(data[:from]), body...), data[to:]...)
}

// costPerByte converts a document some times, and gives ns for each byte.
func costPerByte(b *testing.B, data []byte, times int) float64 {
	begin := time.Now()
	for range times {
		_, record := One(context.Background(), Stream("x", bytes.NewReader(data)), Options{})
		require.False(b, record.Failed(), "%v", record.Diagnostics)
	}
	return float64(time.Since(begin).Nanoseconds()) / float64(times*len(data))
}
