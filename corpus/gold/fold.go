package gold

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// edges is the punctuation that folding takes off both ends.
const edges = " .:;,…•-–"

// fold gives the NFKC form in lower case with single spaces, without soft
// hyphens and without punctuation at the ends.
func fold(s string) string {
	s = strings.ReplaceAll(norm.NFKC.String(s), "\u00ad", "")
	s = strings.Join(strings.FieldsFunc(s, isSpace), " ")
	return strings.Trim(strings.ToLower(s), edges)
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// tokens gives the words of a folded text.
func tokens(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// foldParty folds the name of a party; the ways to name a police unit, and the
// police without one, are the same.
func foldParty(s string) string {
	s = fold(s)
	for _, unit := range []string{"lpo", "lokalpolisområdet"} {
		rest, ok := strings.CutPrefix(s, unit)
		if ok && (rest == "" || strings.HasPrefix(rest, " ")) {
			s = "lokalpolisområde" + rest
		}
	}
	if s == "polisen" {
		return "polismyndigheten"
	}
	return s
}

// shortText is the most words of a gold text that may be the beginning only of
// a longer one.
const shortText = 14

// leadWords is the most words of a lead-in that one text may have before the
// other.
const leadWords = 3

// sameText reports whether two commitments are the same: word for word, the
// gold one cut to its first words, a few words of lead-in more or less, or
// four words of five alike.
func sameText(gold, got string) bool {
	g, p := tokens(gold), tokens(got)
	if len(g) == 0 || len(p) == 0 {
		return false
	}
	if slices.Equal(g, p) || len(g) <= shortText && startsWith(p, g) {
		return true
	}
	for off := 0; off <= leadWords; off++ {
		if len(g) > off+leadWords+1 && startsWith(p, g[off:]) {
			return true
		}
		if len(p) > off+leadWords+1 && startsWith(p[off:], g) && len(g) <= shortText {
			return true
		}
	}
	if len(g) <= shortText {
		p = p[:min(len(p), len(g)+2)]
	}
	return overlap(g, p) >= textOverlap
}

func startsWith(s, prefix []string) bool {
	return len(s) >= len(prefix) && slices.Equal(s[:len(prefix)], prefix)
}

// sameLabel reports whether two labels of areas are the same: three words of
// four alike.
func sameLabel(gold, got string) bool {
	g := tokens(gold)
	return len(g) > 0 && overlap(g, tokens(got)) >= labelOverlap
}

// The shares of words that two texts must have in common, of all words that
// either has.
const (
	textOverlap  = 0.8
	labelOverlap = 0.75
)

// overlap is the Jaccard index of two sets of words.
func overlap(a, b []string) float64 {
	in := map[string]int{}
	for _, w := range a {
		in[w] |= 1
	}
	for _, w := range b {
		in[w] |= 2
	}
	both := 0
	for _, sides := range in {
		if sides == 3 {
			both++
		}
	}
	return float64(both) / float64(max(1, len(in)))
}
