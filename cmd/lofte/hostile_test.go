//go:build linux

package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// What a hostile document may cost at most.
const (
	maxHostileTime = 10 * time.Second
	maxHostileMiB  = 512
)

// readable are the hostile documents that hold text for all that is wrong with
// them: names that begin so are read.
var readable = []string{
	"attr_1M", "crlf_mangled", "html_as", "http_headers_prefix", "junk_prefix", "latin1_nodecl", "long_text", "mojibake_double",
	"nfd", "nul_bytes", "pages_cycle", "same_page", "text_bomb", "trunc_99", "utf16le_bom", "utf8_declared_latin1",
}

// TestHostileDocumentsEnd converts documents that are made to break readers:
// each ends within bounds, with a record of what it says, or of why it could not
// be read.
func TestHostileDocumentsEnd(t *testing.T) {
	needShared(t)
	if testing.Short() {
		t.Skip("making the hostile documents takes a minute; run without -short")
	}
	bombs := filepath.Join(t.TempDir(), "bombs")
	out, err := exec.Command("python3", filepath.Join(shared, "tools/mkbombs.py"), bombs, "example/mora.pdf").CombinedOutput()
	require.NoError(t, err, "%s", out)
	program := filepath.Join(t.TempDir(), "lofte")
	out, err = exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	files, err := filepath.Glob(filepath.Join(bombs, "*"))
	require.NoError(t, err)
	require.Len(t, files, 57)

	read := map[string]bool{}
	var slowest time.Duration
	var largest int64
	for _, file := range files {
		record, took, mib := convertHostile(t, program, file)
		t.Logf("%-32s %5.2f s %4d MiB %s", filepath.Base(file), took.Seconds(), mib, outcome(record))
		require.Less(t, took, maxHostileTime, file)
		require.Less(t, mib, int64(maxHostileMiB), file)
		for _, name := range readable {
			if strings.HasPrefix(filepath.Base(file), name) {
				require.False(t, record.Failed(), "%s: %s", file, outcome(record))
				read[name] = true
			}
		}
		slowest, largest = max(slowest, took), max(largest, mib)
	}
	require.Len(t, read, len(readable))
	t.Logf("slowest %.2f s, largest %d MiB", slowest.Seconds(), largest)
	require.Equal(t, exitDocuments, run([]string{"convert", "-q", "-o", os.DevNull, bombs}, nil, nil, new(bytes.Buffer)))
}

// convertHostile converts a document, and gives the time and the memory that
// took, of the largest process. The end of the program fits the record.
func convertHostile(t *testing.T, program, file string) (record *model.Record, took time.Duration, mib int64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*maxHostileTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "convert", "-q", file)
	begin := time.Now()
	out, _ := cmd.Output()
	took = time.Since(begin)
	for r, err := range corpus.Records(bytes.NewReader(out)) {
		require.NoError(t, err, file)
		record = r
	}
	require.NotNil(t, record, file)
	want := exitOK
	if record.Failed() {
		want = exitDocuments
		require.NotEqual(t, model.Crashed, record.Diagnostics[0].Code, "%s: %s", file, record.Diagnostics[0].Message)
	}
	require.Equal(t, want, cmd.ProcessState.ExitCode(), file)
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	require.True(t, ok)
	return record, took, usage.Maxrss * maxrssUnit >> 20
}

// maxrssUnit is what Linux counts ru_maxrss in, getrusage(2).
const maxrssUnit = 1 << 10
