package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The documents of ../shared and the scripts that score them are not part of
// the repository. The thresholds below are what the program has to reach.
const shared = "../../../shared"

// needShared skips a test where ../shared or the interpreter for its scripts is
// missing, and says so.
func needShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skipf("../shared is not there: %v", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skipf("python3 is not there: %v", err)
	}
}

// convertTo runs lofte convert, and gives the file that holds the records.
func convertTo(t *testing.T, args ...string) string {
	t.Helper()
	records := filepath.Join(t.TempDir(), "records.jsonl")
	var stderr bytes.Buffer
	code := run(append([]string{"convert", "-o", records}, args...), nil, nil, &stderr)
	require.Equal(t, exitOK, code, stderr.String())
	return records
}

// requireScore runs a script of ../shared, and fails where it does.
func requireScore(t *testing.T, script string, args ...string) {
	t.Helper()
	out, err := exec.Command("python3", append([]string{filepath.Join(shared, "tools", script)}, args...)...).CombinedOutput()
	require.NoError(t, err, "%s", out)
	t.Logf("%s", out)
}

// minimums are --min arguments of score.py.
func minimums(figures string) []string {
	var args []string
	for _, figure := range strings.Fields(figures) {
		args = append(args, "--min", figure)
	}
	return args
}

func TestSeedsArePerfect(t *testing.T) {
	needShared(t)
	records := convertTo(t, filepath.Join(shared, "seeds"))
	requireScore(t, "score.py", append([]string{filepath.Join(shared, "contract/gold"), records},
		minimums("municipalities=1 parties=1 validity=1 problem_areas=1 commitments=1 targets=1 signatories=1"+
			" follow_up=1 kind=1 actors=1 area_links=1 perfect=1")...)...)
	requireEvidence(t, records)
}

func TestDocumentsReachTheirScores(t *testing.T) {
	needShared(t)
	docs := withoutScans(t, filepath.Join(shared, "documents/docs"))
	gold := withoutScans(t, filepath.Join(shared, "documents/gold"))
	records := convertTo(t, docs)
	requireScore(t, "score.py", append([]string{gold, records},
		minimums("municipalities=.99 parties=.95 validity=.97 problem_areas=.95 commitments=.95 targets=.93 signatories=.95"+
			" follow_up=.95 kind=.97 actors=.95 area_links=.95 negatives=1 perfect=.6")...)...)
	requireEvidence(t, records)
}

// withoutScans copies a folder but for what belongs to pages without text.
func withoutScans(t *testing.T, from string) string {
	t.Helper()
	to := t.TempDir()
	entries, err := os.ReadDir(from)
	require.NoError(t, err)
	require.NotEmpty(t, entries)
	for _, entry := range entries {
		if strings.Contains(entry.Name(), "-scan.") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, entry.Name()))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(to, entry.Name()), data, 0o666))
	}
	return to
}

// requireEvidence fails unless lofte verify finds evidence for all values.
func requireEvidence(t *testing.T, records string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run([]string{"verify", records}, nil, &stdout, &stderr)
	require.Equal(t, exitOK, code, stderr.String())
	t.Log(stdout.String())
}

func TestDocumentsGiveSameBytes(t *testing.T) {
	needShared(t)
	docs := withoutScans(t, filepath.Join(shared, "documents/docs"))
	first, err := os.ReadFile(convertTo(t, "--jobs", "1", docs))
	require.NoError(t, err)
	for range 2 {
		again, err := os.ReadFile(convertTo(t, "--jobs", "8", docs))
		require.NoError(t, err)
		require.Equal(t, string(first), string(again))
	}
}

func TestDatasetOfDocumentsHasSameBytes(t *testing.T) {
	needShared(t)
	docs := filepath.Join(shared, "documents/docs")
	if _, err := exec.LookPath("tesseract"); err != nil || testing.Short() {
		t.Logf("the scans are left out: -short is %t, tesseract: %v", testing.Short(), err)
		docs = withoutScans(t, docs)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	var datasets []map[string]string
	for _, jobs := range []string{"1", "1", "4"} {
		dir := filepath.Join(t.TempDir(), "ds")
		var stderr bytes.Buffer
		code := run([]string{"build", filepath.Join(shared, "seeds"), docs, "-o", dir, "--jobs", jobs, "--timeout", "5m"}, nil, nil, &stderr)
		require.Equal(t, exitOK, code, stderr.String())
		datasets = append(datasets, digests(t, dir))
	}
	require.NotEmpty(t, datasets[0])
	require.Equal(t, datasets[0], datasets[1])
	require.Equal(t, datasets[0], datasets[2])
}

// digests are the SHA-256 of all files in a folder.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		sums[filepath.ToSlash(name)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	}))
	return sums
}

func TestExpressionsAreUnderstood(t *testing.T) {
	needShared(t)
	program := filepath.Join(t.TempDir(), "lofte")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	requireScore(t, "try_score.py", program, filepath.Join(shared, "reference/expressions.tsv"), "--min", "0.98")
}
