package amount

import (
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/text"
)

// quantity is a number and how it binds, in the tokens [i, j).
type quantity struct {
	comparator model.Comparator
	value, max float64
	stated     bool // a comparator stands in the text
	letters    bool
	doubled    bool // repeated in parentheses: "två (2)"
	j          int
}

// one reports whether the number is a bare article.
func (q quantity) one() bool {
	return q.letters && q.value == 1 && !q.stated && q.comparator != model.Range
}

type comparatorPhrase struct {
	words      []string
	comparator model.Comparator
}

// comparatorPhrases holds the phrases by their first word.
var comparatorPhrases = sync.OnceValue(func() map[string][]comparatorPhrase {
	out := map[string][]comparatorPhrase{}
	for _, row := range rows(comparatorLines) {
		for _, phrase := range strings.Split(row[1], "|") {
			words := strings.Fields(phrase)
			out[words[0]] = append(out[words[0]], comparatorPhrase{words, model.Comparator(row[0])})
		}
	}
	return out
})

// comparator reads the words at i that say how a number binds.
func (s *scanner) comparator(i int) (c model.Comparator, next int) {
	best := 0
	for _, p := range comparatorPhrases()[s.word(i)] {
		if len(p.words) > best && s.seq(i, p.words) {
			c, best = p.comparator, len(p.words)
		}
	}
	if s.is(i, "över") {
		c, best = model.Min, 1
	}
	if best == 0 {
		return "", i
	}
	next = i + best
	if s.is(next, ".") && s.is(next-1, "ca", "max") {
		next++
	}
	return c, s.skip(next, "ytterligare", "totalt", "sammanlagt", "om", "totala")
}

// quantity reads a comparator and its number, or a number alone.
func (s *scanner) quantity(i int) (quantity, bool) {
	c, k := s.comparator(i)
	q, ok := s.number(k)
	if !ok {
		return quantity{}, false
	}
	q.stated = q.stated || c != ""
	if q.comparator == "" || c == model.Min || c == model.Max {
		q.comparator = c
	}
	switch {
	case c == model.Range && q.max == 0:
		return quantity{}, false
	case q.max != 0 && (c == "" || c == model.About):
		q.comparator = model.Range
	case q.comparator == "":
		q.comparator = model.Exactly
	}
	if q.comparator != model.Range {
		q.max = 0
	}
	return q, true
}

// number reads a number, a pair of numbers that make a range, or a word for
// about so many.
func (s *scanner) number(i int) (quantity, bool) {
	if q, ok := s.vague(i); ok {
		return q, true
	}
	n, ok := text.NumeralAt(s.ts, i)
	if !ok || s.anyTaken(i, n.Next) {
		return quantity{}, false
	}
	q := quantity{value: n.Value, letters: n.Letters, j: s.again(n.Next, n.Value)}
	q.doubled = q.j > n.Next
	k := q.j
	if !s.is(k, "-", "till", "eller", "à", "och", "/") || s.is(k, "och") && !s.is(i-1, "mellan") || s.is(k, "/") && !n.Letters {
		return q, true
	}
	m, ok := text.NumeralAt(s.ts, k+1)
	if ok && m.Value > n.Value && !s.anyTaken(k, m.Next) {
		q.max, q.j, q.letters = m.Value, s.again(m.Next, m.Value), false
	}
	return q, true
}

// again skips a number that is repeated in parentheses: "två (2)".
func (s *scanner) again(i int, value float64) int {
	if !s.is(i, "(") {
		return i
	}
	n, ok := text.NumeralAt(s.ts, i+1)
	if ok && n.Value == value && s.is(n.Next, ")") {
		return n.Next + 1
	}
	return i
}

// vague reads "ett par", "ett tiotal", "ett hundratal", "ett dussin".
func (s *scanner) vague(i int) (quantity, bool) {
	k := s.skip(i, "ett")
	if k == i && !s.is(i-1, "om") {
		return quantity{}, false
	}
	q := quantity{comparator: model.About, stated: true, j: k + 1}
	w := s.word(k)
	switch {
	case w == "par":
		q.value = 2
	case w == "dussin" || w == "dussintal":
		q.value = 12
	case strings.HasSuffix(w, "tal"):
		n, ok := text.Cardinal(strings.TrimSuffix(w, "tal"))
		q.value = float64(n)
		return q, ok && n > 1
	case s.is(k+1, "-") && s.is(k+2, "tal"):
		n, ok := text.NumeralAt(s.ts, k)
		q.value, q.j = n.Value, k+3
		return q, ok && n.Value > 1
	default:
		return quantity{}, false
	}
	return q, true
}

func (s *scanner) anyTaken(i, j int) bool {
	for k := i; k < j && k < len(s.ts); k++ {
		if s.taken[k] {
			return true
		}
	}
	return false
}

func (s *scanner) word(i int) string {
	if i < 0 || i >= len(s.ts) {
		return ""
	}
	return s.ts[i].Text
}

func (s *scanner) is(i int, words ...string) bool {
	return i >= 0 && i < len(s.ts) && s.ts[i].Is(words...)
}

func (s *scanner) skip(i int, words ...string) int {
	if s.is(i, words...) {
		return i + 1
	}
	return i
}

func (s *scanner) seq(i int, words []string) bool {
	for k, w := range words {
		if s.word(i+k) != w {
			return false
		}
	}
	return true
}

// glued reports whether token i follows the one before it without a space.
func (s *scanner) glued(i int) bool { return i > 0 && i < len(s.ts) && !s.ts[i].Space }
