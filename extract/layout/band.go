package layout

import (
	"math"
	"slices"

	"github.com/lofte/lofte/model"
)

// band is a run of slabs that the same gutters part: text columns, or the
// columns of a signature block.
type band struct {
	slabs   []slab
	gutters []gap
}

// Proportions of gutters. Lengths are in em of the body text.
const (
	leastGutter = 0.9 // between long columns of text
	shortGutter = 2.0 // between columns of a few lines that are not all aligned
	longBand    = 4   // lines on both sides that make a column long
	offsetEm    = 1.5 // by which lines side by side may be higher or lower
	edgeEm      = 0.3 // left edges that differ by less are one
	sameEnd     = 0.1 // the right ends of justified lines differ by less

	ragShare     = 0.6 // share of a column's lines that start at shared left edges
	clusterShare = 0.2 // share of the lines that makes a left edge shared
)

// Bounds of the search for a band.
const (
	longestBand = 400 // slabs
	backOff     = 12  // slabs that may have to be given back at its end
)

// band finds the longest run of slabs from the first on that has common
// gutters, nil when there is none that looks like columns.
func (s *segmenter) band(strips []slab) *band {
	width := leastGutter * s.m.body
	common := [][]gap{wide(strips[0].gaps, width)}
	for n := 1; n < len(strips) && n < longestBand; n++ {
		next := meet(common[n-1], strips[n].gaps, width)
		if len(next) == 0 || s.parts(strips[n-1], strips[n]) {
			break
		}
		common = append(common, next)
	}
	for n := len(common); n >= 2 && n > len(common)-backOff; n-- {
		b := &band{slabs: strips[:n]}
		for _, g := range common[n-1] {
			if s.proves(b.slabs, g) {
				b.gutters = append(b.gutters, g)
			}
		}
		if len(b.gutters) == 0 {
			continue
		}
		if b.lead() > 0 || b.isLabels() {
			return nil // begins further down, or reads by row
		}
		b.trim(n == len(strips))
		return b
	}
	return nil
}

// Where a band ends though its gutters go on.
const (
	partGap  = 2.0 // em of white through all columns
	partRule = 0.4 // share of the page's width that a separating line has
)

// parts reports whether the page is cut between two slabs: by white through all
// columns, or by a line across. Headings side by side have white below them by
// their own size.
func (s *segmenter) parts(a, b slab) bool {
	em := s.m.body
	if len(s.headerGaps(a)) > 0 {
		em = max(em, itemSize(a.items[0]))
	}
	if b.y0-a.y1 > partGap*em {
		return true
	}
	for _, r := range s.rules {
		if r.Y0 > a.y1 && r.Y1 < b.y0 && r.Width() > partRule*s.width {
			return true
		}
	}
	return false
}

// wide are the gaps that are at least width wide.
func wide(gaps []gap, width float64) []gap {
	var out []gap
	for _, g := range gaps {
		if g.to-g.from >= width {
			out = append(out, g)
		}
	}
	return out
}

func firstX(s slab) float64 {
	x := math.Inf(1)
	for _, it := range s.items {
		x = min(x, it.X0)
	}
	return x
}

func lastX(s slab) float64 {
	x := math.Inf(-1)
	for _, it := range s.items {
		x = max(x, it.X1)
	}
	return x
}

func itemSize(it item) float64 {
	if it.word != nil {
		return it.word.Size
	}
	return it.Height()
}

// proves reports whether a gap has lines enough on both sides, side by side,
// for its width, and whether its right side is aligned.
func (s *segmenter) proves(strips []slab, g gap) bool {
	var left, right, starts, ends []float64
	onlyMarkers := true
	for i := range strips {
		onLeft, start, end := false, math.Inf(1), 0.0
		for _, it := range strips[i].items {
			if it.X1 <= g.from+1 {
				onLeft = true
				onlyMarkers = onlyMarkers && isLoneMarker(it)
			} else if it.X0 >= g.to-1 {
				start, end = min(start, it.X0), max(end, it.X1)
			}
		}
		if onLeft {
			left = append(left, strips[i].y0)
		}
		if end > 0 {
			right = append(right, strips[i].y0)
			starts, ends = append(starts, start), append(ends, end)
		}
	}
	if len(left) == 0 || len(right) == 0 || onlyMarkers {
		return false
	}
	reach := offsetEm * s.m.body
	from := max(left[0], right[0]) - reach
	to := min(left[len(left)-1], right[len(right)-1]) + reach
	both := min(within(left, from, to), within(right, from, to))
	return both >= 2 && s.aligned(starts) && s.wideEnough(g.to-g.from, both, starts, ends)
}

// wideEnough reports whether a gap of some width parts as many lines as stand on
// both sides of it. A few lines may be justified text whose wide spaces meet:
// all of them end at the same place then.
func (s *segmenter) wideEnough(width float64, both int, starts, ends []float64) bool {
	if both >= longBand {
		return true
	}
	if slices.Max(ends)-slices.Min(ends) < sameEnd*s.m.body {
		return false
	}
	return width >= shortGutter*s.m.body || both > 2 && slices.Max(starts)-slices.Min(starts) <= edgeEm*s.m.body
}

// within counts the values from one bound to the other.
func within(at []float64, from, to float64) int {
	n := 0
	for _, y := range at {
		if y >= from && y <= to {
			n++
		}
	}
	return n
}

// aligned reports whether enough lines share their left edge with others: with
// the column's own, or an indentation of it. Where the white between the words
// of justified lines falls together by chance, few do.
func (s *segmenter) aligned(starts []float64) bool {
	slices.Sort(starts)
	shared := 0
	for i := 0; i < len(starts); {
		j := i + 1
		for j < len(starts) && starts[j]-starts[i] <= edgeEm*s.m.body {
			j++
		}
		if n := j - i; n > 1 && float64(n) >= clusterShare*float64(len(starts)) {
			shared += n
		}
		i = j
	}
	return float64(shared) >= ragShare*float64(len(starts))
}

// isLabels reports whether the left column holds labels that end in a colon, so
// that the band reads by row.
func (b *band) isLabels() bool {
	g := b.gutters[0]
	labels, rows := 0, 0
	for i := range b.slabs {
		var last *Word
		for _, it := range b.slabs[i].items {
			if it.word != nil && it.X1 <= g.from+1 && (last == nil || it.X0 > last.X0) {
				last = it.word
			}
		}
		if last != nil {
			rows++
			if last.Text[len(last.Text)-1] == ':' {
				labels++
			}
		}
	}
	return labels == rows && rows > 0
}

// emitBand cuts each column of the band on its own, from left to right.
func (s *segmenter) emitBand(b *band, limit float64, depth int) {
	for k := 0; k <= len(b.gutters); k++ {
		from, to := math.Inf(-1), limit
		if k > 0 {
			from = (b.gutters[k-1].from + b.gutters[k-1].to) / 2
		}
		if k < len(b.gutters) {
			to = (b.gutters[k].from + b.gutters[k].to) / 2
		}
		var items []item
		for i := range b.slabs {
			for _, it := range b.slabs[i].items {
				if mid := (it.X0 + it.X1) / 2; mid >= from && (k == len(b.gutters) || mid < to) {
					items = append(items, it)
				}
			}
		}
		end := limit
		if k < len(b.gutters) {
			end = b.gutters[k].to - leastGutter*s.m.body
		}
		s.cut(items, end, depth+1)
	}
}

// isLoneMarker reports whether an item is a word that is only a list marker.
func isLoneMarker(it item) bool {
	if it.word == nil || len(it.word.Text) > len("(10)")+2 {
		return false
	}
	if it.word.Text == "o" || isSymbolMark(it.word.Text) || isLetterMark(it.word.Text) {
		return true
	}
	marker, _ := model.ListMarker(it.word.Text + " x")
	return marker == it.word.Text
}
