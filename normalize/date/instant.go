package date

import "fmt"

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
func Instants(s string) []Instant {
	r := newReader(s, Context{})
	var out []Instant
	for i := 0; i < len(r.ts); {
		p, ok := r.part(i)
		if !ok {
			i++
			continue
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
