package ocr

import (
	"slices"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
)

const (
	boldShare   = 1.28 // of the usual stroke is the least that bold type has
	boldLetters = 3    // characters of a word whose weight is measured
)

// embolden marks the words as bold whose strokes, in points, are much wider for
// their size than those of most of the page. Short words go with the former
// one.
func embolden(p *layout.Page, strokes []float64) {
	even := []layout.Page{{Words: slices.Clone(p.Words)}}
	Even(even)
	var shares []float64
	share := make([]float64, len(strokes))
	for i, w := range even[0].Words {
		n := utf8.RuneCountInString(w.Text)
		if n < boldLetters || strokes[i] == 0 {
			continue
		}
		share[i] = strokes[i] / w.Size
		for range n {
			shares = append(shares, share[i])
		}
	}
	if len(shares) == 0 {
		return
	}
	usual := median(shares)
	for i := range p.Words {
		w := &p.Words[i]
		switch {
		case share[i] > 0:
			w.Bold = share[i] >= boldShare*usual
		case i > 0 && w.Base == p.Words[i-1].Base:
			w.Bold = p.Words[i-1].Bold
		}
	}
}
