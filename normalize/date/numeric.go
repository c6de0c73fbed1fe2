package date

// numericDate reads a date in figures: "2018-12-31", "2018.12.31", "20181231",
// "30/6 2021", "31/12-18", "1.1.2020", and the ISO month "2021-12".
func (r *reader) numericDate(i int) (part, bool) {
	for _, read := range []func(int) (part, bool){r.isoDay, r.basicDay, r.slashDay, r.dottedDay, r.isoMonth} {
		if p, ok := read(i); ok {
			return p, true
		}
	}
	return part{}, false
}

func checked(p part) (part, bool) {
	ok := isMonth(p.first) && p.day >= 1 && (p.year == 0 && p.day <= longestMonth(p.first) || p.year != 0 && p.real())
	return p, ok
}

// joined reports whether mark stands at i without spaces around it.
func (r *reader) joined(i int, marks ...string) bool {
	return r.is(i, marks...) && r.glued(i) && r.glued(i+1)
}

func (r *reader) isoDay(i int) (part, bool) {
	y, m, d := r.year(i), r.number(i+2, 1, 2), r.number(i+4, 1, 2)
	if y == 0 || !r.joined(i+1, "-", ".", "/") || r.word(i+3) != r.word(i+1) || !r.joined(i+3, "-", ".", "/") || !isMonth(m) || d < 0 {
		return part{}, false
	}
	return checked(dayPart(day{y, m, d}, i, i+5))
}

func (r *reader) isoMonth(i int) (part, bool) {
	y, m := r.year(i), r.number(i+2, 2, 2)
	if y == 0 || !r.joined(i+1, "-") || !isMonth(m) || r.joined(i+3, "-", ":", ".") && r.number(i+4, 1, 9) >= 0 && r.year(i+4) == 0 {
		return part{}, false
	}
	if n, _ := r.month(i+3, true); n != 0 {
		return part{}, false
	}
	return part{unit: monthUnit, year: y, first: m, last: m, i: i, j: i + 3}, true
}

// basicDay reads the eight digits of ISO 8601's basic form.
func (r *reader) basicDay(i int) (part, bool) {
	n := r.number(i, 8, 8)
	if n < 0 || !isYear(n/10000) || !isMonth(n/100%100) {
		return part{}, false
	}
	return checked(dayPart(day{n / 10000, n / 100 % 100, n % 100}, i, i+1))
}

// sixDigits reads "190101", which is a date only beside another one.
func (r *reader) sixDigits(i int) (part, bool) {
	n := r.number(i, 6, 6)
	if n < 0 || !isYear(2000+n/10000) || !isMonth(n/100%100) {
		return part{}, false
	}
	return checked(dayPart(day{2000 + n/10000, n / 100 % 100, n % 100}, i, i+1))
}

// slashDay reads "30/6" with the year that may follow.
func (r *reader) slashDay(i int) (part, bool) {
	d, m := r.number(i, 1, 2), r.number(i+2, 1, 2)
	if d < 1 || !r.joined(i+1, "/") || !isMonth(m) {
		return part{}, false
	}
	y, next := r.slashYear(i + 3)
	return checked(dayPart(day{y, m, d}, i, next))
}

func (r *reader) slashYear(i int) (year, next int) {
	if r.joined(i, "/", ".") || r.is(i, ",") {
		if y := r.year(i + 1); y != 0 {
			return y, i + 2
		}
		if r.is(i, "/") {
			return r.shortYear(i + 1)
		}
	}
	return r.yearAfter(i)
}

// dottedDay reads "31.12.2020" and "31-12-2020".
func (r *reader) dottedDay(i int) (part, bool) {
	d, m, y := r.number(i, 1, 2), r.number(i+2, 1, 2), r.year(i+4)
	if d < 1 || y == 0 || !r.joined(i+1, ".", "-") || !r.joined(i+3, r.word(i+1)) || !isMonth(m) {
		return part{}, false
	}
	return checked(dayPart(day{y, m, d}, i, i+5))
}
