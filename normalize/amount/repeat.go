package amount

import (
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
)

// previous is the target of the commitment before as a figure that can be
// repeated.
func previous(t *model.Target) []figure {
	if t == nil || t.Value == nil {
		return nil
	}
	f := figure{comparator: t.Comparator, value: *t.Value, unit: t.Unit, per: t.Per}
	if t.Max != nil {
		f.max = *t.Max
	}
	_, limit := date.Unit(t.Unit)
	f.fixed = t.Comparator == model.Increase || t.Comparator == model.Decrease || t.Unit == "procent" || limit && t.Per == ""
	return []figure{f}
}

// repeat reads "lika många" as the figure before it once more, with the
// comparator that stands there: "minst lika många kontroller under 2018".
func (s *scanner) repeat(before, fs []figure) []figure {
	for i := s.a; i+1 < s.b; i++ {
		if !s.is(i, "lika") || !s.is(i+1, "många") {
			continue
		}
		n := s.noun(i+2, true)
		last := s.lastCount(before, fs, i)
		if last == nil || s.likened(max(i+2, n.j)) {
			continue
		}
		f := *last
		f.i, f.j, f.far, f.unit, f.per, f.part = i, max(i+2, n.j), 0, s.phrase(n), "", true
		if c, k := s.comparatorBefore(i); c != "" {
			f.comparator, f.i = c, k
		}
		fs = merge(fs, []figure{f})
	}
	return fs
}

// likenedReach is how many tokens may stand between "lika många" and "som".
const likenedReach = 6

// likened reports whether "som" follows at i or shortly after and makes "lika
// många" a comparison: "lika många på landet som i tätorten".
func (s *scanner) likened(i int) bool {
	if s.is(i, "som") {
		return true
	}
	for k := i; k < s.b && k < i+likenedReach && !s.is(k, ","); k++ {
		if s.is(k, "som") && s.attributive(k+1) {
			return true
		}
	}
	return false
}

// lastCount is the last figure before token i that counts something.
func (s *scanner) lastCount(before, fs []figure, i int) *figure {
	for k := len(fs) - 1; k >= 0; k-- {
		if fs[k].i < i && fs[k].rateable() {
			return &fs[k]
		}
	}
	for k := len(before) - 1; k >= 0; k-- {
		if !before[k].all() && !before[k].fixed {
			return &before[k]
		}
	}
	return nil
}

// comparatorBefore reads the comparator that ends before i.
func (s *scanner) comparatorBefore(i int) (c model.Comparator, start int) {
	for k := max(s.a, i-longestComparator); k < i; k++ {
		if c, next := s.comparator(k); c != "" && next == i {
			return c, k
		}
	}
	return "", i
}

// longestComparator is how many words a comparator has: "inte mer än".
const longestComparator = 3

// inherit gives a part what it does not say itself: what is counted, and the
// rate of the whole unless the part has a frame of its own in another
// sentence.
func (s *scanner) inherit(f *figure, before, fs []figure) {
	own := len(fs) > 0
	if !own {
		fs = before
	}
	for k := len(fs) - 1; k >= 0; k-- {
		if fs[k].all() || fs[k].fixed {
			continue
		}
		if f.per == "" && (own || len(s.frames) == 0) {
			f.per = fs[k].per
		}
		if f.unit == "" {
			f.unit = fs[k].unit
		}
		return
	}
}
