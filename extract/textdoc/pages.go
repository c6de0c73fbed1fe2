package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edge is how many lines at the top and at the bottom of a page may be
// running headers and footers.
const edge = 5

// maxEdge is the number of bytes of such a line.
const maxEdge = 200

var (
	// "Sida 3 av 7", "2(5)", "l (l)", "- 4 -", "Sidan 2"; l, I and O stand for digits.
	pageNumber = regexp.MustCompile(`^(?i:(sida|sid|sidan|page)\.? ?[\dlio]{1,3}( ?(av|of|/|\() ?[\dlio]{1,3}\)?)?|[\dlio]{1,3} ?\( ?[\dlio]{1,3} ?\)|[\dlio]{1,3} ?(av|of) ?[\dlio]{1,3}|[-–—] ?\d{1,3} ?[-–—])$`)
	bareNumber = regexp.MustCompile(`^\d{1,3}$`)
	wideGap    = regexp.MustCompile(`\s{3,}|\t+`)
	digits     = regexp.MustCompile(`[0-9lIO]+`)
)

// dropPageEdges takes out page numbers and the headers and footers that run
// over the pages.
func dropPageEdges(ls []line) []line {
	drop := make([]bool, len(ls))
	count := map[string]int{}
	for _, l := range ls {
		if len(l.text) <= maxEdge {
			count[edgeKey(l)]++
		}
	}
	for i := range ls {
		if hasPageNumber(ls, i) {
			drop[i] = true
			dropAround(ls, i, count, drop)
		}
	}
	dropRepeatedEdges(ls, drop)
	return without(ls, drop)
}

// edgeKey is the line as it is on every page: numbers and the width of gaps
// differ.
func edgeKey(l line) string {
	return digits.ReplaceAllString(strings.Join(strings.Fields(l.text), " "), "#")
}

// hasPageNumber reports whether line i is a page number, alone or as one of
// the parts of a running line.
func hasPageNumber(ls []line, i int) bool {
	if len(ls[i].text) > maxEdge || !strings.ContainsFunc(ls[i].text, isPageDigit) {
		return false
	}
	for _, part := range wideGap.Split(ls[i].text, -1) {
		if pageNumber.MatchString(part) && strings.ContainsFunc(part, isPageDigit) {
			return true
		}
	}
	return bareNumber.MatchString(ls[i].text) && atPageEdge(ls, i)
}

func isPageDigit(r rune) bool { return unicode.IsDigit(r) || r == 'l' || r == 'I' }

// atPageEdge reports whether line i stands alone at the foot or head of a page.
func atPageEdge(ls []line, i int) bool {
	top := i == 0 || ls[i].page != ls[i-1].page
	bottom := i+1 == len(ls) || ls[i].page != ls[i+1].page
	return (top || ls[i].gap > 0) && bottom && (ls[i].page > 0 || i+1 == len(ls)) || top && ls[i].page > 1
}

// dropAround marks the lines next to a page number that are on other pages
// too.
func dropAround(ls []line, i int, count map[string]int, drop []bool) {
	for k := i - 1; k >= max(0, i-edge) && ls[k+1].gap <= 1 && count[edgeKey(ls[k])] > 1; k-- {
		drop[k] = true
	}
	for k := i + 1; k < min(len(ls), i+edge) && ls[k].gap <= 1 && count[edgeKey(ls[k])] > 1; k++ {
		drop[k] = true
	}
}

// dropRepeatedEdges marks the lines at the edges of the pages, where form
// feeds tell them, that stand at an edge of another page too; and those that
// repeat what was dropped as such elsewhere.
func dropRepeatedEdges(ls []line, drop []bool) {
	edges := map[string]int{}
	at := make([]bool, len(ls))
	for i := range ls {
		if at[i] = ls[i].page > 0 && nearEdge(ls, i); at[i] {
			edges[edgeKey(ls[i])]++
		}
	}
	dropped := map[string]int{}
	for i := range ls {
		if drop[i] {
			dropped[edgeKey(ls[i])]++
		}
	}
	for i := range ls {
		if namesColumns(ls[i]) {
			continue
		}
		key := edgeKey(ls[i])
		drop[i] = drop[i] || at[i] && edges[key] > 1 || dropped[key] > 0 && isLong(ls[i].text)
	}
}

// isLong reports whether a line is long enough, or laid out in such a way,
// that it says the same thing by chance nowhere else.
func isLong(text string) bool {
	const long = 30
	return utf8.RuneCountInString(text) >= long || wideGap.MatchString(text)
}

// nearEdge reports whether line i is among the first or last lines of its page.
func nearEdge(ls []line, i int) bool {
	const depth = 3
	before, after := i-depth, i+depth
	return before < 0 || after >= len(ls) || ls[before].page != ls[i].page || ls[after].page != ls[i].page
}

// dropRules takes out lines of dashes and the like. One that underlines a line
// of about its length makes that line a heading.
func dropRules(ls []line) []line {
	drop := make([]bool, len(ls))
	for i, l := range ls {
		if !rule.MatchString(strings.ReplaceAll(l.text, " ", "")) {
			continue
		}
		drop[i] = true
		if i > 0 && l.gap == 0 && !drop[i-1] && headingForm(ls[i-1]) && abs(ls[i-1].width()-l.width()) <= tolerance+1 {
			ls[i-1].level = 2
			if l.text[0] == '=' {
				ls[i-1].level = 1
			}
		}
	}
	return without(ls, drop)
}

func abs(n int) int { return max(n, -n) }
