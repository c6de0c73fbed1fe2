package layout

import (
	"math"
	"sort"
	"unicode/utf8"
)

// Proportions of type. All lengths are in em, the size of the font at hand,
// unless a comment says otherwise.
const (
	spaceEm     = 0.16 // a gap this wide is white space
	coreTop     = 0.55 // the core of a word reaches this far above its baseline
	coreBottom  = 0.05 // and this far below
	indentEm    = 0.7  // left edges that differ by less are aligned
	sameSize    = 0.08 // share by which sizes of one style may differ
	raisedEm    = 0.15 // a mark whose baseline is this much higher is raised
	smallShare  = 0.9  // of its line's size is the most that a raised mark has
	noteShare   = 0.93 // of the body's size is the most that a footnote has
	headShare   = 1.1  // of the body's size is the least that marks a heading
	pitchFactor = 1.15 // line pitches this much over the usual part paragraphs
)

// metrics are the measures of a document that decisions are relative to.
type metrics struct {
	body       float64         // size in points of most of the text
	pitch      map[int]float64 // usual line pitch in em by size class
	usual      float64         // usual pitch in em where a size has none of its own
	notes      map[string]bool // marks of the footnotes
	references map[string]bool // raised marks in the text
}

// sizeClass makes sizes comparable: half points, one at least.
func sizeClass(size float64) int { return max(int(math.Round(size*2)), 1) }

// measure finds the size of the body text: the one that most characters have.
func measure(pages []Page) *metrics {
	count := map[int]int{}
	for _, p := range pages {
		for i := range p.Words {
			count[sizeClass(p.Words[i].Size)] += utf8.RuneCountInString(p.Words[i].Text)
		}
	}
	classes := make([]int, 0, len(count))
	for c := range count {
		classes = append(classes, c)
	}
	sort.Ints(classes)
	best := 0
	for _, c := range classes {
		if count[c] > count[best] {
			best = c
		}
	}
	return &metrics{body: float64(best) / 2, notes: map[string]bool{}, references: map[string]bool{}}
}

// Pitches in em that can be those of lines of one paragraph.
const (
	tightPitch = 0.85
	loosePitch = 2.6
	pitchStep  = 0.02
	// pitchWindow is how many steps count as one pitch.
	pitchWindow = 3
	pitchShare  = 0.12 // share of all line pairs that makes a pitch usual
)

// learnPitch finds the usual line pitch of each size. Pairs of lines that are
// surely of one paragraph, a long line without an end and a line that begins in
// lower case, tell it best; else the smallest that is frequent is taken, since
// the pitch within a paragraph is never wider than between paragraphs.
func (m *metrics) learnPitch(columns []*column) {
	sure, any := pitches{}, pitches{}
	for _, c := range columns {
		longest := 0.0
		for i := range c.lines {
			longest = max(longest, c.lines[i].x1)
		}
		for i := 1; i < len(c.lines); i++ {
			a, b := &c.lines[i-1], &c.lines[i]
			dy := (b.base - a.base) / a.size
			if !sameStyleSize(a.size, b.size) || dy < tightPitch || dy > loosePitch {
				continue
			}
			bin := int(math.Round(dy / pitchStep))
			any.add(sizeClass(a.size), bin)
			if a.x1 > longest-ragEm*a.size && !a.finished() && b.startsLower() && b.marker == "" {
				sure.add(sizeClass(a.size), bin)
			}
		}
	}
	m.pitch = map[int]float64{}
	for class := range any {
		if any.total(class) >= surePairs {
			m.pitch[class] = any.usual(class)
		}
		if sure.total(class) >= surePairs {
			m.pitch[class] = sure.usual(class)
		} else if p := sure.least(class); p > 0 && p*farPitch < m.pitch[class] {
			m.pitch[class] = p
		}
	}
	m.usual = any.usual(allSizes)
	if sure.total(allSizes) >= surePairs {
		m.usual = sure.usual(allSizes)
	}
}

// surePairs is how many pairs of lines are enough to tell the pitch.
const surePairs = 3

// farPitch is how many times as far apart as the lines of one sentence others
// are that each stand alone, as on a poster.
const farPitch = 1.4

// allSizes is the size class under which the pitches of all sizes are counted.
const allSizes = -1

// pitches counts line pitches in steps by size class.
type pitches map[int]map[int]int

func (p pitches) add(class, bin int) {
	for _, c := range []int{class, allSizes} {
		if p[c] == nil {
			p[c] = map[int]int{}
		}
		p[c][bin]++
	}
}

func (p pitches) total(class int) int {
	n := 0
	for _, count := range p[class] {
		n += count
	}
	return n
}

// least is the smallest pitch of a class, 0 for none.
func (p pitches) least(class int) float64 {
	least := 0
	for bin := range p[class] {
		if least == 0 || bin < least {
			least = bin
		}
	}
	return float64(least) * pitchStep
}

// usual is the smallest frequent pitch of a class in em.
func (p pitches) usual(class int) float64 { return smallestFrequent(p[class], p.total(class)) }

// defaultPitch in em serves a document without two lines in a row.
const defaultPitch = 1.3

// smallestFrequent looks at windows of pitchWindow steps, since programs round
// the places of lines, and gives the commonest step of the first frequent one.
func smallestFrequent(bins map[int]int, total int) float64 {
	from, to := int(math.Round(tightPitch/pitchStep)), int(math.Round(loosePitch/pitchStep))
	for first := from; first <= to; first++ {
		n, best := 0, first
		for bin := first; bin < first+pitchWindow; bin++ {
			n += bins[bin]
			if bins[bin] > bins[best] {
				best = bin
			}
		}
		if bins[first] > 0 && n > 1 && float64(n) >= pitchShare*float64(total) {
			return float64(best) * pitchStep
		}
	}
	return defaultPitch
}

// pitchOf is the usual line pitch in points for text of a size.
func (m *metrics) pitchOf(size float64) float64 {
	if p, ok := m.pitch[sizeClass(size)]; ok {
		return p * size
	}
	return m.usual * size
}

func sameStyleSize(a, b float64) bool {
	return math.Abs(a-b) <= sameSize*max(a, b)
}
