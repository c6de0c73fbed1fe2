package date

import (
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// Frame is a phrase that says within which time something comes once or some
// times: "under året", "under 2019", "under löftets tre år", "innan
// treårsperioden är slut". It stands in the tokens [First, Next) and in the
// bytes [Start, End).
type Frame struct {
	Text        string
	Start, End  int
	First, Next int
}

// Frames finds the frames in the tokens of s.
func Frames(s string, ts []text.Token) []Frame {
	r := &reader{src: s, ts: ts}
	var out []Frame
	for i := 0; i < len(ts); {
		next := r.frame(i)
		if next == i {
			i++
			continue
		}
		f := Frame{First: i, Next: next}
		f.Text, f.Start, f.End = r.text(i, next)
		out = append(out, f)
		i = next
	}
	return out
}

// During gives the first frame in s.
func During(s string) (Frame, bool) {
	fs := Frames(s, text.Tokens(s))
	if len(fs) == 0 {
		return Frame{}, false
	}
	return fs[0], true
}

// frame gives the index after the frame at i, i if none stands there.
func (r *reader) frame(i int) int {
	switch {
	case r.is(i, "under", "inom") && !r.is(i+1, "en", "ett"):
		return r.timeSpan(i, i+1)
	case r.is(i, "innan", "före"):
		if next := r.timeSpan(i, i+1); next > i && r.word(i+1) != "året" && r.ts[i+1].Kind == text.Word && r.months(i+1) == 0 {
			if r.seq(next, "är slut") {
				return next + 2
			}
			return next
		}
	case r.atStart(i):
		if p, ok := r.season(i); ok && p.year != 0 {
			return p.j
		}
	}
	return i
}

func (r *reader) months(i int) int {
	m, _ := r.month(i, false)
	p, _ := seasonOf(r.word(i))
	return max(m, p.season)
}

func (r *reader) atStart(i int) bool { return i == 0 || r.is(i-1, ".", "!", "?") }

// timeSpan gives the index after the span of time at k, and i if none stands
// there.
func (r *reader) timeSpan(i, k int) int {
	for r.is(k, "hela", "den", "det", "de", "kommande", "resten", "av", "innevarande", "aktuella", "löftets", "avtalets",
		"respektive", "bland", "både", "nästa", "gällande", "hela", "åren", "år", "perioden", "första", "andra", "tredje", "sista", "två", "tre", "fyra") {
		if next := r.spanEnd(k); next > k {
			return next
		}
		k++
	}
	if next := r.spanEnd(k); next > k {
		return next
	}
	return i
}

// spanEnd gives the index after the noun or date at k that names a span of
// time, k if none stands there.
func (r *reader) spanEnd(k int) int {
	if p, ok := r.part(k); ok && p.unit != dayUnit && (p.unit != monthUnit || p.j > k) {
		next := p.j
		if second, ok := r.second(p, betweenLead); ok && p.unit == yearUnit {
			next = second.j
		}
		return next
	}
	if !spanNoun(r.word(k)) {
		return k
	}
	next := k + 1
	if p, ok := r.part(next); ok && p.year != 0 {
		next = p.j
		if second, ok := r.second(p, noLead); ok {
			next = second.j
		}
	}
	return r.parenthesis(next)
}

// parenthesis gives the index after a parenthesis of months at i.
func (r *reader) parenthesis(i int) int {
	if !r.is(i, "(") || r.months(i+1) == 0 {
		return i
	}
	for k := i + 1; k <= i+asideReach && k < len(r.ts); k++ {
		if r.is(k, ")") {
			return k + 1
		}
	}
	return i
}

// spanNoun reports whether w names a span of time that things can be set
// within, in the definite form or as a compound.
func spanNoun(w string) bool {
	switch w {
	case "året", "perioden", "halvåret", "kvartalet", "tertialet", "terminen", "terminerna", "terminstid", "skolloven",
		"sommarlovet", "sportlovet", "höstlovet", "påsklovet", "sommarhalvåret", "vinterhalvåret", "år", "åren", "månaden", "läsåret",
		"avtalstiden", "löftestiden", "giltighetstiden", "sommarmånaderna", "vintermånaderna", "månaderna", "mandatperiod",
		"avtalsperiod", "löftesperiod", "verksamhetsåret", "kalenderåret", "skolåret":
		return true
	}
	return strings.HasSuffix(w, "perioden") || strings.HasSuffix(w, "säsongen") || strings.HasSuffix(w, "perioderna")
}
