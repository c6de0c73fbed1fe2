package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/manader.tsv
var monthLines string

var months = sync.OnceValue(readMonths)

// readMonths maps each name and short form to its month.
func readMonths() map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(monthLines) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		n, err := strconv.Atoi(cells[0])
		if err != nil || len(cells) < 2 {
			continue
		}
		out[cells[1]] = n
		if len(cells) < 3 {
			continue
		}
		for _, v := range strings.Split(cells[2], "|") {
			v, _, _ = strings.Cut(v, " ")
			out[strings.TrimSuffix(v, ".")] = n
		}
	}
	delete(out, "")
	return out
}

// month reads the month's name at i, with the full stop of a short form and
// the word "månad". "jul" is Christmas but after a day's number.
func (r *reader) month(i int, afterDay bool) (m, next int) {
	w := r.word(i)
	m = months()[w]
	if m == 0 || w == "jul" && !afterDay {
		return 0, i
	}
	next = i + 1
	if r.is(next, ".") && r.glued(next) && len(w) <= 4 && w != "mars" && w != "juni" && w != "juli" {
		next++
	}
	return m, r.skip(next, "månad", "månads")
}

// yearAfter reads the year that belongs to what ends before i: "2019", ", 2019",
// "-19", "_2020", "år 2020", "av 2021". It gives 0 and i if there is none.
func (r *reader) yearAfter(i int) (year, next int) {
	k := r.skip(i, ",", "_", "-", "av", "(")
	k = r.skip(k, "år")
	if y := r.year(k); y != 0 && !r.tail(k+1) {
		if r.is(i, "(") {
			return y, r.skip(k+1, ")")
		}
		return y, k + 1
	}
	if r.is(i, "-", "'") && r.glued(i+1) {
		return r.shortYear(i + 1)
	}
	return 0, i
}

// shortYear reads a year of two digits that ends a date.
func (r *reader) shortYear(i int) (year, next int) {
	y := r.number(i, 2, 2)
	if !shortYear(y) || r.tail(i+1) {
		return 0, i - 1
	}
	if m, _ := r.month(i+1, true); m != 0 || r.is(i+1, "-", "/") && r.glued(i+1) {
		return 0, i - 1
	}
	return 2000 + y, i + 1
}

// tail reports whether digits go on after i in a way that makes what stands
// before it no year: the "778" of "2003:778".
func (r *reader) tail(i int) bool {
	return r.is(i, ":") && r.glued(i) && r.glued(i+1) && r.number(i+1, 1, 9) >= 0
}
