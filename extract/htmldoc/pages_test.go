package htmldoc

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected blocks of testdata/pages anew")

// TestPages reads each page of testdata/pages and compares its blocks with the
// file of the same name that ends in .blocks. Read a file that -update wrote
// before you commit it.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	for _, file := range pages {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			got := outcome(data)
			golden := strings.TrimSuffix(file, ".html") + ".blocks"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), got)
		})
	}
}

// outcome is what a reading gave: title, language, remarks, blocks, or the
// error.
func outcome(data []byte) string {
	d, err := Read(context.Background(), data, Options{})
	if err != nil {
		return "error " + err.Error() + "\n"
	}
	var b strings.Builder
	b.WriteString("title " + d.Source.Title + "\nlang  " + d.Source.Language + "\n")
	for _, r := range d.Diagnostics {
		b.WriteString("note  " + string(r.Code) + " " + string(r.Severity) + ": " + r.Message + "\n")
	}
	return b.String() + show(d)
}

func TestPagesFolderHoldsNothingElse(t *testing.T) {
	entries, err := os.ReadDir("testdata/pages")
	require.NoError(t, err)
	for _, e := range entries {
		name := e.Name()
		page := strings.TrimSuffix(name, filepath.Ext(name)) + ".html"
		require.Contains(t, []string{".html", ".blocks"}, filepath.Ext(name), name)
		require.FileExists(t, filepath.Join("testdata/pages", page))
	}
}
