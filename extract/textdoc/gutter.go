package textdoc

import "unicode/utf8"

// Bounds of a region in two columns of running text.
const (
	maxRegion   = 200 // lines, about three pages
	minRegion   = 5   // lines that have text in both columns
	minGutter   = 2   // characters
	minSide     = 18  // characters of a line of a column, on average
	wholeShares = 2   // of the lines in a region at least 1/wholeShares have both
)

// A gutter is the blank columns [lo, hi) that part a region.
type gutter struct{ lo, hi int }

// cut narrows the gutter by one line: what is right of it starts at hi, what
// is left of it ends at lo. It reports whether the line has text on both
// sides, and whether it leaves a gutter at all.
func (g gutter) cut(l line) (narrowed gutter, both, ok bool) {
	if l.width() < g.hi && l.width() <= g.lo+(g.hi-g.lo)/2 {
		return gutter{max(g.lo, l.width()), g.hi}, false, true
	}
	if l.indent > g.lo && l.indent >= g.hi-minGutter {
		return gutter{g.lo, min(g.hi, l.indent)}, false, true
	}
	ps := parts(l)
	for i := 1; i < len(ps); i++ {
		end := ps[i-1].column + utf8.RuneCountInString(ps[i-1].text)
		lo, hi := max(g.lo, end), min(g.hi, ps[i].column)
		if hi-lo >= minGutter {
			return gutter{lo, hi}, true, true
		}
	}
	return g, false, false
}

// gutterAt finds a region of lines from line from on that stand in two columns
// of running text, whatever their indentation; to is from where there is none.
func gutterAt(ls []line, from int) (to int, g gutter) {
	ps := parts(ls[from])
	if len(ps) != 2 {
		return from, g
	}
	g = gutter{ps[0].column + utf8.RuneCountInString(ps[0].text), ps[1].column}
	whole, chars, end := 0, 0, from
	for to = from; to < len(ls) && to-from < maxRegion && ls[to].gap <= 2 && ls[to].table == nil; to++ {
		next, both, ok := g.cut(ls[to])
		if !ok || next.hi-next.lo < minGutter {
			break
		}
		g = next
		if both {
			whole++
			chars += utf8.RuneCountInString(ls[to].text)
		}
		if both || to == end && ls[to].gap == 0 {
			end = to + 1
		}
	}
	if whole < minRegion || whole*wholeShares < end-from || chars < 2*minSide*whole {
		return from, g
	}
	return end, g
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
