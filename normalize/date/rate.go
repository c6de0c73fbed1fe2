package date

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/lofte/lofte/normalize/text"
)

//go:embed data/enheter.tsv
var unitLines string

var units = sync.OnceValue(readUnits)

// readUnits maps each form of a span's name to its ISO 8601 duration.
func readUnits() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(unitLines) {
		forms, iso, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, f := range strings.Split(forms, "|") {
			out[f] = iso
		}
	}
	return out
}

// Unit is the ISO 8601 duration of one span of time, by any form of its name:
// "veckor" gives "P1W".
func Unit(word string) (iso string, ok bool) {
	iso, ok = units()[word]
	return iso, ok
}

// Parts gives the token ranges that are dates, years or parts of the year,
// with their year or without: the numbers there count nothing.
func Parts(ts []text.Token) [][2]int {
	r := &reader{ts: ts}
	var out [][2]int
	for i := 0; i < len(ts); {
		p, ok := r.part(i)
		if !ok && r.year(i) != 0 && !r.counted(i+1) {
			p, ok = yearPart(r.year(i), i, i+1), true
		}
		if !ok {
			i++
			continue
		}
		out = append(out, [2]int{p.i, p.j})
		i = max(p.j, i+1)
	}
	return out
}

// Rate is how often something comes: Per is the ISO 8601 duration between two
// times. It stands in the tokens [First, Next).
type Rate struct {
	Per         string
	First, Next int
	// Bound rates say nothing without a number: "per vecka", "i månaden".
	Bound bool
	// Named rates name the occasions themselves, all of them: "varje fredag".
	// Their Per is how often these come.
	Named bool
}

// Rates finds the rates in ts.
func Rates(ts []text.Token) []Rate {
	r := &reader{ts: ts}
	var out []Rate
	for i := 0; i < len(ts); {
		rate, ok := r.rate(i)
		if !ok {
			i++
			continue
		}
		out = append(out, rate)
		i = rate.Next
	}
	return out
}

func (r *reader) rate(i int) (Rate, bool) {
	if i < 0 || i >= len(r.ts) || !r.opensRate(i) {
		return Rate{}, false
	}
	for _, read := range []func(int) (Rate, bool){r.perRate, r.eachRate, r.adverbRate, r.intervalRate, r.occasionRate} {
		if rate, ok := read(i); ok {
			return rate, true
		}
	}
	return Rate{}, false
}

// perRate reads "per vecka", "/månad", "per kommun och år", "i veckan", "om
// året", "på år".
func (r *reader) perRate(i int) (Rate, bool) {
	k := i + 1
	iso, ok := Unit(r.word(k))
	switch {
	case r.is(i, "per") && !ok && r.is(i+2, "och"):
		k = i + 3
		iso, ok = Unit(r.word(k))
	case r.is(i, "per") && !ok:
		return r.perSeveral(i)
	case r.is(i, "per", "pr", "/"):
		ok = ok && !r.is(k, "kväll", "natt")
	case r.is(i, "i", "om") && strings.HasSuffix(r.word(k), "n") || r.is(i, "i", "om") && strings.HasSuffix(r.word(k), "et"):
		ok = ok && !r.is(k, "kvällen", "natten", "helgen", "mån")
	case r.is(i, "på") && r.is(k, "år", "året") && r.is(i-1, "gång", "gånger", "ggr"):
	default:
		return Rate{}, false
	}
	if !ok {
		return Rate{}, false
	}
	return Rate{Per: iso, First: i, Next: k + 1, Bound: true}, true
}

// perSeveral reads "per 14 dagar".
func (r *reader) perSeveral(i int) (Rate, bool) {
	n, ok := text.NumeralAt(r.ts, i+1)
	if !ok || n.Value < 1 || n.Value != float64(int(n.Value)) {
		return Rate{}, false
	}
	iso, ok := Unit(r.word(n.Next))
	if !ok {
		return Rate{}, false
	}
	return Rate{Per: multiply(iso, int(n.Value)), First: i, Next: n.Next + 1, Bound: true}, true
}

// eachRate reads "varje halvår", "varannan vecka", "var tredje månad", "var
// 14:e dag".
func (r *reader) eachRate(i int) (Rate, bool) {
	n, k := r.each(i)
	if n == 0 {
		return Rate{}, false
	}
	k = r.skip(k, "ny", "nytt", "påbörjad", "enskild", "enskilt", "kommande")
	iso, ok := Unit(r.word(k))
	if !ok || r.is(k, "kväll", "natt", "helg", "vardag", "arbetsdag", "v", "h") {
		return Rate{}, false
	}
	return Rate{Per: multiply(iso, n), First: i, Next: k + 1}, true
}

// each reads the word or words that mean "every n-th" and gives n.
func (r *reader) each(i int) (n, next int) {
	switch {
	case r.is(i, "varje", "varenda", "vartenda"):
		if n, next := r.ordinal(i + 1); n > 1 {
			return n, next
		}
		return 1, i + 1
	case r.is(i, "varannan", "vartannat", "varannat"):
		return 2, i + 1
	case r.seq(i, "var annan"), r.seq(i, "vart annat"):
		return 2, i + 2
	case r.is(i, "var", "vart"):
		if n, next := r.ordinal(i + 1); n > 1 {
			return n, next
		}
		if d, next := r.dayNumber(i + 1); d > 1 && next > i+2 {
			return d, next
		}
	}
	return 0, i
}

// multiply is n times an ISO 8601 duration of one unit; whole weeks of days are
// weeks.
func multiply(iso string, n int) string {
	prefix, count, unit := split(iso)
	if count *= n; unit == "D" && count%daysOfWeek == 0 {
		count, unit = count/daysOfWeek, "W"
	}
	return fmt.Sprintf("%s%d%s", prefix, count, unit)
}

const daysOfWeek = 7

// split takes "P6M" apart into "P", 6, "M".
func split(iso string) (prefix string, n int, unit string) {
	prefix = strings.TrimRight(strings.TrimRight(iso, "YMWDH"), "0123456789")
	_, _ = fmt.Sscanf(iso[len(prefix):], "%d%s", &n, &unit)
	return prefix, n, unit
}

// adverbRate reads "årligen", "månadsvis", "daglig".
func (r *reader) adverbRate(i int) (Rate, bool) {
	w := r.word(i)
	for _, a := range []struct{ stem, iso string }{
		{"halvårs", "P6M"}, {"halvår", "P6M"}, {"års", "P1Y"}, {"år", "P1Y"}, {"månads", "P1M"}, {"månat", "P1M"}, {"vecko", "P1W"},
		{"kvartals", "P3M"}, {"tertials", "P4M"}, {"tertial", "P4M"}, {"termins", "P6M"}, {"dag", "P1D"}, {"dygns", "P1D"}, {"kvartal", "P3M"},
	} {
		rest, ok := strings.CutPrefix(w, a.stem)
		if !ok {
			continue
		}
		switch rest {
		case "vis", "visa", "vist", "ligen", "lig", "ligt":
			return Rate{Per: a.iso, First: i, Next: i + 1}, true
		case "liga":
			return Rate{Per: a.iso, First: i, Next: i + 1}, !r.starts(i+1, "arbete", "verksamhet", "drift", "liv", "tal") && !strings.HasSuffix(r.word(i+1), "arbetet")
		}
	}
	return Rate{}, false
}
