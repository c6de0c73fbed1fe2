package layout

import (
	"math"
	"slices"
)

// takeTables takes the words of ruled tables out of the page's items and puts
// each table in as one item.
func (s *segmenter) takeTables(p *Page, items []item) []item {
	for _, g := range grids(p, items) {
		inside, rest := g.part(items)
		if len(inside) == 0 {
			continue
		}
		open := len(g.xs) == 0
		if open {
			g.gaps = s.openGaps(g.box, inside)
			if len(g.gaps) == 0 {
				continue
			}
			if len(g.ys) <= openRules {
				if with := s.takeAligned(&g, items); with != nil {
					items = with
					continue
				}
			}
			s.extend(&g, rest)
			g.setColumns()
			inside, rest = g.part(items)
		}
		if len(g.xs) < 3 {
			continue
		}
		if t := s.fill(&g, inside, open); t != nil {
			items = append(rest, item{Box: g.box, table: t})
		}
	}
	return items
}

// takeAligned reads a table that has lines about its header only, nil when
// there is none.
func (s *segmenter) takeAligned(g *grid, items []item) []item {
	strips := slabs(slices.Clone(items))
	first := slices.IndexFunc(strips, func(strip slab) bool { return strip.y0 > g.box.Y0-ruleJoin })
	if first < 0 {
		return nil
	}
	for i := first; i < len(strips); i++ {
		strips[i].findGaps(g.box.X0, g.box.X1)
	}
	t, n := s.alignedTable(strips[first:], g.box.X1)
	if t == nil {
		return nil
	}
	end := strips[first+n-1].y1
	if end < g.box.Y1-headAbove*s.m.body {
		return nil
	}
	box := Box{g.box.X0, strips[first].y0, g.box.X1, end}
	out := []item{{Box: box, table: t}}
	for i := range strips {
		if i < first || i >= first+n {
			out = append(out, strips[i].items...)
		}
	}
	return out
}

// part divides items into the words inside the grid and the rest.
func (g *grid) part(items []item) (inside, rest []item) {
	for _, it := range items {
		if it.word != nil && g.box.holds((it.X0+it.X1)/2, it.word.Base-coreBottom*it.word.Size) {
			inside = append(inside, it)
		} else {
			rest = append(rest, it)
		}
	}
	return inside, rest
}

// fill puts words into the cells of a grid, nil when the grid is no table: a
// frame around text, or lines without columns.
func (s *segmenter) fill(g *grid, inside []item, open bool) *table {
	strips, lined := make([][]item, len(g.ys)-1), g.linedRows()
	for _, it := range inside {
		r := at(g.ys, it.word.Base-coreBottom*it.word.Size)
		for c := at(g.xs, (it.X0+it.X1)/2); r > 0 && !lined[r][c]; {
			r--
		}
		strips[r] = append(strips[r], it)
	}
	t := &table{page: s.page, left: g.box.X0, right: g.box.X1, edges: g.xs}
	for _, strip := range strips {
		if open && len(strips) <= 2 {
			t.rows = append(t.rows, s.alignedRows(slabs(strip), g)...)
		} else if row := s.row(strip, g); row != nil {
			t.rows = append(t.rows, row)
		}
	}
	if !t.tabular() {
		return nil
	}
	t.signed = g.leavesRoom(strips, s.m.body) && t.signs()
	t.findHeader()
	return t
}

// linedRows tells for each row and column whether a line parts its cell from the one
// above; where none does, the cell reaches over both rows. A grid of which only
// the columns are known parts all.
func (g *grid) linedRows() [][]bool {
	out := make([][]bool, len(g.ys)-1)
	for r := range out {
		out[r] = make([]bool, len(g.xs)-1)
		for c := range out[r] {
			out[r][c] = len(g.levels) == 0
		}
	}
	for _, l := range g.levels {
		y := (l.Y0 + l.Y1) / 2
		r := at(g.ys, y+leastRow)
		if math.Abs(y-g.ys[r]) > leastRow {
			continue
		}
		for c := range out[r] {
			middle := (g.xs[c] + g.xs[c+1]) / 2
			out[r][c] = out[r][c] || l.X0 <= middle && l.X1 >= middle
		}
	}
	return out
}

// signRoom is the height in em of an empty row that is left for signing.
const signRoom = 1.8

// leavesRoom reports whether a row is empty and high enough to sign in.
func (g *grid) leavesRoom(strips [][]item, body float64) bool {
	for r, strip := range strips {
		if len(strip) == 0 && g.ys[r+1]-g.ys[r] >= signRoom*body {
			return true
		}
	}
	return false
}

// openGaps finds what parts the columns of a table without upright lines: the
// gaps that go through all of its rows.
func (s *segmenter) openGaps(box Box, inside []item) []gap {
	strip := slab{items: inside}
	strip.findGaps(box.X0, box.X1)
	var out []gap
	left, right := firstX(strip), lastX(strip)
	for _, g := range wide(strip.gaps, leastGutter*s.m.body) {
		if g.from >= left && g.to <= right {
			out = append(out, g)
		}
	}
	return out
}

// setColumns sets the edges of columns from the gaps between them.
func (g *grid) setColumns() {
	g.xs = []float64{g.box.X0}
	for _, between := range g.gaps {
		g.xs = append(g.xs, between.to-ruleJoin)
	}
	g.xs = append(g.xs, g.box.X1)
}
