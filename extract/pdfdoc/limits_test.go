package pdfdoc

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// onePage is a PDF of one page with the content, its resources and more objects
// from number 5 on.
func onePage(content, resources string, more ...string) []byte {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources + ">>>>",
		content,
	}
	return pdftest.File("", append(objects, more...)...)
}

const (
	helveticaFont = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	helloContent  = "BT /F1 12 Tf 72 700 Td (Polisen lovar) Tj ET"
)

func TestSmallestDocument(t *testing.T) {
	doc, err := Read(context.Background(), onePage(pdftest.Stream("", helloContent), "/Font<</F1 5 0 R>>", helveticaFont), Options{})
	require.NoError(t, err)
	require.Len(t, doc.Blocks, 1)
	require.Equal(t, "Polisen lovar", doc.Blocks[0].Text)
	require.Equal(t, model.Native, doc.Source.TextLayer)
	require.Equal(t, 1, doc.Source.Pages)
}

func TestInvisibleTextIsRecognisedText(t *testing.T) {
	content := "q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F1 12 Tf 72 700 Td (Polisen lovar) Tj ET"
	data := onePage(pdftest.Stream("", content), "/Font<</F1 5 0 R>>/XObject<</I 6 0 R>>", helveticaFont, pdftest.Stream("/Subtype/Image", "x"))
	file, err := Open(context.Background(), data, Options{})
	require.NoError(t, err)
	require.Equal(t, model.OCR, file.Source.TextLayer)
	require.Equal(t, 1, file.Pages[0].Images)
	require.InDelta(t, 1, file.Pages[0].Pictured, 0.001)
}

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

func TestReasons(t *testing.T) {
	font := "/Font<</F1 5 0 R>>"
	good := onePage(pdftest.Stream("", helloContent), font, helveticaFont)
	bomb := pdftest.Stream("/Filter/FlateDecode", deflate(strings.Repeat(" ", 1<<20)))
	for name, c := range map[string]struct {
		data []byte
		opts Options
		want model.Code
	}{
		"empty":            {nil, Options{}, model.Damaged},
		"only a header":    {[]byte("%PDF-1.7\n"), Options{}, model.Damaged},
		"an error page":    {[]byte("<html><body>404</body></html>"), Options{}, model.Damaged},
		"no page":          {pdftest.File("", "<</Type/Catalog>>"), Options{}, model.Damaged},
		"huge table":       {bytes.Replace(good, []byte("/Size 6"), []byte("/Size 999999999"), 1), Options{}, model.Damaged},
		"nested arrays":    {pdftest.File("", "<</Type/Catalog/X"+strings.Repeat("[", 100000)+">>"), Options{}, model.Damaged},
		"unknown filter":   {onePage(pdftest.Stream("/Filter/Crypt", helloContent), font, helveticaFont), Options{}, model.Damaged},
		"image only":       {onePage(pdftest.Stream("", "q 500 0 0 700 0 0 cm /I Do Q"), "/XObject<</I 5 0 R>>", pdftest.Stream("/Subtype/Image", "x")), Options{}, model.NoText},
		"blank":            {onePage(pdftest.Stream("", "q Q"), font, helveticaFont), Options{}, model.NoText},
		"bomb":             {onePage(bomb, font, helveticaFont), Options{StreamBytes: 1000}, model.TooLarge},
		"operators":        {onePage(pdftest.Stream("", strings.Repeat("q ", 100)), font, helveticaFont), Options{Operators: 10}, model.TooLarge},
		"form draws self":  {onePage(pdftest.Stream("", "/A Do"), "/XObject<</A 5 0 R>>", pdftest.Stream("/Subtype/Form/Resources<</XObject<</A 5 0 R>>>>", "/A Do /A Do")), Options{}, model.NoText},
		"only page cycles": {pdftest.File("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"), Options{}, model.Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(context.Background(), c.data, c.opts)
			var reason *model.ReadError
			require.ErrorAs(t, err, &reason)
			require.Equal(t, c.want, reason.Code, err)
		})
	}
}

func TestEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, onePage(pdftest.Stream("", helloContent), "/Font<</F1 5 0 R>>", helveticaFont), Options{})
	var reason *model.ReadError
	require.ErrorAs(t, err, &reason)
	require.Equal(t, model.TimedOut, reason.Code)
}

func TestFormsFanOutWithinLimits(t *testing.T) {
	const levels = 30
	var more []string
	for k := range levels {
		content := "/A Do /A Do"
		if k == levels-1 {
			content = helloContent
		}
		more = append(more, pdftest.Stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</A %d 0 R>>>>", 6+k), content))
	}
	_, err := Read(context.Background(), onePage(pdftest.Stream("", "/A Do"), "/XObject<</A 5 0 R>>", more...), Options{})
	require.Error(t, err)
}

func TestPagesAreCutOff(t *testing.T) {
	data := pdftest.File("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
		"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>",
		pdftest.Stream("", helloContent), helveticaFont)
	doc, err := Read(context.Background(), data, Options{Pages: 1})
	require.NoError(t, err)
	require.Equal(t, 1, doc.Source.Pages)
	require.Equal(t, model.Truncated, doc.Diagnostics[0].Code)
}

// TestTruncatedAnywhere cuts a document at every 97th byte: each piece has a
// reason or text, never a panic.
func TestTruncatedAnywhere(t *testing.T) {
	data, err := os.ReadFile("testdata/reportlab-rapport.pdf")
	require.NoError(t, err)
	for n := 0; n < len(data); n += 97 {
		doc, err := Read(context.Background(), data[:n], Options{})
		if err != nil {
			var reason *model.ReadError
			require.ErrorAs(t, err, &reason)
			continue
		}
		require.NotEmpty(t, doc.Blocks)
	}
}

// The object parser repeats what it could not read.
func TestReasonIsOneLine(t *testing.T) {
	err := asReadError(fmt.Errorf("malformed\nhex \xff%s", strings.Repeat(" string", 100)))
	require.True(t, strings.HasPrefix(err.Error(), string(model.Damaged)+": malformed hex \ufffd string"), err)
	require.NotContains(t, err.Error(), "\n")
	require.Less(t, len(err.Error()), 200)
}
