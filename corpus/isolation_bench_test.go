package corpus

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/stretchr/testify/require"
)

// ordinary is how many documents the cost of isolation is measured on.
const ordinary = 1000

// The arguments that make the test program convert so many ordinary documents,
// in workers or by itself.
const (
	convertApart = "convert-apart-for-test"
	convertHere  = "convert-here-for-test"
)

// convertForTest is a run of the test program that converts documents: all, or
// those with an extension.
func convertForTest(how, extension string) error {
	var opts Options
	if how == convertApart {
		pool, err := isolate.New(isolate.Options{Command: []string{os.Args[0], asWorker}})
		if err != nil {
			return err
		}
		defer pool.Close()
		opts.Workers = pool
	}
	paths, err := filepath.Glob(filepath.Join(ownDocuments, "*"+extension))
	if err != nil {
		return err
	}
	for _, err := range Convert(context.Background(), repeated(paths, ordinary), opts) {
		if err != nil {
			return err
		}
	}
	return nil
}

// cpu is the time that a program and its children take.
func cpu(b *testing.B, program string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, args...)
	out, err := cmd.CombinedOutput()
	require.NoError(b, err, "%s", out)
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// BenchmarkCPU sets the CPU time of converting documents in workers against
// that in one process, and that of PDFs against pdftotext, one process a file.
// Each run is a process of its own, which has its tables to build.
func BenchmarkCPU(b *testing.B) {
	program, err := os.Executable()
	require.NoError(b, err)
	var here, apart, records, texts time.Duration
	for b.Loop() {
		here += cpu(b, program, convertHere, "")
		apart += cpu(b, program, convertApart, "")
		records += cpu(b, program, convertApart, ".pdf")
		texts += popplerAll(b)
	}
	b.ReportMetric(float64(apart)/float64(here), "isolated/in-process")
	if texts > 0 {
		b.ReportMetric(float64(records)/float64(texts), "record/pdftotext")
	}
}

// popplerAll runs pdftotext on as many PDFs, if it is there.
func popplerAll(b *testing.B) (sum time.Duration) {
	b.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Logf("pdftotext is not there: %v", err)
		return 0
	}
	paths, err := filepath.Glob(filepath.Join(ownDocuments, "*.pdf"))
	require.NoError(b, err)
	for _, src := range repeated(paths, ordinary) {
		sum += cpu(b, program, filepath.FromSlash(src.URI), os.DevNull)
	}
	return sum
}

func convertAll(b *testing.B, sources []Source, opts Options) {
	b.Helper()
	for _, err := range Convert(b.Context(), sources, opts) {
		require.NoError(b, err)
	}
}

// BenchmarkParentMemory reports the resident set of the process that hands
// documents out, after 100 and after 10,000 of them.
func BenchmarkParentMemory(b *testing.B) {
	for b.Loop() {
		pool := testWorkers(b, isolate.Options{})
		opts := Options{Workers: pool}
		convertAll(b, manyDocuments(b, 100), opts)
		few := residentMiB(b)
		convertAll(b, manyDocuments(b, 10_000), opts)
		many := residentMiB(b)
		pool.Close()
		b.ReportMetric(few, "MiB-100")
		b.ReportMetric(many, "MiB-10000")
	}
}

// residentMiB is the resident set of this process (proc_pid_statm(5)).
func residentMiB(b *testing.B) float64 {
	b.Helper()
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		b.Skipf("/proc is not there: %v", err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(statm))[1])
	require.NoError(b, err)
	return float64(pages*os.Getpagesize()) / (1 << 20)
}
