package extract_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/extract/quality"
	"github.com/lofte/lofte/model"
)

// qualityMargin is how far above the bar every real document lies.
const qualityMargin = 0.3

// The gate must never refuse a real document: those of ../shared and our own.
func TestRealDocumentsPassTheGate(t *testing.T) {
	var files []string
	for _, pattern := range []string{
		"../corpus/gold/testdata/own/docs/*", "../../shared/documents/docs/*", "../../shared/seeds/*.txt",
	} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		files = append(files, found...)
	}
	require.NotEmpty(t, files)
	least, lowest := 1.0, ""
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := extract.Read(context.Background(), data, extract.Options{OCR: extract.OCRNever})
		if err != nil { // a scan
			var reason *model.ReadError
			require.ErrorAs(t, err, &reason, file)
			require.Equal(t, model.NoText, reason.Code, file)
			continue
		}
		q := quality.Of(doc.Text)
		require.GreaterOrEqual(t, q.Score, quality.Bar+qualityMargin, file)
		if q.Score < least {
			least, lowest = q.Score, file
		}
	}
	t.Logf("%d documents, the bar at %.2f, the lowest at %.3f: %s", len(files), quality.Bar, least, lowest)
}
