package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Alike is how alike two commitments must be to be one that was reworded: half
// of their pieces are the same.
const Alike = 0.5

// neighbours bounds how far apart in their lists two commitments may stand to
// be compared, so that the work stays linear for long lists.
const neighbours = 200

// sameActorBonus lets a reworded commitment stay with its actor when another
// actor has one that is nearly as much alike.
const sameActorBonus = 0.15

// statement is all that a commitment says: its text, and what other cells of
// its row say of how often.
func statement(c *model.Commitment) string {
	text := c.Text
	for _, t := range c.Targets {
		if !strings.Contains(c.Text, t.Text) {
			text += "; " + t.Text
		}
	}
	return text
}

// statements are the folded commitments of a promise, with their actors.
type statements struct {
	folded, actors []string
	profiles       [][]uint32
}

func newStatements(p *model.Promise, c casts) *statements {
	s := &statements{}
	for i := range p.Commitments {
		s.folded = append(s.folded, fold(statement(&p.Commitments[i])))
		s.actors = append(s.actors, c.key(p, p.Commitments[i].Actors))
	}
	s.profiles = make([][]uint32, len(s.folded))
	return s
}

func (s *statements) profile(i int) []uint32 {
	if s.profiles[i] == nil {
		s.profiles[i] = profile(s.folded[i])
	}
	return s.profiles[i]
}

// pairing is which commitment of one list is which of another: to[i] is the
// new place of the i-th old one, or -1, from the other way round.
type pairing struct{ to, from []int }

func (p *pairing) pair(i, j int) { p.to[i], p.from[j] = j, i }

func (p *pairing) count() int {
	n := 0
	for _, j := range p.to {
		if j >= 0 {
			n++
		}
	}
	return n
}

// pairUp pairs commitments one to one: the same words and actors, the same
// words, then the most alike first.
func pairUp(old, new *statements) *pairing {
	p := &pairing{slices.Repeat([]int{-1}, len(old.folded)), slices.Repeat([]int{-1}, len(new.folded))}
	p.exact(old, new, func(s *statements, i int) string { return s.folded[i] + "\x00" + s.actors[i] })
	p.exact(old, new, func(s *statements, i int) string { return s.folded[i] })
	p.similar(old, new)
	return p
}

// exact pairs those that have the same key, in the order of the lists.
func (p *pairing) exact(old, new *statements, key func(*statements, int) string) {
	waiting := map[string][]int{}
	for i := range old.folded {
		if p.to[i] < 0 {
			k := key(old, i)
			waiting[k] = append(waiting[k], i)
		}
	}
	for j := range new.folded {
		if p.from[j] >= 0 {
			continue
		}
		if k := key(new, j); len(waiting[k]) > 0 {
			p.pair(waiting[k][0], j)
			waiting[k] = waiting[k][1:]
		}
	}
}

// candidate is a pair of things that may be the same.
type candidate struct {
	old, new int
	score    float64
}

func bestFirst(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.old, b.old), cmp.Compare(a.new, b.new))
}

func (p *pairing) similar(old, new *statements) {
	var all []candidate
	for i := range old.folded {
		if p.to[i] >= 0 {
			continue
		}
		for j := max(0, i-neighbours); j < min(len(new.folded), i+neighbours); j++ {
			if p.from[j] >= 0 {
				continue
			}
			score := likeness(old.profile(i), new.profile(j))
			if score < Alike {
				continue
			}
			if old.actors[i] == new.actors[j] {
				score += sameActorBonus
			}
			all = append(all, candidate{i, j, score})
		}
	}
	slices.SortFunc(all, bestFirst)
	for _, c := range all {
		if p.to[c.old] < 0 && p.from[c.new] < 0 {
			p.pair(c.old, c.new)
		}
	}
}

// agreement is how much of what two promises say is the same, from 0 to 1; of
// two that say nothing, all.
func agreement(a, b *model.Promise) float64 {
	n := len(a.Commitments) + len(b.Commitments)
	if n == 0 {
		return 1
	}
	c := newCasts(a, b)
	return 2 * float64(pairUp(newStatements(a, c), newStatements(b, c)).count()) / float64(n)
}
