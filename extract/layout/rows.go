package layout

import (
	"math"
)

// Distances in em of the body text, from core to core, that tell a table's
// rows.
const (
	rowStep = 0.2 // white between rows over that between the lines of a cell
)

// alignedRows cuts slabs into the rows of a table by how they stand: where some
// white is wider than the rest, a row begins after each such; where all is
// even, a row begins at each slab that has text in every column.
func (s *segmenter) alignedRows(strips []slab, g *grid) [][][]line {
	least, most := math.Inf(1), 0.0
	for i := 1; i < len(strips); i++ {
		white := strips[i].y0 - strips[i-1].y1
		least, most = min(least, white), max(most, white)
	}
	spaced := most-least > rowStep*s.m.body
	full := 0
	for i := range strips {
		full = max(full, g.columns(strips[i]))
	}
	var rows [][][]line
	var items []item
	for i := range strips {
		begins := i > 0 && g.columns(strips[i]) == full
		if spaced && i > 0 {
			begins = strips[i].y0-strips[i-1].y1 > least+rowStep*s.m.body
		}
		if begins {
			rows = append(rows, s.row(items, g))
			items = nil
		}
		items = append(items, strips[i].items...)
	}
	if row := s.row(items, g); row != nil {
		rows = append(rows, row)
	}
	return rows
}

// columns counts the columns in which a slab has words, 0 when one of the words
// stands across an edge.
func (g *grid) columns(strip slab) int {
	used := make([]bool, len(g.xs)-1)
	n := 0
	for _, it := range strip.items {
		if it.word == nil {
			return 0
		}
		c := at(g.xs, (it.X0+it.X1)/2)
		if it.X0 < g.xs[c]-ruleJoin || it.X1 > g.xs[c+1]+ruleJoin {
			return 0
		}
		if !used[c] {
			used[c] = true
			n++
		}
	}
	return n
}
