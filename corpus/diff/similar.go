package diff

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// fold gives the words of a text in lower case, with single spaces.
func fold(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, " ")
}

// shingle is how many characters the pieces have by which texts are compared:
// few enough that an inflected word still shares most of them.
const shingle = 3

// profile is the multiset of the pieces of a folded text, sorted.
func profile(folded string) []uint32 {
	runes := []rune("  " + folded + " ")
	out := make([]uint32, 0, len(runes))
	for i := range len(runes) - shingle + 1 {
		h := fnv.New32a()
		h.Write([]byte(string(runes[i : i+shingle])))
		out = append(out, h.Sum32())
	}
	slices.Sort(out)
	return out
}

// shared is how many pieces two profiles have in common.
func shared(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// likeness is from 0 for texts with nothing in common to 1 for the same
// (Sørensen–Dice).
func likeness(a, b []uint32) float64 {
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// containment is how much of the shorter text stands in the longer one.
func containment(a, b []uint32) float64 {
	return float64(shared(a, b)) / float64(min(len(a), len(b)))
}

// subjectWords is how many words the subject of a sentence and its verb have at
// most.
const subjectWords = 8

// deed is a folded text without the subject that its sentence may begin with:
// "polisen lovar att synas" is "synas".
func deed(folded string) string {
	words := strings.Fields(folded)
	for i := min(len(words)-1, subjectWords); i >= 0; i-- {
		switch words[i] {
		case "lovar", "kommer", "ska", "skall", "åtar", "avser":
			rest := words[i+1:]
			for len(rest) > 1 && (rest[0] == "att" || rest[0] == "sig") {
				rest = rest[1:]
			}
			return strings.Join(rest, " ")
		}
	}
	return folded
}
