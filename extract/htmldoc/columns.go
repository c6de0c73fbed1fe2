package htmldoc

import "strings"

// gap is what sets columns apart in a line: spaces that don't break, as pages
// use them to put signatures side by side, or spaces of preformatted text.
const gap = 3

// columns puts lines that are set in columns by wide gaps one column after the
// other: at least two lines in a row with the same number of gaps.
func columns(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		width := len(splitGaps(lines[i]))
		end := i + 1
		for end < len(lines) && width > 1 && len(splitGaps(lines[end])) == width {
			end++
		}
		if end-i < 2 {
			out = append(out, lines[i])
			i++
			continue
		}
		for column := range width {
			for _, l := range lines[i:end] {
				out = append(out, splitGaps(l)[column])
			}
		}
		i = end
	}
	return out
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
	if last := len(parts) - 1; parts[last].text() == "" {
		return parts[:last]
	}
	return parts
}

// findGap is the first run of at least three spaces in s, -1 for none.
func findGap(s string) (from, to int) {
	n := 0
	for i, r := range s {
		if r == ' ' || r == '\u00a0' {
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
	if n >= gap && strings.TrimRight(s, " \u00a0") != "" {
		return from, len(s)
	}
	return -1, -1
}
