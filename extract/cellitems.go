package extract

import (
	"strings"
	"unicode"

	"github.com/lofte/lofte/model"
)

// cellItems parts a cell that holds a list into a block for each item, all of
// them in the cell's place. A dash or bullet before all of a cell's text is taken
// off too; a number there may belong to the text. Other blocks stay as they are.
func cellItems(b model.Block) []model.Block {
	if b.Kind != model.Cell || b.Marker != "" {
		return []model.Block{b}
	}
	starts := itemStarts(b.Text)
	if len(starts) == 0 || starts[0] > 0 {
		return []model.Block{b}
	}
	marker, _ := model.ListMarker(b.Text)
	if len(starts) == 1 && ordinal(marker) {
		return []model.Block{b}
	}
	var out []model.Block
	for i, from := range starts {
		to := len(b.Text)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		item := b
		item.Marker, item.Text = model.ListMarker(b.Text[from:to])
		if b.Span.Page > 0 {
			item.Span.Page += strings.Count(b.Text[:from], "\f")
		}
		out = append(out, item)
	}
	return out
}

// itemStarts are the offsets of the lines of a text that have a list marker of
// the same kind as the first such line.
func itemStarts(text string) (starts []int) {
	kind := ""
	for from := 0; from < len(text); {
		to := from + strings.IndexAny(text[from:]+"\n", "\n\f")
		marker, rest := model.ListMarker(text[from:to])
		if ordinal(marker) {
			marker = "1."
		}
		if marker != "" && rest != "" && (kind == "" || marker == kind) {
			kind = marker
			starts = append(starts, from)
		}
		from = to + 1
	}
	return starts
}

// ordinal reports whether a list marker counts.
func ordinal(marker string) bool {
	return strings.ContainsFunc(marker, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLower(r) })
}
