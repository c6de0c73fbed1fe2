package date

import (
	"strings"
	"sync"

	"github.com/lofte/lofte/normalize/text"
)

// Most words begin nothing that this package reads. The gates here answer that
// with one look into a table, so that the rules run only where they may apply.

var partWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("den d dagen l i vt ht vårterminen vårtermin höstterminen hösttermin läsåret läsår skolåret skolår " +
		"q t h kv halvan hälften sista vår våren sommar sommaren höst hösten vinter vintern") {
		out[w] = true
	}
	for _, day := range strings.Fields("måndag tisdag onsdag torsdag fredag lördag söndag") {
		out[day], out[day+"en"] = true, true
	}
	for m := range months() {
		out[m] = true
	}
	return out
})

// opensPart reports whether an expression with a place in the calendar may
// begin with token i.
func (r *reader) opensPart(i int) bool {
	if i < 0 || i >= len(r.ts) || r.ts[i].Kind == text.Mark {
		return false
	}
	w := r.ts[i].Text
	if r.ts[i].Kind == text.Digits || partWords()[w] {
		return true
	}
	if _, ok := text.Ordinal(w); ok {
		return true
	}
	return opensLong(w)
}

// opensLong is the gate for words that begin with a stem: "kvartalsrapport",
// "senhösten".
func opensLong(w string) bool {
	switch w[0] {
	case 'k':
		return strings.HasPrefix(w, "kvartal")
	case 't':
		return strings.HasPrefix(w, "tertial") || strings.HasPrefix(w, "terial") || strings.HasPrefix(w, "tidig")
	case 'h':
		return strings.HasPrefix(w, "halvår")
	case 's':
		return strings.HasPrefix(w, "sen")
	case 'f':
		return strings.HasPrefix(w, "för")
	}
	return false
}

// opensRate reports whether a rate may begin with token i.
func (r *reader) opensRate(i int) bool {
	if r.ts[i].Kind != text.Word {
		return r.ts[i].Text == "/"
	}
	w := r.ts[i].Text
	switch w {
	case "per", "pr", "i", "om", "på", "varje", "var", "vart", "varenda", "vartenda", "varannan", "vartannat", "varannat", "alla", "samtliga", "med":
		return true
	}
	return len(w) >= len("åligt") && (strings.Contains(w[len(w)-5:], "lig") || strings.Contains(w[len(w)-4:], "vis"))
}
