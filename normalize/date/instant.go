package date

import (
	"fmt"
	"strings"
)

// Instant is a day, a month or a year that a text names, as ISO 8601 in its
// own precision.
type Instant struct {
	Value      string // "2021-06-30", "2021-06", "2021"
	Text       string
	Start, End int
}

// Day reports whether the instant is a day.
func (i Instant) Day() bool { return len(i.Value) == len("2006-01-02") }

// Instants finds the days, months and years that s names with their year:
// "den 30 juni 2021", "22/6 2017", "Arboga 2022-01-27", "mars 2018".
func Instants(s string) []Instant { return InstantsIn(s, Context{}) }

// InstantsIn finds what [Instants] does, and besides that the days whose year
// only c gives: the year in which its period begins or, where the text names
// the day of the week, that year or the one before, whichever fits.
func InstantsIn(s string, c Context) []Instant {
	r := newReader(s, c)
	var out []Instant
	for i := 0; i < len(r.ts); {
		p, ok := r.part(i)
		if !ok {
			i++
			continue
		}
		if p.year == 0 && p.unit == dayUnit {
			p.year = r.yearOfDay(p)
		}
		if v := p.instant(); v != "" {
			in := Instant{Value: v}
			in.Text, in.Start, in.End = r.text(p.i, p.j)
			out = append(out, in)
		}
		i = max(p.j, i+1)
	}
	return out
}

// instant is the part as an ISO 8601 date of its precision, "" for one that is
// longer than its precision says or has no year.
func (p part) instant() string {
	switch {
	case p.year == 0 || !p.real():
		return ""
	case p.unit == dayUnit && p.day == p.lastDay:
		return p.from().String()
	case p.unit == monthUnit:
		return fmt.Sprintf("%04d-%02d", p.year, p.first)
	case p.unit == yearUnit:
		return fmt.Sprintf("%04d", p.year)
	}
	return ""
}

// yearOfDay is the year of a day that is written without one, 0 where the
// context gives none that fits the day of the week.
func (r *reader) yearOfDay(p part) int {
	y := r.c.Year
	if y == 0 {
		y = yearOf(r.c.From)
	}
	if y == 0 || !weekday(r.word(p.i)) {
		return y
	}
	for _, p.year = range []int{y, y - 1} {
		if p.real() && strings.HasPrefix(r.word(p.i), weekdays[p.from().weekday()]) {
			return p.year
		}
	}
	return 0
}
