package htmldoc

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/lofte/lofte/extract/fieldname"
	"github.com/lofte/lofte/model"
)

// layout writes the content of a table that arranges the page: row by row, but
// column by column where the columns belong together.
func (w *writer) layout(g *grid, at scope) {
	switch {
	case g.markerColumn():
		w.markedRows(g, at)
	case g.signatures():
		w.byColumn(g, at, false)
	case g.columnsOfBlocks(w.page):
		w.byColumn(g, at, true)
	default:
		for _, r := range g.rows {
			for _, c := range r.cells {
				w.block(c, at, is(c.node, atom.Th))
			}
		}
	}
}

func (w *writer) byColumn(g *grid, at scope, headed bool) {
	for column := range g.columns {
		for i, r := range g.rows {
			for _, c := range r.cells {
				if c.column == column {
					w.block(c, at, headed && i == 0)
				}
			}
		}
	}
}

// block writes a cell as a box of its own, a header cell as a heading.
func (w *writer) block(c gridCell, at scope, header bool) {
	w.flush()
	at = w.look(c.node, at)
	at.rankBy = header && at.heading == 0
	w.children(c.node, at)
	w.flush()
}

// labelled reports whether each row is a label and what it is the label of,
// without a row of names above.
func (g *grid) labelled(label func(gridCell) bool) bool {
	for _, r := range g.rows {
		if len(r.cells) != 2 || !label(r.cells[0]) || label(r.cells[1]) {
			return false
		}
	}
	return true
}

// fields reports whether the rows are the fields of an undertaking, each with its
// name in front: "Vad vi gör", "Vem", "När".
func (g *grid) fields() bool {
	deed, about := false, false
	for _, r := range g.rows {
		if len(r.cells) != 2 || r.cells[0].words > headWords {
			return false
		}
		name := fieldname.Of(r.cells[0].text)
		deed, about = deed || name == fieldname.Deed, about || name == fieldname.About
	}
	return deed && about
}

func isHeaderCell(c gridCell) bool { return is(c.node, atom.Th) }

// boldCell reports whether all text of a cell is bold.
func (p *page) boldCell(c gridCell) bool {
	if c.words > longCellWords {
		return false
	}
	w := &writer{page: p}
	w.children(c.node, scope{})
	w.flush()
	for _, f := range w.flows {
		for _, l := range f.lines {
			if !l.bold() {
				return false
			}
		}
	}
	return len(w.flows) > 0
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

// onlyMarker reports whether a text is a list marker without a line, or the
// number of one.
func onlyMarker(s string) bool {
	if len(s) <= 2 && strings.Trim(s, "0123456789") == "" {
		return true
	}
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
