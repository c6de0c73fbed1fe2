package dataset_test

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/dataset"
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
	"github.com/stretchr/testify/require"
)

// seeds are the texts that the documents of the benchmark are made of.
const seeds = "../../../shared/seeds"

// batch is how many documents are named at a time, so that the names do not
// count as memory of the build.
const batch = 1000

// BenchmarkBuild makes datasets of texts that differ in municipality and
// numbers, from text to the finished folder, and tells the documents per
// second and core and the most memory that the process held. Run one size at a
// time: go test -bench 'Build/100000$' -benchtime 1x ./corpus/dataset
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			texts := seedTexts(b)
			measure(b, n, func() iter.Seq2[*model.Record, error] { return variants(b, texts, n) })
		})
	}
}

// BenchmarkTables is the same without the conversion: the records of the texts
// come again and again, under other ids and in other municipalities.
func BenchmarkTables(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var records []*model.Record
			texts := seedTexts(b)
			for record, err := range variants(b, texts, len(texts)) {
				require.NoError(b, err)
				records = append(records, record)
			}
			measure(b, n, func() iter.Seq2[*model.Record, error] { return repeated(records, n) })
		})
	}
}

// measure builds a dataset of n records, and tells the documents per second of
// processor time and the most memory that the process held.
func measure(b *testing.B, n int, records func() iter.Seq2[*model.Record, error]) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(dataset.MemoryLimit))
	begin := processorTime(b)
	for range b.N {
		debug.FreeOSMemory()
		resetPeak(b)
		summary, err := dataset.Build(filepath.Join(b.TempDir(), "ds"), records(), dataset.Options{Municipalities: codes()})
		require.NoError(b, err)
		require.Equal(b, n, summary.Documents)
	}
	b.ReportMetric(float64(n*b.N)/(processorTime(b)-begin), "documents/s/core")
	b.ReportMetric(peak(b), "peak-MiB")
}

// processorTime is the time in seconds that the process has computed.
func processorTime(b *testing.B) float64 {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

func repeated(records []*model.Record, n int) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		all := place.All()
		for i := range n {
			r := *records[i%len(records)]
			r.ID, r.Source.URI = model.RecordID([]byte(strconv.Itoa(i))), fmt.Sprintf("%d.txt", i)
			r.Promises = slices.Clone(r.Promises)
			for j := range r.Promises {
				r.Promises[j].ID = model.PromiseID(r.ID, strconv.Itoa(j))
				r.Promises[j].Municipalities = []model.Municipality{all[i%len(all)].Model()}
			}
			if !yield(&r, nil) {
				return
			}
		}
	}
}

func seedTexts(b *testing.B) []string {
	files, err := filepath.Glob(seeds + "/*.txt")
	require.NoError(b, err)
	if len(files) == 0 {
		b.Skip("../shared is not there: no texts to build from")
	}
	var texts []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(b, err)
		texts = append(texts, string(data))
	}
	return texts
}

func codes() []dataset.Municipality {
	var all []dataset.Municipality
	for _, m := range place.All() {
		all = append(all, dataset.Municipality{Code: m.Code, Name: m.Name, Official: m.Official})
	}
	return all
}

var someNumber = regexp.MustCompile(`\b[2-9]\b`)

// variants converts n documents, each of which is one of the texts under the
// name of another municipality and with other numbers.
func variants(b *testing.B, texts []string, n int) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		for from := 0; from < n; from += batch {
			var sources []corpus.Source
			for i := from; i < min(n, from+batch); i++ {
				text := variant(texts[i%len(texts)], i)
				sources = append(sources, corpus.Stream(fmt.Sprintf("%d.txt", i), strings.NewReader(text)))
			}
			for record, err := range corpus.Convert(b.Context(), sources, corpus.Options{}) {
				if !yield(record, err) {
					return
				}
			}
		}
	}
}

func variant(text string, i int) string {
	all := place.All()
	m := all[i%len(all)]
	for _, name := range []string{"Kil", "Kinda", "Kalix", "Karlstad", "Katrineholm"} {
		text = strings.ReplaceAll(text, name, m.Name)
	}
	text = someNumber.ReplaceAllStringFunc(text, func(d string) string { return strconv.Itoa(2 + (int(d[0])+i)%8) })
	return text + fmt.Sprintf("\n\nDiarienummer %d\n", i)
}

// resetPeak makes Linux forget the most memory that the process has held.
func resetPeak(b *testing.B) {
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Logf("the peak of memory is that of all sizes so far: %v", err)
	}
}

// peak is the most memory that the process has held, in MiB.
func peak(b *testing.B) float64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		b.Logf("memory is not measured: %v", err)
		return 0
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	require.NoError(b, err)
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			require.NoError(b, err)
			return kib / 1024
		}
	}
	return 0
}
