package date

import (
	"fmt"
	"strconv"
	"strings"
)

// Parse reads a period in the EDTF that [Period.EDTF] is written in: level 0
// dates and intervals, seasons 21 to 24, "~" and an open end "..".
func Parse(edtf string) (Period, error) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		to = from
	}
	p := Period{EDTF: edtf, Explicit: true}
	a, errA := parseEdge(from)
	b, errB := parseEdge(to)
	switch {
	case errA != nil:
		return Period{}, fmt.Errorf("read EDTF %q: %w", edtf, errA)
	case errB != nil:
		return Period{}, fmt.Errorf("read EDTF %q: %w", edtf, errB)
	case a == nil && b == nil:
		return Period{}, fmt.Errorf("read EDTF %q: neither end is given", edtf)
	}
	if a != nil {
		p.From, p.Days, p.Bare, p.Approximate = a.from().String(), a.unit == dayUnit, a.unit == yearUnit, a.approximate
	}
	if b == nil {
		p.Open = true
		return p, nil
	}
	p.To = b.to().String()
	p.Approximate = p.Approximate || b.approximate
	if a == nil {
		p.Days, p.Bare = b.unit == dayUnit, b.unit == yearUnit
	} else if p.To < p.From {
		return Period{}, fmt.Errorf("read EDTF %q: it ends before it begins", edtf)
	}
	return p, nil
}

// parseEdge reads one end; "..", an open one, gives nil.
func parseEdge(s string) (*part, error) {
	if s == ".." {
		return nil, nil
	}
	bare := strings.TrimSuffix(s, "~")
	fields := strings.Split(bare, "-")
	var n [3]int
	for i, f := range fields {
		v, err := strconv.Atoi(f)
		if err != nil || i > 2 || v < 0 {
			return nil, fmt.Errorf("%q is no date; write it like 2021, 2021-05, 2021-05-31 or 2021-23", s)
		}
		n[i] = v
	}
	p := edgePart(n, len(fields))
	if p.unit == spanUnit || !isYear(p.year) || !isMonth(p.first) || !p.real() {
		return nil, fmt.Errorf("there is no date %q", s)
	}
	p.approximate = p.approximate || bare != s
	return &p, nil
}

// edgePart is the part that n fields of a date stand for; spanUnit where they
// stand for none.
func edgePart(n [3]int, fields int) part {
	switch {
	case fields == 1:
		return yearPart(n[0], 0, 0)
	case fields == 2 && n[1] >= 21 && n[1] <= 24:
		p, _ := seasonOf([]string{"vår", "sommar", "höst", "vinter"}[n[1]-21])
		p.year = n[0]
		return p
	case fields == 2:
		return part{unit: monthUnit, year: n[0], first: n[1], last: n[1]}
	case fields == 3 && n[2] > 0:
		return dayPart(day{n[0], n[1], n[2]}, 0, 0)
	}
	return part{unit: spanUnit}
}
