package pdfdoc

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func TestDamageThatIsMended(t *testing.T) {
	font := "/Font<</F1 5 0 R>>"
	good := onePage(pdftest.Stream("", helloContent), font, helveticaFont)
	packed := deflate(helloContent)
	length := fmt.Sprintf("/Length %d", len(packed))
	wrongLength := bytes.Replace(onePage(pdftest.Stream("/Filter/FlateDecode", packed), font, helveticaFont),
		[]byte(length), []byte(fmt.Sprintf("/Length %0*d", len(length)-len("/Length "), 3)), 1)
	for name, data := range map[string][]byte{
		"version 2.0":          bytes.Replace(good, []byte("%PDF-1.5"), []byte("%PDF-2.0"), 1),
		"no header":            good[bytes.Index(good, []byte("1 0 obj")):],
		"a broken header":      append([]byte("%/Roperties"), good[len("%P"):]...),
		"junk in front":        append([]byte("HTTP/1.1 200 OK\r\n\r\n"), good...),
		"no end":               good[:bytes.Index(good, []byte("xref"))],
		"a wrong startxref":    bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"wrong offsets":        bytes.Replace(good, []byte("\n00000"), []byte("\n00001"), -1),
		"a wrong length":       wrongLength,
		"no catalog":           bytes.Replace(good, []byte("/Catalog/Pages"), []byte("/Cxtalog/Pxges"), 1),
		"a tree without nodes": bytes.Replace(good, []byte("/Kids[3 0 R]"), []byte("/Kids[9 0 R]"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(context.Background(), data, Options{})
			require.NoError(t, err)
			require.Len(t, doc.Blocks, 1)
			require.Equal(t, "Polisen lovar", doc.Blocks[0].Text)
		})
	}
}

// A file that was sent as text has a carriage return more at each line end, in its
// compressed data too.
func TestFilesSentAsTextAreMended(t *testing.T) {
	for _, name := range []string{"testdata/chromium-avtal.pdf", "testdata/libreoffice-ord.pdf"} {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		want, err := Read(context.Background(), data, Options{})
		require.NoError(t, err)
		doc, err := Read(context.Background(), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")), Options{})
		require.NoError(t, err)
		require.Equal(t, want.Blocks, doc.Blocks)
		require.Equal(t, model.Damaged, doc.Diagnostics[0].Code)
	}
	_, ok := asciiSent([]byte(strings.Repeat("\r\n", leastLineEnds) + "\n"))
	require.False(t, ok)
	_, ok = asciiSent([]byte("\r\n"))
	require.False(t, ok)
}

// TestObjectStreamsAreMended cuts the end off a file whose objects are in
// object streams.
func TestObjectStreamsAreMended(t *testing.T) {
	data, err := os.ReadFile("testdata/latex-artikel.pdf")
	require.NoError(t, err)
	require.Contains(t, string(data), "/ObjStm")
	doc, err := Read(context.Background(), data[:bytes.LastIndex(data, []byte("/XRef"))], Options{})
	require.NoError(t, err)
	require.True(t, unbroken(doc, "Polisen ska besöka alla som har drabbats av bostadsinbrott"))
	require.Equal(t, model.Damaged, doc.Diagnostics[len(doc.Diagnostics)-1].Code)
}

func TestEncrypted(t *testing.T) {
	files, err := filepath.Glob("testdata/encrypted/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			doc, err := Read(context.Background(), data, Options{})
			if strings.Contains(f, "password") || strings.Contains(f, "aes256") {
				var reason *model.ReadError
				require.ErrorAs(t, err, &reason)
				require.Equal(t, model.Encrypted, reason.Code)
				return
			}
			require.NoError(t, err)
			require.True(t, unbroken(doc, "sätta upp tio nya lyktstolpar före den 1 oktober 2022"))
		})
	}
}
