package date

import (
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// occasionRate reads the rates that name their occasions: "varje fredag",
// "varannan onsdag", "alla fredags- och lördagskvällar", "varje vår".
func (r *reader) occasionRate(i int) (Rate, bool) {
	n, k := r.each(i)
	if r.is(i, "alla", "samtliga") {
		n, k = 1, i+1
	}
	if n == 0 {
		return Rate{}, false
	}
	iso, next := r.occasions(k)
	if iso == "" {
		return Rate{}, false
	}
	return Rate{Per: multiply(iso, n), First: i, Next: next, Named: n == 1}, true
}

// Weekdays gives the rate of a list of weekdays in the plural at token i: "på
// fredagar", "fredagar och lördagar".
func Weekdays(ts []text.Token, i int) (Rate, bool) {
	r := &reader{ts: ts}
	k := r.skip(i, "på")
	if iso, next := r.occasions(k); iso == "P1W" && (strings.HasSuffix(r.word(next-1), "ar") || strings.HasSuffix(r.word(next-1), "er")) {
		return Rate{Per: iso, First: i, Next: next, Named: true}, true
	}
	return Rate{}, false
}

// occasions reads a list of occasions and gives how often they come: that of
// the first, but twice a year for two seasons.
func (r *reader) occasions(k int) (iso string, next int) {
	iso = occasion(r.word(k))
	if iso == "" {
		return "", k
	}
	next = k + 1
	seasons := 1
	for {
		j := next
		for r.is(j, "-", "/", "och", ",") {
			j++
		}
		o := occasion(r.word(j))
		if j == next || o == "" {
			break
		}
		if o == "P1Y" {
			seasons++
		}
		next = j + 1
	}
	if seasons == 2 {
		iso = "P6M"
	}
	return iso, next
}

func occasion(w string) string {
	for _, d := range []string{"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "helg", "veckoslut"} {
		if strings.HasPrefix(w, d) {
			return "P1W"
		}
	}
	switch w {
	case "kväll", "kvällar", "natt", "nätter", "morgon", "morgnar", "vardag", "vardagar", "vardagskväll", "arbetsdag", "skoldag":
		return "P1D"
	case "vår", "sommar", "höst", "vinter", "jul", "påsk":
		return "P1Y"
	}
	return ""
}

// intervalRate reads "med tre månaders mellanrum", "med tremånadersintervaller".
func (r *reader) intervalRate(i int) (Rate, bool) {
	if !r.is(i, "med") {
		return Rate{}, false
	}
	if iso := compoundInterval(r.word(i + 1)); iso != "" {
		return Rate{Per: iso, First: i, Next: i + 2}, true
	}
	n, ok := text.NumeralAt(r.ts, i+1)
	if !ok || n.Value != float64(int(n.Value)) || n.Value < 1 {
		return Rate{}, false
	}
	k := r.skip(n.Next, "-")
	stem, cut := strings.CutSuffix(r.word(k), "s")
	iso, unit := Unit(stem)
	if cut && unit && r.starts(k+1, "intervall", "mellanrum") {
		return Rate{Per: multiply(iso, int(n.Value)), First: i, Next: k + 2}, true
	}
	if iso := compoundInterval("en" + r.word(k)); iso != "" {
		return Rate{Per: multiply(iso, int(n.Value)), First: i, Next: k + 1}, true
	}
	return Rate{}, false
}

// compoundInterval is the duration in "tremånadersintervall", "" for any other
// word.
func compoundInterval(w string) string {
	at := strings.Index(w, "intervall")
	if at < 0 {
		return ""
	}
	for _, u := range []string{"månaders", "månads", "veckors", "veckas", "års", "dagars"} {
		count, ok := strings.CutSuffix(w[:at], u)
		if !ok {
			continue
		}
		n, ok := text.Cardinal(count)
		iso, unit := Unit(strings.TrimSuffix(u, "s"))
		if ok && unit && n > 0 {
			return multiply(iso, n)
		}
	}
	return ""
}
