package date

import "github.com/lofte/lofte/normalize/text"

// gapReach is how many words may stand between the two ends of a period:
// "påbörjas 2 september och pågå till och med 31 december".
const gapReach = 5

// second reads what ends the period that first begins.
func (r *reader) second(first part, l lead) (part, bool) {
	for _, k := range r.ends(first, l) {
		p, ok := r.secondAt(first, k)
		if ok && (!r.is(first.j, "/") || p.unit == first.unit) {
			return p, true
		}
	}
	return part{}, false
}

func (r *reader) secondAt(first part, k int) (part, bool) {
	p, ok := r.part(k)
	if ok && (p.unit != yearUnit || first.unit != yearUnit && r.wholeYear(k)) {
		return p, true
	}
	if p, ok := r.endOfItsYear(first, k); ok {
		return p, true
	}
	if first.unit == yearUnit && first.year != 0 {
		if end, next := r.pairEnd(k-1, first.year); end != 0 {
			return yearPart(end, k, next), true
		}
	}
	if first.unit == dayUnit {
		if p, ok := r.sixDigits(k); ok {
			return p, true
		}
	}
	p, ok = r.part(r.skip(k, "år"))
	return p, ok && first.unit == yearUnit
}

// wholeYear reports whether the words before a year say that it counts up to
// its end: "till och med 2019", "till utgången av 2019".
func (r *reader) wholeYear(k int) bool {
	return r.is(k-1, "av") || r.is(k-1, "år") && r.is(k-2, "av") || r.seq(k-3, "till och med")
}

// endOfItsYear reads the end of the year in which first lies: "till årets
// slut", "året ut".
func (r *reader) endOfItsYear(first part, k int) (part, bool) {
	if first.unit == yearUnit || first.year == 0 {
		return part{}, false
	}
	if r.is(k, "årets") && r.is(k+1, "slut", "utgång") || r.seq(k, "året ut") {
		return dayPart(day{first.year, 12, 31}, k, k+2), true
	}
	return part{}, false
}

// ends gives the indexes at which the end of the period may stand.
func (r *reader) ends(first part, l lead) []int {
	j := first.j
	if r.is(j, "-", "/", "→", ">") {
		k := j + 1
		for r.is(k, "-") {
			k++
		}
		return []int{k}
	}
	if r.is(j, "och", "samt") && (l == betweenLead || r.followed(first, j+1)) {
		return []int{j + 1}
	}
	if k := r.skip(r.skip(j, ","), "och"); r.seq(k, "året ut") {
		return []int{k}
	}
	j = r.restated(j)
	var out []int
	for k := j; k <= j+gapReach; k++ {
		if n, ok := r.until(k); ok {
			return append(out, n)
		}
		if k >= len(r.ts) || r.ts[k].Kind != text.Word && !r.is(k, ",") {
			break
		}
		if l == noLead && k == first.j && !r.is(k, "och", ",") {
			break
		}
	}
	return out
}

// restated gives the index after a length that the end restates: "och ett år
// framåt, det vill säga till och med den 31 augusti 2018".
func (r *reader) restated(j int) int {
	months, k := r.length(r.skip(r.skip(r.skip(j, ","), "och"), "i"))
	if months == 0 {
		return j
	}
	k = r.skip(k, ",")
	if r.seq(k, "det vill säga") {
		return k + 3
	}
	for _, letters := range [][]string{{"d", "v", "s"}, {"dvs"}, {"alltså"}} {
		if n, ok := r.dotted(k, letters...); ok {
			return n
		}
	}
	if _, ok := r.until(k); ok {
		return k
	}
	return j
}

// followed reports whether the season after first stands at k: "hösten och
// vintern 2020".
func (r *reader) followed(first part, k int) bool {
	p, ok := r.season(k)
	return ok && first.unit == seasonUnit && first.year == 0 && p.first == first.last%12+1
}

// join makes one period of its two ends. A year that only one of them has
// counts for both.
func (r *reader) join(a, b part) (Period, bool) {
	ownYear, endYear := a.year != 0, b.year != 0
	switch {
	case a.year == 0 && b.year == 0:
		a.year = r.contextYear()
		b.year = a.year
	case a.year == 0:
		a.year = b.year
	case b.year == 0:
		b.year = a.year
	}
	if a.year == 0 || !a.real() || !b.real() {
		return Period{}, false
	}
	if b.to().before(a.from()) {
		a.year, b.year = turned(a.year, b.year, ownYear, endYear)
	}
	if b.to().before(a.from()) || !a.real() || !b.real() {
		return Period{}, false
	}
	p := Period{From: a.from().String(), To: b.to().String(), EDTF: a.low() + "/" + b.high(), Explicit: ownYear || endYear}
	p.Approximate = a.approximate || b.approximate
	p.Days = a.unit == dayUnit
	p.Bare = a.unit == yearUnit
	p.Text, p.Start, p.End = r.text(a.i, b.j)
	return p, true
}

// turned gives the years of two ends of which the second would come first: the
// year turns between them, and the end without a year of its own moves.
func turned(a, b int, ownA, ownB bool) (int, int) {
	switch {
	case ownA && !ownB:
		return a, b + 1
	case ownB && !ownA:
		return a - 1, b
	}
	return a, b
}

// years reads a list of years in sequence: "2019 och 2020", "2019, 2020 och
// 2021".
func (r *reader) years(first part) (Period, int, bool) {
	if first.unit != yearUnit {
		return Period{}, 0, false
	}
	last := first
	for r.is(last.j, "och", "samt", "&", ",") {
		y := r.year(last.j + 1)
		if y != last.year+1 || r.notYear(last.j+1) {
			break
		}
		last = yearPart(y, last.i, last.j+2)
	}
	if last.year == first.year {
		return Period{}, 0, false
	}
	p, ok := r.join(first, last)
	return p, last.j, ok
}

// open makes a period without an end of what begins one: "2024 och tills
// vidare", "från och med 1 mars 2020".
func (r *reader) open(first part, l lead) (Period, int, bool) {
	next := r.onwards(first.j)
	onwards := next > first.j || l == onwardsLead || l == fromLead && first.unit != yearUnit
	if !onwards || first.year == 0 || !first.real() || first.lastDay > first.day {
		return Period{}, 0, false
	}
	if p, next, ok := r.lasting(first); ok {
		return p, next, true
	}
	p := Period{From: first.from().String(), EDTF: first.low() + "/..", Open: true, Explicit: true}
	p.Approximate, p.Days, p.Bare = first.approximate, first.unit == dayUnit, first.unit == yearUnit
	p.Text, p.Start, p.End = r.text(first.i, next)
	return p, next, true
}

// onwards gives the index after words that leave a period open, i if none
// stand there.
func (r *reader) onwards(i int) int {
	k := r.skip(r.skip(i, ",", "-"), "och", "samt")
	k = r.skip(r.skip(k, "gäller", "löper"), "därefter")
	switch {
	case r.is(k, "tillsvidare", "framåt", "framöver"):
		return k + 1
	case r.seq(k, "tills vidare"):
		return k + 2
	}
	return i
}

// untilOnly makes a period without a beginning: "till och med 31 december 2020".
func (r *reader) untilOnly(i, k int) (Period, int, bool) {
	end, ok := r.part(k)
	if !ok || end.year == 0 || !end.real() {
		return Period{}, i + 1, false
	}
	p := Period{To: end.to().String(), EDTF: "../" + end.high(), Explicit: true}
	p.Approximate, p.Days, p.Bare = end.approximate, end.unit == dayUnit, end.unit == yearUnit
	p.Text, p.Start, p.End = r.text(i, end.j)
	return p, end.j, true
}

// single makes a period of one expression. A day is an instant, and none.
func (r *reader) single(a part) (Period, bool) {
	explicit := a.year != 0
	if !explicit {
		a.year = r.contextYear()
	}
	whole := a.unit != dayUnit || a.lastDay > a.day
	if a.year == 0 || !whole || !a.real() || !explicit && !r.leans(a) {
		return Period{}, false
	}
	p := Period{From: a.from().String(), To: a.to().String(), EDTF: a.low() + "/" + a.high(), Explicit: explicit}
	if a.low() == a.high() {
		p.EDTF = a.low()
	}
	p.Approximate, p.Bare, p.Days = a.approximate, a.unit == yearUnit, a.unit == dayUnit
	p.Text, p.Start, p.End = r.text(a.i, a.j)
	return p, true
}
