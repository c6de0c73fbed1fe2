package pdfdoc

import (
	"context"
	"testing"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/stretchr/testify/require"
)

// A Type3 font may have an empty box, and a space of its own that is upside
// down.
func TestSizeOfType3Font(t *testing.T) {
	for box, size := range map[string]float64{"[0 -10 50 40]": 50, "[0 40 50 -10]": 50, "[0 0 0 0]": 60} {
		font := "<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 -1 0 0]/FontBBox" + box +
			"/FirstChar 65/LastChar 66/Widths[40 20]/Encoding<</Differences[65/A/B]>>/CharProcs<<>>>>"
		data := onePage(pdftest.Stream("", "BT /F1 1 Tf 0.2 0 0 -0.2 72 700 Tm (AB) Tj ET"), "/Font<</F1 5 0 R>>", font)
		file, err := Open(context.Background(), data, Options{})
		require.NoError(t, err)
		require.Len(t, file.Pages[0].Words, 1)
		require.InDelta(t, 0.2*size, file.Pages[0].Words[0].Size, 0.001, box)
	}
}

func TestGlyphText(t *testing.T) {
	for name, want := range map[string]string{
		"Aring": "Å", "uni00E5": "å", "u1F46E": "👮", "f_f_i": "ffi", "a.sc": "a",
		"oneoldstyle": "1", "Asmall": "a", "Aringsmall": "å", "Odieresissmall": "ö",
		"g12": "", "small": "", "oldstyle": "", "": "",
	} {
		require.Equal(t, want, glyphText(name), name)
	}
}

// Fonts of designers write years in old style figures.
func TestSmallCapitalsAndOldStyleFigures(t *testing.T) {
	require.Equal(t, "Löfte 2018", unexpert("L\uf7f6\uf766\uf774\uf765 \uf732\uf730\uf731\uf738"))
	for _, s := range []string{"löfte", "\uf0b7 a", "\uf700", "\uf79f", "\ufffd"} {
		require.Equal(t, s, unexpert(s))
	}
}
