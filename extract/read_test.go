package extract_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// checkDocument checks what holds for every document: its blocks' text is what
// their spans cover, spans and pages go forward, diagnostics lie in the text.
func checkDocument(t testing.TB, doc *model.Document) {
	require.NotEmpty(t, doc.Blocks)
	require.True(t, utf8.ValidString(doc.Text))
	require.NotEmpty(t, doc.Source.SHA256)
	require.NotEmpty(t, doc.Source.MediaType)
	n, runes := 0, []rune(doc.Text)
	for _, b := range doc.Blocks {
		require.GreaterOrEqual(t, b.Span.Start, n)
		require.LessOrEqual(t, b.Span.End, len(runes))
		require.Equal(t, b.Text, string(runes[b.Span.Start:b.Span.End]))
		require.NotEmpty(t, b.Text)
		require.Equal(t, doc.PageAt(b.Span.Start), b.Span.Page)
		n = b.Span.End
	}
	for i, p := range doc.Pages {
		require.LessOrEqual(t, p.Start, len(runes))
		require.True(t, i == 0 || doc.Pages[i-1].Page < p.Page && doc.Pages[i-1].Start <= p.Start)
	}
	for _, d := range doc.Diagnostics {
		if d.Span != nil {
			require.Less(t, d.Span.Start, d.Span.End, d.Message)
			require.LessOrEqual(t, d.Span.End, len(runes))
		}
	}
	if s := doc.Source.TitleSpan; s != nil {
		require.Equal(t, doc.Source.Title, string(runes[s.Start:s.End]))
	}
}

func read(t testing.TB, data string) *model.Document {
	doc, err := extract.Read(context.Background(), []byte(data), extract.Options{})
	require.NoError(t, err)
	checkDocument(t, doc)
	return doc
}

func TestCompose(t *testing.T) {
	doc := read(t, "MEDBORGARLÖFTE 20l8\n\nPolisen och kornmunen lovar sarnt åtar sig att:\n\n"+
		"• Minst en kon-\n\ftroll i veckan.\n• Fler samtal.\n\nLöftet gäller till den 3l maj 20l8.\n")
	require.Equal(t, "MEDBORGARLÖFTE 2018\n\nPolisen och kommunen lovar samt åtar sig att:\n\n"+
		"• Minst en kontroll i veckan.\n• Fler samtal.\n\nLöftet gäller till den 31 maj 2018.", doc.Text)
	require.Equal(t, "MEDBORGARLÖFTE 2018", doc.Source.Title)
	require.Equal(t, "sv", doc.Source.Language)
	require.Equal(t, 2, doc.Source.Pages)
	require.Len(t, doc.Pages, 2)
	require.Equal(t, model.PageStart{Page: 1}, doc.Pages[0])
	require.True(t, strings.HasPrefix(string([]rune(doc.Text)[doc.Pages[1].Start:]), "troll i veckan"))
	var mended []string
	for _, d := range doc.Diagnostics {
		mended = append(mended, string(d.Code)+" "+doc.Slice(*d.Span))
	}
	require.Equal(t, []string{"ocr-digit 2018", "ocr-repair kommunen", "ocr-repair samt", "ocr-digit 31", "ocr-digit 2018"}, mended)
	require.Equal(t, 2, doc.Blocks[len(doc.Blocks)-1].Span.Page)
}

// TestSigns leaves out blocks without letters or digits, but for cells.
func TestSigns(t *testing.T) {
	doc := read(t, "<html><body><h1>Löfte</h1><p>---------</p><p>Polisen lovar.</p><table><tr><th>Vad</th><th>Polis</th></tr><tr><td>Vandring</td><td>✓</td></tr></table></body></html>")
	require.NotContains(t, doc.Text, "---")
	require.Contains(t, doc.Text, "✓")
	require.Equal(t, "✓ ✓", read(t, "✓ ✓\n").Text, "ticks alone are a text")
}

func TestTitle(t *testing.T) {
	require.Equal(t, "Löftet 2019", read(t, "Löftet 2019\n\nPolisen ska vara synlig i centrum.").Source.Title)
	require.Empty(t, read(t, "Polisen ska vara synlig i centrum.").Source.Title)
}

func TestMediaType(t *testing.T) {
	tests := []struct {
		declared, data string
		wrong          bool
	}{
		{"", "Polisen lovar.", false},
		{"text/plain; charset=utf-8", "Polisen lovar.", false},
		{"application/octet-stream", "Polisen lovar.", false},
		{"application/xhtml+xml", "<html><body><p>Polisen lovar.</p></body></html>", false},
		{"application/pdf", "<html><body><p>Polisen lovar.</p></body></html>", true},
		{"text/html", "Polisen lovar.", true},
		{"no media type at all;;", "Polisen lovar.", false},
	}
	for _, tt := range tests {
		doc, err := extract.Read(context.Background(), []byte(tt.data), extract.Options{MediaType: tt.declared})
		require.NoError(t, err)
		got := false
		for _, d := range doc.Diagnostics {
			got = got || d.Code == model.MediaType
		}
		require.Equal(t, tt.wrong, got, tt.declared)
	}
}

// TestBadInputs is the folder of things that cannot be read: each has its
// typed reason.
func TestBadInputs(t *testing.T) {
	docx := archive(t, map[string]string{"word/document.xml": strings.Repeat("<w:p/>", 1000), "[Content_Types].xml": "<Types/>"})
	pdf := "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
	encrypted := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + utf16le("EncryptedPackage")
	tests := []struct {
		name, data string
		want       model.Code
	}{
		{"empty", "", model.Empty},
		{"white space", "\n\n \t", model.Empty},
		{"0xFF", strings.Repeat("\xff", 10_000), model.Unsupported},
		{"truncated pdf", pdf[:60], model.Damaged},
		{"pdf without its table", pdf, model.Damaged},
		{"nested divs", strings.Repeat("<div>", 100_000) + "Polisen lovar" + strings.Repeat("</div>", 100_000), model.TooDeep},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", model.NoText},
		{"docx cut off", string(docx[:len(docx)/2]), model.Damaged},
		{"docx without text", string(docx), model.Damaged},
		{"encrypted docx", encrypted, model.Encrypted},
		{"old word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument", model.Unsupported},
		{"zip", string(archive(t, map[string]string{"a": "b"})), model.Unsupported},
		{"gzip", "\x1f\x8b\x08", model.Damaged},
	}
	for _, tt := range tests {
		_, err := extract.Read(context.Background(), []byte(tt.data), extract.Options{OCR: extract.OCRNever})
		requireCode(t, tt.want, err, tt.name)
	}
	_, err := extract.Read(context.Background(), []byte("Polisen"), extract.Options{MaxBytes: 3})
	requireCode(t, model.TooLarge, err, "over the limit")
}

func requireCode(t testing.TB, want model.Code, err error, name string) {
	var typed *model.ReadError
	require.ErrorAs(t, err, &typed, name)
	require.Equal(t, want, typed.Code, "%s: %v", name, err)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := extract.Read(ctx, []byte("Polisen lovar."), extract.Options{})
	require.ErrorIs(t, err, context.Canceled)
}
