//go:build linux

package main

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// suitesVariable names a folder with test files of other programs that read PDF
// and HTML, many of them damaged on purpose: the sources of qpdf, PDFBox or
// pdf.js, say, as distributions hold them. They are not ours to bring along.
const suitesVariable = "LOFTE_SUITES"

// popplerShare is how many files lofte has to read, as a share of those that
// poppler does.
const popplerShare = 0.99

// TestPublicSuites converts each PDF and HTML file of the folder: each ends
// within bounds and without a crash, and as many have text as poppler finds some
// in.
func TestPublicSuites(t *testing.T) {
	root := os.Getenv(suitesVariable)
	if root == "" {
		t.Skipf("%s names no folder: the test files of other programs are not read", suitesVariable)
	}
	for _, other := range []string{"pdftotext", "tesseract"} {
		_, err := exec.LookPath(other)
		require.NoError(t, err, "what is measured here needs it")
	}
	program := filepath.Join(t.TempDir(), "lofte")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	files := suiteFiles(t, root)
	require.NotEmpty(t, files, root)

	var slowest time.Duration
	var largest int64
	pdfs, readable, read := 0, 0, 0
	for _, file := range files {
		record, took, mib := convertHostile(t, program, file)
		require.Less(t, took, maxHostileTime, file)
		require.Less(t, mib, int64(maxHostileMiB), file)
		slowest, largest = max(slowest, took), max(largest, mib)
		if strings.Contains(strings.ToLower(filepath.Ext(file)), "htm") {
			continue
		}
		pdfs++
		poppler := popplerReads(t, file)
		if poppler {
			readable++
		}
		if !record.Failed() {
			read++
		} else if poppler {
			t.Logf("poppler reads %s, lofte says %s", file, outcome(record))
		}
	}
	t.Logf("%d files, slowest %.2f s, largest %d MiB; of %d PDFs poppler reads %d, lofte %d",
		len(files), slowest.Seconds(), largest, pdfs, readable, read)
	require.Positive(t, readable, "no PDF of %s has text: nothing was compared", root)
	require.GreaterOrEqual(t, float64(read), popplerShare*float64(readable))
}

// suiteFiles lists the PDF and HTML files of a folder and of those below it.
func suiteFiles(t *testing.T, root string) []string {
	t.Helper()
	endings := []string{".pdf", ".html", ".htm", ".xhtml", ".fuzz"}
	var files []string
	require.NoError(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && slices.Contains(endings, strings.ToLower(filepath.Ext(path))) {
			files = append(files, path)
		}
		return err
	}))
	return files
}

// popplerReads reports whether poppler finds text in a file, in the time that
// lofte has for it.
func popplerReads(t *testing.T, file string) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), maxHostileTime)
	defer cancel()
	text, _ := exec.CommandContext(ctx, "pdftotext", "-q", file, "-").Output()
	return strings.TrimSpace(string(text)) != ""
}
