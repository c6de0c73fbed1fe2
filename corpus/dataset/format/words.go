package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/swedish"
)

// words are the words of all texts that are searched, by their stems. Forms of
// one stem are forms of one word, as far as Snowball's Swedish stemmer knows.
type words struct {
	stems map[string]string   // of each form
	forms map[string][]string // of each stem, sorted when all are noted
}

// shortestWord is the least number of letters of a word that has other forms.
const shortestWord = 3

func newWords() *words {
	return &words{stems: map[string]string{}, forms: map[string][]string{}}
}

// note takes the words of a text down.
func (w *words) note(text string) {
	for word := range wordsOf(text) {
		if _, known := w.stems[word]; known {
			continue
		}
		word = strings.Clone(word)
		stem := stemOf(word)
		w.stems[word] = stem
		w.forms[stem] = append(w.forms[stem], word)
	}
}

func (w *words) sort() {
	for _, forms := range w.forms {
		slices.Sort(forms)
	}
}

// others are the other forms of the words of a text, each once.
func (w *words) others(text string) string {
	var out []string
	seen := map[string]bool{}
	for word := range wordsOf(text) {
		stem := w.stems[word]
		if seen[stem] {
			continue
		}
		seen[stem] = true
		for _, form := range w.forms[stem] {
			if form != word {
				out = append(out, form)
			}
		}
	}
	return strings.Join(out, " ")
}

// stemOf gives the stem of a word in lower case.
func stemOf(word string) string {
	env := snowballstem.NewEnv(word)
	swedish.Stem(env)
	return env.Current()
}

// wordsOf yields the words of a text in lower case, apart from those with
// digits and very short ones. It parts words as FTS5's unicode61 does.
func wordsOf(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(strings.ToLower(text), isSeparator) {
			if utf8.RuneCountInString(word) < shortestWord || strings.ContainsFunc(word, unicode.IsDigit) {
				continue
			}
			if !yield(word) {
				return
			}
		}
	}
}

func isSeparator(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
