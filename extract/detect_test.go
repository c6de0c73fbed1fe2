package extract_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
)

// archive packs files into a zip.
func archive(t testing.TB, files map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func TestDetect(t *testing.T) {
	docx := string(archive(t, map[string]string{"word/document.xml": "<w:document/>", "[Content_Types].xml": "<Types/>"}))
	tests := []struct {
		name, data string
		want       extract.Format
	}{
		{"pdf", "%PDF-1.4\n1 0 obj", extract.PDF},
		{"pdf after line ends", strings.Repeat("\r\n", 1024) + "%PDF-1.7\n1 0 obj", extract.PDF},
		{"pdf after a response's header", "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n1 0 obj", extract.PDF},
		{"pdf without its header", "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nstartxref\n9\n%%EOF", extract.PDF},
		{"text about objects of pdf", "Ett objekt skrivs\n1 0 obj\noch slutar med endobj.", extract.Text},
		{"text about pdf", "En fil som börjar med %PDF-1.4 är en PDF.", extract.Text},
		{"html", "<!DOCTYPE html>\n<html><body>Hej</body></html>", extract.HTML},
		{"html in capitals after white space", "\n\n  <HTML><BODY>Hej", extract.HTML},
		{"html without a root", "<p>Polisen <b>lovar</b>", extract.HTML},
		{"html after a comment", "<!-- sparad 2019 --><title>x</title>", extract.HTML},
		{"xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", extract.HTML},
		{"html with a mark", "\xef\xbb\xbf<html>", extract.HTML},
		{"html in utf-16", "\xff\xfe" + utf16le("<html><body>å"), extract.HTML},
		{"html in latin-1", "<html><body>\xe5\xe4\xf6</body>", extract.HTML},
		{"nested divs", strings.Repeat("<div>", 1000), extract.HTML},
		{"text with an angle", "<3 Vi lovar", extract.Text},
		{"text on html", "Skriv <em>så</em> här", extract.Text},
		{"docx", docx, extract.DOCX},
		{"docx without its directory", docx[:len(docx)/2], extract.DOCX},
		{"zip", string(archive(t, map[string]string{"a.txt": "x"})), extract.Zip},
		{"gzip", "\x1f\x8b\x08\x00", extract.Gzip},
		{"old word", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", extract.OLE},
		{"rtf", `{\rtf1\ansi Hej}`, extract.RTF},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00", extract.PNG},
		{"jpeg", "\xff\xd8\xff\xe0\x00", extract.JPEG},
		{"tiff", "II*\x00\x08", extract.TIFF},
		{"tiff, big end first", "MM\x00*\x00", extract.TIFF},
		{"gif", "GIF89a", extract.GIF},
		{"text", "Polisen lovar", extract.Text},
		{"text in windows-1252", "Lokalpolisomr\xe5de \x96 l\xf6fte", extract.Text},
		{"text in utf-16", "\xff\xfe" + utf16le("Löfte i Åre"), extract.Text},
		{"text in utf-16 without a mark", utf16le("Polisen lovar att vara synlig"), extract.Text},
		{"nothing", "", extract.Nothing},
		{"white space", " \r\n\t ", extract.Nothing},
		{"a mark alone", "\xef\xbb\xbf", extract.Nothing},
		{"one byte over and over", strings.Repeat("\xff", 4096), extract.Unknown},
		{"zero bytes", strings.Repeat("\x00", 4096), extract.Unknown},
		{"markup with a zero byte", "<p>Pol\x00isen \xff\xfe lovar</p>", extract.HTML},
		{"noise", "\x01\x02\x03\x80\x81\x90polis\x00\x05\x07", extract.Unknown},
		{"cyrillic in one byte", strings.Repeat("\xcf\xee\xeb\xe8\xf6\xe8\xff ", 50), extract.Unknown},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, extract.Detect([]byte(tt.data)), tt.name)
	}
}

// TestSampleCut cuts the sample of a long text through a character.
func TestSampleCut(t *testing.T) {
	for pad := range 3 {
		text := strings.Repeat("x", pad) + strings.Repeat("åäö ", 40_000)
		require.Equal(t, extract.Text, extract.Detect([]byte(text)))
	}
}
