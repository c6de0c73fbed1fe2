package extract_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// outlined is a PDF whose letters are drawn as paths, as design programs make
// them of text for the printer.
func outlined(t *testing.T, lines []string) []byte {
	t.Helper()
	face, err := sfnt.Parse(goregular.TTF)
	require.NoError(t, err)
	const size, pitch = 14, 24
	var buffer sfnt.Buffer
	var paths strings.Builder
	for n, line := range lines {
		x, y := 60.0, 760-pitch*float64(n)
		for _, r := range line {
			glyph, err := face.GlyphIndex(&buffer, r)
			require.NoError(t, err)
			segments, err := face.LoadGlyph(&buffer, glyph, fixed.I(size), nil)
			require.NoError(t, err)
			for _, s := range segments {
				draw(&paths, s, x, y)
			}
			paths.WriteString("f\n")
			advance, err := face.GlyphAdvance(&buffer, glyph, fixed.I(size), font.HintingNone)
			require.NoError(t, err)
			x += points(advance)
		}
	}
	return onePage(paths.String(), "/Subtype/Type1/BaseFont/Helvetica")
}

func points(v fixed.Int26_6) float64 { return float64(v) / 64 }

// draw writes one segment of a letter whose origin is at (x, y).
func draw(out *strings.Builder, s sfnt.Segment, x, y float64) {
	operator, used := "m", 1
	switch s.Op {
	case sfnt.SegmentOpLineTo:
		operator = "l"
	case sfnt.SegmentOpQuadTo:
		operator, used = "v", 2 // the curve of a cubic one through the same point
	case sfnt.SegmentOpCubeTo:
		operator, used = "c", 3
	}
	for _, p := range s.Args[:used] {
		fmt.Fprintf(out, "%.2f %.2f ", x+points(p.X), y-points(p.Y))
	}
	out.WriteString(operator + "\n")
}

func TestTextDrawnInOutlines(t *testing.T) {
	data := outlined(t, promise)
	_, err := extract.Read(context.Background(), data, extract.Options{OCR: extract.OCRNever})
	requireCode(t, model.NoText, err, "without recognition")
	require.ErrorContains(t, err, "OCR")

	needs(t, "tesseract", "pdftoppm")
	doc, err := extract.Read(context.Background(), data, extract.Options{})
	require.NoError(t, err)
	require.Contains(t, doc.Text, "Polisen lovar att finnas i centrum")
	require.Equal(t, model.OCR, doc.Source.TextLayer)
}
