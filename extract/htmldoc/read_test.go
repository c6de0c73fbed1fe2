package htmldoc

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// show writes blocks one a line, as the golden files have them.
func show(d *model.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		fmt.Fprintf(&b, "%-9s %s\n", label(k), strings.ReplaceAll(k.Text, "\n", "⏎"))
	}
	return b.String()
}

func label(k model.Block) string {
	s := string(k.Kind[:1])
	if k.Level > 0 {
		s += fmt.Sprint(k.Level)
	}
	if k.Cell != nil {
		s += fmt.Sprintf("%d.%d.%d", k.Cell.Table, k.Cell.Row, k.Cell.Column)
		if k.Cell.Header {
			s += "h"
		}
		if k.Cell.Name != "" {
			s += "=" + k.Cell.Name
		}
	}
	if k.Link {
		s += "L"
	}
	if k.Marker != "" {
		s += " " + k.Marker
	}
	return s
}

func TestShow(t *testing.T) {
	pattern := os.Getenv("HTMLDOC_SHOW")
	if pattern == "" {
		t.Skip("set HTMLDOC_SHOW to a glob of pages to see their blocks")
	}
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		d, err := Read(context.Background(), data, Options{})
		if err != nil {
			fmt.Println(f, err)
			continue
		}
		fmt.Printf("== %s title=%q lang=%s %v\n%s\n", filepath.Base(f), d.Source.Title, d.Source.Language, d.Diagnostics, show(d))
	}
}
