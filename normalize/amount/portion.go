package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/text"
)

// portion reads a share in words that the promise sets itself: "minst hälften
// av butikerna", "en tredjedel av kontrollerna", "var fjärde butik".
func (s *scanner) portion(i int) (figure, bool) {
	c, k := s.comparator(i)
	f := figure{comparator: c, unit: "procent", i: i, fixed: true}
	if f.value, f.j = s.fraction(i); f.value == 0 || !s.is(f.j, "av") {
		if f.value, f.j = s.nth(k); f.value == 0 {
			return figure{}, false
		}
	}
	switch c {
	case model.Min, model.Max:
		return f, !s.surveyed
	case "":
		f.comparator = model.Exactly
	}
	return f, c != model.Range && !s.surveyed && s.undertaken(i)
}

// nth reads "var fjärde butik" as a percentage.
func (s *scanner) nth(i int) (percent float64, next int) {
	const all = 100
	n, ok := 2, s.is(i, "varannan", "vartannat")
	k := i + 1
	if s.is(i, "var", "vart") {
		n, ok = text.Ordinal(s.word(k))
		k++
	}
	head := s.noun(k, false)
	if !ok || n < 2 || head.head == "" || s.anyTaken(i, head.j) || isA(head.head, "people") {
		return 0, i
	}
	return float64(all / n), head.j
}

// undertaken reports whether what begins at i is the object of what somebody
// undertakes ("kontrollera hälften av butikerna"), or a subject that shall
// ("Hälften av kontrollerna ska ske nattetid"), rather than a fact told on the
// side.
func (s *scanner) undertaken(i int) bool {
	if i == s.a {
		return s.shall(i)
	}
	if s.is(i-1, "i", "på", "hos", "av", "vid", "till") {
		return s.infinitive() || s.modal && !s.subordinate(i)
	}
	return infinitiveForm(s.word(i - 1))
}

// shall reports whether the first verb behind the subject at i is a modal one.
func (s *scanner) shall(i int) bool {
	for k := i; k < s.b && !s.is(k, "har", "är", "hade", "som", "och", ",", "att", ":"); k++ {
		if in(modal, s.word(k)) {
			return true
		}
	}
	return false
}
