package textdoc

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/furniture"
	"github.com/lofte/lofte/model"
)

var (
	// A full stop or comma that recognition put before a bullet: ".• text".
	specked = regexp.MustCompile(`^[.,'’·]\s?([•·●▪◦■□➢])\s*(\S.*)$`)
	// An ordinal with a space before its sign, or with l or I for 1.
	looseOrdinal = regexp.MustCompile(`^(\d{1,2}|[a-z]|I) ?([.)])\s+(\S.*)$`)
	// An ordinal without a sign, far in front of the text.
	bareOrdinal = regexp.MustCompile(`^(\d{1,2}) {2,}(\pL.*)$`)
	// A dot, or what is left of a bullet, alone before the text.
	loneDot = regexp.MustCompile(`^[.,·'‘’] +(\S.*)$`)
	// The letter o as a bullet of the second order.
	loneO = regexp.MustCompile(`^o +(\S.*)$`)
	// A dash that stands directly before a word.
	gluedDash = regexp.MustCompile(`^([-–—])([\pL"”].*)$`)
	number    = regexp.MustCompile(`^\(?(\d{1,2})[.)]+$`)
)

// near is how many lines before or after another item may stand for its mark
// to confirm a doubtful one.
const near = 4

// findMarkers splits list markers off the lines that have one.
func findMarkers(ls []line) {
	for i := range ls {
		m, rest := model.ListMarker(lead(ls[i]) + ls[i].text)
		if m == "" {
			if f := specked.FindStringSubmatch(ls[i].text); f != nil {
				m, rest = f[1], f[2]
			}
		}
		if m != "" && rest != "" && plausible(ls, i, m, rest) {
			ls[i].marker, ls[i].rest = m, rest
		}
	}
	for i := range ls {
		if ls[i].marker == "" && !ls[i].fixed {
			ls[i].marker, ls[i].rest = doubtful(ls, i)
		}
	}
}

// lead is a blank where the line is indented, for marks that need one.
func lead(l line) string {
	if l.indent > 0 {
		return " "
	}
	return ""
}

// plausible rules out what only looks like a marker: the dash of a range that
// was wrapped, the dash of direct speech, a number at the end of a sentence.
func plausible(ls []line, i int, marker, rest string) bool {
	if ls[i].fixed {
		return false
	}
	wrapped := i > 0 && ls[i].gap == 0 && !ls[i-1].finished()
	if strings.ContainsAny(marker, "-–—−") && wrapped && unicode.IsDigit(first(rest)) {
		return !unicode.IsDigit(last(ls[i-1].text)) && !endsInMonth(ls[i-1].text)
	}
	if strings.ContainsAny(marker, "–—") {
		return !isSpeech(ls, i)
	}
	if f := number.FindStringSubmatch(marker); f != nil && wrapped {
		n, _ := strconv.Atoi(f[1])
		return n == 1 || hasOrdinal(ls, i, n-1) || hasOrdinal(ls, i, n+1)
	}
	return true
}

func endsInMonth(s string) bool { return months[strings.ToLower(lastWord(s))] }

// isSpeech tells the dash of direct speech from that of an item: the speaker
// is named after it, or no other line nearby has the mark.
func isSpeech(ls []line, i int) bool {
	end := i + 1
	for end < len(ls) && ls[end].gap == 0 && end < i+near {
		end++
	}
	for _, l := range ls[i:end] {
		if furniture.IsSpeech(l.text) {
			return true
		}
	}
	mark := first(ls[i].text)
	for k := max(0, i-near); k < min(len(ls), i+near+1); k++ {
		if k != i && first(ls[k].text) == mark {
			return false
		}
	}
	return true
}

// hasOrdinal reports whether some line near i starts with the number n.
func hasOrdinal(ls []line, i, n int) bool {
	const far = 12
	for k := max(0, i-far); k < min(len(ls), i+far); k++ {
		f := looseOrdinal.FindStringSubmatch(ls[k].text)
		if k != i && f != nil && f[1] == strconv.Itoa(n) {
			return true
		}
	}
	return false
}

// counts reports whether the number at the start of line i goes on with that of the
// line before, or the line after goes on with it.
func counts(ls []line, i int, number string) bool {
	n, _ := strconv.Atoi(number)
	follows := func(k, m int) bool {
		if k < 0 || k >= len(ls) {
			return false
		}
		f := bareOrdinal.FindStringSubmatch(ls[k].text)
		return f != nil && f[1] == strconv.Itoa(m)
	}
	return follows(i-1, n-1) || n == 1 && follows(i+1, n+1)
}

// doubtful finds marks that need another item beside them as proof.
func doubtful(ls []line, i int) (marker, rest string) {
	text := ls[i].text
	if f := bareOrdinal.FindStringSubmatch(text); f != nil && counts(ls, i, f[1]) {
		return f[1], f[2]
	}
	if f := looseOrdinal.FindStringSubmatch(text); f != nil {
		one := f[1] == "l" || f[1] == "I"
		if (one && hasOrdinal(ls, i, 2)) || (!one && unicode.IsDigit(first(f[1])) && ls[i].gap+i > 0) {
			return f[1] + f[2], f[3]
		}
	}
	if f := loneDot.FindStringSubmatch(text); f != nil && besideItem(ls, i, isBulletOrDot) {
		return "•", f[1]
	}
	if f := gluedDash.FindStringSubmatch(text); f != nil && besideItem(ls, i, startsWithDash) {
		return f[1], f[2]
	}
	if f := loneO.FindStringSubmatch(text); f != nil && besideItem(ls, i, func(l line) bool { return l.marker != "" }) {
		return "o", f[1]
	}
	return "", text
}

func besideItem(ls []line, i int, is func(line) bool) bool {
	for k := max(0, i-near); k < min(len(ls), i+near+1); k++ {
		if k != i && is(ls[k]) {
			return true
		}
	}
	return false
}

func isBulletOrDot(l line) bool {
	return strings.ContainsAny(l.marker, "•·●▪◦■□") || (l.marker == "" && loneDot.MatchString(l.text))
}

func startsWithDash(l line) bool {
	r, size := utf8.DecodeRuneInString(l.text)
	return strings.ContainsRune("-–—", r) && size < len(l.text) && l.text[size] != '-'
}

// unmarkHeadings takes the numbers of a sequence back that number headings:
// each is short and has other text between it and the next.
func unmarkHeadings(ls []line) {
	var at []int
	for i, l := range ls {
		if !number.MatchString(l.marker) {
			continue
		}
		plain := l
		plain.marker = ""
		if !headingForm(plain) || followedByNumber(ls, i) {
			return
		}
		at = append(at, i)
	}
	if len(at) < 2 {
		return
	}
	for _, i := range at {
		ls[i].marker, ls[i].rest = "", ls[i].text
	}
}

// followedByNumber reports whether the next thing after item i is another
// numbered item, or nothing.
func followedByNumber(ls []line, i int) bool {
	for k := i + 1; k < len(ls); k++ {
		if ls[k].gap > 0 || ls[k].marker != "" || !ls[k].startsLower() {
			return number.MatchString(ls[k].marker)
		}
	}
	return true
}
