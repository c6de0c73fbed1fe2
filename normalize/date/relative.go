package date

import "strconv"

// contextYear is the year that expressions without one lean on: the context's
// own, or the one year in which its period lies.
func (r *reader) contextYear() int {
	if r.c.Year != 0 {
		return r.c.Year
	}
	from, to := yearOf(r.c.From), yearOf(r.c.To)
	if from != 0 && from == to {
		return from
	}
	return 0
}

func yearOf(iso string) int {
	if len(iso) < 4 {
		return 0
	}
	y, err := strconv.Atoi(iso[:4])
	if err != nil {
		return 0
	}
	return y
}

// leans reports whether an expression without a year is meant within the
// context's: "under maj månad", "under våren", "första halvåret".
func (r *reader) leans(a part) bool {
	if a.unit == monthUnit {
		return r.is(a.j-1, "månad") || r.is(a.i-1, "under")
	}
	return true
}

// relative reads "under året", "i år", "under innevarande år".
func (r *reader) relative(i int) (Period, int, bool) {
	y := r.contextYear()
	next := i
	switch {
	case r.seq(i, "under året"), r.seq(i, "i år"), r.seq(i, "hela året"):
		next = i + 2
	case r.seq(i, "under innevarande år"), r.seq(i, "under hela året"), r.seq(i, "under detta år"):
		next = i + 3
	}
	if y == 0 || next == i {
		return Period{}, i + 1, false
	}
	p, ok := r.single(yearPart(y, i, next))
	p.Explicit = false
	return p, next, ok
}
