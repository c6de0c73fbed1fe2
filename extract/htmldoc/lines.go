package htmldoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// Lengths in characters that tell a line which an author ended from one that
// was broken to fit.
const (
	wrapMin   = 35  // the longest line of hard-wrapped text is at least so long
	wrapMax   = 120 // and at most so
	wrapShare = 0.7 // its other lines, but the last, at least so much of it
)

// group is lines of a flow that are one block.
type group struct {
	lines []line
}

// groups divides the lines of a flow: an empty line, a bold line, a list marker
// and an end that the author meant divide, a sentence that runs on does not.
func (f *flow) groups(afterColon bool) []group {
	wrapped := hardWrapped(f.lines)
	var out []group
	listing := afterColon
	fresh := true
	for i, l := range f.lines {
		text := l.text()
		if text == "" {
			fresh = true
			continue
		}
		if fresh || f.divides(f.lines[i-1], l, listing, wrapped) {
			out = append(out, group{})
			listing = listing && startsLow(text) || strings.HasSuffix(f.textBefore(i), ":")
		}
		fresh = false
		last := len(out) - 1
		out[last].lines = append(out[last].lines, l)
	}
	return out
}

// textBefore is the text of the last line with text before line i.
func (f *flow) textBefore(i int) string {
	for i--; i >= 0; i-- {
		if t := f.lines[i].text(); t != "" {
			return t
		}
	}
	return ""
}

// divides reports whether b begins a block of its own after a.
func (f *flow) divides(a, b line, listing, wrapped bool) bool {
	before, text := a.text(), b.text()
	switch {
	case startsMarked(text):
		return true
	case a.bold() != b.bold():
		return f.at.item == nil || !startsLow(text)
	case wrapped:
		return false
	case strings.HasSuffix(before, ":"):
		return true
	case listing && startsLow(text):
		return !endsOpen(before, false)
	case endsOpen(before, true):
		return false
	case startsLow(text):
		return f.at.item == nil && nameLike(before)
	}
	return true
}

// hardWrapped reports whether lines were broken by width: at least three, all
// but the last about as long as the longest.
func hardWrapped(lines []line) bool {
	longest, low := 0, 0
	for i, l := range lines {
		text := l.text()
		longest = max(longest, utf8.RuneCountInString(text))
		if startsMarked(text) || text == "" {
			return false
		}
		if i > 0 && startsLow(text) {
			low++
		}
	}
	if len(lines) < 3 || longest < wrapMin || longest > wrapMax || low*3 < len(lines)-1 {
		return false
	}
	for _, l := range lines[:len(lines)-1] {
		if float64(utf8.RuneCountInString(l.text())) < wrapShare*float64(longest) {
			return false
		}
	}
	return true
}

func startsMarked(text string) bool {
	m, _ := marker(text)
	return m != ""
}

func startsLow(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "”\"’)»"))
	return strings.ContainsRune(".!?…", r)
}

// endsOpen reports whether a line ends where a sentence must run on: in a
// hyphen, or a word that needs another. A comma and "och" may also end an
// item of a list, so they count only where items are not expected.
func endsOpen(text string, commas bool) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	if r == '-' || r == '\u00ad' || commas && r == ',' {
		return true
	}
	last := fold(text[strings.LastIndexByte(text, ' ')+1:])
	if last == "och" || last == "samt" || last == "eller" {
		return commas
	}
	return words().open[last]
}

// nameLike reports whether a line is a person's or an organisation's name: two
// to four words, all with a capital.
func nameLike(text string) bool {
	list := strings.Fields(text)
	if len(list) < 2 || len(list) > 4 || strings.ContainsAny(text, ":.0123456789") {
		return false
	}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && r != '(' && w != "von" && w != "af" && w != "de" {
			return false
		}
	}
	return true
}

// lettered matches a letter that counts.
var lettered = regexp.MustCompile(`^(?:[a-z]\.|[A-Z][.)])[ \x{a0}]`)

// marker splits a line as model.ListMarker does, with spaces that don't break
// counted as such, the "o" that Word uses, letters as in "a." and "B)", and any
// sign (an arrow, a tick, an emoji) before a space.
func marker(text string) (mark, rest string) {
	if strings.HasPrefix(text, "o\u00a0") {
		text = "o " + text[len("o\u00a0"):]
	}
	if mark, rest = model.ListMarker(" " + text); mark != "" {
		return mark, rest
	}
	if m := lettered.FindString(text); m != "" {
		return m[:2], strings.TrimSpace(text[2:])
	}
	r, size := utf8.DecodeRuneInString(text)
	if (r < 0x2000 || !unicode.Is(unicode.So, r)) && !strings.ContainsRune("→⇒»›", r) {
		return "", text
	}
	tail := strings.TrimPrefix(text[size:], "\ufe0f") // asks for the sign in colour
	rest = strings.TrimLeftFunc(tail, unicode.IsSpace)
	if rest == tail || rest == "" {
		return "", text
	}
	return text[:size], rest
}
