package party

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/lofte/lofte/model"
)

// longestMention is the most bytes that a mention of a party has; longer texts
// are sentences.
const longestMention = 200

// mention is a party as written: the words, and the abbreviation that stands in
// brackets after them ("Tekniska verken (TVAB)").
type mention struct {
	written string // as given, white space folded
	text    string // without brackets and the marks around
	words   []string
	fold    string // lower case, words joined by one space
	short   string // the abbreviation in brackets
}

func newMention(written string) (mention, bool) {
	if len(written) > longestMention || !utf8.ValidString(written) {
		return mention{}, false
	}
	m := mention{written: strings.Join(strings.Fields(norm.NFC.String(written)), " ")}
	m.text = strings.Trim(m.written, " .,:;–-•*\"”“")
	if before, inside, ok := strings.Cut(m.text, " ("); ok && strings.HasSuffix(inside, ")") {
		inside = strings.TrimSuffix(inside, ")")
		if isAbbreviation(inside) {
			m.text, m.short = strings.TrimSpace(before), inside
		}
	}
	if strings.HasPrefix(m.text, "(") && strings.HasSuffix(m.text, ")") {
		m.text = strings.TrimSpace(strings.Trim(m.text, "()"))
	}
	m.words = strings.Fields(m.text)
	m.fold = strings.ToLower(strings.Join(m.words, " "))
	return m, m.text != ""
}

func isAbbreviation(s string) bool {
	return s != "" && !strings.ContainsRune(s, ' ') && s == strings.ToUpper(s)
}

// finish notes how the party was written where that differs from its name.
func (m mention) finish(p model.Party) model.Party {
	for _, w := range []string{m.text, m.short} {
		if w != "" && !strings.EqualFold(w, p.Name) && !slices.Contains(p.AsWritten, w) {
			p.AsWritten = append(slices.Clone(p.AsWritten), w)
		}
	}
	return p
}

// capital reports whether the mention begins with a capital letter.
func (m mention) capital() bool {
	r, _ := utf8.DecodeRuneInString(m.text)
	return unicode.IsUpper(r)
}

// first and last are the folded words at the ends.
func (m mention) first() string { w, _, _ := strings.Cut(m.fold, " "); return w }
func (m mention) last() string  { return m.fold[strings.LastIndex(m.fold, " ")+1:] }

// swapped gives a key that words have in common when letters inside them have
// changed places: "polismydnigheten". Words too short for that give themselves.
func swapped(fold string) string {
	runes := []rune(fold)
	if len(runes) < shortestSwapped {
		return fold
	}
	inner := runes[1 : len(runes)-1]
	slices.Sort(inner)
	return string(runes)
}

// shortestSwapped is the length in letters from which two words with the same
// letters between the same ends are the same word.
const shortestSwapped = 9
