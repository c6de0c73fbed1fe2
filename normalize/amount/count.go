package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
	"github.com/lofte/lofte/normalize/text"
)

// count reads a number of things, events or times: "minst två riktade
// insatser", "tre (3) trafikkontroller", "200 tillfällen", "en hastighetstavla".
func (s *scanner) count(i int) (figure, bool) {
	q, ok := s.quantity(i)
	if !ok {
		return s.comparedRate(i)
	}
	if s.trapped(i, q) {
		return figure{}, false
	}
	n := s.noun(s.partOf(q), q.value != 1 || q.max > 1)
	f := figure{comparator: q.comparator, value: q.value, max: q.max, i: i, j: max(q.j, n.j), unit: s.phrase(n)}
	f.part = s.is(i-1, "varav", "därav")
	f.fixed = s.perOccasion(f.j)
	switch {
	case f.part && !q.stated, s.excluded(q, n):
		return figure{}, false
	case q.stated:
		return f, s.bound(f, n) && !(n.head == "" && s.is(i, "över", "mellan"))
	case q.one():
		if f, ok := s.multiplied(n.j - 1); ok {
			return f, true
		}
		if n.head == "" || s.qualified(n) {
			return figure{}, false
		}
		f.bare = !event(n.head) || in(circumstance, s.word(i-1)) && !in(times, n.head)
		return f, !s.idiom(i, n)
	}
	if n.head == "" && s.boundRateAt(q.j) {
		return f, !s.definite(i)
	}
	if q.value == 1 {
		return f, event(n.head) && !s.definite(i)
	}
	if n.head == "" && q.doubled {
		return f, s.bound(f, n)
	}
	return f, s.counts(i, n) && !s.always(q, n)
}

// partOf gives the index of the noun of a stated number: behind "av" in "minst
// tre av insatserna".
func (s *scanner) partOf(q quantity) int {
	if _, ok := text.NumeralAt(s.ts, q.j+1); q.stated && s.is(q.j, "av") && !ok {
		return q.j + 1
	}
	return q.j
}

// comparedRate reads a comparator with a rate and no number: "minst varannat
// år".
func (s *scanner) comparedRate(i int) (figure, bool) {
	c, k := s.comparator(i)
	if c == "" || c == model.Range {
		return figure{}, false
	}
	for _, r := range s.rates {
		if r.First == k && !r.Bound {
			return figure{comparator: c, value: 1, i: i, j: k}, true
		}
	}
	return figure{}, false
}

// bound reports whether a figure with a comparator is complete: it has a noun,
// or nothing follows that a number could belong to.
func (s *scanner) bound(f figure, n noun) bool {
	if n.head != "" {
		return true
	}
	return f.j >= len(s.ts) || s.rateAt(f.j) || !s.is(f.j, "-", "/", ":", "%") && (s.ts[f.j].Kind == text.Mark || s.taken[f.j] || in(function, s.word(f.j)))
}

// counts reports whether a number without a comparator, the noun n behind it,
// says how many the party does or puts up.
func (s *scanner) counts(i int, n noun) bool {
	switch {
	case n.head == "" || s.definite(i) || isA(n.head, "staff", "crime") || clock(n.head) || s.ts[n.i].Upper && s.plainName(n):
		return false
	case in(piece, n.head):
		return true
	case isA(n.head, "text"):
		return s.rateAt(n.j) || s.is(n.i, "nya", "ytterligare")
	case s.is(n.j, "så") || s.is(n.j, "av") && !event(n.head) && !s.rateBehind(n.j) || s.is(n.i, "gånger") && s.is(n.j, "fler", "större", "mer", "högre", "vanligare"):
		return false
	case i-1 > s.a && s.ts[i-1].Upper && s.ts[i-1].Kind == text.Word && !event(n.head):
		return false
	}
	if unit, ok := date.Unit(n.head); ok {
		return unit != "" && (s.rateAt(n.j) || !in(circumstance, s.word(i-1)) && s.rateBehind(n.j))
	}
	return pluralNoun(n.head) || s.rateBehind(n.j)
}

// plainName reports whether the noun phrase begins with a name rather than an
// abbreviation or a quotation: "80 Vingåker".
func (s *scanner) plainName(n noun) bool {
	return !s.ts[n.i].Caps && !s.hyphened(n.i) && !s.is(n.i-1, "\"")
}

// hoursOfDay of a day are all of them.
const hoursOfDay = 24

// always reports whether the number fills its span: "24 timmar om dygnet".
func (s *scanner) always(q quantity, n noun) bool {
	unit, _ := date.Unit(n.head)
	return unit == "PT1H" && q.value == hoursOfDay
}

// boundRateAt reports whether a rate that needs a number begins at token i:
// "10 per år" counts what another cell or the heading names.
func (s *scanner) boundRateAt(i int) bool {
	for _, r := range s.rates {
		if r.First == i {
			return r.Bound
		}
	}
	return false
}

// rateAt reports whether a rate begins at token i.
func (s *scanner) rateAt(i int) bool {
	for _, r := range s.rates {
		if r.First == i {
			return true
		}
	}
	return false
}
