package textdoc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabWidth is the number of columns between tab stops.
const tabWidth = 8

// A line is one line of the source that is not blank.
type line struct {
	text   string // without white space around
	indent int    // column of its first character
	gap    int    // number of blank lines before it
	soft   bool   // furniture was taken out between the line before and it
	page   int    // 1-based; 0 in a source without form feeds
	column int    // number of the text column that it was taken from, 0 for none
	tabs   bool   // cells are separated by tabs
	marker string // list marker, and
	rest   string // what follows it
	fixed  bool   // the kind is settled: neither joined nor a heading
	level  int    // of a heading that is underlined, 0 for any other line
	table  *table // the table that stands in the line's place
}

// lines splits text into lines. Form feeds count pages.
func lines(text string) []line {
	var out []line
	page, gap := 0, 0
	if strings.Contains(strings.TrimRight(text, "\f\n "), "\f") {
		page = 1
	}
	for s := range strings.SplitSeq(text, "\n") {
		for i, part := range strings.Split(s, "\f") {
			if i > 0 && page > 0 {
				page++
			}
			l, ok := newLine(part)
			if !ok {
				gap++
				continue
			}
			if i > 0 {
				l.soft = true
				gap = max(gap, 1)
			}
			l.gap, l.page = gap, page
			out = append(out, l)
			gap = 0
		}
	}
	markPageStarts(out)
	return out
}

// newLine lays out one line; false for a blank one.
func newLine(s string) (line, bool) {
	s = strings.TrimRightFunc(strings.Map(plainBlank, s), isBlank)
	body := strings.TrimLeftFunc(s, isBlank)
	if body == "" {
		return line{}, false
	}
	indent := 0
	for _, r := range s[:len(s)-len(body)] {
		if r == '\t' {
			indent += tabWidth - indent%tabWidth
		} else if r != '\ufeff' && r != '\u200b' {
			indent++
		}
	}
	return line{text: body, indent: indent, tabs: strings.Contains(body, "\t")}, true
}

// markPageStarts marks the first line of every page but the first as one
// before which the page's edge lies.
func markPageStarts(ls []line) {
	for i := 1; i < len(ls); i++ {
		if ls[i].page != ls[i-1].page {
			ls[i].soft = true
			ls[i].gap = max(ls[i].gap, 1)
		}
	}
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u00a0' || r == '\u200b' || r == '\ufeff' || unicode.Is(unicode.Cc, r)
}

// without returns the lines that drop does not mark. What follows a dropped
// line knows that something was taken out before it.
func without(ls []line, drop []bool) []line {
	out := make([]line, 0, len(ls))
	gap, soft := 0, false
	for i, l := range ls {
		if drop[i] {
			gap += l.gap
			soft = true
			continue
		}
		if soft {
			l.gap, l.soft = l.gap+gap, true
		}
		gap, soft = 0, false
		out = append(out, l)
	}
	return out
}

// width is the number of columns that the line reaches.
func (l line) width() int { return l.indent + utf8.RuneCountInString(l.text) }

// textColumn is the column in which an item's text starts.
func (l line) textColumn() int {
	return l.indent + utf8.RuneCountInString(l.text) - utf8.RuneCountInString(l.rest)
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func last(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// startsLower reports whether the line starts as the middle of a sentence does.
func (l line) startsLower() bool { return unicode.IsLower(first(l.text)) }

// finished reports whether the line ends as a sentence does.
func (l line) finished() bool {
	s := strings.TrimRight(l.text, ")”\"»’'] ")
	return s != "" && strings.ContainsRune(".!?:…", last(s))
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

func lastWord(s string) string {
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 {
		return strings.TrimSpace(s[i:])
	}
	return s
}

// plainBlank makes any blank within a line a plain one. Tabs stay.
func plainBlank(r rune) rune {
	if r != '\t' && unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}
