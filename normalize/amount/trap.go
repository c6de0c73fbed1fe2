package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/text"
)

// trapped reports whether the number of q, which stands from token i on, is
// part of a name, a label or a longer number.
func (s *scanner) trapped(i int, q quantity) bool {
	first := s.numberStart(i, q)
	return s.labelled(first, q) && !in(times, s.word(q.j)) || s.inNumber(first, q.j) || s.idiomatic(first, q)
}

// numberStart is the index of the number's first token.
func (s *scanner) numberStart(i int, q quantity) int {
	if !q.stated {
		return i
	}
	_, k := s.comparator(i)
	return k
}

// labelled reports whether the word before a number makes it the number of
// something: a road, a law, a school year, a step, a promise, an age.
func (s *scanner) labelled(i int, q quantity) bool {
	k := i - 1
	if s.is(k, ".") && s.glued(k) {
		k--
	}
	w := s.word(k)
	if in(label, w) {
		return !s.taken[k]
	}
	if q.letters || k < 0 {
		return false
	}
	return s.ts[k].Caps || hasSuffix(w, "gatan", "vägen", "torget", "stigen", "gränd", "gränden", "allén") && s.ts[k].Upper && !q.stated
}

// inNumber reports whether digits, letters or marks are glued to the number so
// that it means something else: "17.00", "15-åringar", "0240-860 00", "4G".
func (s *scanner) inNumber(i, j int) bool {
	digits := s.ts[i].Kind == text.Digits
	switch {
	case s.glued(i) && s.ts[i-1].Kind == text.Word:
		return true
	case s.glued(i) && s.glued(i-1) && s.is(i-1, ":", ".", "-", "/", ",", "+", "§", "#"):
		return true
	case digits && s.ts[i].Text[0] == '0', digits && s.digits(i-1) && !s.taken[i-1], s.digits(j):
		return true
	case j >= len(s.ts):
		return false
	case !s.glued(j):
		return s.is(j, "-", ":", "/") && s.digits(j+1)
	}
	return digits && s.ts[j].Kind == text.Word && !s.is(j, "st", "gånger", "ggr", "x") ||
		s.is(j, "-", ":", "§", "°", "+") || s.is(j, ".", "/") && s.glued(j+1) && s.digits(j+1)
}

func (s *scanner) digits(i int) bool { return i >= 0 && i < len(s.ts) && s.ts[i].Kind == text.Digits }

// idiomatic reports whether the number belongs to a fixed phrase: "två av tre",
// "7 av 10", "ett av", "en del".
func (s *scanner) idiomatic(i int, q quantity) bool {
	if s.is(q.j, "av") {
		return s.partOf(q) == q.j
	}
	if s.is(i-1, "av") && i > 1 {
		if _, ok := text.NumeralAt(s.ts, i-2); ok {
			return true
		}
	}
	if s.is(i-1, "för") && s.is(i-2, "plats", "platser", "rum") {
		return true
	}
	return s.is(i-1, "vardera", "ännu", "paragraf") || s.is(i-1, "än") && !q.stated ||
		s.is(q.j, "och") && s.is(q.j+1, "samma", "annan", "annat")
}

// definite reports whether the word before a number makes it a known group:
// "de tre forum", "löftets tre år", "våra fyra fritidsgårdar"; or a fact, as a
// preterite does: "besvarade 412 Arbogabor".
func (s *scanner) definite(i int) bool {
	w := s.word(i - 1)
	return in(definite, w) || hasSuffix(w, "ens", "ets", "arnas", "ernas", "ornas", "ade", "ades")
}

// excluded reports whether the noun n is of a kind that no comparator makes a
// target.
func (s *scanner) excluded(q quantity, n noun) bool {
	if isA(n.head, "measure", "people", "age") || s.is(q.j, "år", "års", "åringar", "%", "procent", "procentenheter", "procents") {
		return true
	}
	if isA(n.head, "staff") && q.comparator != model.Min {
		return true
	}
	return clock(n.head) || s.is(n.j, "år") || !q.stated && s.is(n.j-1, "timmars", "dagars", "veckors", "månaders")
}

// qualified reports whether an adjective of manner or degree makes the noun
// phrase mean work in general rather than one event: "en ökad kontroll".
func (s *scanner) qualified(n noun) bool {
	return n.j-n.i > 1 && in(manner, s.word(n.i))
}

// idiom reports whether the article at i stands in a fixed phrase: "på en
// gång", "en gång till".
func (s *scanner) idiom(i int, n noun) bool {
	if n.head != "gång" {
		return false
	}
	return s.is(i-1, "på", "ännu", "än", "med", "inte", "redan") || s.is(n.j, "till") ||
		s.seq(n.j, []string{"för", "alla"}) || s.seq(n.j, []string{"i", "tiden"})
}
