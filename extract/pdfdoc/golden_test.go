package pdfdoc

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected blocks of testdata anew")

// ownPDFs lists the documents of testdata; each has its blocks beside it.
func ownPDFs(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

func TestBlocksOfOwnDocuments(t *testing.T) {
	for _, f := range ownPDFs(t) {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			doc, err := Read(context.Background(), data, Options{})
			require.NoError(t, err)
			golden := strings.TrimSuffix(f, ".pdf") + ".blocks"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(dump(doc)), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), dump(doc))
		})
	}
}

func TestEveryExpectationHasItsDocument(t *testing.T) {
	for _, pattern := range []string{"testdata/*.blocks", "testdata/*.runs"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, f := range files {
			require.FileExists(t, strings.TrimSuffix(f, filepath.Ext(f))+".pdf")
		}
	}
}
