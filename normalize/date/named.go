package date

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// part reads the expression at token i.
func (r *reader) part(i int) (part, bool) {
	if !r.opensPart(i) {
		return part{}, false
	}
	k := i
	if r.is(k, "den", "d", "dagen") || weekday(r.word(k)) {
		k++
	}
	k = r.skip(k, "den", ".")
	for _, read := range []func(int) (part, bool){r.numericDate, r.dayMonth} {
		if p, ok := read(k); ok {
			p.i = i
			return p, true
		}
	}
	for _, read := range []func(int) (part, bool){r.schoolYear, r.numbered, r.ordered, r.monthYear, r.season, r.term, r.bareYear} {
		if p, ok := read(i); ok {
			return p, true
		}
	}
	return part{}, false
}

// weekdays are the days of the week as [time.Weekday] counts them.
var weekdays = [...]string{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"}

func weekday(w string) bool { return slices.Contains(weekdays[:], strings.TrimSuffix(w, "en")) }

// dayNumber reads the day of a month: "30", "1:a", "1a", "första", and "l" as
// recognition reads a "1".
func (r *reader) dayNumber(i int) (d, next int) {
	if n := r.number(i, 1, 2); n >= 1 && n <= 31 {
		next = i + 1
		if r.is(next, ":") && r.glued(next) {
			next++
		}
		if next < len(r.ts) && r.is(next, "a", "e") && r.glued(next) {
			return n, next + 1
		}
		return n, r.skip(i+1, ".")
	}
	if n, ok := text.Ordinal(r.word(i)); ok && n <= 31 {
		return n, i + 1
	}
	if r.misread(i) {
		return 1, i + 1
	}
	if m, _ := r.month(i+1, true); m != 0 && r.is(i, "sista") {
		return longestMonth(m), i + 1
	}
	return 0, i
}

// misread reports whether a lone l, or an I after a word that leads to a date,
// stands for the figure 1.
func (r *reader) misread(i int) bool {
	if m, _ := r.month(i+1, true); m == 0 {
		return false
	}
	if r.is(i, "l") {
		return !r.ts[i].Upper
	}
	return r.is(i, "i") && r.ts[i].Upper && r.is(i-1, "från", "den", "med", "till", ".", "-")
}

// dayMonth reads "30 juni 2021", "1-31 mars 2020", "den 1:a juli".
func (r *reader) dayMonth(i int) (part, bool) {
	d, next := r.dayNumber(i)
	if d == 0 {
		return part{}, false
	}
	last, next := r.lastDay(i, d, next)
	m, next := r.month(r.skip(next, "i"), true)
	if m == 0 {
		return part{}, false
	}
	y, next := r.yearAfter(next)
	if y != 0 && r.is(i, "sista") {
		d, last = monthDays(y, m), monthDays(y, m)
	}
	p := dayPart(day{y, m, d}, i, next)
	p.lastDay = last
	return checked(p)
}

// lastDay reads the second day of "1-31 mars", "den 1 till den 31 mars", "mellan
// den 1 och 31 mars"; it is the first where none follows.
func (r *reader) lastDay(i, first, j int) (last, next int) {
	k, ok := r.until(j)
	if r.is(j, "-") || r.is(j, "och") && !ok && (r.is(i-1, "mellan") || r.is(i-2, "mellan")) {
		k, ok = j+1, true
	}
	if ok {
		if d, next := r.dayNumber(r.skip(k, "den")); d > first {
			return d, next
		}
	}
	return first, j
}

// monthYear reads "maj 2023", "maj månad", "aug. -19", "juni, juli och augusti
// 2020".
func (r *reader) monthYear(i int) (part, bool) {
	m, next := r.month(i, false)
	if m == 0 {
		return part{}, false
	}
	p := part{unit: monthUnit, first: m, last: m, i: i}
	for r.is(next, ",", "och", "samt", "&", "/") {
		n, k := r.month(next+1, false)
		if n != p.last+1 {
			break
		}
		p.last, next, p.unit = n, k, spanUnit
	}
	p.year, p.j = r.yearAfter(next)
	return p, true
}

// season reads "hösten 2020", "vintern 2019/2020" and, with a year beside it,
// "vår 2020".
func (r *reader) season(i int) (part, bool) {
	p, definite := seasonOf(r.word(i))
	if p.season == 0 {
		return part{}, false
	}
	p.i, p.j = i, i+1
	p.year, p.j = r.yearAfter(p.j)
	next, _ := seasonOf(r.word(p.j + 1))
	if p.year == 0 && !definite && (next.season == 0 || !r.joined(p.j, "/", "-")) {
		return part{}, false
	}
	if p.wraps() && p.year != 0 {
		if end, next := r.pairEnd(p.j, p.year); end == p.year+1 {
			p.j = next
		}
	}
	return p, true
}

// seasonOf gives the months of a season: spring from March, summer from June,
// autumn from September, winter from December (CONTRACT.md).
func seasonOf(w string) (p part, definite bool) {
	p = part{unit: seasonUnit, approximate: true}
	for _, prefix := range []string{"sen", "för", "tidig"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok {
			w = strings.TrimPrefix(rest, "a")
		}
	}
	switch w {
	case "våren", "vår":
		p.season, p.first, p.last = 21, 3, 5
	case "sommaren", "sommar":
		p.season, p.first, p.last = 22, 6, 8
	case "hösten", "höst":
		p.season, p.first, p.last = 23, 9, 11
	case "vintern", "vinter":
		p.season, p.first, p.last = 24, 12, 2
	}
	return p, strings.HasSuffix(w, "n")
}

// term reads a school term: "vårterminen 2022", "ht-21", "VT 2020".
func (r *reader) term(i int) (part, bool) {
	p := part{unit: spanUnit, approximate: true, i: i}
	switch {
	case r.is(i, "vt", "vårterminen", "vårtermin"):
		p.first, p.last = 1, 6
	case r.is(i, "ht", "höstterminen", "hösttermin"):
		p.first, p.last = 8, 12
	default:
		return part{}, false
	}
	p.year, p.j = r.yearAfter(i + 1)
	if p.year == 0 && len(r.word(i)) == 2 {
		if y := r.number(i+1, 2, 2); shortYear(y) && !r.is(i+2, "-", "%", "procent") {
			p.year, p.j = 2000+y, i+2
		}
	}
	return p, p.year != 0 || len(r.word(i)) > 2
}

// schoolYear reads "läsåret 2020/21".
func (r *reader) schoolYear(i int) (part, bool) {
	if !r.is(i, "läsåret", "läsår", "skolåret", "skolår") {
		return part{}, false
	}
	y := r.year(i + 1)
	if short := r.number(i+1, 2, 2); shortYear(short) {
		y = 2000 + short
	}
	end, next := r.pairEnd(i+2, y)
	if y == 0 || end != y+1 {
		return part{}, false
	}
	return part{unit: spanUnit, year: y, first: 8, last: 6, approximate: true, i: i, j: next}, true
}

// longestPair is how many years a pair with a short second year may span; more
// is a registry number ("2020/45").
const longestPair = 15

// pairEnd reads the second year of "2019/2020", "2020-21", "2018/ 2019" after
// the first. It gives 0 if there is none.
func (r *reader) pairEnd(i, first int) (year, next int) {
	if !r.is(i, "/", "-") {
		return 0, i
	}
	if y := r.year(i + 1); y > first && !r.tail(i+2) {
		return y, i + 2
	}
	y := r.number(i+1, 2, 2)
	if y <= first%100 || y > first%100+longestPair || !r.glued(i) || !r.glued(i+1) || r.joined(i+2, "-", ":", "/") {
		return 0, i
	}
	if m, _ := r.month(i+2, true); m != 0 || r.is(i, "-") && y <= 12 {
		return 0, i
	}
	return first/100*100 + y, i + 2
}
