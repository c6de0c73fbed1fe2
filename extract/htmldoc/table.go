package htmldoc

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSpan bounds how many rows or columns a cell may claim, maxColumns how many
// a table has; cells further out count to its last column.
const (
	maxSpan    = 64
	maxColumns = 256
)

// grid is a table by rows.
type grid struct {
	caption  *html.Node
	rows     []gridRow
	columns  int
	boldHead bool // the first row is in bold, the second is not
}

type gridRow struct {
	cells   []gridCell
	head    bool         // in a thead, or all of its cells are header cells but for an empty corner
	covered map[int]bool // columns that a cell above reaches into
}

type gridCell struct {
	node   *html.Node
	column int
	span   int // columns
	rows   int
	words  int
	text   string // folded white space, for judging only
}

// readGrid puts the cells of a table into their columns.
func (p *page) readGrid(table *html.Node) *grid {
	g := &grid{}
	taken := map[int]int{} // column → rows that a cell above still covers
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case is(c, atom.Caption):
			g.caption = c
		case is(c, atom.Thead, atom.Tbody, atom.Tfoot):
			for r := c.FirstChild; r != nil; r = r.NextSibling {
				if is(r, atom.Tr) {
					g.addRow(p, r, is(c, atom.Thead), taken)
				}
			}
		case is(c, atom.Tr):
			g.addRow(p, c, false, taken)
		}
	}
	g.boldHead = len(g.rows) > 1 && p.boldRow(g.rows[0]) && !p.boldRow(g.rows[1])
	return g
}

func (p *page) boldRow(r gridRow) bool {
	for _, c := range r.cells {
		if !p.boldCell(c) {
			return false
		}
	}
	return len(r.cells) > 1
}

func (g *grid) addRow(p *page, tr *html.Node, head bool, taken map[int]int) {
	row := gridRow{head: true, covered: map[int]bool{}}
	covered := map[int]int{}
	column := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if !is(c, atom.Td, atom.Th) {
			continue
		}
		for taken[column] > 0 && column < maxColumns-1 {
			column++
		}
		cell := p.readCell(c)
		cell.column = column
		row.cells = append(row.cells, cell)
		row.head = row.head && (is(c, atom.Th) || column == 0 && cell.words == 0)
		for i := range cell.span {
			covered[column+i] = cell.rows - 1
		}
		g.columns = max(g.columns, column+cell.span)
		column = min(column+cell.span, maxColumns-1)
	}
	for c, n := range taken {
		row.covered[c] = n > 0
		taken[c]--
	}
	for c, n := range covered {
		taken[c] = n
	}
	row.head = (row.head || head) && (len(row.cells) > 1 || len(row.cells) > 0 && row.cells[0].words > 0)
	g.rows = append(g.rows, row)
}

// readCell reads a cell for judging; of one that is too long to be data only
// the length counts.
func (p *page) readCell(n *html.Node) gridCell {
	cell := gridCell{node: n, span: span(n, "colspan"), rows: span(n, "rowspan")}
	if letters := p.of(n).letters; letters > boxLetters {
		cell.words = letters
		return cell
	}
	fields := strings.Fields(p.textOf(n))
	cell.text, cell.words = strings.Join(fields, " "), len(fields)
	return cell
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}

// table writes a table: its cells when it holds data, the content of its cells
// as ordinary content when it only arranges the page.
func (w *writer) table(n *html.Node, at scope) {
	g := w.page.readGrid(n)
	if g.caption != nil {
		w.element(g.caption, at)
	}
	if at.item == nil && w.page.isData(n, g) {
		w.data(g)
		return
	}
	w.layout(g, at)
}

// Bounds of a table without header cells that is still data.
const (
	dataRows      = 3  // at least
	dataCellWords = 12 // at most in a cell, when no row looks like a header
	headWords     = 4  // at most in a cell of a header row
	longCellWords = 60 // a cell above this is a column of the page
)

// isData tells a table of data from one that arranges the page. Nested
// tables, headings in cells, one column and long cells speak for the latter;
// header cells for the former.
func (p *page) isData(n *html.Node, g *grid) bool {
	inside := p.doc.FindNodes(n)
	if r := role(n); r == "presentation" || r == "none" || inside.Find("table").Length() > 0 {
		return false
	}
	if g.columns < 2 || len(g.rows) < 2 || inside.Find("td h1, td h2, td h3, td h4").Length() > 0 {
		return false
	}
	if g.markerColumn() || g.signatures() || g.columnsOfBlocks(p) {
		return false
	}
	if g.fields() {
		return true
	}
	if inside.Find("th").Length() > 0 {
		return !g.labelled(isHeaderCell)
	}
	if g.labelled(p.boldCell) {
		return false
	}
	if !g.regular() || inside.Find("td ul, td ol").Length() > 0 {
		return false
	}
	return g.firstRowNames() || len(g.rows) >= dataRows && g.longest() <= dataCellWords
}

// regular reports whether all rows have the same number of cells, but for rows
// of one cell over the full width.
func (g *grid) regular() bool {
	for _, r := range g.rows {
		if len(r.cells) != g.columns && !g.fullWidth(r) {
			return false
		}
	}
	return g.longest() <= longCellWords
}

func (g *grid) fullWidth(r gridRow) bool {
	return len(r.cells) == 1 && r.cells[0].span >= g.columns
}

func (g *grid) longest() int {
	n := 0
	for _, r := range g.rows {
		for _, c := range r.cells {
			n = max(n, c.words)
		}
	}
	return n
}

// firstRowNames reports whether the first row names the columns: it is in bold,
// or has a few words in each cell, no figures, no sentences, and something
// longer below.
func (g *grid) firstRowNames() bool {
	if g.fields() {
		return false
	}
	first := g.rows[0]
	if len(first.cells) < 2 || g.boldHead {
		return g.boldHead
	}
	for _, c := range first.cells {
		if c.words == 0 || c.words > headWords || strings.ContainsAny(c.text, "0123456789") || strings.HasSuffix(c.text, ".") {
			return false
		}
	}
	return g.longest() > headWords
}
