package extract_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
)

// TestDump prints the blocks of the files that LOFTE_DUMP names, to look at.
func TestDump(t *testing.T) {
	pattern := os.Getenv("LOFTE_DUMP")
	if pattern == "" {
		t.Skip("LOFTE_DUMP names no files")
	}
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		doc, err := extract.Read(context.Background(), data, extract.Options{})
		if err != nil {
			fmt.Println("=====", f, err)
			continue
		}
		fmt.Println("=====", f, "|", doc.Source.Title)
		for _, b := range doc.Blocks {
			fmt.Printf("%-9s %d p%d %-3s %s\n", b.Kind, b.Level, b.Span.Page, b.Marker, b.Text)
		}
		for _, d := range doc.Diagnostics {
			fmt.Println("   !", d.Code, d.Message)
		}
	}
}
