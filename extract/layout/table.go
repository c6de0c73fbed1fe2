package layout

import (
	"slices"
	"sort"
	"strings"

	"github.com/lofte/lofte/model"
)

// table is rows of cells, each cell the lines of its text.
type table struct {
	rows   [][][]line
	header int // rows at the top that name the columns
	page   int
	left   float64
	right  float64
	number int
	edges  []float64 // of its columns
	signed bool      // its columns are signatures side by side
}

// signs reports whether all cells hold names, titles and labels: short lines,
// none of which ends a sentence. Such a table is read like signatures side by
// side.
func (t *table) signs() bool {
	for _, row := range t.rows {
		for _, cell := range row {
			for i := range cell {
				if len(cell[i].words) > nameWords || strings.ContainsRune(".;!?", cell[i].lastRune()) {
					return false
				}
			}
		}
	}
	return len(t.rows) <= nameLines
}

// columns are those that the table is read as: itself, or a column of lines for
// each signature.
func (t *table) columns(limit float64) []*column {
	if !t.signed {
		return []*column{{table: t, page: t.page, left: t.left, limit: limit}}
	}
	var out []*column
	for c := range t.rows[0] {
		column := &column{page: t.page, left: t.edges[c], limit: t.edges[c+1], names: true}
		for _, row := range t.rows {
			for _, l := range row[c] {
				column.add(l)
			}
		}
		if len(column.lines) > 0 {
			out = append(out, column)
		}
	}
	return out
}

// row makes the cells of one row, nil without words.
func (s *segmenter) row(items []item, g *grid) [][]line {
	if len(items) == 0 {
		return nil
	}
	words := make([][]Word, len(g.xs)-1)
	for _, it := range items {
		y := it.word.Base - coreBottom*it.word.Size
		c := at(g.xs, (it.X0+it.X1)/2)
		for c > 0 && !g.parted(c, y) {
			c--
		}
		words[c] = append(words[c], *it.word)
	}
	row := make([][]line, len(words))
	for c := range row {
		if len(words[c]) > 0 {
			row[c] = makeLines(words[c], s.page)
		}
	}
	return row
}

// at is the index of the interval between edges that holds x.
func at(edges []float64, x float64) int {
	i := sort.SearchFloat64s(edges, x) - 1
	return min(max(i, 0), len(edges)-2)
}

// tabular reports whether at least two rows have text in two columns or more.
func (t *table) tabular() bool {
	rows := 0
	for _, row := range t.rows {
		n := 0
		for _, cell := range row {
			if len(cell) > 0 {
				n++
			}
		}
		if n >= 2 {
			rows++
		}
	}
	return rows >= 2
}

// headerWords is the most words that a cell naming its column has.
const headerWords = 6

// findHeader decides whether the first row names the columns: its cells are
// short, and bold or at least unlike sentences, with text in each.
func (t *table) findHeader() {
	if len(t.rows) < 2 {
		return
	}
	bold, plain := 0, 0
	for _, cell := range t.rows[0] {
		words := wordsOf(cell)
		if words > headerWords || (words > 0 && cell[len(cell)-1].lastRune() == '.') {
			return
		}
		if words > 0 && allBold(cell) {
			bold++
		} else if words > 0 {
			plain++
		}
	}
	if bold > 0 && plain == 0 || bold == 0 && plain == len(t.rows[0]) && (t.longBody() || t.namesDeeds()) {
		t.header = 1
	}
}

func allBold(lines []line) bool {
	for i := range lines {
		if !lines[i].bold {
			return false
		}
	}
	return len(lines) > 0
}

// longBody reports whether some cell below the first row is longer than any
// header, so that a plain first row can be told from data.
func (t *table) longBody() bool {
	for _, row := range t.rows[1:] {
		for _, cell := range row {
			if wordsOf(cell) > headerWords {
				return true
			}
		}
	}
	return false
}

// continues reports whether t, at the top of a page, goes on with the table
// before it: the same columns at the same places.
func (t *table) continues(former *table) bool {
	const aligned = 6.0 // points
	return len(t.rows[0]) == len(former.rows[0]) && t.page == former.page+1 &&
		abs(t.left-former.left) < aligned && abs(t.right-former.right) < aligned
}

func abs(x float64) float64 { return max(x, -x) }

// adopt appends a table that continues t. A repeated header is left out.
func (t *table) adopt(next *table, m *metrics) {
	rows := next.rows
	if t.header > 0 && len(rows) > 0 && slices.Equal(rowTexts(t.rows[0], m), rowTexts(rows[0], m)) {
		rows = rows[1:]
	} else if t.header > 0 && len(rows) > 0 && t.rowGoesOn(rows[0]) {
		last := t.rows[len(t.rows)-1]
		for c := range last {
			last[c] = append(last[c], rows[0][c]...)
		}
		rows = rows[1:]
	}
	t.rows = append(t.rows, rows...)
	t.page = next.page
}

// rowGoesOn reports whether a row at the top of a page is the rest of the last
// row: it lacks cells, and goes on in lower case where it has text.
func (t *table) rowGoesOn(row [][]line) bool {
	last := t.rows[len(t.rows)-1]
	empty, on := 0, false
	for c, cell := range row {
		if len(cell) == 0 {
			empty++
			continue
		}
		if len(last[c]) > 0 && cell[0].startsLower() && !last[c][len(last[c])-1].finished() {
			on = true
		}
	}
	return on && empty > 0
}

func rowTexts(row [][]line, m *metrics) []string {
	out := make([]string, len(row))
	for c := range row {
		out[c] = strings.ReplaceAll(joinLines(row[c], m), "\n", " ")
	}
	return out
}

// blocks gives a block for each cell that has text.
func (t *table) blocks(m *metrics) []model.Block {
	var names []string
	if t.header > 0 {
		names = rowTexts(t.rows[0], m)
	}
	var out []model.Block
	for r, row := range t.rows {
		for c, cell := range row {
			text := joinLines(cell, m)
			if text == "" {
				continue
			}
			place := &model.Place{Table: t.number, Row: r, Column: c, Header: r < t.header}
			if c < len(names) && !place.Header {
				place.Name = names[c]
			}
			out = append(out, model.Block{
				Kind: model.Cell, Text: text, Cell: place, Span: model.Span{Page: cell[0].page},
			})
		}
	}
	return out
}

// joinLines composes lines with "\n" between them, "\f" where a page began.
func joinLines(lines []line, m *metrics) string {
	var b strings.Builder
	for i := range lines {
		text := lines[i].text(m)
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			if lines[i].page != lines[i-1].page {
				b.WriteByte('\f')
			} else {
				b.WriteByte('\n')
			}
		}
		b.WriteString(text)
	}
	return b.String()
}
