package htmldoc

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// seeds are our own pages and the lists in their frames.
func seeds(t testing.TB) [][]byte {
	files, err := filepath.Glob("testdata/pages/*.html")
	require.NoError(t, err)
	var out [][]byte
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		out = append(out, data)
	}
	for _, inner := range listWays {
		out = append(out, []byte(inner))
	}
	return out
}

func TestFuzzHasSeeds(t *testing.T) {
	require.Greater(t, len(seeds(t)), 30)
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(context.Background(), data, Options{})
		again, errAgain := Read(context.Background(), data, Options{})
		require.Equal(t, err == nil, errAgain == nil)
		if err != nil {
			var readErr *model.ReadError
			require.ErrorAs(t, err, &readErr)
			return
		}
		require.Equal(t, d, again, "two readings differ")
		require.NotEmpty(t, d.Blocks)
		for _, b := range d.Blocks {
			check(t, b)
		}
	})
}

// check holds what is true of every block.
func check(t *testing.T, b model.Block) {
	require.True(t, utf8.ValidString(b.Text))
	require.NotEmpty(t, b.Text)
	require.Equal(t, b.Kind == model.Cell, b.Cell != nil)
	switch b.Kind {
	case model.Heading:
		require.Contains(t, []int{1, 2, 3, 4, 5, 6, pseudoRank}, b.Level)
	case model.Item:
		require.Positive(t, b.Level)
	case model.Paragraph, model.Cell:
		require.GreaterOrEqual(t, b.Level, 0)
	default:
		t.Fatalf("kind %q", b.Kind)
	}
}
