package textdoc_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/textdoc"
	"github.com/lofte/lofte/model"
)

var update = flag.Bool("update", false, "write the blocks of the cases anew")

// minCases keeps the harness from passing on an empty folder.
const minCases = 20

// TestCases reads each text of testdata/cases and compares its blocks with
// those written beside it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*")
	require.NoError(t, err)
	n := 0
	for _, file := range files {
		switch filepath.Ext(file) {
		case ".txt":
		case ".blocks":
			_, err := os.Stat(strings.TrimSuffix(file, ".blocks") + ".txt")
			require.NoError(t, err, "blocks without a text")
			continue
		default:
			require.Fail(t, "unknown file", file)
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) { compare(t, file) })
	}
	require.GreaterOrEqual(t, n, minCases, "cases in testdata/cases")
}

func compare(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	doc, err := textdoc.Read(context.Background(), data, textdoc.Options{})
	require.NoError(t, err)
	golden := strings.TrimSuffix(file, ".txt") + ".blocks"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(dump(doc)), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err, "run the test with -update and look at what it writes")
	require.Equal(t, string(want), dump(doc))
}

// dump writes a line for each block: kind, level, page, marker, text.
func dump(doc *model.Document) string {
	var out strings.Builder
	for _, b := range doc.Blocks {
		place := ""
		if c := b.Cell; c != nil {
			place = fmt.Sprintf(" [%d,%d,%d %q header=%t]", c.Table, c.Row, c.Column, c.Name, c.Header)
		}
		if b.Link {
			place += " link"
		}
		fmt.Fprintf(&out, "%s %d p%d %q%s %q\n", b.Kind, b.Level, b.Span.Page, b.Marker, place, b.Text)
	}
	return out.String()
}
