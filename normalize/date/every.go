package date

import (
	"fmt"

	"github.com/lofte/lofte/normalize/text"
)

// Every is the rhythm that a sentence on following up gives, as the ISO 8601
// duration between two times: "varje halvår" and "två gånger per år" are P6M.
func Every(s string) (iso string, ok bool) {
	r := newReader(s, Context{})
	for i := 0; i < len(r.ts); i++ {
		rate, ok := r.rate(i)
		if !ok {
			continue
		}
		n, counted := r.timesNear(i, rate.Next)
		if !counted && rate.Bound {
			continue
		}
		if iso := divide(rate.Per, max(n, 1)); iso != "" {
			return iso, true
		}
	}
	for i := range r.ts {
		if r.seq(i, "vår och höst") || r.seq(i, "höst och vår") {
			return "P6M", true
		}
	}
	return "", false
}

// timesNear gives the number in "två gånger" that ends shortly before i or
// begins at once after j, the ends of a rate.
func (r *reader) timesNear(i, j int) (n int, ok bool) {
	for k := max(0, i-timesReach); k < i; k++ {
		if n, next := r.times(k); n > 0 && next <= i {
			return n, true
		}
	}
	n, _ = r.times(r.skip(j, "minst"))
	return n, n > 0
}

// timesReach is how many tokens may stand between a count and its rate.
const timesReach = 6

// times reads "tre gånger", "2 (två) ggr", "ett tillfälle" at i; n is 0 if
// none stands there.
func (r *reader) times(i int) (n, next int) {
	v, ok := text.NumeralAt(r.ts, i)
	if !ok || v.Value != float64(int(v.Value)) {
		return 0, i
	}
	k := v.Next
	if r.is(k, "(") && r.is(k+2, ")") {
		k += 3
	}
	if !r.is(k, "gång", "gånger", "ggr", "tillfälle", "tillfällen") {
		return 0, i
	}
	return int(v.Value), k + 1
}

// divide is the n-th part of an ISO 8601 duration in whole months, weeks or
// days, "" where there is none.
func divide(iso string, n int) string {
	prefix, count, unit := split(iso)
	if n == 1 {
		return iso
	}
	switch {
	case unit == "Y":
		count, unit = count*12, "M"
	case unit == "M" && count%n != 0:
		count, unit = count*weeksOfMonth, "W"
	case unit == "W" && count%n != 0:
		count, unit = count*7, "D"
	}
	if count%n != 0 {
		return ""
	}
	return fmt.Sprintf("%s%d%s", prefix, count/n, unit)
}

// weeksOfMonth is what "två gånger i månaden" reckons with.
const weeksOfMonth = 4

// Times reads how many times something comes within a frame, and the frame as
// written: "tre gånger under 2019" gives 3 and "under 2019", "i juni och i
// december" 2 and "". A count that belongs to a rate ("två gånger per år") is
// none.
func Times(s string) (n int, during string, ok bool) {
	r := newReader(s, Context{})
	frames := Frames(s, r.ts)
	for i := range r.ts {
		n, next := r.times(i)
		if n == 0 || r.rated(next) {
			continue
		}
		for _, f := range frames {
			if f.First >= next || f.Next <= i {
				return n, f.Text, true
			}
		}
		if n > 1 {
			return n, "", true
		}
	}
	return r.monthCount()
}

// rated reports whether a rate stands at i or a word or two behind it.
func (r *reader) rated(i int) bool {
	for k := i; k <= i+2; k++ {
		if _, ok := r.rate(k); ok {
			return true
		}
	}
	return false
}

// monthCount counts the months in "i juni och i december".
func (r *reader) monthCount() (n int, during string, ok bool) {
	for i := range r.ts {
		n, k := 0, i
		for r.is(k, "i", "och", ",") {
			for r.is(k, "i", "och", ",") {
				k++
			}
			m, next := r.month(k, false)
			if m == 0 || r.year(next) != 0 {
				break
			}
			n, k = n+1, next
		}
		if n > 1 && r.is(i, "i") {
			return n, "", true
		}
	}
	return 0, "", false
}

// Continuous reports whether s says that something goes on all the time.
func Continuous(s string) bool {
	r := newReader(s, Context{})
	for i := range r.ts {
		if r.is(i, "löpande", "fortlöpande", "kontinuerligt", "kontinuerlig", "kontinuerliga") {
			return true
		}
	}
	return false
}
