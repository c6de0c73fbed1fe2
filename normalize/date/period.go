package date

// Period is an interval of days, both ends included, as the text [Start, End)
// states it. From and To are ISO 8601 dates, "" where the text leaves them
// open. EDTF is the period in ISO 8601-2 (Extended Date/Time Format).
type Period struct {
	From, To    string
	EDTF        string
	Open        bool // no end: "2024 och tills vidare", "från och med 2020"
	Approximate bool // a season, a school term, a school year
	Explicit    bool // the text names the year itself
	Days        bool // written with days
	Bare        bool // only a year or years: "2019", "2018-2019"
	Text        string
	Start, End  int
}

// Context is what relative expressions lean on: the period of the promise as
// ISO 8601 dates, or its year alone. The zero value gives them nothing.
type Context struct {
	Year     int
	From, To string
}

// Periods finds the periods that s states, in the order of the text. Single
// days, deadlines ("senast mars 2023"), turns of the year, points of revision,
// years of comparison ("sedan 2015") and look-backs ("de senaste 12 månaderna")
// are none. Expressions without a year count only where c gives it.
func Periods(s string, c Context) []Period {
	r := newReader(s, c)
	var out []Period
	for i := 0; i < len(r.ts); {
		if next := r.aside(i); next > i {
			i = next
			continue
		}
		p, next, ok := r.period(i)
		if ok {
			out = append(out, p)
		}
		i = max(next, i+1)
	}
	return out
}

// asideReach is how many words may stand between a cue and its date.
const asideReach = 5

// aside gives the index after a date that states no period although it stands
// there: after "senast", "årsskiftet", "revideras" and the like. It gives i if
// no such cue stands at i.
func (r *reader) aside(i int) int {
	if !r.is(i, "senast", "innan", "före", "inför", "sedan", "efter", "årsskiftet", "årsskifte", "nyår", "nyårsafton", "född", "födda") &&
		!r.starts(i, "revider", "omförhandl", "uppdaterad", "publicerad") && !r.seq(i, "jämfört med") {
		return i
	}
	for k := i + 1; k <= i+asideReach && k < len(r.ts); k++ {
		if r.is(k, ".", ",", "!", "?") && r.ts[min(k+1, len(r.ts)-1)].Space {
			break
		}
		if p, ok := r.part(k); ok {
			if end, next := r.pairEnd(p.j, p.year); p.unit == yearUnit && end != 0 {
				return next
			}
			return p.j
		}
		if r.year(k) != 0 {
			if _, next := r.pairEnd(k+1, r.year(k)); next > k+1 {
				return next
			}
			return k + 1
		}
	}
	return i + 1
}

// period reads one period at token i.
func (r *reader) period(i int) (p Period, next int, ok bool) {
	lead, k := r.lead(i)
	if lead == noLead {
		plain := r.is(i, "till", "och") && !r.seq(i, "till och med")
		if k, cue := r.until(i); cue && (!plain || r.valid(i)) {
			return r.untilOnly(i, k)
		}
	}
	first, found := r.part(k)
	if !found && lead == noLead {
		first, found = r.sixDigits(k)
		if _, second := r.second(first, lead); !second {
			found = false
		}
	}
	if !found {
		return r.relative(i)
	}
	first.i = i
	if lead == noLead && r.begins(first.j) {
		lead = onwardsLead
	}
	if second, ok := r.second(first, lead); ok {
		if p, ok := r.join(first, second); ok {
			return p, second.j, true
		}
	}
	if p, next, ok := r.open(first, lead); ok {
		return p, next, true
	}
	if p, next, ok := r.years(first); ok {
		return p, next, true
	}
	p, ok = r.single(first)
	return p, first.j, ok
}

// begins reports whether a verb after a date makes it the start of a period: "Den 1
// juni 2022 börjar löftet gälla".
func (r *reader) begins(i int) bool {
	if !r.is(i, "börjar", "träder") {
		return false
	}
	for k := i + 1; k <= i+gapReach; k++ {
		if r.is(k, "gälla") || r.seq(k, "i kraft") {
			return true
		}
	}
	return false
}

// valid reports whether a word of validity stands shortly before i, so that a
// plain "till" ends a period.
func (r *reader) valid(i int) bool {
	for k := max(0, i-gapReach); k < i; k++ {
		if r.starts(k, "gäll", "löp", "giltig", "pågå") {
			return true
		}
	}
	return false
}

// lead is the sort of word that a period begins with.
type lead int

const (
	noLead      lead = iota
	fromLead         // "från", "med start"
	onwardsLead      // "från och med", "gäller från": open where no end follows
	betweenLead      // "mellan", "både"
)

func (r *reader) lead(i int) (lead, int) {
	for _, cue := range []struct {
		phrase string
		lead   lead
	}{
		{"från och med", onwardsLead}, {"med start från", onwardsLead}, {"med start", onwardsLead}, {"med början", onwardsLead},
		{"mellan", betweenLead}, {"både", betweenLead}, {"under såväl", betweenLead},
	} {
		if r.seq(i, cue.phrase) {
			k := i + wordsIn(cue.phrase)
			return cue.lead, r.skip(r.skip(k, "den", "i"), "åren", "året")
		}
	}
	for _, letters := range [][]string{{"fr", "o", "m"}, {"f", "o", "m"}, {"from"}, {"fr"}} {
		if k, ok := r.dotted(i, letters...); ok {
			return onwardsLead, r.skip(k, "den")
		}
	}
	if !r.is(i, "från") {
		return noLead, i
	}
	if r.is(i-1, "gäller", "gälla", "löper", "löpa", "gällande") {
		return onwardsLead, i + 1
	}
	return fromLead, i + 1
}

func wordsIn(phrase string) int {
	n := 1
	for _, b := range []byte(phrase) {
		if b == ' ' {
			n++
		}
	}
	return n
}

// ended gives the index after a verb that ends a period: "upphör att gälla",
// "upphör utan uppsägning".
func (r *reader) ended(i int) int {
	switch {
	case r.is(i, "upphör", "slutar", "avslutas"):
		if r.seq(i+1, "att gälla") || r.seq(i+1, "utan uppsägning") {
			return i + 3
		}
		return i + 1
	case r.seq(i, "löper ut"), r.seq(i, "går ut"):
		return i + 2
	}
	return i
}

// until reads the words that lead to the end of a period.
func (r *reader) until(i int) (next int, ok bool) {
	begin := r.skip(i, "och", "samt")
	ended := r.ended(begin)
	k := r.skip(ended, "fram", "längst")
	switch {
	case r.seq(k, "till och med"):
		k += 3
	case r.is(k, "till", "intill"):
		k++
	default:
		n, ok := r.dotted(k, "t", "o", "m")
		if !ok && r.is(k, "tom") {
			n, ok = k+1, true
		}
		if !ok && ended == begin {
			return i, false
		}
		k = max(k, n)
	}
	if r.is(k, "slutet", "utgången") && r.is(k+1, "av") {
		k = r.skip(k+2, "år")
	}
	return k, true
}
