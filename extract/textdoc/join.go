package textdoc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longLine is the number of characters from which an unfinished line is
// taken to go on in the next one of the same item.
const longLine = 45

// minWidth is the width of the narrowest column of text.
const minWidth = 30

// widestWrap is the widest line, in characters, that a wrapped text has; where a
// line is wider, the ends of lines are those of paragraphs.
const widestWrap = 160

// widths estimates the width to which each text column was wrapped: the
// widest line that goes on in lower case on the line below. 0 says that the
// text is not wrapped.
func widths(ls []line) map[int]int {
	out := map[int]int{}
	for _, l := range ls {
		if l.width() > widestWrap {
			return out
		}
	}
	for i := 1; i < len(ls); i++ {
		if ls[i].gap == 0 && ls[i].marker == "" && ls[i].startsLower() && ls[i].column == ls[i-1].column {
			out[ls[i].column] = max(out[ls[i].column], ls[i-1].width())
		}
	}
	for column, n := range out {
		if n < minWidth {
			delete(out, column)
		}
	}
	return out
}

// acrossBlank reports whether an unfinished line goes on after a blank line. In
// columns that were side by side blank lines mean less: each column has its
// own distance between lines.
func acrossBlank(l, next line, width int) bool {
	if l.column == 0 {
		return next.startsLower() && full(l, next, width)
	}
	return next.startsLower() || openEnded(l) || full(l, next, width) && !headingForm(next)
}

// fullShare is the share of the width from which a line counts as full.
const fullShare = 0.8

// full reports whether the line end is only a wrap: the line is about as wide
// as others, or the first word of next had no room on it.
func full(l, next line, width int) bool {
	if width == 0 {
		return false
	}
	n := l.width()
	return float64(n) >= fullShare*float64(width) && n >= longLine ||
		n+1+utf8.RuneCountInString(firstWord(next.text)) > width
}

// continues reports whether next goes on with the block whose last line is l
// and whose first line is head.
func continues(head, l, next line, width int) bool {
	switch {
	case next.marker != "" || next.fixed || l.fixed:
		return false
	case next.column != l.column:
		return next.column == l.column+1 && l.column > 0 && next.startsLower() && !l.finished()
	case next.gap > 0 && !next.soft:
		return next.gap == 1 && !l.finished() && acrossBlank(l, next, width)
	case next.soft:
		return acrossPages(head, l, next)
	case last(l.text) == ':':
		return false
	case next.startsLower():
		return width > 0 || !head.startsLower()
	case middle(next) && !l.finished():
		return true
	case l.finished():
		return full(l, next, width) || hangs(head, next)
	}
	return openEnded(l) || full(l, next, width) || (head.marker != "" && goesOn(head, l, next))
}

// middle reports whether a line starts as only the middle of a sentence does:
// with a dash, a bracket or a sign.
func middle(l line) bool {
	return l.marker == "" && l.table == nil && strings.ContainsRune("–—-(&/", first(l.text))
}

// acrossPages reports whether a sentence goes on after a page's edge.
func acrossPages(head, l, next line) bool {
	if l.finished() && last(l.text) != '.' {
		return false
	}
	if l.finished() {
		return head.marker != "" && hangs(head, next) && next.startsLower()
	}
	if next.startsLower() || openEnded(l) || strings.ContainsRune("(0123456789", first(next.text)) {
		return utf8.RuneCountInString(l.text) > longLine/2 || openEnded(l) || head.marker != ""
	}
	return hangs(head, next)
}

// hangs reports whether next is indented to the text of the item head.
func hangs(head, next line) bool {
	return head.marker != "" && next.indent > head.indent && next.indent >= head.textColumn()-1
}

// goesOn reports whether an unmarked line directly below an unfinished line of
// an item belongs to it.
func goesOn(head, l, next line) bool {
	if hangs(head, next) {
		return true
	}
	return utf8.RuneCountInString(l.text) >= longLine && last(next.text) != ':'
}

// openEnded reports whether the line breaks off where no sentence ends.
func openEnded(l line) bool {
	r := last(l.text)
	if r == ',' || r == '/' || r == '&' {
		return true
	}
	if strings.ContainsRune("-‐\u00ad", r) && len(l.text) > 1 {
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l.text, "-‐\u00ad"))
		return unicode.IsLetter(before)
	}
	return dangling[strings.ToLower(lastWord(l.text))]
}
