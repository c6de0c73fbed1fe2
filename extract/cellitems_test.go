package extract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestListsInCellsAreParted(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string // marker and text of each block
	}{
		{"dashes", "– Mäter farten\nvarje vecka.\n– Söker med hund.", []string{"–|Mäter farten\nvarje vecka.", "–|Söker med hund."}},
		{"numbers", "1. Mäter farten.\n2. Söker med hund.", []string{"1.|Mäter farten.", "2.|Söker med hund."}},
		{"over a page", "• Mäter farten.\f• Söker med hund.", []string{"•|Mäter farten.", "•|Söker med hund."}},
		{"one dash", "– Mäter farten.", []string{"–|Mäter farten."}},
		{"one number", "1. Trafik", []string{"|1. Trafik"}},
		{"a dash between words", "Polisen\n– och kommunen", []string{"|Polisen\n– och kommunen"}},
		{"a dash within an item", "• Mäter farten\n– varje vecka\n• Söker med hund", []string{"•|Mäter farten\n– varje vecka", "•|Söker med hund"}},
		{"a sign alone", "–", []string{"|–"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			place := &model.Place{Row: 1}
			var got []string
			for _, b := range cellItems(model.Block{Kind: model.Cell, Text: c.text, Cell: place}) {
				require.Same(t, place, b.Cell)
				got = append(got, b.Marker+"|"+b.Text)
			}
			require.Equal(t, c.want, got)
		})
	}
	p := model.Block{Kind: model.Paragraph, Text: "– Mäter farten.\n– Söker med hund."}
	require.Equal(t, []model.Block{p}, cellItems(p), "only cells are parted")
}
