package pdfdoc

import (
	"context"
	"strings"
	"testing"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/stretchr/testify/require"
)

// annotated is a page with a line of text and an annotation with the entries,
// whose look shows a text in a box of 100 by 20 points.
func annotated(entries string) []byte {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>",
		pdftest.Stream("", helloContent),
		helveticaFont,
		"<</Type/Annot/Rect[72 600 172 620]" + entries + ">>",
		pdftest.Stream("/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 12 Tf 2 5 Td (Mora kommun) Tj ET"),
	}
	return pdftest.File("", objects...)
}

func TestWhatAnnotationsShow(t *testing.T) {
	for name, c := range map[string]struct {
		entries string
		shown   bool
	}{
		"a field that was filled in":  {"/Subtype/Widget/FT/Tx/AP<</N 7 0 R>>", true},
		"a text typed on the page":    {"/Subtype/FreeText/AP<</N 7 0 R>>", true},
		"a state that it is in":       {"/Subtype/Widget/FT/Ch/AS/On/AP<</N<</On 7 0 R>>>>", true},
		"a state that it is not in":   {"/Subtype/Widget/FT/Btn/AS/Off/AP<</N<</On 7 0 R>>>>", false},
		"a button to press":           {"/Subtype/Widget/FT/Btn/Ff 65536/AP<</N 7 0 R>>", false},
		"a hidden field":              {"/Subtype/Widget/FT/Tx/F 2/AP<</N 7 0 R>>", false},
		"a field that is not viewed":  {"/Subtype/Widget/FT/Tx/F 32/AP<</N 7 0 R>>", false},
		"a link":                      {"/Subtype/Link/AP<</N 7 0 R>>", false},
		"a window that opens":         {"/Subtype/Popup/AP<</N 7 0 R>>", false},
		"an annotation without looks": {"/Subtype/Widget/FT/Tx/V(Mora kommun)", false},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read(context.Background(), annotated(c.entries), Options{})
			require.NoError(t, err)
			require.Equal(t, c.shown, strings.Contains(dump(doc), "Mora kommun"), dump(doc))
		})
	}
}

// The look is moved, and stretched, onto the place of the annotation.
func TestPlaceOfAnnotation(t *testing.T) {
	for matrix, place := range map[string][2]float64{
		"":                            {74, 842 - 605},
		"/Matrix[1 0 0 1 50 50]":      {74, 842 - 605},
		"/Matrix[0.5 0 0 0.5 0 0]":    {74, 842 - 605},
		"/Matrix[1 0 0 1 -1000 4000]": {74, 842 - 605},
	} {
		data := strings.Replace(string(annotated("/Subtype/Widget/FT/Tx/AP<</N 7 0 R>>")), "/BBox[0 0 100 20]", "/BBox[0 0 100 20]"+matrix, 1)
		file, err := Open(context.Background(), []byte(data), Options{})
		require.NoError(t, err)
		var at [2]float64
		for _, w := range file.Pages[0].Words {
			if w.Text == "Mora" {
				at = [2]float64{w.X0, w.Base}
			}
		}
		require.InDelta(t, place[0], at[0], 0.01, matrix)
		require.InDelta(t, place[1], at[1], 0.01, matrix)
	}
}
