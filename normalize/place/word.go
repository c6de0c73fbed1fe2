package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits in a text: its bytes [start, end), its
// folded form, and whether it begins with a capital or is all capitals.
type word struct {
	start, end int
	fold       string
	capital    bool
	shout      bool
}

// words splits a text into its words.
func words(text string) []word {
	found := make([]word, 0, len(text)/6+1)
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			found = append(found, newWord(text, start, i))
			start = -1
		}
	}
	if start >= 0 {
		found = append(found, newWord(text, start, len(text)))
	}
	return found
}

func newWord(text string, start, end int) word {
	s := text[start:end]
	first, size := utf8.DecodeRuneInString(s)
	return word{
		start: start, end: end, fold: fold(s),
		capital: unicode.IsUpper(first),
		shout:   unicode.IsUpper(first) && len(s) > size && s == strings.ToUpper(s),
	}
}

// fold gives the lower-case, composed (NFC) form of a word.
func fold(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// foldForm folds a name of several words: what joins them does not matter.
func foldForm(name string) string {
	parts := words(name)
	folded := make([]string, len(parts))
	for i, w := range parts {
		folded[i] = w.fold
	}
	return strings.Join(folded, " ")
}

// joinsName reports whether what stands between two words can stand inside one
// name: white space without an empty line, or one hyphen.
func joinsName(gap string) bool {
	if gap == "-" || gap == "\u2010" || gap == "\u2011" {
		return true
	}
	return strings.TrimSpace(gap) == "" && strings.Count(gap, "\n") < 2
}

// onOneLine reports whether a gap is white space within a line.
func onOneLine(gap string) bool {
	return strings.TrimSpace(gap) == "" && !strings.ContainsAny(gap, "\n\f")
}
