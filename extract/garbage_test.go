package extract_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/lofte/lofte/model"
)

// promise is text without letters that need an encoding.
var promise = []string{
	"Polisen lovar att finnas i centrum varje fredag under hela terminen.",
	"Kommunen lovar att laga belysningen vid skolan och i parken innan jul.",
	"Parterna pratar med ungdomar om narkotika minst en gang i veckan.",
	"Resultatet redovisas varje halvar i det lokala radet och i tidningen.",
	"Vi vill att alla ska kunna vara trygga ute bland folk sent om kvallen.",
	"Grannsamverkan startas i fler bostadsomraden tillsammans med bolagen.",
}

// turned moves each letter thirteen on.
func turned(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

// lyingPDF is a page whose font says other letters than it draws.
func lyingPDF(lines []string) []byte { return pagesPDF(lying(lines)) }

// aPage is the text of a page, and whether its font lies.
type aPage struct {
	lines []string
	lies  bool
}

func lying(lines []string) aPage { return aPage{lines, true} }

// pagesPDF is a PDF of pages in two fonts, an honest one and one that lies.
func pagesPDF(pages ...aPage) []byte {
	const first = 6 // number of the first page's object
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>",
		pdftest.Stream("", thirteenOn()),
	}
	var kids strings.Builder
	for i, page := range pages {
		font := 3
		if page.lies {
			font = 4
		}
		fmt.Fprintf(&kids, "%d 0 R ", first+2*i)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>", first+2*i+1, font),
			pdftest.Stream("", "BT /F 12 Tf 60 760 Td 20 TL\n("+strings.Join(page.lines, ") Tj T*\n(")+") Tj ET"))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pages))
	return pdftest.File("", objects...)
}

// thirteenOn is a ToUnicode CMap that gives each letter as the one thirteen on.
func thirteenOn() string {
	var cmap strings.Builder
	cmap.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n")
	for _, from := range []byte("Aa") {
		cmap.WriteString("26 beginbfchar\n")
		for i := range byte(26) {
			fmt.Fprintf(&cmap, "<%02X> <%04X>\n", from+i, from+(i+13)%26)
		}
		cmap.WriteString("endbfchar\n")
	}
	cmap.WriteString("endcmap end end")
	return cmap.String()
}

// A text layer that lies is no success: the page is read as it looks, or not at
// all.
func TestLyingTextLayer(t *testing.T) {
	_, err := extract.Read(context.Background(), lyingPDF(promise), extract.Options{OCR: extract.OCRNever})
	requireCode(t, model.Unreadable, err, "without recognition")

	needs(t, "tesseract", "pdftoppm")
	doc, err := extract.Read(context.Background(), lyingPDF(promise), extract.Options{})
	require.NoError(t, err)
	require.Contains(t, doc.Text, "Polisen lovar att finnas i centrum")
	require.Equal(t, model.OCR, doc.Source.TextLayer)
	var codes []model.Code
	for _, d := range doc.Diagnostics {
		codes = append(codes, d.Code)
	}
	require.Contains(t, codes, model.ReadBy)
	require.Contains(t, codes, model.Quality)
}

// Pages that can't be read cost their own text, not that of the others.
func TestPagesThatLieAmongOthers(t *testing.T) {
	data := pagesPDF(lying(promise), aPage{lines: promise}, lying(promise), lying(promise))
	doc, err := extract.Read(context.Background(), data, extract.Options{OCR: extract.OCRNever})
	require.NoError(t, err)
	require.Contains(t, doc.Text, "Polisen lovar att finnas i centrum")
	require.NotContains(t, doc.Text, turned("centrum"))
	require.Equal(t, 2, doc.Blocks[0].Span.Page)
	var said []string
	for _, d := range doc.Diagnostics {
		if d.Code == model.Truncated {
			said = append(said, d.Message)
		}
	}
	require.Equal(t, []string{"page 1, 3–4 left out, whose text is no language"}, said)
}

// onePage is a PDF of a page with the content in a font with the entries.
func onePage(content, font string) []byte {
	return pdftest.File("",
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		pdftest.Stream("", content),
		"<</Type/Font"+font+">>",
	)
}

// What the own reader has no text for, another program may have.
func TestPagesWithoutTextOfTheirOwn(t *testing.T) {
	slanted := onePage("BT /F 20 Tf 0.99 0.14 -0.14 0.99 90 300 Tm (Polisen lovar mer) Tj ET", "/Subtype/Type1/BaseFont/Helvetica")
	coded := onePage("BT /F 20 Tf 60 700 Td <0050006F006C006900730065006E0020006C006F007600610072> Tj ET",
		"/Subtype/Type0/BaseFont/Arial/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial"+
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>]")
	needs(t, "pdftotext")
	for name, c := range map[string]struct {
		data []byte
		want string
	}{"slanted": {slanted, "mer"}, "codes without a table": {coded, "Polisen lovar"}} {
		t.Run(name, func(t *testing.T) {
			doc, err := extract.Read(context.Background(), c.data, extract.Options{OCR: extract.OCRNever})
			require.NoError(t, err)
			require.Contains(t, doc.Text, c.want)
			require.Equal(t, model.ReadBy, doc.Diagnostics[0].Code)
		})
	}
	withoutPrograms(t)
	for _, data := range [][]byte{slanted, coded} {
		_, err := extract.Read(context.Background(), data, extract.Options{OCR: extract.OCRNever})
		var reason *model.ReadError
		require.ErrorAs(t, err, &reason)
	}
}

func TestTextThatIsNoLanguage(t *testing.T) {
	var lines []string
	for _, line := range promise {
		lines = append(lines, turned(line))
	}
	_, err := extract.Read(context.Background(), []byte(strings.Join(lines, "\n")), extract.Options{})
	requireCode(t, model.Unreadable, err, "plain text")
	_, err = extract.Read(context.Background(), []byte("<html><body><p>"+strings.Join(lines, "</p><p>")+"</p></body></html>"), extract.Options{})
	requireCode(t, model.Unreadable, err, "HTML")
}

// A scan whose table of objects is wrong, as programs that join files write it,
// is a scan all the same.
func TestScanWithAWrongTable(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	data := pdftest.File("",
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
		"<</Length 29>>\nstream\nq 595 0 0 842 0 0 cm /I Do Q \nendstream",
		"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream",
	)
	for name, data := range map[string][]byte{"sound": data, "wrong": bytes.Replace(data, []byte("/Size 6"), []byte("/Size 3"), 1)} {
		_, err := extract.Read(context.Background(), data, extract.Options{})
		requireCode(t, model.NoText, err, name)
		require.ErrorContains(t, err, "tesseract", name)
	}
}
