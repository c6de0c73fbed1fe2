package textdoc

import (
	"regexp"
	"sort"
)

// unfoldColumns takes text apart that stands side by side, as the signatures
// at the end of a page do: the left column's lines first, then the right's.
func unfoldColumns(ls []line) []line {
	var out []line
	columns := 0
	for from := 0; from < len(ls); {
		to, cols := regionAt(ls, from)
		if to == from {
			out = append(out, ls[from])
			from++
			continue
		}
		for k, col := range cols {
			columns++
			for i := range col {
				col[i].column = columns
			}
			if len(col) > 0 && k > 0 {
				col[0].gap = max(col[0].gap, 1)
			}
			out = append(out, col...)
		}
		from = to
	}
	return out
}

// regionAt finds the region in columns that starts at line from, and takes it
// apart; to is from where there is none.
func regionAt(ls []line, from int) (to int, cols [][]line) {
	if to, g := gutterAt(ls, from); to > from {
		return to, partAt(ls[from:to], g)
	}
	if to, cuts := columnsAt(ls, from); to > from {
		return to, takeApart(ls[from:to], cuts)
	}
	return from, nil
}

// A part is a piece of a line between wide gaps.
type part struct {
	text   string
	column int
}

// parts splits a line at gaps of three or more blanks.
func parts(l line) []part {
	var out []part
	start, blanks, col := -1, 0, l.indent
	var runes = []rune(l.text)
	for i, r := range runes {
		if r == ' ' || r == '\u00a0' {
			blanks++
			continue
		}
		if blanks >= wideBlanks && start >= 0 && !isMark(string(runes[start:i-blanks])) {
			out = append(out, part{string(runes[start : i-blanks]), col + start})
			start = -1
		}
		if start < 0 {
			start = i
		}
		blanks = 0
	}
	if len(out) == 1 && bareNumber.MatchString(out[0].text) {
		return []part{{l.text, col}} // the number of an item
	}
	return append(out, part{string(runes[start:]), col + start})
}

// isMark reports whether a piece of a line is a list marker, whole or what
// recognition made of one. The text after it is no other column.
func isMark(s string) bool { return markOnly.MatchString(s) }

var markOnly = regexp.MustCompile(`^([•·●▪◦■□➢*o–-]|[.,]*[•·.]|[.… ]{2,}|\(?(\d{1,2}|[a-zI]) ?[.)])$`)

// wideBlanks is the number of blanks that part columns.
const wideBlanks = 3

// tolerance is by how many characters the lines of a column may start apart.
const tolerance = 2

// columnsAt finds a region of lines from line from on that stand in columns;
// to is from where there is none. The region needs two lines that have all
// columns.
func columnsAt(ls []line, from int) (to int, cuts []int) {
	head := parts(ls[from])
	if len(head) < 2 || ls[from].tabs {
		return from, nil
	}
	for _, p := range head {
		cuts = append(cuts, p.column)
	}
	to = from + 1
	for to < len(ls) && ls[to].gap <= 1 && aligned(parts(ls[to]), cuts) {
		to++
	}
	whole := 0
	for _, l := range ls[from:to] {
		if len(parts(l)) == len(cuts) {
			whole++
		}
	}
	if whole < 2 {
		return from, nil
	}
	for to > from && len(parts(ls[to-1])) == 1 && ls[to-1].gap > 0 {
		to--
	}
	return to, cuts
}

// aligned reports whether each part starts where a column does.
func aligned(ps []part, cuts []int) bool {
	for _, p := range ps {
		if nearest(p.column, cuts) < 0 {
			return false
		}
	}
	return true
}

// nearest is the column that starts at col, -1 for none.
func nearest(col int, cuts []int) int {
	i := sort.SearchInts(cuts, col-tolerance)
	if i < len(cuts) && cuts[i] <= col+tolerance {
		return i
	}
	return -1
}

// takeApart gives the lines of each column.
func takeApart(ls []line, cuts []int) [][]line {
	out := make([][]line, len(cuts))
	for _, l := range ls {
		for _, p := range parts(l) {
			k := nearest(p.column, cuts)
			out[k] = append(out[k], line{text: p.text, indent: 0, gap: l.gap, soft: l.soft, page: l.page})
		}
	}
	return out
}
