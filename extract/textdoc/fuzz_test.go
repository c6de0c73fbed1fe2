package textdoc_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/textdoc"
	"github.com/lofte/lofte/model"
)

// FuzzRead checks that any bytes give blocks with text, pages that go forward
// and levels that fit the kinds, or a typed reason.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(f, err)
	require.GreaterOrEqual(f, len(files), minCases, "seeds of the fuzz target")
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := textdoc.Read(context.Background(), data, textdoc.Options{})
		if err != nil {
			var typed *model.ReadError
			require.ErrorAs(t, err, &typed)
			return
		}
		require.NotEmpty(t, doc.Blocks)
		page := 0
		for _, b := range doc.Blocks {
			require.GreaterOrEqual(t, b.Span.Page, page)
			page = b.Span.Page + strings.Count(b.Text, "\f")
			switch b.Kind {
			case model.Item:
				require.NotEmpty(t, b.Marker)
				require.Positive(t, b.Level)
			case model.Heading:
				require.Contains(t, []int{1, 2, 7}, b.Level)
			case model.Cell:
				require.NotNil(t, b.Cell)
			}
		}
	})
}

func TestDecode(t *testing.T) {
	tests := []struct{ name, data, want, encoding string }{
		{"utf-8", "Åre – löfte", "Åre – löfte", textdoc.UTF8},
		{"utf-8 with a mark", "\xef\xbb\xbfÅre", "Åre", textdoc.UTF8},
		{"windows-1252", "\xc5re \x96 l\xf6fte \x95", "Åre – löfte •", textdoc.Windows1252},
		{"first letter late", strings.Repeat("a", 5000) + "\xe5", strings.Repeat("a", 5000) + "å", textdoc.Windows1252},
		{"utf-16, little end first", "\xff\xfe\xc5\x00r\x00e\x00", "Åre", textdoc.UTF16},
		{"utf-16, big end first", "\xfe\xff\x00\xc5\x00r\x00e", "Åre", textdoc.UTF16},
		{"utf-16 without a mark", "L\x00i\x00t\x00e\x00 \x00", "Lite ", textdoc.UTF16},
		{"line ends", "a\r\nb\rc\n", "a\nb\nc\n", textdoc.UTF8},
	}
	for _, tt := range tests {
		text, encoding := textdoc.Decode([]byte(tt.data))
		require.Equal(t, tt.want, text, tt.name)
		require.Equal(t, tt.encoding, encoding, tt.name)
	}
}

func TestMojibake(t *testing.T) {
	read := func(text string) (string, []model.Diagnostic) {
		doc, err := textdoc.Read(context.Background(), []byte(text), textdoc.Options{})
		require.NoError(t, err)
		return doc.Blocks[0].Text, doc.Diagnostics
	}
	text, remarks := read("Ã…re och Ã–rebro â€“ lÃ¶fte fÃ¶r Ã¥ret.")
	require.Equal(t, "Åre och Örebro – löfte för året.", text)
	require.Len(t, remarks, 1)
	require.Equal(t, model.Mojibake, remarks[0].Code)
	text, remarks = read("São Paulo och Ã ensamt står.")
	require.Equal(t, "São Paulo och Ã ensamt står.", text)
	require.Empty(t, remarks)
}

func TestErrors(t *testing.T) {
	tests := []struct {
		data  string
		limit int
		want  model.Code
	}{
		{"", 0, model.Empty},
		{" \n\f\u00a0", 0, model.Empty},
		{"Till toppen\n\n2(5)\n", 0, model.Empty},
		{"Polisen lovar", 12, model.TooLarge},
	}
	for _, tt := range tests {
		_, err := textdoc.Read(context.Background(), []byte(tt.data), textdoc.Options{MaxBytes: tt.limit})
		var typed *model.ReadError
		require.ErrorAs(t, err, &typed, "%q", tt.data)
		require.Equal(t, tt.want, typed.Code, "%q", tt.data)
	}
}
