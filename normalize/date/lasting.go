package date

import (
	"time"

	"github.com/lofte/lofte/normalize/text"
)

// lasting makes a period of a day that it begins with and how long it lasts:
// "i två år från och med 1 maj 2019", "från 1 januari 2020 och två år framåt".
func (r *reader) lasting(first part) (Period, int, bool) {
	if first.unit != dayUnit {
		return Period{}, 0, false
	}
	start, next := first.i, first.j
	months, before := r.lengthBefore(first.i)
	if months > 0 {
		start = before
	} else if months, next = r.length(r.skip(r.skip(first.j, "och", ","), "i")); months == 0 {
		return Period{}, 0, false
	}
	from := first.from()
	end := time.Date(from.y, time.Month(from.m+months), from.d, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -1)
	to := day{end.Year(), int(end.Month()), end.Day()}
	if !isYear(to.y) {
		return Period{}, 0, false
	}
	p := Period{From: from.String(), To: to.String(), EDTF: from.String() + "/" + to.String(), Explicit: true, Days: true}
	p.Text, p.Start, p.End = r.text(start, next)
	return p, next, true
}

// length reads "två år framåt", "sex månader" as months.
func (r *reader) length(i int) (months, next int) {
	n, ok := text.NumeralAt(r.ts, i)
	if !ok || n.Value != float64(int(n.Value)) || n.Value > longestLength {
		return 0, i
	}
	next = r.skip(n.Next+1, "framåt", "framöver")
	switch r.word(n.Next) {
	case "år":
		return 12 * int(n.Value), next
	case "månader", "månad":
		return int(n.Value), next
	}
	return 0, i
}

// longestLength is how many years or months a promise may be said to last.
const longestLength = 60

// lengthBefore reads a length that ends before i.
func (r *reader) lengthBefore(i int) (months, start int) {
	for k := max(0, i-lengthReach); k < i; k++ {
		if m, next := r.length(k); m > 0 && next == i {
			return m, k
		}
	}
	return 0, i
}

// lengthReach is how many tokens a length takes: "två", "år", "framåt".
const lengthReach = 3
