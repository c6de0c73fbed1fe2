package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// line is one visual line of a column, its words from left to right.
type line struct {
	words  []Word
	x0, x1 float64
	base   float64
	size   float64
	bold   bool // all of its words are
	page   int
	drawn  bool    // a drawn bullet stands in front
	marker string  // list marker at the start, as written
	odd    bool    // the marker is none that model.ListMarker knows
	markX  float64 // left edge of the marker, drawn or written
	textX  float64 // left edge of the text after the marker
	edge   float64 // where the column ends for this line
	apart  bool    // split off a visual line at a wide gap
}

// makeLine composes a line from words of about one baseline.
func makeLine(words []Word, page int) line {
	slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.X0, b.X0) })
	l := line{words: words, x0: words[0].X0, x1: words[0].X1, page: page}
	best := -1
	chars := 0
	for i := range words {
		w := &words[i]
		l.x0, l.x1 = min(l.x0, w.X0), max(l.x1, w.X1)
		if n := utf8.RuneCountInString(w.Text); n > chars || (n == chars && w.Size > words[best].Size) {
			best, chars = i, n
		}
	}
	l.base, l.size = words[best].Base, words[best].Size
	l.findMarker()
	l.bold = l.allBold()
	return l
}

// findMarker looks for a list marker at the start of the line.
func (l *line) findMarker() {
	l.markX, l.textX = l.x0, l.x0
	if len(l.words) < 2 && len([]rune(l.words[0].Text)) < 2 {
		return
	}
	head := l.words[0].Text
	rest := ""
	if len(l.words) > 1 {
		rest = " " + l.words[1].Text
	}
	marker, _ := model.ListMarker(head + rest)
	if marker == "" && (head == "o" && l.isHollowBullet() || rest != "" && (isSymbolMark(head) || isLetterMark(head))) {
		marker, l.odd = head, true
	}
	if marker == "" {
		return
	}
	l.marker = marker
	if marker == head && len(l.words) > 1 {
		l.textX = l.words[1].X0
	}
}

// isSymbolMark reports whether a word is a single sign that is no letter, digit
// or punctuation: what a bullet of some unusual font looks like.
func isSymbolMark(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && size > 1 && (unicode.IsSymbol(r) || unicode.Is(unicode.Co, r)) && r != '°' && r != '©' && r != '±'
}

// isLetterMark reports whether a word is "a." or the like.
func isLetterMark(s string) bool {
	return len(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] == '.'
}

// isHollowBullet reports whether the letter o at the start stands so far from
// the next word that it is the bullet that Word draws with it.
func (l *line) isHollowBullet() bool {
	const apart = 0.6 // em
	return len(l.words) > 1 && l.words[1].X0-l.words[0].X1 > apart*l.size
}

// allBold reports whether all words with letters are bold; in a line without
// letters all words.
func (l *line) allBold() bool {
	lettered := slices.ContainsFunc(l.words, func(w Word) bool { return hasLetter(w.Text) })
	for i := range l.words {
		w := &l.words[i]
		if l.marker != "" && i == 0 || lettered && !hasLetter(w.Text) {
			continue
		}
		if !w.Bold {
			return false
		}
	}
	return true
}

// isRuler reports whether the line is only drawn with characters: the dotted
// or underscored line that a name is written on.
func (l *line) isRuler() bool {
	n := 0
	for i := range l.words {
		if strings.Trim(l.words[i].Text, "_.…-–—=*") != "" {
			return false
		}
		n += len(l.words[i].Text)
	}
	return n >= leastRuler
}

// leastRuler is the least number of bytes of a line drawn with characters.
const leastRuler = 4

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// text composes the line's words. Raised marks that the document's footnotes
// explain are left out.
func (l *line) text(m *metrics) string {
	var b strings.Builder
	for i := range l.words {
		w := &l.words[i]
		if l.isNoteMark(i, m) || i == 0 && l.odd {
			continue
		}
		if b.Len() > 0 && l.spaced(i) {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// spaced reports whether white space comes before the i-th word.
func (l *line) spaced(i int) bool {
	w, former := &l.words[i], &l.words[i-1]
	return w.Space && w.X0 > former.X1-spaceEm*l.size || w.X0-former.X1 >= spaceEm*min(w.Size, former.Size)
}

// raised reports whether the i-th word is small and stands above the baseline.
func (l *line) raised(i int) bool {
	w := &l.words[i]
	return w.Size <= smallShare*l.size && w.Base < l.base-raisedEm*l.size
}

// hasRaised reports whether some word of the line is raised.
func (l *line) hasRaised() bool {
	for i := range l.words {
		if l.raised(i) {
			return true
		}
	}
	return false
}

// isNoteMark reports whether the i-th word refers to a footnote: a raised mark
// that some note starts with, or a raised figure behind a word.
func (l *line) isNoteMark(i int, m *metrics) bool {
	if !l.raised(i) || !isMark(l.words[i].Text) {
		return false
	}
	if m.notes[bareMark(l.words[i].Text)] {
		return true
	}
	return i > 0 && utf8.RuneCountInString(l.words[i-1].Text) > longestUnit
}

// longestUnit is the length of the longest unit that takes an exponent ("km²").
const longestUnit = 2

// isMark reports whether a word can be the mark of a footnote: one or two
// digits, asterisks or daggers, perhaps with a bracket.
func isMark(s string) bool {
	s = bareMark(s)
	if s == "" || utf8.RuneCountInString(s) > 3 {
		return false
	}
	for _, r := range s {
		if !unicode.IsDigit(r) && !strings.ContainsRune("*†‡,", r) {
			return false
		}
	}
	return true
}

func bareMark(s string) string { return strings.Trim(s, "().[]:") }

// firstRune is the first character of the text after a marker.
func (l *line) firstRune() rune {
	i := 0
	if l.marker != "" && len(l.words) > 1 && l.words[0].Text == l.marker {
		i = 1
	}
	r, _ := utf8.DecodeRuneInString(l.words[i].Text)
	return r
}

// lastRune is the last character of the line, closing quotes passed over.
func (l *line) lastRune() rune {
	for i := len(l.words) - 1; i >= 0; i-- {
		if l.raised(i) && isMark(l.words[i].Text) {
			continue
		}
		s := strings.TrimRight(l.words[i].Text, "\"”’'»")
		if r, _ := utf8.DecodeLastRuneInString(s); s != "" {
			return r
		}
	}
	return utf8.RuneError
}

// finished reports whether the line ends as a sentence or lead-in does.
func (l *line) finished() bool { return strings.ContainsRune(".:!?;", l.lastRune()) }

// startsLower reports whether the text begins in lower case.
func (l *line) startsLower() bool { return unicode.IsLower(l.firstRune()) }

// firstWidth is the width of the first word of the text, up to white space.
func (l *line) firstWidth() float64 {
	i := 0
	if l.marker != "" && len(l.words) > 1 && l.words[0].Text == l.marker {
		i = 1
	}
	start := l.words[i].X0
	end := l.words[i].X1
	for i++; i < len(l.words) && !l.spaced(i); i++ {
		end = l.words[i].X1
	}
	return end - start
}

// full reports whether the next line's first word would not have fitted, so
// that the break after this line is a soft one.
func (l *line) full(next *line) bool {
	const slack = 0.35 // em: a space and a rounding
	if r := l.lastRune(); r == '-' || r == '\u00ad' || r == '\u2010' {
		return true
	}
	return l.edge-l.x1 < next.firstWidth()+slack*l.size
}

// near reports whether two left edges are aligned.
func near(a, b, size float64) bool { return math.Abs(a-b) <= indentEm*size }
