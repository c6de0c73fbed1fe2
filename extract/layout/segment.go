package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// item is what segmentation moves about: a word, or a table as one thing.
type item struct {
	Box   // the core of a word: no ascenders, no descenders
	word  *Word
	table *table
}

// slab is a horizontal strip of a region, white above and below.
type slab struct {
	items  []item
	y0, y1 float64
	gaps   []gap
}

// gap is a white interval of x.
type gap struct{ from, to float64 }

// column is a piece of a page whose lines follow one another: a text column, a
// column of a signature block, or the whole width. A table is a column of its
// own. Limit is where its right neighbour or the page's margin begins.
type column struct {
	lines  []line
	table  *table
	left   float64
	limit  float64
	page   int
	ruled  bool // the last line was drawn with characters
	beside bool // other columns are beside it
	names  bool // short lines side by side with others: each stands alone
}

// segmenter cuts one page into columns.
type segmenter struct {
	m       *metrics
	page    int
	width   float64 // of the page
	rules   []Box   // level lines
	former  *table  // at the end of the page before
	columns []*column
}

// maxCuts bounds how deep columns are cut into columns again.
const maxCuts = 4

// coreBox is the core of a word.
func coreBox(w *Word) Box {
	return Box{w.X0, w.Base - coreTop*w.Size, w.X1, w.Base + coreBottom*w.Size}
}

// slabs cuts items into strips wherever there is white from left to right.
func slabs(items []item) []slab {
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.Y0, b.Y0) })
	var out []slab
	for i := 0; i < len(items); {
		s := slab{y0: items[i].Y0, y1: items[i].Y1}
		j := i
		for j < len(items) && items[j].Y0 <= s.y1 {
			s.y1 = max(s.y1, items[j].Y1)
			j++
		}
		s.items = items[i:j]
		out = append(out, s)
		i = j
	}
	return out
}

// findGaps sets the white intervals of a slab between left and right. A list
// marker, where text begins, and the text behind it count as one.
func (s *slab) findGaps(left, right float64) {
	byX := slices.Clone(s.items)
	slices.SortStableFunc(byX, func(a, b item) int { return cmp.Compare(a.X0, b.X0) })
	at, begins := left, false
	for i := range byX {
		white := byX[i].X0 - at
		if white > 0 && !(begins && isLoneMarker(byX[i-1])) {
			s.gaps = append(s.gaps, gap{at, byX[i].X0})
		}
		begins = i == 0 || white > leastGutter*itemSize(byX[i])
		at = max(at, byX[i].X1)
	}
	if right > at {
		s.gaps = append(s.gaps, gap{at, right})
	}
}

// meet is where both lists of intervals are white, at least width wide.
func meet(a, b []gap, width float64) []gap {
	var out []gap
	for i, j := 0, 0; i < len(a) && j < len(b); {
		from, to := max(a[i].from, b[j].from), min(a[i].to, b[j].to)
		if to-from >= width {
			out = append(out, gap{from, to})
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return out
}

// cut appends the columns of a region to the segmenter's, in reading order.
// Limit is the region's right end.
func (s *segmenter) cut(items []item, limit float64, depth int) {
	if len(items) == 0 {
		return
	}
	left, right := items[0].X0, items[0].X1
	for _, it := range items {
		left, right = min(left, it.X0), max(right, it.X1)
	}
	strips := slabs(items)
	for i := range strips {
		strips[i].findGaps(left-1, right+1)
	}
	start := 0
	if t, n := s.continued(strips); depth == 0 && t != nil {
		s.columns = append(s.columns, &column{table: t, page: s.page, left: t.left, limit: limit})
		start = n
	}
	for i := start; i < len(strips); {
		if t, n := s.alignedTable(strips[i:], limit); t != nil {
			s.columns = append(s.columns, &column{table: t, page: s.page, left: t.left, limit: limit})
			i += n
			continue
		}
		if depth < maxCuts && !s.headsAligned(strips[i:], limit) {
			if b := s.band(strips[i:]); b != nil {
				s.emitBand(b, limit, depth)
				i += len(b.slabs)
				continue
			}
		}
		s.plain(strips[i], left, limit, depth)
		i++
	}
}

// plain adds a slab to the running column, or opens one.
func (s *segmenter) plain(strip slab, left, limit float64, depth int) {
	var words []Word
	for _, it := range strip.items {
		if it.table != nil {
			s.columns = append(s.columns, it.table.columns(limit)...)
		} else {
			words = append(words, *it.word)
		}
	}
	if len(words) == 0 {
		return
	}
	n := len(s.columns)
	if n == 0 || s.columns[n-1].table != nil || s.columns[n-1].left != left || s.columns[n-1].limit != limit {
		s.columns = append(s.columns, &column{left: left, limit: limit, page: s.page, beside: depth > 0})
		n++
	}
	c := s.columns[n-1]
	for _, l := range makeLines(words, s.page) {
		c.add(l)
	}
}

// add appends a line. One that is drawn with characters leaves a break only.
func (c *column) add(l line) {
	if l.isRuler() {
		c.ruled = true
		return
	}
	l.apart = l.apart || c.ruled
	c.ruled = false
	c.lines = append(c.lines, l)
}

// makeLines groups the words of a slab into lines by their baselines.
func makeLines(words []Word, page int) []line {
	const sameLine = 0.45 // em
	slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.Base, b.Base) })
	var groups [][]Word
	for i := 0; i < len(words); {
		group := []Word{words[i]}
		top := words[i]
		j := i + 1
		for ; j < len(words) && words[j].Base-top.Base < sameLine*min(max(words[j].Size, top.Size), 2*words[j].Size, 2*top.Size); j++ {
			group = append(group, words[j])
			if words[j].Size > top.Size {
				top = words[j]
			}
		}
		groups = append(groups, group)
		i = j
	}
	lines := make([]line, 0, len(groups))
	for _, g := range groups {
		lines = append(lines, makeLine(g, page))
	}
	return lines
}

// Gaps at which one visual line is two things side by side.
const (
	wideGap    = 2.0 // em
	wideFactor = 2.5 // times the line's narrowest gap
	widest     = 3.2 // em that is wide in any line
	// evenGap is wide, in em, where it is several times as wide as all the others
	// of the line, which are alike: evenFactor times.
	evenGap    = 1.4
	evenFactor = 4.0
	evenGaps   = 3 // others at least
	// justifiedGap is that limit for a line that ends where justified text does.
	justifiedGap = 14.0
)

// split cuts the lines of a column at gaps that no justified line has.
func (c *column) split() {
	ends := make([]float64, len(c.lines))
	for i := range c.lines {
		ends[i] = c.lines[i].x1
	}
	slices.Sort(ends)
	lines := make([]line, 0, len(c.lines))
	for _, l := range c.lines {
		limit := widest
		from, _ := slices.BinarySearch(ends, l.x1-edgeEm*l.size)
		to, _ := slices.BinarySearch(ends, l.x1+edgeEm*l.size)
		if to-from >= chunkLines { // ends where others do: justified
			limit = justifiedGap
		}
		lines = append(lines, splitWide(l, limit)...)
	}
	c.lines = lines
}

// splitWide cuts a line at gaps so wide, and so much wider than the narrowest
// of the line, that what is beside them are two things. A gap of the limit, in
// em, is wide whatever the others are. A label stays with what it labels.
func splitWide(l line, limit float64) []line {
	if len(l.words) < 2 {
		return []line{l}
	}
	least := min(max(wideGap, wideFactor*narrowestGap(l.words)/l.size), limit) * l.size
	if at := loneGap(l); at > 0 {
		least = min(least, l.words[at].X0-l.words[at-1].X1)
	}
	var parts []line
	start := 0
	for i := 1; i < len(l.words); i++ {
		if l.words[i].X0-l.words[i-1].X1 < least || (i == 1 && l.marker != "") || strings.HasSuffix(l.words[i-1].Text, ":") {
			continue
		}
		part := makeLine(l.words[start:i:i], l.page)
		part.apart = l.apart || start > 0
		parts = append(parts, part)
		start = i
	}
	if start == 0 {
		return []line{l}
	}
	last := makeLine(l.words[start:], l.page)
	last.apart = true
	return append(parts, last)
}

// loneGap is the word before which the one gap stands that is several times as
// wide as all others of a line, which are even: the line is not justified. 0 for
// none, or where only a word, as a number, stands before it or behind it.
func loneGap(l line) int {
	least, at, others := narrowestGap(l.words), 0, 0
	for i := 1; i < len(l.words); i++ {
		gap := l.words[i].X0 - l.words[i-1].X1
		switch {
		case gap >= max(evenFactor*least, evenGap*l.size) && at == 0:
			at = i
		case gap > evenShare*least:
			return 0
		default:
			others++
		}
	}
	if others < evenGaps || at < 2 || at > len(l.words)-2 {
		return 0
	}
	return at
}

// evenShare is how much wider than the narrowest an even gap may be.
const evenShare = 1.3

// narrowestGap is the least of the gaps between words that are gaps at all.
func narrowestGap(words []Word) float64 {
	least := math.Inf(1)
	for i := 1; i < len(words); i++ {
		if g := words[i].X0 - words[i-1].X1; g > spaceEm*words[i].Size {
			least = min(least, g)
		}
	}
	return least
}
