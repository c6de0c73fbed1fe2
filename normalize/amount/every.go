package amount

import (
	"strings"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/text"
)

// every reads a whole group that the commitment reaches: "varje högstadieskola",
// "samtliga tips om droghandel", "alla fjärdeklassare".
func (s *scanner) every(i int) (figure, bool) {
	if s.is(i, "all") {
		return s.staffWhole(i)
	}
	if s.is(i, "alla", "samtliga") && s.is(i+1, "som") {
		return s.everyWho(i)
	}
	if !s.is(i, "varje", "samtliga", "alla", "varenda") || s.is(i-1, "framför", "för") && s.atEnd(i+1) {
		return figure{}, false
	}
	k := i + 1
	if q, ok := text.NumeralAt(s.ts, k); ok && !s.is(i, "varje") {
		k = q.Next
	}
	n := s.noun(k, !s.is(i, "varje", "varenda"))
	if n.head == "" || len(n.head) < 4 || in(everybody, n.head) || s.taken[n.i] {
		return figure{}, false
	}
	if s.is(i, "alla") && s.is(i-1, "i", "på") && hasSuffix(n.head, "fall", "sätt") || s.told(i, n.head) {
		return figure{}, false
	}
	n.j = s.schoolYears(n.j)
	return figure{comparator: model.All, unit: s.phrase(n), i: i, j: n.j}, true
}

// staffWhole reads "all personal", the one group in the singular.
func (s *scanner) staffWhole(i int) (figure, bool) {
	n := s.noun(i+1, false)
	return figure{comparator: model.All, unit: s.phrase(n), i: i, j: n.j}, hasSuffix(n.head, "personal")
}

// everyWho reads a group by what happened to it: "alla som har lämnat tips".
// Whoever only is, lives or wants something is no group to reach.
func (s *scanner) everyWho(i int) (figure, bool) {
	k := s.skip(s.skip(i+2, "har"), "blivit")
	done := supineForm(s.word(k)) || k > i+2 && hasSuffix(s.word(k), "t", "ts")
	if s.is(i-1, "för") || !done {
		return figure{}, false
	}
	unit := s.src[s.ts[i+1].Start:s.ts[k].End]
	return figure{comparator: model.All, unit: unit, i: i, j: k + 1}, true
}

// schoolYears gives the index after "i årskurs 8", which narrows the group
// before it.
func (s *scanner) schoolYears(j int) int {
	if !s.is(j, "i") || !s.is(j+1, "årskurs", "åk", "klass") {
		return j
	}
	k := s.skip(j+2, ".")
	if k < len(s.ts) && s.ts[k].Kind == text.Digits {
		return k + 1
	}
	return j
}

func (s *scanner) atEnd(i int) bool { return i >= len(s.ts) || s.ts[i].Kind == text.Mark }

// toldReach is how many tokens back the thing may have been named.
const toldReach = 80

// told reports whether "varje" with the noun head opens a sentence on things
// named before: "Varje vandring genomförs både på dagtid och kvällstid".
func (s *scanner) told(i int, head string) bool {
	if i != s.a {
		return false
	}
	stem := strings.TrimRight(head, "aeiouyåäö")
	for k := max(0, s.a-toldReach); k < s.a; k++ {
		if strings.Contains(s.word(k), stem) {
			return true
		}
	}
	return false
}
