package amount

import "github.com/lofte/lofte/normalize/text"

// distributed reports whether the article that f begins with means one for
// each of many, who stand before it; before are the figures there.
func (s *scanner) distributed(f figure, before []figure) bool {
	for _, g := range before {
		if g.all() && !g.fixed && !s.action(g.j, f.i) {
			return !s.is(f.i-1, "till") || !gathering(s.word(f.j-1))
		}
	}
	return s.handed(f.i) || s.concerned(f.i)
}

// gathering reports whether w is something that is held once for many.
func gathering(w string) bool {
	return hasSuffix(w, "dag", "vecka", "vandring", "mässa", "konferens", "festival", "läger", "turnering", "tävling")
}

// action reports whether another action begins between the tokens i and j.
func (s *scanner) action(i, j int) bool {
	for k := i; k < j; k++ {
		if s.is(k, ";", ":") || s.is(k, ",") && k+1 == j {
			return true
		}
		if s.is(k, "och", "samt") && (k+1 == j || infinitiveForm(s.word(k+1)) || k+2 == j && hasSuffix(s.word(k+1), "r", "s")) {
			return true
		}
	}
	return false
}

// handReach is how many tokens may stand between "erbjuda" and what is
// offered.
const handReach = 16

// handed reports whether what the article at i begins is given to many: "erbjuda
// föräldrar en kurs", "ungdomar erbjuds ett samtal".
func (s *scanner) handed(i int) bool {
	for k := i - 1; k >= s.a && k >= i-handReach && !s.is(k, ";", ":"); k-- {
		switch {
		case s.is(k, "erbjuda", "erbjuder", "ge", "ger", "tilldela", "tilldelar"):
			return k+1 < i && s.many(k+1) && !s.action(k+1, i)
		case s.is(k, "erbjuds", "erbjudas", "ges", "får", "få", "tilldelas"):
			return !s.action(k, i) && s.manyBefore(k)
		}
	}
	return false
}

// manyBefore reports whether the subject of the verb at k is many.
func (s *scanner) manyBefore(k int) bool {
	for s.is(k-1, "ska", "skall", "kommer", "att", "kan", "bör", "då", "alltid") {
		k--
	}
	return k > s.a && s.many(k-1)
}

// many reports whether the word at k is a plural that somebody can be called
// by: "föräldrar", "eleverna", "boende", "personal".
func (s *scanner) many(k int) bool {
	w := s.word(k)
	if w == "" || s.ts[k].Kind != text.Word || s.taken[k] || in(function, w) && w != "de" && w != "den" || in(adverb, w) {
		return false
	}
	return w == "de" || w == "den" && s.is(k+1, "som") || hasSuffix(w, "a", "e", "ar", "er", "or", "personal", "barn")
}

// concerned reports whether the article at i follows a clause that says which
// persons it is about: "ungdomar som ertappas med narkotika kallas till ett
// samtal".
func (s *scanner) concerned(i int) bool {
	for k := i - 1; k > s.a && k >= i-handReach; k-- {
		if s.is(k, "som") && in(persons, s.word(k-1)) {
			return !s.action(k, i)
		}
	}
	return false
}
