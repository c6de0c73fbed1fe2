package date

import "fmt"

// unit is the precision in which a part of a period is written.
type unit int

const (
	yearUnit unit = iota
	spanUnit      // several months: a quarter, a tertial, a half-year, a term, a school year
	seasonUnit
	monthUnit
	dayUnit
)

// part is one expression with a place in the calendar, such as "1 januari
// 2018", "hösten 2020" or "kvartal 2 och 3 2018": the months first to last of
// year, where last before first lies in the next year. Year is 0 where none is
// written. It covers the tokens [i, j).
type part struct {
	unit         unit
	year         int
	first, last  int
	day, lastDay int // of first and of last; 0 is the month's own
	season       int // EDTF's 21 spring to 24 winter
	approximate  bool
	i, j         int
}

func (p part) wraps() bool { return p.last < p.first }

func (p part) from() day { return day{p.year, p.first, max(p.day, 1)} }

func (p part) to() day {
	y := p.year
	if p.wraps() {
		y++
	}
	d := p.lastDay
	if d == 0 {
		d = monthDays(y, p.last)
	}
	return day{y, p.last, d}
}

// real reports whether the days of a part with a year exist.
func (p part) real() bool {
	return p.day <= monthDays(p.year, p.first) && p.lastDay <= monthDays(p.to().y, p.last)
}

// low and high are the part's ends in EDTF.
func (p part) low() string  { return p.edge(p.from()) }
func (p part) high() string { return p.edge(p.to()) }

func (p part) edge(d day) string {
	switch p.unit {
	case yearUnit:
		return fmt.Sprintf("%04d", d.y)
	case seasonUnit:
		return fmt.Sprintf("%04d-%d", p.year, p.season)
	case dayUnit:
		return d.String()
	}
	s := fmt.Sprintf("%04d-%02d", d.y, d.m)
	if p.approximate {
		s += "~"
	}
	return s
}

func yearPart(y, i, j int) part { return part{unit: yearUnit, year: y, first: 1, last: 12, i: i, j: j} }

func dayPart(d day, i, j int) part {
	return part{unit: dayUnit, year: d.y, first: d.m, last: d.m, day: d.d, lastDay: d.d, i: i, j: j}
}
