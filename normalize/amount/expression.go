package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
	"github.com/lofte/lofte/normalize/text"
)

// Expression reads s as an expression with nothing around it. It gives what
// [Targets] gives, and besides that the least value of a vague quantity that
// is all of s ("flera" is at least 2), the bare number with a comparator, and
// the count of occasions that are named ("varje fredag" and "på fredagar" are
// exactly 1 per P1W).
func Expression(s string) []Match {
	out := Targets(s, Context{})
	ts := text.Tokens(s)
	for _, r := range date.Rates(ts) {
		if r.Named && !rated(out, ts[r.First].Start) {
			out = append(out, whole(s, ts, r.First, r.Next, model.Exactly, 1, r.Per))
		}
	}
	if r, ok := date.Weekdays(ts, 0); ok && len(out) == 0 && r.Next == len(ts) {
		out = append(out, whole(s, ts, 0, len(ts), model.Exactly, 1, r.Per))
	}
	if least, per, ok := vagueLeast(ts); ok && (len(out) == 0 || per != "") {
		out = []Match{whole(s, ts, 0, len(ts), model.Min, least, per)}
	}
	return out
}

// rated reports whether a figure with a number covers byte i.
func rated(ms []Match, i int) bool {
	for _, m := range ms {
		if m.Start <= i && i < m.End && m.Comparator != model.All {
			return true
		}
	}
	return false
}

func whole(s string, ts []text.Token, i, j int, c model.Comparator, value float64, per string) Match {
	m := Match{Start: ts[i].Start, End: ts[j-1].End}
	m.Target = model.Target{Comparator: c, Value: &value, Per: per, Text: s[m.Start:m.End]}
	return m
}

// vagueLeast is the least number that a vague quantifier stands for when it is
// all of the tokens, alone or with the occasions and the rate it counts:
// "flera", "några gånger per termin".
func vagueLeast(ts []text.Token) (least float64, per string, ok bool) {
	n := 0
	for i := range ts {
		if ts[i].Is("flera", "några", "flertal", "fåtal", "många") {
			least, n = 2, i+1
			break
		}
		if ts[i].Is("antal", "någon", "något") {
			least, n = 1, i+1
			break
		}
	}
	if n == 0 || n == 2 && !ts[0].Is("ett") || n > 2 {
		return 0, "", false
	}
	if n < len(ts) && in(times, ts[n].Text) {
		n++
	}
	for _, r := range date.Rates(ts) {
		if r.First == n {
			per, n = r.Per, r.Next
		}
	}
	return least, per, n == len(ts)
}
