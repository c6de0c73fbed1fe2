package layout

import (
	"math"
	"slices"
)

// White in em, from core to core, across which a column goes on alone.
const (
	runOn    = 1.2 // when more of the page follows
	runOnEnd = 1.9 // at the end of the region
	// runOnLines is the same as a multiple of the white between its lines.
	runOnLines = 1.3
)

// lead counts the slabs at the start that have text on one side only and stand
// apart from where the other side begins: what comes before the columns.
func (b *band) lead() int {
	g := b.gutters[0]
	left, right := -1, -1
	for i := range b.slabs {
		if left < 0 && firstX(b.slabs[i]) < g.from {
			left = i
		}
		if right < 0 && lastX(b.slabs[i]) > g.to {
			right = i
		}
	}
	skip := 0
	for i := 0; i < max(left, right); i++ {
		if b.slabs[i+1].y0-b.slabs[i].y1 > runOn*itemSize(b.slabs[i].items[0]) {
			skip = i + 1
		}
	}
	return skip
}

// trim takes slabs off the band's end that have text on the left only and
// stand apart, or look unlike it: what follows the columns, not what is in them.
// A left column of prose may go on across more white, and so may what stands
// under a heading.
func (b *band) trim(atEnd bool) {
	limit := runOn
	if atEnd || b.leftWords() >= proseWords {
		limit = runOnEnd
	}
	g, line := b.gutters[0], b.lineGap()
	keep, above := 1, 0.0
	known := map[int]bool{}
	for i := range b.slabs {
		size := b.leftSize(i)
		if i == 0 || lastX(b.slabs[i]) >= g.to {
			keep = i + 1
		} else if i == keep && b.slabs[i].y0-b.slabs[i-1].y1 <= max(limit*size, runOnLines*line, underHead(above, size)) &&
			(len(known) == 0 || sameStyleSize(size, above) || known[sizeClass(size)]) {
			keep = i + 1
		}
		if size > 0 {
			above, known[sizeClass(size)] = size, true
		}
	}
	b.slabs = b.slabs[:keep]
}

// headReach is the white in em of a heading under which its text may stand.
const headReach = 1.9

// underHead is the white that may part text of a size from what stands above
// it, if that is a heading.
func underHead(above, size float64) float64 {
	if above < headShare*size {
		return 0
	}
	return headReach * above
}

// lineGap is the median white between the lines of the leftmost column, 0 for
// fewer than two lines.
func (b *band) lineGap() float64 {
	var gaps []float64
	last := math.Inf(-1)
	for i := range b.slabs {
		if b.leftSize(i) == 0 {
			continue
		}
		if !math.IsInf(last, -1) {
			gaps = append(gaps, b.slabs[i].y0-last)
		}
		last = b.slabs[i].y1
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// leftSize is the size of the text that the i-th slab has in the leftmost
// column, 0 without any.
func (b *band) leftSize(i int) float64 {
	for _, it := range b.slabs[i].items {
		if it.X1 <= b.gutters[0].from+1 {
			return itemSize(it)
		}
	}
	return 0
}

// proseWords is the least number of words per line of a column of prose.
const proseWords = 4.5

// leftWords is the number of words per line of the leftmost column.
func (b *band) leftWords() float64 {
	words, lines := 0, 0
	for i := range b.slabs {
		n := 0
		for _, it := range b.slabs[i].items {
			if it.X1 <= b.gutters[0].from+1 {
				n++
			}
		}
		words += n
		if n > 0 {
			lines++
		}
	}
	return float64(words) / float64(max(lines, 1))
}
