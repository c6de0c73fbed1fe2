package date

import "fmt"

// Deadline is a limit in time as ISO 8601 date, month or year.
type Deadline struct {
	Value      string
	Text       string // with the word that makes it a limit
	Start, End int
}

// Deadlines finds the limits that s sets: "senast den 30 juni 2021", "före
// utgången av mars", "innan årets slut", "vid årsskiftet 2020/2021" (which is
// 2020-12-31). A season's or term's limit is its last month. A limit without a
// year takes it from c, and is left out where c leaves several.
func Deadlines(s string, c Context) []Deadline {
	r := newReader(s, c)
	var out []Deadline
	for i := 0; i < len(r.ts); {
		value, next := r.deadline(i)
		if value == "" {
			i++
			continue
		}
		d := Deadline{Value: value}
		d.Text, d.Start, d.End = r.text(i, next)
		out = append(out, d)
		i = next
	}
	return out
}

// cutoff says how a limit's word treats the span it names: up to its end, or
// only up to its beginning.
type cutoff int

const (
	noCutoff cutoff = iota
	within          // "senast våren 2024"
	ahead           // "före sommaren 2023"
)

func (r *reader) deadline(i int) (value string, next int) {
	if r.revised(i) {
		return "", i
	}
	if v, next := r.turnOfYear(i); v != "" {
		return v, next
	}
	how, k := r.cutoff(i)
	if how == noCutoff {
		return "", i
	}
	k = r.skip(k, "i", "under", "vid", "till", "per")
	k = r.skip(k, "den", "år")
	whole := r.is(k, "utgången", "slutet", "utgång") && r.is(k+1, "av")
	if whole {
		k = r.skip(k+2, "år")
		how = within
	}
	if v, next := r.endOfYear(k); v != "" {
		return v, next
	}
	inside := r.is(k, "mitten", "början") && r.is(k+1, "av")
	if inside {
		k += 2
	}
	p, ok := r.part(k)
	if !ok || inside && p.unit != monthUnit {
		return "", i
	}
	p, ok = r.dated(p)
	if !ok {
		return "", i
	}
	return p.limit(how), p.j
}

func (r *reader) cutoff(i int) (cutoff, int) {
	switch {
	case r.is(i, "senast"):
		return within, i + 1
	case r.is(i, "före", "innan"):
		return ahead, i + 1
	case r.is(i, "till") && r.is(i-1, "klar", "klart", "klara", "färdig", "färdigt", "färdiga", "färdigställd", "färdigställda", "åtgärdad"):
		return within, i + 1
	}
	return noCutoff, i
}

// turnOfYear reads "vid årsskiftet 2020/2021", "till årsskiftet".
func (r *reader) turnOfYear(i int) (value string, next int) {
	if !r.is(i, "vid", "till", "före", "innan", "senast", "inför") {
		return "", i
	}
	k := r.skip(i+1, "vid", "till")
	if !r.is(k, "årsskiftet", "årsskifte") {
		return "", i
	}
	if y := r.year(k + 1); y != 0 {
		if end, next := r.pairEnd(k+2, y); end != 0 {
			return day{y, 12, 31}.String(), next
		}
		return day{y, 12, 31}.String(), k + 2
	}
	if y := r.contextYear(); y != 0 {
		return day{y, 12, 31}.String(), k + 1
	}
	return "", i
}

// revised reports whether the word before i speaks of revising the promise,
// which is no limit to an undertaking.
func (r *reader) revised(i int) bool { return r.starts(i-1, "revider", "omförhandl") }

// endOfYear reads "årets slut", "årets utgång", "året är slut".
func (r *reader) endOfYear(i int) (value string, next int) {
	next = i
	switch {
	case r.is(i, "årets") && r.is(i+1, "slut", "utgång"):
		next = i + 2
	case r.seq(i, "året är slut"):
		next = i + 3
	case r.is(i, "året") && r.is(i-1, "av"):
		next = i + 1
	}
	y, k := r.yearAfter(next)
	if y == 0 {
		y, k = r.contextYear(), next
	}
	if next == i || y == 0 {
		return "", i
	}
	return day{y, 12, 31}.String(), k
}

// dated gives p a year: its own, the context's, or the only one that lets it
// lie within the context's period.
func (r *reader) dated(p part) (part, bool) {
	if p.year == 0 {
		p.year = r.contextYear()
	}
	if p.year == 0 {
		for y := yearOf(r.c.From); y != 0 && y <= yearOf(r.c.To); y++ {
			q := p
			q.year = y
			if q.to().String() < r.c.From || q.to().String() > r.c.To {
				continue
			}
			if p.year != 0 {
				return p, false
			}
			p.year = y
		}
	}
	return p, p.year != 0 && p.real()
}

// limit is the part as a limit: a day, a month or a year as it stands, the
// last month of anything longer, and the month before it for "ahead".
func (p part) limit(how cutoff) string {
	if p.unit == dayUnit {
		return p.to().String()
	}
	if how == ahead {
		y, m := p.year, p.first-1
		if m == 0 {
			y, m = y-1, 12
		}
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	if p.unit == yearUnit {
		return day{p.year, 12, 31}.String()
	}
	return fmt.Sprintf("%04d-%02d", p.to().y, p.last)
}
