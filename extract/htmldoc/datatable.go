package htmldoc

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// data writes the cells of a table of data by row, each with the name of its
// column. A cell that holds a list is written item by item, all with the same
// place. A row of one cell over the full width is a heading, as is a cell at the
// start of several rows; where a cell of the widest column reaches over several
// rows, they are one.
func (w *writer) data(g *grid) {
	names, heads := g.names()
	number := w.tables
	w.tables++
	widest, row := g.widest(heads), 0
	for i, r := range g.rows {
		if !r.covered[widest] {
			row = i
		}
		if g.fullWidth(r) && r.cells[0].words <= longCellWords {
			w.heading(r.cells[0])
			continue
		}
		header := i < heads || r.repeats(names)
		for _, c := range r.cells {
			if c.column == 0 && c.rows > 1 && widest != 0 && !header {
				w.heading(c)
				continue
			}
			w.cell(c, &model.Place{Table: number, Row: row, Column: c.column, Name: names[c.column], Header: header})
		}
	}
}

func (w *writer) heading(c gridCell) {
	w.flush()
	w.children(c.node, scope{heading: pseudoRank})
	w.flush()
}

// widest is the column with the most words below the names, the one that says
// what the rows are about.
func (g *grid) widest(heads int) int {
	count := make([]int, g.columns)
	for _, r := range g.rows[heads:] {
		for _, c := range r.cells {
			if c.span == 1 {
				count[c.column] += c.words
			}
		}
	}
	best := 0
	for column, n := range count {
		if n > count[best] {
			best = column
		}
	}
	return best
}

// names gives the name of each column and how many rows at the start hold
// them. The lowest of several header rows counts.
func (g *grid) names() (names map[int]string, heads int) {
	for heads < len(g.rows)-1 && g.rows[heads].head {
		heads++
	}
	if heads == 0 && g.firstRowNames() {
		heads = 1
	}
	names = map[int]string{}
	for _, r := range g.rows[:heads] {
		for _, c := range r.cells {
			for i := range c.span {
				if c.text != "" {
					names[c.column+i] = c.text
				}
			}
		}
	}
	return names, heads
}

// repeats reports whether a row holds the names of the columns once more.
func (r gridRow) repeats(names map[int]string) bool {
	if len(r.cells) < 2 {
		return false
	}
	for _, c := range r.cells {
		if c.text == "" || c.text != names[c.column] {
			return false
		}
	}
	return true
}

// cell writes a cell. One that continues a cell of the same place adds lines to
// it.
func (w *writer) cell(c gridCell, place *model.Place) {
	inner := &writer{page: w.page}
	inner.children(c.node, scope{})
	inner.flush()
	if items := inner.items(); items < 2 {
		inner.merge()
	}
	if f := w.placed(place); f != nil && len(inner.flows) == 1 {
		f.lines = append(f.lines, inner.flows[0].lines...)
		return
	}
	for _, f := range inner.flows {
		groups := f.markedGroups()
		for _, g := range groups {
			at := scope{cell: place, item: f.at.item, word: len(groups) > 1}
			w.flows = append(w.flows, flow{lines: g.lines, at: at})
		}
	}
}

// placed is the flow of an earlier row's cell at a place, nil when there is none
// or it holds a list. Places are unique but for rows that are one.
func (w *writer) placed(place *model.Place) *flow {
	for i := len(w.flows) - 1; i >= max(0, len(w.flows)-maxColumns) && w.flows[i].at.cell != nil; i-- {
		f := &w.flows[i]
		if p := f.at.cell; p.Table != place.Table || p.Row != place.Row {
			return nil
		}
		if f.at.cell.Column == place.Column && f.at.item == nil && !f.at.word {
			return f
		}
	}
	return nil
}

// markedGroups divides the lines of a cell before each list marker, when
// there are at least two.
func (f *flow) markedGroups() []group {
	var out []group
	marks := 0
	for _, l := range f.lines {
		text := l.text()
		if startsMarked(text) {
			marks++
		}
		if len(out) == 0 || startsMarked(text) {
			out = append(out, group{})
		}
		last := len(out) - 1
		out[last].lines = append(out[last].lines, l)
	}
	if marks < 2 {
		return []group{{lines: f.lines}}
	}
	return out
}

func (w *writer) items() int {
	n := 0
	for _, f := range w.flows {
		if f.at.item != nil {
			n++
		}
	}
	return n
}

// merge makes one flow of all.
func (w *writer) merge() {
	if len(w.flows) < 2 {
		return
	}
	one := w.flows[0]
	for _, f := range w.flows[1:] {
		one.lines = append(one.lines, f.lines...)
	}
	w.flows = []flow{one}
}

// joined is the text of lines with "\n" between them, empty ones left out.
func joined(lines []line) string {
	var parts []string
	for _, l := range lines {
		if t := l.text(); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n")
}
