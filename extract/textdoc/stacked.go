package textdoc

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A table whose cells stand one below the other, as conversion from PDF leaves
// them, is told by the names of its columns, each on a line of its own, and by
// what stands in the column of those responsible.
var (
	actorColumn = set("ansvarig", "ansvariga", "ansvar", "vem", "utförare", "aktör", "aktörer")
	actorCell   = regexp.MustCompile(`(?i)polis|kommun|förvaltning|region|bolag|skola|enhet|^alla|^båda|gemensam|räddning|förening|stad\b|fastighet|nämnd|tjänst|^vi\b|brå`)
)

// maxActorCell is the number of characters of a cell that names who does it.
const maxActorCell = 80

// stackedTable reads a table of at least one row from stacked cells.
func stackedTable(ls []line) (*table, int) {
	names, n := stackedNames(ls)
	actor := -1
	for i, name := range names {
		if actorColumn[columnName(name)] {
			actor = i
		}
	}
	if len(names) < 2 || actor < 0 {
		return nil, 0
	}
	t := &table{rows: [][]string{names}, header: true}
	for n < len(ls) {
		if again, m := stackedNames(ls[n:]); len(again) == len(names) {
			n += m
			continue
		}
		row, m := stackedRow(ls[n:], len(names))
		if row == nil || !actorCell.MatchString(row[actor]) || utf8.RuneCountInString(row[actor]) > maxActorCell {
			break
		}
		t.rows = append(t.rows, row)
		n += m
	}
	if len(t.rows) < 2 {
		return nil, 0
	}
	return t, n
}

func columnName(s string) string { return strings.ToLower(strings.Trim(s, " :*")) }

// stackedNames reads names of columns, each on a line of its own.
func stackedNames(ls []line) (names []string, n int) {
	for n < len(ls) && columnNames[columnName(ls[n].text)] && (n == 0 || ls[n].gap <= 1) {
		names = append(names, ls[n].text)
		n++
	}
	return names, n
}

// stackedRow reads so many cells, each a run of lines.
func stackedRow(ls []line, cells int) (row []string, n int) {
	for range cells {
		if n == len(ls) || columnNames[columnName(ls[n].text)] || ls[n].gap > 2 && !ls[n].soft {
			return nil, 0
		}
		cell := ls[n].text
		for n++; n < len(ls) && ls[n].gap == 0; n++ {
			cell += "\n" + ls[n].text
		}
		row = append(row, cell)
	}
	return row, n
}
