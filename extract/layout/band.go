package layout

import (
	"math"

	"github.com/lofte/lofte/model"
)

// band is a run of slabs that the same gutters part: text columns, or the
// columns of a signature block.
type band struct {
	slabs   []slab
	gutters []gap
}

// Proportions of gutters. Lengths are in em of the body text.
const (
	leastGutter = 0.9 // between long columns of text
	shortGutter = 2.0 // between columns of a few lines
	longBand    = 4   // lines on both sides that make a column long
	ragShare    = 0.5 // share of a column's lines that start at its left edge
)

// band finds the longest run of slabs from the first on that has common
// gutters, nil when there is none that looks like columns.
func (s *segmenter) band(strips []slab) *band {
	width := leastGutter * s.m.body
	common := inner(strips[0], width)
	n := 1
	for ; n < len(strips) && len(common) > 0; n++ {
		next := meet(common, strips[n].gaps, width)
		if len(next) == 0 {
			break
		}
		common = next
	}
	if len(common) == 0 {
		return nil
	}
	b := &band{slabs: strips[:n], gutters: common}
	b.trim(n == len(strips))
	b.gutters = s.proven(b)
	if len(b.gutters) == 0 || b.isLabels() {
		return nil
	}
	return b
}

// inner are a slab's gaps that have items on both sides.
func inner(s slab, width float64) []gap {
	var out []gap
	for i, g := range s.gaps {
		if g.to-g.from < width || (i == 0 && g.from < firstX(s)) || (i == len(s.gaps)-1 && g.to > lastX(s)) {
			continue
		}
		out = append(out, g)
	}
	return out
}

func firstX(s slab) float64 {
	x := math.Inf(1)
	for _, it := range s.items {
		x = min(x, it.X0)
	}
	return x
}

func lastX(s slab) float64 {
	x := math.Inf(-1)
	for _, it := range s.items {
		x = max(x, it.X1)
	}
	return x
}

// Gaps in em of the slab above across which a left column goes on alone.
const (
	runOn    = 0.9 // when more of the page follows
	runOnEnd = 1.6 // at the end of the region
)

// trim takes slabs off the band's end that have text on the left only and
// stand apart: what follows the columns, not what is in them.
func (b *band) trim(atEnd bool) {
	limit := runOn
	if atEnd {
		limit = runOnEnd
	}
	g := b.gutters[0]
	keep := 1
	for i := 1; i < len(b.slabs); i++ {
		if lastX(b.slabs[i]) >= g.to {
			keep = i + 1
			continue
		}
		size := itemSize(b.slabs[i].items[0])
		if i != keep || b.slabs[i].y0-b.slabs[i-1].y1 > limit*size {
			continue
		}
		keep = i + 1
	}
	b.slabs = b.slabs[:keep]
}

func itemSize(it item) float64 {
	if it.word != nil {
		return it.word.Size
	}
	return it.Height()
}

// proven keeps the gutters that have lines enough on both sides for their
// width, and whose right side is aligned.
func (s *segmenter) proven(b *band) []gap {
	var out []gap
	for _, g := range b.gutters {
		both, starts := 0, []float64{}
		for i := range b.slabs {
			left, right := false, math.Inf(1)
			for _, it := range b.slabs[i].items {
				if it.X1 <= g.from+1 {
					left = true
				} else if it.X0 >= g.to-1 {
					right = min(right, it.X0)
				}
			}
			if !math.IsInf(right, 1) {
				starts = append(starts, right)
				if left {
					both++
				}
			}
		}
		if both < 2 || (both < longBand && g.to-g.from < shortGutter*s.m.body) || !s.aligned(starts) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// aligned reports whether enough of the starts are at the left edge, or at one
// indentation of it.
func (s *segmenter) aligned(starts []float64) bool {
	least := math.Inf(1)
	for _, x := range starts {
		least = min(least, x)
	}
	at := 0
	for _, x := range starts {
		if x-least < indentEm*s.m.body {
			at++
		}
	}
	return float64(at) >= ragShare*float64(len(starts))
}

// isLabels reports whether the left column holds labels that end in a colon, so
// that the band reads by row.
func (b *band) isLabels() bool {
	g := b.gutters[0]
	labels, rows := 0, 0
	for i := range b.slabs {
		var last *Word
		for _, it := range b.slabs[i].items {
			if it.word != nil && it.X1 <= g.from+1 && (last == nil || it.X0 > last.X0) {
				last = it.word
			}
		}
		if last != nil {
			rows++
			if last.Text[len(last.Text)-1] == ':' {
				labels++
			}
		}
	}
	return labels == rows && rows > 0
}

// emitBand cuts each column of the band on its own, from left to right.
func (s *segmenter) emitBand(b *band, limit float64, depth int) {
	for k := 0; k <= len(b.gutters); k++ {
		from, to := math.Inf(-1), limit
		if k > 0 {
			from = (b.gutters[k-1].from + b.gutters[k-1].to) / 2
		}
		if k < len(b.gutters) {
			to = (b.gutters[k].from + b.gutters[k].to) / 2
		}
		var items []item
		for i := range b.slabs {
			for _, it := range b.slabs[i].items {
				if mid := (it.X0 + it.X1) / 2; mid >= from && (k == len(b.gutters) || mid < to) {
					items = append(items, it)
				}
			}
		}
		end := limit
		if k < len(b.gutters) {
			end = b.gutters[k].to - leastGutter*s.m.body
		}
		s.cut(items, end, depth+1)
	}
}

// isLoneMarker reports whether an item is a word that is only a list marker.
func isLoneMarker(it item) bool {
	if it.word == nil || len(it.word.Text) > len("(10)")+2 {
		return false
	}
	if it.word.Text == "o" {
		return true
	}
	marker, _ := model.ListMarker(it.word.Text + " x")
	return marker == it.word.Text
}
