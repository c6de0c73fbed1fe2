package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// TestLongTextIsCutOff reads documents that are longer than what is kept, in
// one block and in many: their beginning is there, and a remark.
func TestLongTextIsCutOff(t *testing.T) {
	const limit = 1001
	sentence := "Polisen och kommunen lovar att finnas på torget på lördagar. "
	for name, data := range map[string]string{
		"text":            strings.Repeat(sentence, 50),
		"much text":       strings.Repeat(sentence, 500),
		"paragraphs":      strings.Repeat(sentence+"\n\n", 50),
		"page":            "<html><body><p>" + strings.Repeat(sentence, 50),
		"page of items":   "<html><body><ul>" + strings.Repeat("<li>"+sentence, 50),
		"much of a page":  "<html><body><p>" + strings.Repeat(sentence, 5000),
		"åäö at each cut": strings.Repeat("å", 20_000),
	} {
		doc, err := extract.Read(context.Background(), []byte(data), extract.Options{MaxText: limit})
		if name == "åäö at each cut" {
			require.ErrorContains(t, err, "quality", "decoded well, but no language")
			continue
		}
		require.NoError(t, err, name)
		checkDocument(t, doc)
		length := 0
		for _, b := range doc.Blocks {
			length += len(b.Text)
		}
		require.InDelta(t, limit, length, float64(len(sentence)), name)
		require.True(t, hasCode(doc, model.Truncated), name)
		require.NotContains(t, doc.Text, "Ã", name)
		whole, err := extract.Read(context.Background(), []byte(data), extract.Options{})
		require.NoError(t, err, name)
		require.False(t, hasCode(whole, model.Truncated), name)
		require.True(t, strings.HasPrefix(whole.Text, strings.TrimSpace(doc.Text[:limit/2])), name)
	}
}

func hasCode(doc *model.Document, code model.Code) bool {
	for _, d := range doc.Diagnostics {
		if d.Code == code {
			return true
		}
	}
	return false
}
