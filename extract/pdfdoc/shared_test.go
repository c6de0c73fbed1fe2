package pdfdoc

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// sharedDocs is where the development documents lie beside the repository.
const sharedDocs = "../../../shared/documents/docs"

// sharedPDFs lists the development documents with a text layer.
func sharedPDFs(t *testing.T) []string {
	t.Helper()
	if _, err := os.Stat(sharedDocs); err != nil {
		t.Skip("../shared is not there: " + err.Error())
	}
	files, err := filepath.Glob(filepath.Join(sharedDocs, "*.pdf"))
	require.NoError(t, err)
	var out []string
	for _, f := range files {
		if !strings.HasSuffix(f, "-scan.pdf") {
			out = append(out, f)
		}
	}
	require.NotEmpty(t, out)
	return out
}

// dump writes blocks as text, one line each, so that a change of the layout
// analysis is a line in a diff.
func dump(doc *model.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		fmt.Fprintf(&b, "%-9s %d p%d", block.Kind, block.Level, block.Span.Page)
		if c := block.Cell; c != nil {
			fmt.Fprintf(&b, " t%d r%d c%d %q header=%v", c.Table, c.Row, c.Column, c.Name, c.Header)
		}
		if block.Marker != "" {
			fmt.Fprintf(&b, " [%s]", block.Marker)
		}
		if block.Link {
			b.WriteString(" link")
		}
		text := strings.NewReplacer("\n", "⏎", "\f", "⇟").Replace(block.Text)
		fmt.Fprintf(&b, " | %s\n", text)
	}
	return b.String()
}

func TestDumpShared(t *testing.T) {
	for _, f := range sharedPDFs(t) {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		doc, err := Read(context.Background(), data, Options{})
		require.NoError(t, err)
		require.NotEmpty(t, doc.Blocks)
		t.Logf("%s\n%s", filepath.Base(f), dump(doc))
	}
}
