package textdoc

import "regexp"

var (
	// A footnote: its number alone, or before its first word.
	footnote = regexp.MustCompile(`^([1-9])(?:\s+\p{Lu}.*)?$`)
	// Its mark in the text: a digit directly after a word or a bracket.
	noteMark = regexp.MustCompile(`(\p{Ll}{4}|\pL\))([1-9])([\s.,;:)]|$)`)
)

// dropNoteMarks takes the marks of footnotes out of the text, and the number
// that stands alone before a footnote. A mark needs a footnote of its number
// below it.
func dropNoteMarks(ls []line) []line {
	drop := make([]bool, len(ls))
	notes := map[string]bool{}
	for i := len(ls) - 1; i >= 0; i-- {
		if ls[i].table != nil {
			continue
		}
		if f := footnote.FindStringSubmatch(ls[i].text); f != nil && ls[i].marker == "" {
			notes[f[1]] = true
			drop[i] = len(ls[i].text) == 1 && (i+1 == len(ls) || ls[i].gap > 0)
			continue
		}
		if len(notes) > 0 {
			ls[i].text = noteMark.ReplaceAllStringFunc(ls[i].text, func(s string) string {
				f := noteMark.FindStringSubmatch(s)
				if notes[f[2]] {
					return f[1] + f[3]
				}
				return s
			})
		}
	}
	return without(ls, drop)
}
