package htmldoc

import (
	"strings"
	"unicode"
)

// gap is what sets columns apart in a line: spaces that don't break, as pages
// use them to put signatures side by side, or spaces of preformatted text.
const gap = 3

// columns puts lines that are set in columns by wide gaps one column after the
// other: at least two lines in a row with the same number of gaps, or one with
// names.
func columns(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		rows := [][]line{splitGaps(lines[i])}
		width := len(rows[0])
		for width > 1 && i+len(rows) < len(lines) {
			next := splitGaps(lines[i+len(rows)])
			if len(next) != width {
				break
			}
			rows = append(rows, next)
		}
		if len(rows) == 1 && !names(rows[0]) {
			rows[0] = lines[i : i+1]
		}
		for column := range rows[0] {
			for _, row := range rows {
				out = append(out, row[column])
			}
		}
		i += len(rows)
	}
	return out
}

func names(parts []line) bool {
	for _, p := range parts {
		if !nameLike(p.text()) {
			return false
		}
	}
	return true
}

// joinColumns makes one flow of paragraphs in a row whose lines are set in the
// same columns.
func joinColumns(flows []flow) []flow {
	var out []flow
	for _, f := range flows {
		if last := len(out) - 1; last >= 0 && out[last].inColumns() > 1 && out[last].inColumns() == f.inColumns() {
			out[last].lines = append(out[last].lines, f.lines...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// inColumns is the number of columns of a paragraph, 0 when its lines have
// none in common.
func (f *flow) inColumns() int {
	if f.at.heading > 0 || f.at.item != nil || f.at.cell != nil {
		return 0
	}
	n := len(splitGaps(f.lines[len(f.lines)-1]))
	if n != len(splitGaps(f.lines[0])) {
		return 0
	}
	return n
}

// splitGaps divides a line at its wide gaps. A marker before a gap is no
// column.
func splitGaps(l line) []line {
	parts := []line{nil}
	for _, r := range l {
		for {
			from, to := findGap(r.text)
			if from < 0 {
				break
			}
			head := r
			head.text = r.text[:from]
			r.text = r.text[to:]
			last := len(parts) - 1
			parts[last] = append(parts[last], head)
			if t := parts[last].text(); t != "" && !onlyMarker(t) {
				parts = append(parts, nil)
			}
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], r)
	}
	if last := len(parts) - 1; last > 0 && parts[last].text() == "" {
		return parts[:last]
	}
	return parts
}

// findGap is the first run of at least three spaces in s, -1 for none.
func findGap(s string) (from, to int) {
	n := 0
	for i, r := range s {
		if unicode.IsSpace(r) {
			if n == 0 {
				from = i
			}
			n++
			continue
		}
		if n >= gap {
			return from, i
		}
		n = 0
	}
	if n >= gap && strings.TrimSpace(s) != "" {
		return from, len(s)
	}
	return -1, -1
}
