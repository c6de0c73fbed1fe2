package layout

import "slices"

// What a table without lines is. Words are counted per cell.
const (
	bodyRows   = 2   // rows below a bold header, at least
	plainRows  = 3   // rows below a plain header, at least
	longCell   = 4   // median of the column that says what, at least
	nameOfLong = 3   // most words of its name
	shortCell  = 6   // most words of a cell of a column that says who or when
	shortMean  = 3.5 // and the most on the average
	levelShare = 0.8 // share of rows whose cells all begin on one line
)

// alignedTable reads the table without lines that the first slab is the header
// of, and gives the number of its slabs; nil for text columns and signature
// blocks. Its columns are the gaps of the header that go through all rows.
func (s *segmenter) alignedTable(strips []slab, limit float64) (*table, int) {
	gaps := s.headerGaps(strips[0])
	if len(gaps) == 0 {
		return nil, 0
	}
	common, n := gaps, 1
	widest := partGap * s.m.body
	for ; n < len(strips) && n < longestBand; n++ {
		next := meet(common, strips[n].gaps, leastGutter*s.m.body)
		white := strips[n].y0 - strips[n-1].y1
		far := white > widest || white > partGap*s.m.body && lastX(strips[n]) < gaps[0].to
		if len(next) < len(gaps) || strips[n].hasTable() || far {
			break
		}
		common, widest = next, max(widest, min(paddingShare*white, paddingMost*s.m.body))
	}
	whole := Box{firstX(strips[0]), 0, limit, 0}
	g := s.columnsAt(strips[:n], strips[0].named(common, whole), limit)
	for ; n > bodyRows; n-- {
		if !s.isTail(strips[:n], &g) {
			break
		}
	}
	if n <= bodyRows || g.columns(strips[0]) != len(g.xs)-1 || g.isLabelled(strips[:n]) {
		return nil, 0
	}
	if t := s.tableOf(strips[:n], &g); s.isAligned(t) {
		return t, n
	}
	return nil, 0
}

// continued reads the slabs at the top of a page that go on with the table
// without lines at the end of the page before, and gives their number.
func (s *segmenter) continued(strips []slab) (*table, int) {
	f := s.former
	if f == nil || len(f.edges) < 3 || strips[0].hasTable() {
		return nil, 0
	}
	g := grid{box: Box{f.left, strips[0].y0, f.right, strips[len(strips)-1].y1}, xs: f.edges}
	n := 0
	for ; n < len(strips); n++ {
		columns, white := g.columns(strips[n]), 0.0
		if n > 0 {
			white = strips[n].y0 - strips[n-1].y1
		}
		alone := columns == 1 && (n == 0 || white > cellPitch*s.m.body || s.isTail(strips[:n+1], &g))
		if columns == 0 || alone || white > partGap*s.m.body {
			break
		}
	}
	if n == 0 {
		return nil, 0
	}
	t := &table{page: s.page, left: f.left, right: f.right, edges: f.edges, rows: s.alignedRows(strips[:n], &g)}
	return t, n
}

// headsAligned reports whether the first slab is a heading, or the end of the
// text, over a table without lines.
func (s *segmenter) headsAligned(strips []slab, limit float64) bool {
	if len(strips) <= bodyRows || len(s.headerGaps(strips[0])) > 0 {
		return false
	}
	t, _ := s.alignedTable(strips[1:], limit)
	return t != nil
}

// headerGaps are the gaps between the cells of a header, none where a cell is
// longer than the name of a column.
func (s *segmenter) headerGaps(strip slab) []gap {
	left, right := firstX(strip), lastX(strip)
	var out []gap
	words, from := 0, left
	for _, g := range wide(strip.gaps, leastGutter*s.m.body) {
		if g.from < left || g.to > right {
			continue
		}
		out = append(out, g)
		words, from = max(words, strip.wordsIn(from, g.from)), g.to
	}
	if max(words, strip.wordsIn(from, right)) > headerWords {
		return nil
	}
	return out
}

func (s *slab) wordsIn(from, to float64) int {
	n := 0
	for _, it := range s.items {
		if it.X0 >= from && it.X1 <= to {
			n++
		}
	}
	return n
}

// columnsAt is the grid of slabs whose columns the gaps part.
func (s *segmenter) columnsAt(strips []slab, gaps []gap, limit float64) grid {
	g := grid{box: Box{firstX(strips[0]), strips[0].y0, limit + 1, strips[len(strips)-1].y1}, gaps: gaps}
	for i := range strips {
		g.box.X0 = min(g.box.X0, firstX(strips[i]))
	}
	g.setColumns()
	return g
}

// isTail reports whether the last slab is no part of the table: text in the
// first column only that is larger or bolder than the table's.
func (s *segmenter) isTail(strips []slab, g *grid) bool {
	last := strips[len(strips)-1]
	if lastX(last) > g.xs[1] || len(last.items) == 0 {
		return false
	}
	above := strips[len(strips)-2]
	return last.items[0].word.Bold && !above.items[0].word.Bold || !sameStyleSize(itemSize(last.items[0]), itemSize(above.items[0]))
}

// isLabelled reports whether the first column holds labels that end in a colon.
func (g *grid) isLabelled(strips []slab) bool {
	b := band{slabs: strips, gutters: []gap{{g.xs[1], g.xs[1]}}}
	return b.isLabels()
}

// tableOf fills the cells: the first slab is the header, and so are the bold
// lines right below.
func (s *segmenter) tableOf(strips []slab, g *grid) *table {
	k := 1
	for k < len(strips)-bodyRows && strips[k].y0-strips[k-1].y1 < cellPitch*s.m.body &&
		makeLine(strips[k].sorted(), s.page).bold && makeLine(strips[k-1].sorted(), s.page).bold {
		k++
	}
	var header []item
	for i := range strips[:k] {
		header = append(header, strips[i].items...)
	}
	t := &table{page: s.page, left: g.box.X0, right: g.box.X1, edges: g.xs, rows: [][][]line{s.row(header, g)}}
	t.rows = append(t.rows, s.alignedRows(strips[k:], g)...)
	t.findHeader()
	return t
}

// isAligned reports whether rows found by alignment are a table. A bold header
// is proof; under a plain one the cells have to begin level, long ones beside
// short ones.
func (s *segmenter) isAligned(t *table) bool {
	if t.header == 0 || len(t.rows) <= bodyRows || !t.tabular() || t.flows() {
		return false
	}
	if allBold(t.rows[0][0]) && (t.longBody() || t.namesDeeds()) {
		return true
	}
	return len(t.rows) > plainRows && t.namesDeeds() && s.isLevel(t)
}

// isLevel reports whether most rows, the first two among them, have text in all
// columns, beginning on one line.
func (s *segmenter) isLevel(t *table) bool {
	level := 0
	for r, row := range t.rows {
		ok := true
		for _, cell := range row {
			ok = ok && len(cell) > 0 && abs(cell[0].base-row[0][0].base) < coreTop/2*s.m.body
		}
		if ok {
			level++
		} else if r < 2 {
			return false
		}
	}
	return float64(level) >= levelShare*float64(len(t.rows))
}

// namesDeeds reports whether one column holds sentences under a word or two, and
// another who or when: short cells only.
func (t *table) namesDeeds() bool {
	long, short := false, false
	for c := range t.rows[0] {
		var counts []int
		sum := 0
		for _, row := range t.rows[1:] {
			n := wordsOf(row[c])
			counts = append(counts, n)
			sum += n
		}
		slices.Sort(counts)
		long = long || counts[len(counts)/2] >= longCell && wordsOf(t.rows[0][c]) <= nameOfLong
		short = short || counts[len(counts)-1] <= shortCell && float64(sum) <= shortMean*float64(len(counts))
	}
	return long && short
}

func wordsOf(cell []line) int {
	n := 0
	for i := range cell {
		n += len(cell[i].words)
	}
	return n
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
