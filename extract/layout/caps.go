package layout

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Proportions of a drop cap, in em of the text beside it.
const (
	capLeast = 1.8 // size
	capGap   = 0.8 // white between it and the text
)

// dropCaps puts initials that are several lines high in front of the word that
// they begin: the first to their right. A page has one at most.
func dropCaps(p *Page, m *metrics) {
	for i := range p.Words {
		w := &p.Words[i]
		r, size := utf8.DecodeRuneInString(w.Text)
		if w.Size < capLeast*m.body || size != len(w.Text) || !unicode.IsUpper(r) {
			continue
		}
		if k := beside(p.Words, w, m.body); k >= 0 {
			words := slices.Clone(p.Words)
			first := &words[k]
			first.Text, first.X0, first.initial = w.Text+first.Text, w.X0, true
			p.Words = slices.Delete(words, i, i+1)
			return
		}
	}
}

// beside finds the word of body text that begins at the top right of an
// initial, -1 without one.
func beside(words []Word, w *Word, body float64) int {
	best := -1
	for k := range words {
		o := &words[k]
		if !sameStyleSize(o.Size, body) || o.X0 < w.X1-capGap*body || o.X0 > w.X1+capGap*body {
			continue
		}
		if top := w.Base - w.Size; o.Base > top && o.Base < w.Base && (best < 0 || o.Base < words[best].Base) {
			best = k
		}
	}
	return best
}
