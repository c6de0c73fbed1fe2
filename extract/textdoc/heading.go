package textdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/furniture"
)

// Bounds of what is taken for a heading.
const (
	maxHeading      = 90 // characters
	maxHeadingWords = 13
	maxColonHeading = 60
	sentenceLength  = 40 // characters of a line that ends in a full stop and stands before any title
	sentenceWords   = 3  // of the shortest sentence
	leastCommas     = 2  // behind a colon, of a list in running text
)

var (
	ordinal  = regexp.MustCompile(`^(\d{1,2}[.)]|\d{1,2}(\.\d{1,2})+\.?) +`)
	rule     = regexp.MustCompile(`^(=|-|_|\*|~|–|—){3,}$`)
	contact  = regexp.MustCompile(`\S@\S|https?://|www\.|\b0\d{1,3}[-–/ ]\d{2,3} ?\d{2}( ?\d{2})?\b|\b114 14\b`)
	metadata = regexp.MustCompile(`(?i)^(publicer|uppdater|senast|skapad|ändrad|foto|bild|text|tfn|tel|telefon|e-post|kontakt)\S*[ :]`)
	dateLine = regexp.MustCompile(`^(\pL[\pL-]*,? )?(den )?[\dlIO]{1,4}[-./ ]([\dlIO]{1,2}[-./ ][\dlIO]{1,4}|\pL+ [\dlIO]{4})$`)
)

// headings marks the lines that stand as headings, and tells their level: 1
// for the title, 2 for lines in capitals under a title that is not, 7 for any
// other.
func headings(ls []line, widths map[int]int) []int {
	levels := make([]int, len(ls))
	end := lastContent(ls)
	signed := signatures(ls)
	title := true
	for i := range ls {
		if i >= end || signed[i] || !looksLikeHeading(ls, i, widths[ls[i].column]) {
			if ls[i].marker != "" || ls[i].finished() && len(ls[i].text) > sentenceLength {
				title = false
			}
			continue
		}
		levels[i] = 7
		if ls[i].level > 0 {
			levels[i], title = ls[i].level, false
		} else if title {
			levels[i], title = 1, false
		} else if capitals(ls[i].text) {
			levels[i] = 2
		}
	}
	return levels
}

// lastContent is the index of the last line that is an item or ends a
// sentence. Short lines after it are no headings: nothing stands under them.
func lastContent(ls []line) int {
	for i := len(ls) - 1; i >= 0; i-- {
		if ls[i].marker != "" || ls[i].table != nil || ls[i].finished() && longEnough(ls, i) {
			return i
		}
	}
	return 0
}

// longEnough reports whether line i, or the one that it goes on with, has the
// words of a sentence.
func longEnough(ls []line, i int) bool {
	n := len(strings.Fields(ls[i].text))
	if i > 0 && ls[i].gap == 0 {
		n = max(n, len(strings.Fields(ls[i-1].text)))
	}
	return n >= sentenceWords
}

// looksLikeHeading judges line i by its form and by what is below it.
func looksLikeHeading(ls []line, i int, width int) bool {
	l := ls[i]
	if l.level > 0 {
		return true
	}
	if l.fixed || l.tabs || !headingForm(l) || width > 0 && l.indent > width/2 {
		return false
	}
	if i > 0 && l.gap == 0 && ls[i-1].marker != "" && continues(ls[i-1], ls[i-1], l, width) {
		return false
	}
	if i+1 == len(ls) {
		return false
	}
	next := ls[i+1]
	if (next.soft || middle(next) || next.startsLower()) && continues(l, l, next, width) {
		return false
	}
	if next.gap == 0 && next.marker == "" && !next.fixed {
		return !next.startsLower() && !openEnded(l) && (!full(l, next, width) || capitals(l.text) && !capitals(next.text) || last(l.text) == ':')
	}
	return true
}

// headingForm judges a line by itself.
func headingForm(l line) bool {
	text := ordinal.ReplaceAllString(l.text, "")
	if l.marker != "" {
		return false
	}
	n := utf8.RuneCountInString(text)
	if n > maxHeading || n < 2 || len(strings.Fields(text)) > maxHeadingWords {
		return false
	}
	r := first(text)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) || !hasLetter(text) {
		return false
	}
	if contact.MatchString(text) || furniture.IsFileName(text) || metadata.MatchString(text) || dateLine.MatchString(text) {
		return false
	}
	if _, list, ok := strings.Cut(text, ": "); ok && strings.Count(list, ",") >= leastCommas {
		return false
	}
	switch last(text) {
	case '.', ',', ';', '!', '-', '…', '"', '”':
		return false
	case ':':
		return n <= maxColonHeading && !strings.HasSuffix(text, "att:") && !strings.Contains(text, ". ")
	}
	return !strings.Contains(text, ". ")
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// capitals reports whether the line has letters, and no lower-case one.
func capitals(s string) bool {
	return hasLetter(s) && strings.IndexFunc(s, unicode.IsLower) < 0
}

// signatures marks the lines of runs that name people with their roles.
func signatures(ls []line) []bool {
	out := make([]bool, len(ls))
	for from := 0; from < len(ls); {
		to := from + 1
		for to < len(ls) && ls[to].gap == 0 {
			to++
		}
		if isSignature(ls[from:to]) {
			for i := from; i < to; i++ {
				out[i] = true
			}
		}
		from = to
	}
	return out
}

// isSignature reports whether a run of lines is a name with a role below it:
// short lines without any end of a sentence, one of them a role.
func isSignature(run []line) bool {
	role := false
	for i, l := range run {
		if l.marker != "" || l.finished() || utf8.RuneCountInString(l.text) > maxColonHeading {
			return false
		}
		if i > 0 && hasRole(l.text) {
			role = true
		}
	}
	return role
}

func hasRole(s string) bool {
	s = strings.ToLower(s)
	for _, w := range roles {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
