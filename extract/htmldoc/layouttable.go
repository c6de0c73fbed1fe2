package htmldoc

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/lofte/lofte/model"
)

// layout writes the content of a table that arranges the page: row by row, but
// column by column where the columns belong together.
func (w *writer) layout(g *grid, at scope) {
	switch {
	case g.markerColumn():
		w.markedRows(g, at)
	case g.signatures(), g.columnsOfBlocks(w.page):
		for column := range g.columns {
			for _, r := range g.rows {
				w.columnCell(r, column, at)
			}
		}
	default:
		for _, r := range g.rows {
			for _, c := range r.cells {
				w.block(c, at)
			}
		}
	}
}

func (w *writer) columnCell(r gridRow, column int, at scope) {
	for _, c := range r.cells {
		if c.column == column {
			w.block(c, at)
		}
	}
}

// block writes a cell as a box of its own; a header cell is a heading.
func (w *writer) block(c gridCell, at scope) {
	w.flush()
	at = w.look(c.node, at)
	if is(c.node, atom.Th) && at.heading == 0 {
		at.rankBy = true
	}
	w.children(c.node, at)
	w.flush()
}

// markerColumn reports whether the first column holds nothing but list
// markers (or a picture of one) and the second the items.
func (g *grid) markerColumn() bool {
	if g.columns != 2 {
		return false
	}
	marked := 0
	for _, r := range g.rows {
		if len(r.cells) != 2 || r.cells[1].words == 0 {
			return false
		}
		first := r.cells[0].text
		if first != "" && !onlyMarker(first) {
			return false
		}
		if first != "" || r.cells[1].words > headWords {
			marked++
		}
	}
	return marked > 0 && marked == len(g.rows)
}

// onlyMarker reports whether a text is a list marker without a line.
func onlyMarker(s string) bool {
	m, rest := model.ListMarker(s + " x")
	return m == s && rest == "x"
}

func (w *writer) markedRows(g *grid, at scope) {
	for _, r := range g.rows {
		w.flush()
		inside := at
		inside.list = &list{depth: at.depth() + 1}
		inside.item = &listItem{level: inside.list.depth, marker: r.cells[0].text}
		w.children(r.cells[1].node, inside)
		w.flush()
	}
}

// Bounds of a table of signatures side by side.
const (
	signatureRows  = 6
	signatureWords = 14 // in a cell
)

// signatures reports whether the columns are people who sign: a few short
// cells, an office in every column.
func (g *grid) signatures() bool {
	if g.columns < 2 || len(g.rows) > signatureRows || g.longest() > signatureWords {
		return false
	}
	offices := map[int]bool{}
	filled := map[int]bool{}
	for _, r := range g.rows {
		for _, c := range r.cells {
			if is(c.node, atom.Th) || strings.ContainsAny(c.text, "?!") {
				return false
			}
			filled[c.column] = filled[c.column] || c.words > 0
			offices[c.column] = offices[c.column] || holdsOffice(c.text)
		}
	}
	people := 0
	for column := range g.columns {
		if filled[column] && !offices[column] {
			return false
		}
		if offices[column] {
			people++
		}
	}
	return people >= 2
}

// holdsOffice reports whether a word of the text names an office.
func holdsOffice(text string) bool {
	for _, word := range strings.Fields(text) {
		word = fold(strings.Trim(word, ",;"))
		for _, office := range words().roles {
			if strings.HasSuffix(word, office) {
				return true
			}
		}
	}
	return false
}

// columnsOfBlocks reports whether the table is a row of names above one row
// of columns with lists or several paragraphs in them.
func (g *grid) columnsOfBlocks(p *page) bool {
	if len(g.rows) != 2 || len(g.rows[0].cells) != len(g.rows[1].cells) {
		return false
	}
	for _, c := range g.rows[0].cells {
		if c.words > headWords*2 {
			return false
		}
	}
	for _, c := range g.rows[1].cells {
		inside := p.doc.FindNodes(c.node)
		if inside.Find("li").Length() > 1 || inside.Find("p").Length() > 1 {
			return true
		}
	}
	return false
}
