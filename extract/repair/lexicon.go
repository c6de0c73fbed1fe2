package repair

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/words.txt
var wordsData string

//go:embed data/heads.txt
var headsData string

// Lengths of words, in characters.
const (
	minPart = 3  // of a compound
	minTail = 4  // of its last part
	minStem = 4  // before an ending
	maxWord = 40 // that is looked at
)

// maxCache is the number of words whose answer is kept.
const maxCache = 100_000

// endings are those of nouns, adjectives and regular verbs.
var endings = []string{"n", "en", "et", "t", "a", "ar", "er", "or", "r", "na", "arna", "erna", "orna", "s", "ns",
	"ens", "ets", "ts", "nas", "arnas", "ernas", "ornas", "de", "ade", "ad", "at", "as"}

// derivations make nouns and participles of verbs, whose stems end in "a".
var derivations = []string{"are", "ande", "ning", "ningar", "ningen", "ningarna", "nings"}

// stock is the words of the language that are always known, and the first
// parts of compounds.
type stock struct {
	words, heads map[string]bool
	beginnings   map[string]bool // of the words, from minStem characters on
}

var swedish = sync.OnceValue(func() stock {
	s := stock{words: wordSet(wordsData), heads: wordSet(headsData), beginnings: map[string]bool{}}
	for w := range s.words {
		n := 0
		for i := range w {
			if n >= minStem {
				s.beginnings[w[:i]] = true
			}
			n++
		}
		s.beginnings[w] = true
	}
	return s
})

func wordSet(data string) map[string]bool {
	out := map[string]bool{}
	for s := range strings.SplitSeq(data, "\n") {
		if strings.HasPrefix(s, "#") {
			continue
		}
		for _, w := range strings.Fields(s) {
			out[w] = true
		}
	}
	return out
}

// A lexicon knows the words of the language and those of one document.
type lexicon struct {
	stock
	own   map[string]bool // words of the document that look sound
	cache map[string]bool
}

func newLexicon(own map[string]bool) *lexicon {
	return &lexicon{stock: swedish(), own: own, cache: map[string]bool{}}
}

// knows reports whether a word in lower case is one of the lexicon, a form of
// one, or a compound of them.
func (x *lexicon) knows(word string) bool {
	if known, seen := x.cache[word]; seen {
		return known
	}
	known := utf8.RuneCountInString(word) <= maxWord && (x.whole(word) || x.compound(word))
	if len(x.cache) < maxCache {
		x.cache[word] = known
	}
	return known
}

// whole reports whether a word stands in the lexicon, or its stem does.
func (x *lexicon) whole(word string) bool { return x.listed(word) || x.inflected(word) }

func (x *lexicon) listed(word string) bool { return x.words[word] || x.own[word] }

// resembles reports whether a word may be a form of a known one that the
// endings do not tell: all but its last two characters begin one.
func (x *lexicon) resembles(word string) bool {
	const ending = 2
	r := []rune(word)
	return len(r) >= minStem+ending && x.beginnings[string(r[:len(r)-ending])]
}

func (x *lexicon) inflected(word string) bool {
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e)
		if !ok || utf8.RuneCountInString(stem) < minStem {
			continue
		}
		if x.words[stem] || x.words[stem+"a"] || x.words[stem+"e"] || x.own[stem] {
			return true
		}
	}
	for _, d := range derivations {
		if stem, ok := strings.CutSuffix(word, d); ok && utf8.RuneCountInString(stem) >= minStem && x.words[stem+"a"] {
			return true
		}
	}
	return false
}

// compound reports whether a word is made of known first parts and a known
// last one. Reached[i] says that the first i bytes are whole parts.
func (x *lexicon) compound(word string) bool {
	reached := make([]bool, len(word)+1)
	reached[0] = true
	for i := 0; i < len(word); i++ {
		if !reached[i] {
			continue
		}
		if i > 0 && utf8.RuneCountInString(word[i:]) >= minTail && x.whole(word[i:]) {
			return true
		}
		for j := i + minPart; j < len(word); j++ {
			if utf8.RuneStart(word[j]) && !reached[j] && x.head(word[i:j]) {
				reached[j] = true
			}
		}
	}
	return false
}

// head reports whether a piece can be a first part of a compound: as it is
// listed, or with the linking s.
func (x *lexicon) head(piece string) bool {
	if x.heads[piece] || len(piece) > minPart && x.words[piece] {
		return true
	}
	bare, ok := strings.CutSuffix(piece, "s")
	return ok && len(bare) > minPart && (x.words[bare] || x.heads[bare])
}
