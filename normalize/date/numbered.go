package date

import (
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// division is a way to cut the year into equal pieces of some months. A code
// is a single letter glued to its number ("Q1"), which means nothing without a
// year.
type division struct {
	months int
	code   bool
}

func (d division) pieces() int { return 12 / d.months }

func divisionOf(w string) division {
	switch w {
	case "q":
		return division{3, true}
	case "t":
		return division{4, true}
	case "h":
		return division{6, true}
	case "halvan", "hälften":
		return division{months: 6}
	case "kv":
		return division{months: 3}
	}
	for _, s := range []struct {
		stem   string
		months int
	}{{"kvartal", 3}, {"tertial", 4}, {"terial", 4}, {"halvår", 6}} {
		if rest, ok := strings.CutPrefix(w, s.stem); ok && divides(rest) {
			return division{months: s.months}
		}
	}
	return division{}
}

// divides reports whether a division's name with this ending still names it:
// "kvartalet", "kvartalsrapport".
func divides(rest string) bool {
	return rest == "" || rest == "et" || strings.HasPrefix(rest, "s") || strings.Contains(rest, "rapport")
}

func (d division) part(from, to int) part {
	return part{unit: spanUnit, first: (from-1)*d.months + 1, last: to * d.months}
}

// numbered reads "kvartal 1 2021", "tertial 1-3 2018", "Q1 2021", "T1_2020",
// "Kvartalsrapport 2 och 3 - 2018".
func (r *reader) numbered(i int) (part, bool) {
	p, ok := r.pieces(i)
	return p, ok && (p.year != 0 || !divisionOf(r.word(i)).code)
}

// pieces reads what numbered does, also a code without a year.
func (r *reader) pieces(i int) (part, bool) {
	d := divisionOf(r.word(i))
	if d.months == 0 || d.code && !r.glued(i+1) {
		return part{}, false
	}
	from, to, next := r.pieceList(i+1, d)
	if from == 0 {
		return part{}, false
	}
	p := d.part(from, to)
	p.i = i
	p.year, p.j = r.yearAfter(next)
	return p, true
}

// pieceList reads "1", "1-3", "2 och 3", and "1-Q3" after "Q".
func (r *reader) pieceList(i int, d division) (from, to, next int) {
	from = r.number(i, 1, 1)
	if n, ok := text.Cardinal(r.word(i)); ok {
		from = n
	}
	if from < 1 || from > d.pieces() {
		return 0, 0, i
	}
	to, next = from, i+1
	for r.is(next, "-", "och", ",", "&", "till", "samt") {
		k := r.skip(next+1, r.word(i-1))
		n := r.number(k, 1, 1)
		if n <= to || n > d.pieces() {
			break
		}
		to, next = n, k+1
	}
	return from, to, next
}

// ordered reads "första kvartalet 2021", "andra och tredje tertialet",
// "1:a halvåret", "andra halvan av 2020".
func (r *reader) ordered(i int) (part, bool) {
	from, next := r.ordinal(i)
	if from == 0 {
		return part{}, false
	}
	to := from
	if r.is(next, "och", "-", "till") {
		if n, k := r.ordinal(next + 1); n == from+1 {
			to, next = n, k
		}
	}
	d := divisionOf(r.word(next))
	if d.months == 0 || d.code {
		return part{}, false
	}
	if from == last {
		from, to = d.pieces(), d.pieces()
	}
	if to > d.pieces() {
		return part{}, false
	}
	p := d.part(from, to)
	p.i = i
	p.year, p.j = r.yearAfter(next + 1)
	return p, true
}

// last stands for the ordinal "sista".
const last = -1

func (r *reader) ordinal(i int) (n, next int) {
	if r.is(i, "sista") {
		return last, i + 1
	}
	if n, ok := text.Ordinal(r.word(i)); ok {
		return n, i + 1
	}
	if n := r.number(i, 1, 1); n > 0 {
		k := r.skip(i+1, ":")
		if r.is(k, "a", "e") && r.glued(k) {
			return n, k + 1
		}
	}
	return 0, i
}

// bareYear reads a year that no sign of another meaning stands beside, and the
// piece of it that may follow: "2018 tertial 1-3".
func (r *reader) bareYear(i int) (part, bool) {
	y := r.year(i)
	if y == 0 || r.notYear(i) {
		return part{}, false
	}
	if d := divisionOf(r.word(r.skip(i+1, ",", "-", "_"))); d.months != 0 {
		if p, ok := r.pieces(r.skip(i+1, ",", "-", "_")); ok && p.year == 0 {
			p.year, p.i = y, i
			return p, true
		}
	}
	return yearPart(y, i, i+1), true
}
