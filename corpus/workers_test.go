package corpus

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// asWorker is the argument that makes the test program a worker.
const asWorker = "work-for-test"

// TestMain lets the test program be a worker, one whose reader has accidents
// with documents that ask for them.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == asWorker {
		if err := isolate.Serve(os.Stdin, os.Stdout, serveOrFail); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if len(os.Args) > 2 && (os.Args[1] == convertApart || os.Args[1] == convertHere) {
		if err := convertForTest(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func serveOrFail(ctx context.Context, ask, data []byte) ([]byte, error) {
	switch string(data) {
	case "hang":
		for time.Now().Unix() > 0 {
		}
	case "panic":
		go panic("index out of range")
		select {}
	case "eat":
		for kept := [][]byte{}; ; {
			kept = append(kept, make([]byte, 64<<20))
			runtime.KeepAlive(kept)
		}
	}
	return serve(ctx, ask, data)
}

// testWorkers is a pool of workers that are this program.
func testWorkers(t testing.TB, opts isolate.Options) *isolate.Pool {
	t.Helper()
	program, err := os.Executable()
	require.NoError(t, err)
	opts.Command = []string{program, asWorker}
	pool, err := isolate.New(opts)
	require.NoError(t, err)
	t.Cleanup(pool.Close)
	return pool
}

// manyDocuments are so many of our own documents, over and over.
func manyDocuments(t testing.TB, n int) []Source {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(ownDocuments, "*"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	return repeated(paths, n)
}

// repeated are so many sources, from the paths over and over.
func repeated(paths []string, n int) []Source {
	sources := make([]Source, n)
	for i := range sources {
		sources[i] = File(paths[i%len(paths)])
	}
	return sources
}

func recordLines(t *testing.T, sources []Source, opts Options) []string {
	t.Helper()
	var lines []string
	for record, err := range Convert(t.Context(), sources, opts) {
		require.NoError(t, err)
		lines = append(lines, encoded(t, record))
	}
	return lines
}

// TestWorkersGiveSameRecords converts documents, in workers and in this
// process, with accidents among them and without.
func TestWorkersGiveSameRecords(t *testing.T) {
	const good = 200
	sources := manyDocuments(t, good)
	want := recordLines(t, sources, Options{})
	accidents := map[string]model.Code{"hang": model.TimedOut, "panic": model.Crashed, "eat": model.OutOfMemory}
	var mixed []Source
	for i, src := range sources {
		if at := i - good/2; at >= 0 && at < len(accidents) {
			what := []string{"hang", "panic", "eat"}[at]
			mixed = append(mixed, Stream(what, strings.NewReader(what)))
		}
		mixed = append(mixed, src)
	}
	opts := Options{Jobs: 3, Workers: testWorkers(t, isolate.Options{Timeout: 5 * time.Second})}
	require.Equal(t, want, recordLines(t, sources, opts))
	var got []string
	for record, err := range Convert(t.Context(), mixed, opts) {
		require.NoError(t, err)
		if code, bad := accidents[record.Source.URI]; bad {
			require.Equal(t, code, record.Diagnostics[0].Code, "%+v", record.Diagnostics)
			require.Equal(t, model.RecordID([]byte(record.Source.URI)), record.ID)
			delete(accidents, record.Source.URI)
			continue
		}
		got = append(got, encoded(t, record))
	}
	require.Empty(t, accidents)
	require.Equal(t, want, got)
}

// TestWorkersGiveSameTexts reads documents, good and bad, in a worker and in
// this process.
func TestWorkersGiveSameTexts(t *testing.T) {
	opts := Options{Workers: testWorkers(t, isolate.Options{})}
	for _, src := range append(manyDocuments(t, 20), File("missing.pdf"), File("testdata")) {
		here, hereErr := Read(t.Context(), src, Options{})
		there, thereErr := Read(t.Context(), src, opts)
		require.Equal(t, fmt.Sprint(hereErr), fmt.Sprint(thereErr))
		require.Equal(t, here, there, src.URI)
		doc, record := One(t.Context(), src, opts)
		require.Equal(t, doc == nil, record.Failed())
	}
}
