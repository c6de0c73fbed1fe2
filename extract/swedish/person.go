package swedish

import (
	_ "embed"
	"sync"
	"unicode/utf8"
)

//go:embed data/roles.tsv
var roleData string

// roleLexicon holds the titles of those who sign.
var roleLexicon = sync.OnceValue(func() *lexicon { return newLexicon(roleData) })

// roleStart is the token at which the title of a person starts, -1 for none.
func roleStart(toks []token) int {
	for i := 0; i < len(toks) && i < 3; i++ {
		if class, _ := roleLexicon().match(toks, i); class != "" {
			return i
		}
	}
	return -1
}

// maxPersonTokens is how many words the name of a person may have.
const maxPersonTokens = 4

// personName is the name of a person that starts at token i: two to four
// capitalised words that are no actor, no title and no place. -1 for none.
func personName(toks []token, i int) (from, to int) {
	n := i
	for n < len(toks) && n < i+maxPersonTokens && namePart(toks, n) {
		n++
	}
	for n > i && !toks[n-1].capital {
		n--
	}
	if n-i < 2 {
		return -1, -1
	}
	if _, ok := mentionAt(toks, i); ok {
		return -1, -1
	}
	return i, n
}

// namePart reports whether a token can stand in a person's name.
func namePart(toks []token, i int) bool {
	t := toks[i]
	if t.kind != word {
		return false
	}
	if !t.capital {
		return t.low == "af" || t.low == "von" || t.low == "de" || t.low == "van" || t.low == "da"
	}
	if class, _ := roleLexicon().match(toks, i); class != "" {
		return false
	}
	return !startsActor(toks, i) && !promiseNoun(t.low) && !notNames[t.low] && utf8.RuneCountInString(t.low) > 1
}

// notNames are capitalised words at the start of lines that are no names.
var notNames = map[string]bool{
	"region": true, "den": true, "det": true, "vid": true, "uppföljning": true, "medborgarlöfte": true, "kontakt": true,
	"sida": true, "foto": true, "för": true, "dnr": true, "stora": true, "resultat": true, "lokala": true, "löfte": true,
}
