package repair

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// A confusion is a pair of letters that look alike: what recognition saw, and
// what was written. Sure ones hardly ever stand so in Swedish.
type confusion struct {
	seen, meant string
	sure        bool
}

var confusions = []confusion{
	{"rn", "m", true},
	{"cl", "d", true},
	{"vv", "w", true},
	{"ii", "ü", true},
	{"I", "l", true},
	{"1", "l", true},
	{"0", "o", true},
	{"i", "j", false},
}

// Bounds of the search for what a word was.
const (
	minConfused  = 3 // characters of a word
	minUnsure    = 8 // of a word with an unsure confusion
	minDiacritic = 6 // of a word without its dots, or of the part of a compound
	maxPlaces    = 4 // at which letters are exchanged
	maxDots      = 2 // letters that lost them
	longWord     = 8 // one that is a hint of its own weight
)

// words calls do for each run of letters, and of the digits that may stand for
// some.
func words(text string, do func(from, to int)) {
	from, letters := -1, false
	for i, r := range text {
		if letter := unicode.IsLetter(r); letter || r == '0' || r == '1' {
			if from < 0 {
				from, letters = i, false
			}
			letters = letters || letter
			continue
		}
		if from >= 0 && letters {
			do(from, i)
		}
		from = -1
	}
	if from >= 0 && letters {
		do(from, len(text))
	}
}

// confused finds words that are unknown, and known with other letters.
func confused(c *content, text string) []edit {
	var out []edit
	words(text, func(from, to int) {
		w := text[from:to]
		if !mendable(text, from, to) || !mayBeConfused(w) || c.lex.knows(strings.ToLower(w)) || !c.mayTry() {
			return
		}
		if with, sure := c.unconfuse(w); with != "" {
			hint := 1
			if sure && utf8.RuneCountInString(w) >= longWord || strings.Count(w, "rn") > 1 {
				hint = 2
			}
			out = append(out, edit{from, to, with, model.OCRRepair, hint})
		}
	})
	return out
}

// mendable rules out what is no plain word: abbreviations, addresses, words
// with a digit of their own.
func mendable(text string, from, to int) bool {
	w := text[from:to]
	n := utf8.RuneCountInString(w)
	if n < minConfused || n > maxWord || strings.ToUpper(w) == w {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !unicode.IsDigit(before) && !unicode.IsDigit(after) && !strings.ContainsRune("@/._", before) && after != '@' && after != '_'
}

func mayBeConfused(w string) bool {
	for _, p := range confusions {
		if i := strings.Index(w, p.seen); i >= 0 && (p.sure && p.seen != "I" || !p.sure && len(w) >= minUnsure || i > 0) {
			return true
		}
	}
	return false
}

// unconfuse gives the known word that w was, "" where there is none; sure says
// that only sure confusions were needed. Fewer exchanges come first, and
// letters without dots last.
func (c *content) unconfuse(w string) (with string, sure bool) {
	for _, p := range confusions {
		if !p.sure && utf8.RuneCountInString(w) < minUnsure {
			continue
		}
		for _, try := range exchanges(w, p) {
			if c.lex.knows(strings.ToLower(try)) {
				return try, p.sure
			}
		}
	}
	all := w
	for _, p := range confusions {
		if p.sure && p.seen != "ii" {
			all = replaceInner(all, p)
		}
	}
	if all != w && c.lex.knows(strings.ToLower(all)) {
		return all, true
	}
	if try := c.withDots(all); all != w && try != "" {
		return try, true
	}
	return "", false
}

// replaceInner exchanges all that looks like p. A capital that begins the word
// stays.
func replaceInner(w string, p confusion) string {
	if strings.HasPrefix(w, "I") && p.seen == "I" {
		return "I" + strings.ReplaceAll(w[1:], p.seen, p.meant)
	}
	return strings.ReplaceAll(w, p.seen, p.meant)
}

// exchanges gives w with each, then with several of the places that look like
// p exchanged.
func exchanges(w string, p confusion) []string {
	var at []int
	for i := 0; i+len(p.seen) <= len(w) && len(at) < maxPlaces; i++ {
		if strings.HasPrefix(w[i:], p.seen) && (i > 0 || p.seen != "I") {
			at = append(at, i)
			i += len(p.seen) - 1
		}
	}
	var out []string
	for set := 1; set < 1<<len(at); set++ {
		var b strings.Builder
		done := 0
		for k, i := range at {
			if set&(1<<k) != 0 {
				b.WriteString(w[done:i] + p.meant)
				done = i + len(p.seen)
			}
		}
		out = append(out, b.String()+w[done:])
	}
	return out
}

// diacritic finds words that are unknown, and known with dots or rings.
func diacritic(c *content, text string) []edit {
	var out []edit
	words(text, func(from, to int) {
		w := text[from:to]
		if utf8.RuneCountInString(w) < minDiacritic || !mendable(text, from, to) ||
			unicode.IsUpper(first(w)) && !startsSentence(text, from) || c.soundsKnown(strings.ToLower(w)) || !c.mayTry() {
			return
		}
		if with := c.withDots(w); with != "" {
			out = append(out, edit{from, to, with, model.OCRRepair, 0})
		}
	})
	return out
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// startsSentence reports whether the word at from begins the text or a
// sentence of it.
func startsSentence(text string, from int) bool {
	head := strings.TrimRight(text[:from], " ")
	return head == "" || strings.ContainsAny(head[len(head)-1:], ".:!?")
}

// dotted are the letters that may have lost dots or a ring.
var dotted = map[rune][]rune{'a': {'å', 'ä'}, 'o': {'ö'}, 'A': {'Å', 'Ä'}, 'O': {'Ö'}}

// withDots gives the only word that is w with dots on at most maxDots of its
// letters, "" where there is none or several.
func (c *content) withDots(w string) string {
	if utf8.RuneCountInString(w) < minDiacritic || strings.ContainsAny(w, "01") {
		return ""
	}
	for n := 1; n <= maxDots; n++ {
		var found []string
		c.dot([]rune(w), 0, n, strings.ToLower(w), &found)
		if len(found) > 0 {
			return c.only(found)
		}
	}
	return ""
}

// soundsKnown reports whether a word is known, or may be a form that the
// lexicon does not know of one that it knows.
func (c *content) soundsKnown(w string) bool { return c.base.knows(w) || c.base.resembles(w) }

// only is the one word, or the one that is no compound, "" for several.
func (c *content) only(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	one := ""
	for _, w := range words {
		if c.base.whole(strings.ToLower(w)) {
			if one != "" {
				return ""
			}
			one = w
		}
	}
	return one
}

// dottedWord reports whether w, which differs from plain by dots only, is a
// word by more than chance: it stands in the lexicon or the document, or all
// that got dots lies in one long part of a compound.
func (c *content) dottedWord(w, plain string) bool {
	if c.base.whole(w) || c.lex.own[w] {
		return true
	}
	a, b := []rune(w), []rune(plain)
	from, to := len(a), 0
	for i := range a {
		if a[i] != b[i] {
			from, to = min(from, i), i
		}
	}
	for i := 1; i <= from; i++ {
		for j := to + 1; j <= len(a); j++ {
			if j-i >= minDiacritic && c.base.words[string(a[i:j])] && c.base.knows(w) {
				return true
			}
		}
	}
	return false
}

// dot tries all ways to dot n letters of w from position i on.
func (c *content) dot(w []rune, i, n int, plain string, found *[]string) {
	if n == 0 {
		if s := string(w); c.dottedWord(strings.ToLower(s), plain) {
			*found = append(*found, s)
		}
		return
	}
	for ; i < len(w); i++ {
		bare := w[i]
		for _, r := range dotted[bare] {
			w[i] = r
			c.dot(w, i+1, n-1, plain, found)
		}
		w[i] = bare
	}
}

var finite = regexp.MustCompile(`(?i:\b(?:det|de|den)) (har) (?:ska|skall|vill|gör|är|lovar|kommer|kan|måste|gäller|behöver|tänker)\b`)

// here finds "har" before a finite verb, where only "här" can stand.
func here(_ *content, text string) []edit {
	if !strings.Contains(text, " har ") {
		return nil
	}
	var out []edit
	for _, m := range finite.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, edit{m[2], m[3], "här", model.OCRRepair, 1})
	}
	return out
}
