package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/text"
)

// reach is how many tokens before a figure the verb of a change may stand.
const reach = 14

// change reads how much more or less something shall be: "minska med 10
// procent", "halvera", "20 % fler".
func (s *scanner) change(i int) (figure, bool) {
	if f, ok := s.multiplied(i); ok {
		return f, true
	}
	if s.is(i, "med", "till") && !s.is(i-1, "jämfört", "jämförelse") {
		if f, ok := s.changeBy(i); ok {
			return f, true
		}
	}
	return s.compared(i)
}

// multiplied reads the verbs that hold the factor: "halvera", "fördubblas".
func (s *scanner) multiplied(i int) (figure, bool) {
	f := figure{comparator: model.Increase, unit: "%", i: i, j: i + 1, fixed: true}
	f.value = factor(s.word(i))
	if s.is(i, "dubbla", "dubblas") && s.is(i+1, "antalet") {
		f.value = 100
	}
	if f.value < 0 {
		f.comparator, f.value = model.Decrease, -f.value
	}
	return f, f.value != 0
}

// factor is the change in percent that a verb holds, 0 for any other word.
func factor(w string) float64 {
	switch {
	case hasPrefix(w, "halver"):
		return -50
	case hasPrefix(w, "fördubbl", "dubbler"):
		return 100
	case hasPrefix(w, "tredubbl"):
		return 200
	}
	return 0
}

// direction is the change that a word names, "" for none.
func direction(w string) model.Comparator {
	switch {
	case hasPrefix(w, "minsk", "reducer", "sänk", "sjunk", "nedgång", "kortas", "förkort"):
		return model.Decrease
	case hasPrefix(w, "öka", "ökn", "höj", "väx", "stig", "utök", "uppgång", "förbättra"):
		return model.Increase
	}
	return ""
}

// changeBy reads "med 10 procent" and "till 80 procent" after a verb of change.
// Behind a comma a count only adds: "ökad synlighet, med två patruller i veckan".
func (s *scanner) changeBy(i int) (figure, bool) {
	dir := s.directionBefore(i)
	if dir == "" {
		dir = s.directionAfter(i)
	}
	if dir == "" {
		return figure{}, false
	}
	f := figure{comparator: dir, i: i, fixed: true}
	if v, j := s.fraction(i + 1); v > 0 && s.is(i, "med") {
		f.value, f.j, f.unit = v, j, "%"
		return f, true
	}
	q, ok := s.quantity(i + 1)
	if !ok {
		return figure{}, false
	}
	f.value, f.j = q.value, q.j
	if s.is(q.j, "%", "procent", "procentenheter") {
		f.unit, f.j = "%", q.j+1
		return f, true
	}
	if s.is(i-1, ",") || s.is(i, "till") && q.stated || q.one() || s.trapped(i+1, q) {
		return figure{}, false
	}
	n := s.noun(q.j, true)
	f.unit, f.j = s.phrase(n), max(q.j, n.j)
	return f, s.is(i, "med") && !s.excluded(q, n) && (n.head == "" || s.is(n.i, "st", "stycken") || pluralNoun(n.head))
}

func (s *scanner) directionBefore(i int) model.Comparator {
	for k := i - 1; k >= s.a && k >= i-reach && !s.is(k, ";", ":"); k-- {
		if d := direction(s.word(k)); d != "" {
			return d
		}
	}
	return ""
}

// directionAfter finds the verb behind the share: "ska med 10 procent minska".
func (s *scanner) directionAfter(i int) model.Comparator {
	for k := i + 2; k < s.b && k <= i+5; k++ {
		if d := direction(s.word(k)); d != "" {
			return d
		}
	}
	return ""
}

// fraction reads "hälften", "en tredjedel", "minst en fjärdedel" as a
// percentage.
func (s *scanner) fraction(i int) (percent float64, next int) {
	_, k := s.comparator(i)
	times := 1.0
	if n, ok := text.NumeralAt(s.ts, k); ok {
		times, k = n.Value, n.Next
	}
	part := 0.0
	switch s.word(k) {
	case "hälften":
		part = 50
	case "tredjedel", "tredjedelar":
		part = 33
	case "fjärdedel", "fjärdedelar":
		part = 25
	case "femtedel", "femtedelar":
		part = 20
	case "tiondel", "tiondelar":
		part = 10
	}
	return part * times, k + 1
}

// compared reads "20 procent fler", "10 % färre", "tio procents minskning".
func (s *scanner) compared(i int) (figure, bool) {
	q, ok := s.quantity(i)
	if !ok || !s.is(q.j, "%", "procent", "procents", "procentig") {
		return figure{}, false
	}
	f := figure{value: q.value, unit: "%", i: i, j: q.j + 2, fixed: true}
	k := q.j + 1
	switch {
	case s.is(k, "färre", "mindre", "lägre") || direction(s.word(k)) == model.Decrease:
		f.comparator = model.Decrease
	case s.is(k, "fler", "flera", "mer", "högre", "större", "bättre") || direction(s.word(k)) == model.Increase:
		f.comparator = model.Increase
	default:
		return figure{}, false
	}
	return f, true
}

// share reads a share that the promise sets itself: "minst 80 procent av
// eleverna ska nås". Shares that a survey found are none.
func (s *scanner) share(i int) (figure, bool) {
	q, ok := s.quantity(i)
	if !ok || !s.is(q.j, "%", "procent") || s.surveyed || s.trapped(i, q) && !s.is(q.j+1, "av") {
		return figure{}, false
	}
	if !q.stated && (!s.modal || s.is(q.j+3, "vill")) {
		return figure{}, false
	}
	return figure{comparator: q.comparator, value: q.value, max: q.max, unit: "procent", i: i, j: q.j + 1, fixed: true}, true
}
