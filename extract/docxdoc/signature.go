package docxdoc

import (
	"strings"

	"github.com/lofte/lofte/extract/furniture"
	"github.com/lofte/lofte/model"
)

// unfold takes lines apart that stand side by side by tabs, as signatures do:
// all of the left column first.
func unfold(bs []block) []block {
	var out []block
	for from := 0; from < len(bs); {
		n := columns(bs[from])
		to := from + 1
		for n > 1 && to < len(bs) && columns(bs[to]) == n {
			to++
		}
		if n < 2 || to-from < 2 {
			out = append(out, bs[from])
			from++
			continue
		}
		for col := range n {
			for _, b := range bs[from:to] {
				b.Text = strings.TrimSpace(strings.Split(b.Text, "\t")[col])
				out = append(out, b)
			}
		}
		from = to
	}
	return out
}

func columns(b block) int {
	if b.Kind != model.Paragraph || !b.tabs {
		return 1
	}
	return strings.Count(b.Text, "\t") + 1
}

// settle decides what only the neighbours tell: the dash of direct speech is
// no marker, and a paragraph that is set in under an item belongs to it.
func settle(bs []block) {
	for i := range bs {
		b := &bs[i]
		if b.typed && strings.ContainsAny(b.Marker, "–—") && (furniture.IsSpeech(b.Text) || isAlone(bs, i)) {
			b.Kind, b.Level, b.Text, b.Marker = model.Paragraph, 0, b.Marker+" "+b.Text, ""
		}
		if i == 0 || b.Kind != model.Paragraph || b.left == 0 || b.tabs {
			continue
		}
		if before := bs[i-1]; before.Level > 0 && before.Kind != model.Heading && before.Kind != model.Cell && b.left >= before.left {
			b.Level = before.Level
		}
	}
}

// isAlone reports whether no item next to i has its marker.
func isAlone(bs []block, i int) bool {
	return (i == 0 || bs[i-1].Marker != bs[i].Marker) && (i+1 == len(bs) || bs[i+1].Marker != bs[i].Marker)
}
