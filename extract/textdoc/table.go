package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// A table is rows of cells; a row may have fewer than the first.
type table struct {
	rows   [][]string
	header bool // the first row names the columns
}

// columnNames are words that name columns in tables of undertakings.
var columnNames = set("åtgärd", "åtgärder", "aktivitet", "aktiviteter", "insats", "insatser", "löfte",
	"löften", "ansvarig", "ansvariga", "ansvar", "vem", "vad", "hur", "när", "tid", "tidpunkt", "tidplan",
	"tidsplan", "klart", "klart senast", "uppföljning", "mål", "status", "område", "problemområde",
	"fokusområde", "målgrupp", "plats", "datum", "utförare", "mätning", "indikator", "kommentar", "nr",
	"prioritering", "aktör", "aktörer", "startdatum", "slutdatum", "frekvens", "resultat", "orsak")

var (
	pipeRule = regexp.MustCompile(`^[|+][-=+:| ]+$|^[-=:]+([ |+]+[-=:]+)+$`)
	listItem = regexp.MustCompile(`^[•·●▪◦■-]`)
)

// findTables puts each table in place of its lines: one that is drawn with bars
// or tabs, or whose columns are aligned or stacked under known names.
func findTables(ls []line) []line {
	var out []line
	for i := 0; i < len(ls); {
		t, n := tableAt(ls[i:])
		if n == 0 {
			out = append(out, ls[i])
			i++
			continue
		}
		l := ls[i]
		l.table, l.fixed, l.text, l.tabs = t, true, strings.Join(t.rows[0], " "), false
		out = append(out, l)
		i += n
	}
	return out
}

// tableAt reads the table that starts with the first of the lines, and tells
// how many lines it takes, 0 for none.
func tableAt(ls []line) (*table, int) {
	if t, n := barTable(ls); n > 0 {
		return t, n
	}
	if t, n := tabTable(ls); n > 0 {
		return t, n
	}
	if t, n := alignedTable(ls); n > 0 {
		return t, n
	}
	return stackedTable(ls)
}

// barTable reads rows whose cells are parted by bars.
func barTable(ls []line) (*table, int) {
	t, n, ruled := &table{}, 0, false
	for ; n < len(ls) && (n == 0 || ls[n].gap == 0 || ls[n].gap == 1 && ls[n].soft); n++ {
		if pipeRule.MatchString(ls[n].text) && strings.ContainsAny(ls[n].text, "|+") {
			ruled = ruled || len(t.rows) == 1
			continue
		}
		if !strings.Contains(ls[n].text, "|") {
			break
		}
		t.rows = append(t.rows, trimmed(strings.Split(strings.Trim(ls[n].text, "| "), "|")))
	}
	if len(t.rows) < 2 || len(t.rows[0]) < 2 || len(t.rows[1]) < 2 {
		return nil, 0
	}
	t.header = ruled || named(t.rows[0]) > 0
	return t, n
}

// tabTable reads rows whose cells are parted by tabs, under names of columns
// or at least three wide.
func tabTable(ls []line) (*table, int) {
	t, n := &table{}, 0
	for ; n < len(ls) && ls[n].tabs && (n == 0 || ls[n].gap <= 1); n++ {
		t.rows = append(t.rows, trimmed(strings.Split(ls[n].text, "\t")))
	}
	if n < 2 || len(t.rows[0]) < 2 || listItem.MatchString(ls[0].text) {
		return nil, 0
	}
	t.header = named(t.rows[0]) > 0
	if !t.header && (len(t.rows[0]) < 3 || len(t.rows[1]) != len(t.rows[0])) {
		return nil, 0
	}
	return t, n
}

// named is the number of cells that name a column.
func named(row []string) int {
	n := 0
	for _, c := range row {
		if columnNames[strings.ToLower(strings.Trim(c, " :*"))] {
			n++
		}
	}
	return n
}

func trimmed(cells []string) []string {
	for i := range cells {
		cells[i] = strings.Trim(cells[i], " \t*")
	}
	return cells
}

// alignedTable reads a table laid out with blanks: a line of at least two
// known names of columns, and below it text that starts in their columns.
func alignedTable(ls []line) (*table, int) {
	head := parts(ls[0])
	var names []string
	var cuts []int
	for _, p := range head {
		names = append(names, p.text)
		cuts = append(cuts, p.column)
	}
	if len(head) < 2 || named(names) < 2 {
		return nil, 0
	}
	t := &table{rows: [][]string{names}, header: true}
	n := 1
	for n < len(ls) && ls[n].gap <= 2 && fits(parts(ls[n]), cuts) && (ls[n].gap == 0 || fillsColumns(ls[n:], cuts)) {
		if row := spread(parts(ls[n]), cuts); sameRow(row, names) {
			n++
			continue
		} else if startsRow(t.rows, row, ls[n]) {
			t.rows = append(t.rows, row)
		} else {
			extend(t.rows[len(t.rows)-1], row)
		}
		n++
	}
	if len(t.rows) < 2 {
		return nil, 0
	}
	return t, n
}

// namesColumns reports whether a line is the head of an aligned table, which a
// new page repeats.
func namesColumns(l line) bool {
	var names []string
	for _, p := range parts(l) {
		names = append(names, p.text)
	}
	return len(names) > 1 && named(names) > 1
}

// fits reports whether the parts stand in the columns: none reaches over the
// start of the next column, and none starts before the first.
func fits(ps []part, cuts []int) bool {
	for _, p := range ps {
		k := columnOf(p.column, cuts)
		if k < 0 || k+1 < len(cuts) && p.column+utf8.RuneCountInString(p.text) > cuts[k+1] {
			return false
		}
	}
	return true
}

// fillsColumns reports whether a run of lines has text in another column than
// the first.
func fillsColumns(ls []line, cuts []int) bool {
	for i, l := range ls {
		if i > 0 && l.gap > 0 {
			break
		}
		for _, p := range parts(l) {
			if columnOf(p.column, cuts) > 0 {
				return true
			}
		}
	}
	return false
}

// columnOf is the last column that starts at or before col.
func columnOf(col int, cuts []int) int {
	k := -1
	for i, c := range cuts {
		if c <= col+tolerance {
			k = i
		}
	}
	return k
}

func spread(ps []part, cuts []int) []string {
	row := make([]string, len(cuts))
	for _, p := range ps {
		k := columnOf(p.column, cuts)
		row[k] = strings.TrimSpace(row[k] + " " + p.text)
	}
	return row
}

func sameRow(a, b []string) bool { return strings.Join(a, "\x00") == strings.Join(b, "\x00") }

// startsRow reports whether a line starts a row: after a blank line, or with
// text in the first column and in another, or when the cell above is finished.
func startsRow(rows [][]string, row []string, l line) bool {
	above := rows[len(rows)-1][0]
	switch {
	case len(rows) == 1:
		return true
	case row[0] == "":
		return false
	case l.gap > 0 && !l.soft:
		return true
	}
	filled := 0
	for _, c := range row {
		if c != "" {
			filled++
		}
	}
	starts := line{text: row[0]}
	return !starts.startsLower() && (filled > 1 && !wraps(rows[len(rows)-1], row) || line{text: above}.finished())
}

// wraps reports whether a line whose first cell begins like a new one only goes
// on with the row above: that row's first cell is open, or all other cells,
// several of them, go on in lower case with text that began in upper case.
func wraps(above, row []string) bool {
	if (line{text: above[0]}).finished() {
		return false
	}
	if openEnded(line{text: above[0]}) {
		return true
	}
	lower := 0
	for i, c := range row[1:] {
		if c == "" {
			continue
		}
		if !(line{text: c}).startsLower() || !unicode.IsUpper(first(above[i+1])) {
			return false
		}
		lower++
	}
	return lower > 1
}

// extend adds a line's text to the cells of the row it goes on with.
func extend(row, more []string) {
	for i, c := range more {
		if c == "" {
			continue
		}
		if row[i] != "" {
			row[i] += "\n"
		}
		row[i] += c
	}
}

// cells makes the blocks of a table, row by row.
func cells(l line, number int) []model.Block {
	var out []model.Block
	for r, row := range l.table.rows {
		for c, text := range row {
			if text == "" {
				continue
			}
			place := &model.Place{Table: number, Row: r, Column: c, Header: r == 0 && l.table.header}
			if l.table.header && r > 0 && c < len(l.table.rows[0]) {
				place.Name = l.table.rows[0][c]
			}
			out = append(out, model.Block{Kind: model.Cell, Text: text, Cell: place, Span: model.Span{Page: l.page}})
		}
	}
	return out
}
