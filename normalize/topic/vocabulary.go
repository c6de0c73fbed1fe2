package topic

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// vocabulary is a list of terms with the trie of their words.
type vocabulary struct {
	terms         []Term
	byID          map[string]int
	words         *node
	longest       int // bytes of the longest stem, phrase or excluded word
	abbreviations map[string]int
}

func newVocabulary(data []byte, add map[string]addition, onlyAtStart []string) *vocabulary {
	var file struct {
		Terms []Term `json:"terms"`
	}
	v := &vocabulary{byID: map[string]int{}, words: &node{}, abbreviations: map[string]int{}}
	if err := json.Unmarshal(data, &file); err != nil {
		return v
	}
	v.terms = file.Terms
	for i := range v.terms {
		v.addTerm(i, add[v.terms[i].ID], onlyAtStart)
	}
	return v
}

func (v *vocabulary) addTerm(i int, more addition, onlyAtStart []string) {
	t := &v.terms[i]
	v.byID[t.ID] = i
	t.Stems = append(t.Stems, more.Stems...)
	t.Exclude = append(slices.DeleteFunc(t.Exclude, func(s string) bool {
		return slices.Contains(more.IgnoreExclude, s)
	}), more.Exclude...)
	for _, s := range slices.Concat(t.Stems, t.Phrases, t.Exclude) {
		v.longest = max(v.longest, len(s))
	}
	for _, s := range t.Stems {
		inner := isLong(s) && !slices.Contains(onlyAtStart, s)
		v.words.add(s, entry{term: i, kind: stem, inner: inner, needs: more.Needs[s]})
	}
	for _, s := range t.Phrases {
		v.words.add(s, entry{term: i, kind: phrase, needs: more.Needs[s]})
	}
	for _, s := range t.Exclude {
		v.words.add(s, entry{term: i, kind: exclude, inner: isLong(s)})
	}
	for _, s := range t.Abbreviations {
		v.abbreviations[s] = i
	}
}

// shortestInner is the fewest letters of a stem that counts as a later part of
// a compound too; shorter ones stand inside too many other words.
const shortestInner = 5

func isLong(s string) bool { return utf8.RuneCountInString(s) >= shortestInner }

// depth counts the wider terms above a term. A parent that is not in the
// vocabulary, or a circle, ends the count.
func (v *vocabulary) depth(i int) int {
	n := 0
	for n <= len(v.terms) {
		parent, ok := v.byID[v.terms[i].Parent]
		if !ok {
			break
		}
		i, n = parent, n+1
	}
	return n
}

// above reports whether term i is a wider term of term k.
func (v *vocabulary) above(i, k int) bool {
	for range v.terms {
		parent, ok := v.byID[v.terms[k].Parent]
		if !ok {
			return false
		}
		if parent == i {
			return true
		}
		k = parent
	}
	return false
}

// hasAny reports whether a word of the folded text begins with one of needs, or
// holds one that is long enough to be a part of a compound. An entry without
// needs wants nothing of a text.
func hasAny(text string, needs []string) bool {
	for _, s := range needs {
		if strings.HasPrefix(text, s) || strings.Contains(text, " "+s) {
			return true
		}
		if isLong(s) && strings.Contains(text, s) {
			return true
		}
	}
	return len(needs) == 0
}
