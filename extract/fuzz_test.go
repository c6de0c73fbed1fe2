package extract_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// fuzzSeeds are the texts of the cases of textdoc, and one of each other
// format.
func fuzzSeeds(t testing.TB) []string {
	files, err := filepath.Glob("textdoc/testdata/cases/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files, "seeds of the fuzz target")
	out := []string{
		"<html><body><h1>Löfte</h1><ul><li>Polisen lovar.</ul>",
		"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>",
		string(archive(t, map[string]string{"word/document.xml": "<w:document><w:body><w:p><w:r><w:t>Polisen lovar.</w:t></w:r></w:p></w:body></w:document>"})),
		"\xff\xfe" + utf16le("Löfte\n\n• Åre"), "\x89PNG\r\n\x1a\n", "\xff\xff\xff",
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		out = append(out, string(data))
	}
	return out
}

// FuzzRead checks that bytes give a sound document or a typed reason. PDF has
// a fuzz target of its own.
func FuzzRead(f *testing.F) {
	for _, s := range fuzzSeeds(f) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if extract.Detect(data) == extract.PDF {
			return // package pdfdoc has a target for these
		}
		doc, err := extract.Read(context.Background(), data, extract.Options{})
		if err != nil {
			var typed *model.ReadError
			require.True(t, errors.As(err, &typed), "%v", err)
			require.NotEqual(t, model.Crashed, typed.Code, "%v", err)
			return
		}
		checkDocument(t, doc)
		again, err := extract.Read(context.Background(), data, extract.Options{})
		require.NoError(t, err)
		require.Equal(t, doc, again, "the same bytes give the same document")
	})
}

// benchmarkRead reads so many copies of the text cases in one file.
func benchmarkRead(b *testing.B, copies int) {
	var one strings.Builder
	files, err := filepath.Glob("textdoc/testdata/cases/*.txt")
	require.NoError(b, err)
	require.NotEmpty(b, files)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(b, err)
		one.WriteString(strings.ReplaceAll(string(data), "\f", "\n") + "\n\n")
	}
	data := []byte(strings.Repeat(one.String(), copies))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, err := extract.Read(context.Background(), data, extract.Options{})
		require.NoError(b, err)
	}
}

func BenchmarkReadText1(b *testing.B)    { benchmarkRead(b, 1) }
func BenchmarkReadText1000(b *testing.B) { benchmarkRead(b, 1000) }
