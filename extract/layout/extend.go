package layout

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// White in em of the body text, from core to core, across which rows outside
// the lines belong to a table.
const (
	headAbove = 2.2 // between a row outside the lines and the next inside
	cellPitch = 1.1 // between the lines of a cell outside the lines
)

// extend takes rows above and below the lines into an open table: a header over
// the first line, a row without shade under it, the rest of the last page's
// last row, and what follows the last shaded row.
func (s *segmenter) extend(g *grid, rest []item) {
	strips := slabs(slices.Clone(rest))
	for i := range strips {
		strips[i].findGaps(g.box.X0, g.box.X1)
	}
	s.extendUp(g, strips)
	s.extendDown(g, strips)
}

// extendUp goes up from the first line. A row begins at each slab with text in
// all columns; slabs above the topmost such are left out.
func (s *segmenter) extendUp(g *grid, strips []slab) {
	end := 0
	for end < len(strips) && strips[end].y1 <= g.box.Y0 {
		end++
	}
	bottom, top := g.box.Y0, end
	var tops []float64
	for i := end - 1; i >= 0 && bottom-strips[i].y1 < headAbove*s.m.body && !strips[i].hasTable(); i-- {
		n := s.fit(g, &strips[i])
		if n == 0 {
			break
		}
		bottom = strips[i].y0
		if n == len(g.gaps)+1 {
			top, tops = i, append(tops, strips[i].y0-ruleJoin)
		}
	}
	if top == end && end == 1 && s.page > 1 && s.goesOnAbove(g, &strips[0]) {
		tops = append(tops, strips[0].y0-ruleJoin)
	}
	if len(tops) > 0 {
		slices.Reverse(tops)
		g.box.Y0 = tops[0]
		g.ys = append(tops, g.ys...)
	}
}

// goesOnAbove reports whether a slab at the top of a page is the rest of a row:
// it begins in lower case.
func (s *segmenter) goesOnAbove(g *grid, strip *slab) bool {
	r, _ := utf8.DecodeRuneInString(strip.sorted()[0].Text)
	return unicode.IsLower(r) && g.box.Y0-strip.y1 < headAbove*s.m.body && s.fit(g, strip) > 0
}

// extendDown goes down from the last line.
func (s *segmenter) extendDown(g *grid, strips []slab) {
	bottom := g.box.Y1
	for i := range strips {
		if strips[i].y0 < g.box.Y1 {
			continue
		}
		first := bottom == g.box.Y1
		limit := cellPitch
		if first {
			limit = headAbove
		}
		if strips[i].hasTable() || strips[i].y0-bottom > limit*s.m.body || !s.fits(g, &strips[i], first) {
			break
		}
		bottom = strips[i].y1
	}
	if bottom > g.box.Y1 {
		g.box.Y1 = bottom + ruleJoin
		g.ys = append(g.ys, g.box.Y1)
	}
}

// fits reports whether a slab below the lines stands in the columns: the first
// line of a row in two of them.
func (s *segmenter) fits(g *grid, strip *slab, first bool) bool {
	n := len(meet(g.gaps, strip.gaps, leastGutter*s.m.body))
	return n == len(g.gaps) && (!first || strip.cells(g.gaps, g.box) > 1)
}

// fit counts the columns in which a slab has text, 0 where it stands across
// gaps, and makes the gaps those that the slab has too. A bold slab with text in
// all of fewer columns is a header, and knows better.
func (s *segmenter) fit(g *grid, strip *slab) int {
	common := meet(g.gaps, strip.gaps, leastGutter*s.m.body)
	if makeLine(strip.sorted(), s.page).bold {
		if named := strip.named(common, g.box); len(named) > 0 && strip.cells(named, g.box) == len(named)+1 {
			g.gaps = named
			return len(named) + 1
		}
	}
	if len(common) != len(g.gaps) {
		return 0
	}
	g.gaps = common
	return strip.cells(common, g.box)
}

// named leaves out the gaps before columns in which the slab has no words.
func (s *slab) named(gaps []gap, box Box) []gap {
	var out []gap
	for i, g := range gaps {
		to := box.X1 + ruleJoin
		if i+1 < len(gaps) {
			to = gaps[i+1].from
		}
		if s.wordsIn(g.to, to) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// cells counts the columns between gaps in which a slab has words.
func (s *slab) cells(gaps []gap, box Box) int {
	n, from := 0, box.X0-ruleJoin
	for i := 0; i <= len(gaps); i++ {
		to := box.X1 + ruleJoin
		if i < len(gaps) {
			to = gaps[i].from
		}
		if s.wordsIn(from, to) > 0 {
			n++
		}
		if i < len(gaps) {
			from = gaps[i].to
		}
	}
	return n
}
