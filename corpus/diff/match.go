package diff

import (
	"slices"

	"github.com/lofte/lofte/model"
)

// A test of whether two promises may be the same, most certain first.
type test func(a, b *placed) bool

// atOneAddress are the tests for promises of one document: there, the period
// tells them apart, and what they say is asked only where it changed.
func atOneAddress() []test {
	return []test{
		func(a, b *placed) bool { return a.place == b.place && a.period == b.period },
		func(a, b *placed) bool { return overlap(a, b) && agree(a, b) },
	}
}

// acrossAddresses are the tests for promises of the same place in different
// documents.
func acrossAddresses() []test {
	return []test{
		func(a, b *placed) bool { return a.period == b.period && agree(a, b) },
		func(a, b *placed) bool { return len(a.promise.Commitments) > 0 && overlap(a, b) && agree(a, b) },
	}
}

func agree(a, b *placed) bool { return agreement(a.promise, b.promise) >= SamePromise }

// match pairs promises one to one by the tests in order, the ones that agree
// most first, and returns what is left.
func match(old, new []*placed, tests []test, paired func(old, new *placed)) (restOld, restNew []*placed) {
	for _, may := range tests {
		if len(old) == 0 || len(new) == 0 {
			break
		}
		old, new = matchBy(old, new, may, paired)
	}
	return old, new
}

func matchBy(old, new []*placed, may test, paired func(old, new *placed)) (restOld, restNew []*placed) {
	var all []candidate
	for i, a := range old {
		for j, b := range new {
			if may(a, b) {
				all = append(all, candidate{i, j, agreement(a.promise, b.promise) + familiarity(a, b)})
			}
		}
	}
	slices.SortFunc(all, bestFirst)
	oldDone, newDone := make([]bool, len(old)), make([]bool, len(new))
	for _, c := range all {
		if !oldDone[c.old] && !newDone[c.new] {
			oldDone[c.old], newDone[c.new] = true, true
			paired(old[c.old], new[c.new])
		}
	}
	return without(old, oldDone), without(new, newDone)
}

// familiarity breaks ties between promises that agree alike: the same kind of
// file and the same parties speak for one another.
func familiarity(a, b *placed) float64 {
	score := 0.0
	if a.record.Source.MediaType == b.record.Source.MediaType {
		score += 0.02
	}
	if slices.EqualFunc(a.promise.Parties, b.promise.Parties, func(p, q model.Party) bool { return p.Kind == q.Kind && p.Name == q.Name }) {
		score += 0.01
	}
	return score
}

func without(all []*placed, done []bool) []*placed {
	var rest []*placed
	for i, p := range all {
		if !done[i] {
			rest = append(rest, p)
		}
	}
	return rest
}
