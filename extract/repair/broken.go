package repair

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// hyphened is a word with a hyphen in it, or with a hyphen and a blank, all
// in lower case but for its first letter.
var hyphened = regexp.MustCompile(`(\pL\p{Ll}+)-( ?)(\p{Ll}{2,})`)

// lineHyphen finds words that keep the hyphen of a line's end although they
// stand within a line.
func lineHyphen(c *content, text string) []edit {
	if !strings.Contains(text, "-") {
		return nil
	}
	var out []edit
	for _, m := range hyphened.FindAllStringSubmatchIndex(text, -1) {
		head, tail := text[m[2]:m[3]], text[m[6]:m[7]]
		if inWord(text, m[0], m[1]) || beside(text, m[0], m[1], '-') || beside(text, m[0], m[1], '/') {
			continue
		}
		if c.wasBroken(strings.ToLower(head), tail, m[5] > m[4]) {
			out = append(out, edit{m[0], m[1], head + tail, model.OCRRepair, 0})
		}
	}
	return out
}

func beside(text string, from, to int, r byte) bool {
	return from > 0 && text[from-1] == r || to < len(text) && text[to] == r
}

// wasBroken reports whether a hyphen between head and tail is that of a line's
// end: the whole is a word, and either stands so in the lexicon, or its halves
// are none, or it has the linking s after which no hyphen is written.
func (c *content) wasBroken(head, tail string, blank bool) bool {
	whole := head + tail
	if prefixes[head] || conjunctions[tail] || utf8.RuneCountInString(whole) < minDiacritic {
		return false
	}
	if blank {
		return strings.HasSuffix(head, "s") && !c.base.listed(head) && c.base.knows(tail) && c.base.knows(whole)
	}
	if c.lex.listed(whole) || c.base.inflected(whole) {
		return true
	}
	if !c.base.compound(whole) {
		return false
	}
	return !c.base.knows(tail) || !c.base.knows(head) && !c.lex.heads[head] ||
		strings.HasSuffix(head, "s") && !c.base.listed(head)
}
