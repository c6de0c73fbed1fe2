package layout

import (
	"math"
	"slices"
)

// Distances in em of the body text, from core to core, that tell a table's
// rows.
const (
	rowStep   = 0.2 // white between rows over that between the lines of a cell
	headAbove = 2.2 // white between a row outside the lines and the next inside
	cellPitch = 1.1 // white between the lines of a cell outside the lines
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

// extend takes rows above and below the lines into an open table: a header over
// the first line, and what follows the last shaded row.
func (s *segmenter) extend(g *grid, rest []item) {
	strips := slabs(slices.Clone(rest))
	for i := len(strips) - 1; i >= 0; i-- {
		if strips[i].y1 > g.box.Y0 {
			continue
		}
		if g.box.Y0-strips[i].y1 < headAbove*s.m.body && g.columns(strips[i]) == len(g.xs)-1 {
			g.box.Y0 = strips[i].y0 - ruleJoin
			g.ys = append([]float64{g.box.Y0}, g.ys...)
		}
		break
	}
	bottom := g.box.Y1
	for i := range strips {
		if strips[i].y0 < g.box.Y1 {
			continue
		}
		white, columns := strips[i].y0-bottom, g.columns(strips[i])
		first := bottom == g.box.Y1
		if columns == 0 || first && (columns < 2 || white > headAbove*s.m.body) ||
			!first && white > cellPitch*s.m.body {
			break
		}
		bottom = strips[i].y1
	}
	if bottom > g.box.Y1 {
		g.box.Y1 = bottom + ruleJoin
		g.ys = append(g.ys, g.box.Y1)
	}
}

// bandTable reads a band as a table without lines: a bold header with text in
// every column over rows that start level. It is nil for text columns and
// signature blocks.
func (s *segmenter) bandTable(b *band, limit float64) *table {
	g := grid{box: Box{firstX(b.slabs[0]), b.slabs[0].y0, limit, b.slabs[len(b.slabs)-1].y1}}
	for i := range b.slabs {
		g.box.X0 = min(g.box.X0, firstX(b.slabs[i]))
	}
	g.xs = []float64{g.box.X0}
	for _, gutter := range b.gutters {
		g.xs = append(g.xs, gutter.to-ruleJoin)
	}
	g.xs = append(g.xs, g.box.X1+1)
	if g.columns(b.slabs[0]) != len(g.xs)-1 {
		return nil
	}
	header := s.row(b.slabs[0].items, &g)
	t := &table{page: s.page, left: g.box.X0, right: g.box.X1, rows: [][][]line{header}}
	t.rows = append(t.rows, s.alignedRows(b.slabs[1:], &g)...)
	t.findHeader()
	if t.header == 0 || !allBold(header[0]) || len(t.rows) < 3 || !t.tabular() || !t.longBody() || t.flows() {
		return nil
	}
	return t
}

// flowShare is the share of a table's cells that may look as if their text went
// on in the cell below.
const flowShare = 0.25

// flows reports whether the text goes on from cell to cell downward, or the
// header is larger than the rest: text columns under headings.
func (t *table) flows() bool {
	on, cells := 0, 0
	for r := 1; r < len(t.rows); r++ {
		for c, cell := range t.rows[r] {
			if len(cell) == 0 {
				continue
			}
			if r == 1 && len(t.rows[0][c]) > 0 && !sameStyleSize(t.rows[0][c][0].size, cell[0].size) {
				return true
			}
			cells++
			if above := t.rows[r-1][c]; r > 1 && len(above) > 0 && cell[0].startsLower() && !above[len(above)-1].finished() {
				on++
			}
		}
	}
	return float64(on) > flowShare*float64(cells)
}
