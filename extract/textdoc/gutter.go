package textdoc

import "unicode/utf8"

// Bounds of a region in two columns of running text.
const (
	maxRegion = 200 // lines, about three pages
	minBoth   = 3   // lines that have text in both columns
	minLines  = 5   // lines of each column
	minGutter = 2   // characters
	minSide   = 18  // characters of a line of a column, on average
)

// A gutter is the blank columns [lo, hi) that part a region.
type gutter struct{ lo, hi int }

// cut narrows the gutter by one line: what is right of it starts at hi, what
// is left of it ends at lo; of several gaps in justified text the widest is the
// one. It reports whether the line has text on both
// sides, and whether it leaves a gutter at all.
func (g gutter) cut(l line) (narrowed gutter, both, ok bool) {
	if l.width() < g.hi && l.width() <= g.lo+(g.hi-g.lo)/2 {
		return gutter{max(g.lo, l.width()), g.hi}, false, true
	}
	if l.indent > g.lo && l.indent >= g.hi-minGutter {
		return gutter{g.lo, min(g.hi, l.indent)}, false, true
	}
	ps := parts(l)
	widest := gutter{}
	for i := 1; i < len(ps); i++ {
		end := ps[i-1].column + utf8.RuneCountInString(ps[i-1].text)
		if lo, hi := max(g.lo, end), min(g.hi, ps[i].column); hi-lo >= widest.hi-widest.lo {
			widest = gutter{lo, hi}
		}
	}
	return widest, true, widest.hi-widest.lo >= minGutter
}

// gutterAt finds a region of lines from line from on that stand in two columns
// of running text, whatever their indentation; to is from where there is none.
func gutterAt(ls []line, from int) (to int, g gutter) {
	g, ok := firstGutter(ls[from])
	if !ok {
		return from, g
	}
	left, right, both, chars, end := 0, 0, 0, 0, from
	for to = from; to < len(ls) && to-from < maxRegion && ls[to].gap <= 2 && ls[to].table == nil; to++ {
		next, two, ok := g.cut(ls[to])
		if !ok || next.hi-next.lo < minGutter {
			break
		}
		g = next
		chars += utf8.RuneCountInString(ls[to].text)
		switch {
		case two:
			both++
		case ls[to].indent >= g.hi-minGutter:
			right++
		default:
			left++
		}
		if two || to == end && ls[to].gap == 0 {
			end = to + 1
		}
	}
	if both < minBoth || left+both < minLines || right+both < minLines || chars < minSide*(left+right+2*both) {
		return from, g
	}
	return end, g
}

// firstGutter is the gutter that the first line of a region leaves: two pieces
// of text, or one that starts in the middle of the page.
func firstGutter(l line) (gutter, bool) {
	ps := parts(l)
	switch {
	case l.tabs:
		return gutter{}, false
	case len(ps) > 1:
		return gutter{ps[0].column + utf8.RuneCountInString(ps[0].text), ps[1].column}, true
	}
	return gutter{0, l.indent}, l.indent >= 2*minSide
}

// partAt gives the lines left and right of a gutter. A line that has nothing
// on one side is blank there.
func partAt(ls []line, g gutter) [][]line {
	out := make([][]line, 2)
	var last [2]int
	row := 0
	for _, l := range ls {
		row += l.gap + 1
		for _, p := range parts(l) {
			side, origin := 0, 0
			if p.column >= g.hi {
				side, origin = 1, g.hi
			}
			if n := len(out[side]); n > 0 && last[side] == row {
				out[side][n-1].text += " " + p.text
				continue
			}
			out[side] = append(out[side], line{text: p.text, indent: p.column - origin, gap: row - last[side] - 1, soft: l.soft, page: l.page})
			last[side] = row
		}
	}
	return out
}
