package amount

import (
	"strings"

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
		if f.j > r.First || f.fixed || f.all() || f.bare && f.j != r.First {
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
		if s.is(k, "och", "samt") && s.word(k+1) != "" && !s.taken[k+1] && j-i >= 3 {
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
	// A rate at once behind it makes the article a number: "ett
	// utlämningsställe per år".
	f.bare = f.bare && r.First != f.j
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
// rate, or beside a number of times that says how often.
func (s *scanner) dropBare(fs []figure) []figure {
	counted := false
	for _, f := range fs {
		counted = counted || in(times, f.unit)
	}
	var out []figure
	for _, f := range fs {
		article := f.comparator == model.Exactly && f.value == 1 && s.is(f.i, "en", "ett") && !in(times, f.unit)
		if f.bare || article && counted && (f.per == "" || f.far == 0) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// qualify sets what the sentence says about all of its figures, and the frame
// of time of each.
func (s *scanner) qualify(fs []figure) {
	for k := range fs {
		f := &fs[k]
		f.soft = s.soft
		f.average = s.average && f.per != ""
		if f.part && k > 0 {
			f.inherit(fs[k-1])
		}
		if !f.fixed && !f.all() {
			f.during = s.frameOf(*f)
		}
	}
}

// inherit gives a part what it does not say itself: the rate of the whole and
// what is counted.
func (f *figure) inherit(whole figure) {
	if f.per == "" {
		f.per = whole.per
	}
	if f.unit == "" {
		f.unit = whole.unit
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
			best, text = d, strings.ToLower(fr.Text[:1])+fr.Text[1:]
		}
	}
	return text
}

// repeat reads "lika många" as the figure before it once more.
func (s *scanner) repeat(before, fs []figure) []figure {
	for i := s.a; i+1 < s.b; i++ {
		if !s.is(i, "lika") || !s.is(i+1, "många") {
			continue
		}
		var last *figure
		if len(before) > 0 {
			last = &before[len(before)-1]
		}
		for k := range fs {
			if fs[k].i < i {
				last = &fs[k]
			}
		}
		if last == nil || last.all() || s.is(i+2, "som") {
			continue
		}
		n := s.noun(i+2, true)
		f := *last
		f.i, f.j, f.far, f.unit, f.part = i, max(i+2, n.j), 0, s.phrase(n), true
		fs = merge(fs, []figure{f})
	}
	return fs
}
