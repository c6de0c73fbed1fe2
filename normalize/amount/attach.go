package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
)

// attach gives the rates of the sentence to its figures, and makes figures of the rates that say something on their own.
func (s *scanner) attach(fs []figure) []figure {
	var alone []figure
	near := s.giveAdjacent(fs)
	for _, r := range s.rates {
		switch {
		case near[r.First] || s.give(r, fs):
		case r.Named:
			alone = append(alone, figure{comparator: model.All, unit: s.occasion(r), i: r.First, j: r.Next, fixed: true})
		case !r.Bound:
			alone = append(alone, s.alone(r))
		}
	}
	return merge(fs, alone)
}

// giveAdjacent attaches the rates that follow a figure at once, and gives their
// first tokens.
func (s *scanner) giveAdjacent(fs []figure) map[int]bool {
	given := map[int]bool{}
	for _, r := range s.rates {
		for k := range fs {
			if fs[k].j == r.First && !fs[k].fixed && !fs[k].all() {
				given[r.First] = s.give(r, fs)
			}
		}
	}
	return given
}

// give attaches r to the figures that it rates and reports whether there are
// any: the nearest before it with those it is coordinated with, else all that
// follow.
func (s *scanner) give(r date.Rate, fs []figure) bool {
	if k := s.before(r, fs); k >= 0 {
		for ; ; k-- {
			s.rate(&fs[k], r)
			if k == 0 || !s.is(fs[k-1].j, "och", "samt", ",") || fs[k-1].j+1 != fs[k].i || fs[k-1].fixed || fs[k-1].per != "" {
				return true
			}
		}
	}
	if r.Bound && !s.is(r.First, "per") || r.Named {
		return false
	}
	given := false
	for k := range fs {
		if fs[k].i >= r.Next && fs[k].rateable() && !fs[k].bare {
			s.rate(&fs[k], r)
			given = true
		}
	}
	return given || !r.Bound && s.giveAll(r, fs)
}

// before is the nearest figure before r that it can rate, -1 if there is none.
func (s *scanner) before(r date.Rate, fs []figure) int {
	for k := len(fs) - 1; k >= 0; k-- {
		f := fs[k]
		if f.j > r.First || f.fixed || f.all() || f.bare && !s.joins(f.j, r.First) {
			continue
		}
		if f.per != "" || !r.Bound && s.apart(f.j, r.First) || r.Named && f.j != r.First {
			return -1
		}
		return k
	}
	return -1
}

// apart reports whether another action stands between the tokens i and j.
func (s *scanner) apart(i, j int) bool {
	for k := i; k < j; k++ {
		if s.is(k, "och", "samt") && s.word(k+1) != "" && !s.taken[k+1] && j-i >= 3 && !(s.attributive(i) && s.nominal(k+1)) {
			return true
		}
	}
	return false
}

// giveAll gives r to a whole group where no number takes it: "samtliga skolor
// varje termin".
func (s *scanner) giveAll(r date.Rate, fs []figure) bool {
	for k := len(fs) - 1; k >= 0; k-- {
		if fs[k].all() && !fs[k].fixed && fs[k].per == "" {
			s.rate(&fs[k], r)
			return true
		}
	}
	return false
}

// far is how many tokens a rate may stand away from its figure and still be
// part of the text that states it.
const far = 8

func (s *scanner) rate(f *figure, r date.Rate) {
	f.per = r.Per
	if r.First >= f.j && r.First-f.j <= far {
		f.far = r.Next
	}
	// A rate behind it makes the article a number: "ett utlämningsställe per
	// år", "en rapport om läget per månad".
	f.bare = f.bare && !s.joins(f.j, r.First)
}

// alone is the figure of a rate that nothing is counted with: "årligen" is
// once a year.
func (s *scanner) alone(r date.Rate) figure {
	f := figure{comparator: model.Exactly, value: 1, per: r.Per, i: r.First, j: r.Next}
	if n := s.noun(r.Next, false); hasSuffix(s.word(r.First), "lig", "liga", "ligt", "visa") && n.head != "" && n.i == r.Next {
		f.unit, f.j = s.phrase(n), n.j
	}
	return f
}

// occasion is what a named rate names: "fredag" of "varje fredag".
func (s *scanner) occasion(r date.Rate) string {
	return s.src[s.ts[r.First+1].Start:s.ts[r.Next-1].End]
}

func merge(a, b []figure) []figure {
	for _, f := range b {
		k := len(a)
		for k > 0 && a[k-1].i > f.i {
			k--
		}
		a = append(a[:k], append([]figure{f}, a[k:]...)...)
	}
	return a
}

// dropBare takes out the articles that turned out to count nothing: without a
// rate, beside a number of times or evenings that says how often, or where each
// of many gets one.
func (s *scanner) dropBare(fs []figure) []figure {
	counted := false
	for _, f := range fs {
		_, span := date.Unit(f.unit)
		counted = counted || in(times, f.unit) || span && f.per != ""
	}
	var out []figure
	for k, f := range fs {
		article := f.comparator == model.Exactly && f.value == 1 && s.is(f.i, "en", "ett") && !in(times, f.unit)
		if f.bare || article && counted && (f.per == "" || f.far == 0) || article && f.per == "" && s.distributed(f, fs[:k]) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// qualify sets what the sentence says about all of its figures, and the frame
// of time of each.
// Before are the figures of the sentences before.
func (s *scanner) qualify(before, fs []figure) {
	for k := range fs {
		f := &fs[k]
		f.soft = s.soft
		if f.part {
			s.inherit(f, before, fs[:k])
		}
		f.average = s.average && f.per != ""
		if !f.fixed && !f.all() {
			f.during = s.frameOf(*f)
		}
	}
}

// frameOf is the frame in the sentence for a figure: the nearest one, and for
// a figure with a rate only one that follows the rate at once.
func (s *scanner) frameOf(f figure) string {
	best, text := len(s.ts), ""
	for _, fr := range s.frames {
		if f.per != "" && fr.First != max(f.j, f.far) {
			continue
		}
		d := max(fr.First-f.j, f.i-fr.Next)
		if d < best {
			best, text = d, fr.Text
		}
	}
	return text
}
