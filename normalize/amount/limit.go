package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
	"github.com/lofte/lofte/normalize/text"
)

// limit reads a time within which something is done: "inom 24 timmar", "inom
// loppet av två arbetsdagar".
func (s *scanner) limit(i int) (figure, bool) {
	if !s.is(i, "inom") {
		return figure{}, false
	}
	k := i + 1
	if s.is(k, "loppet") && s.is(k+1, "av") {
		k += 2
	}
	_, k = s.comparator(k)
	q, ok := s.number(k)
	if !ok {
		return figure{}, false
	}
	if _, unit := date.Unit(s.word(q.j)); !unit && !s.is(q.j, "minuter") || s.is(q.j, "v") {
		return figure{}, false
	}
	f := figure{comparator: model.Max, value: max(q.value, q.max), i: i, j: q.j + 1, fixed: true}
	f.unit = s.src[s.ts[q.j].Start:s.ts[q.j].End]
	return f, true
}

// inParentheses reads "tillsyn av alkohol (2 st) och tobak (2 st)": the noun
// stands before the number.
func (s *scanner) inParentheses(i int) (figure, bool) {
	if !s.is(i, "(") {
		return figure{}, false
	}
	q, ok := s.quantity(i + 1)
	if !ok || !in(piece, s.word(q.j)) && !in(times, s.word(q.j)) {
		return figure{}, false
	}
	end := s.skip(q.j+1, ".")
	if !s.is(end, ")") {
		return figure{}, false
	}
	return figure{comparator: q.comparator, value: q.value, max: q.max, unit: s.objectBefore(i), i: i, j: end + 1}, true
}

// restates reports whether f stands in parentheses at once behind another
// figure or its rate, which it only splits: "fyra gånger per år (två per
// termin)".
func (s *scanner) restates(f figure) bool {
	return f.comparator == model.Exactly && !f.fixed && s.is(f.i-1, "(") && f.i-2 >= s.a && s.taken[f.i-2]
}

// objectBefore is the noun phrase that ends before i, with the noun and "av"
// of the phrase it is a second member of.
func (s *scanner) objectBefore(i int) string {
	if i == s.a || s.ts[i-1].Kind != text.Word {
		return ""
	}
	word := s.src[s.ts[i-1].Start:s.ts[i-1].End]
	for k := i - 2; k > s.a && !s.is(k, ".", ",", ":"); k-- {
		if s.is(k, "av") && s.ts[k-1].Kind == text.Word {
			return s.src[s.ts[k-1].Start:s.ts[k].End] + " " + word
		}
	}
	return word
}
