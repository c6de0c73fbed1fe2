package swedish

import (
	"github.com/lofte/lofte/model"
)

var areaEnumerationRule = Rule{
	ID:   areaEnumerationID,
	What: "reads problem areas from a sentence that counts them up: \"Tre områden har valts ut: trafik, narkotika och våld.\"",
	Example: `# Strömsund – medborgarlöften
Tre fokusområden har valts ut: trafik, skadegörelse och stöld samt droger.
• Polisen ska hålla trafikkontroller.`,
	Counterexample: `# Strömsund – medborgarlöften
Två områden har prioriterats.
• Polisen ska hålla trafikkontroller.`,
	read: readAreaEnumerations,
}

// maxEnumerated is how many areas one sentence may name.
const maxEnumerated = 10

func readAreaEnumerations(f *facts) {
	if f.hasArea(model.List) {
		return
	}
	for _, b := range f.blocks {
		if b.opens != nil || f.read[b] || b.Kind == model.Item && !b.all().has(aboutAreas) || roleOf(b) == outcome || roleOf(b) == furniture || roleOf(b) == citizens {
			continue
		}
		for i, s := range b.sents {
			if b.flags[i].has(aboutPlaces | aboutCitizens) {
				continue
			}
			if b.flags[i].has(aboutAreas) {
				f.enumerated(b, s)
			} else if from := subjectMatter(b, s); from > 0 {
				f.addParts(b, from, s.to, 0)
			}
		}
	}
}

func (f *facts) hasArea(basis model.Basis) bool {
	for _, a := range f.areas {
		if a.Basis == basis {
			return true
		}
	}
	return false
}

// enumerated reads the areas after the colon, or after "är", of a sentence.
func (f *facts) enumerated(b *block, s sentence) {
	if from, count := enumerationStart(b, s); from > 0 {
		f.addParts(b, from, s.to, count)
	}
}

// subjectMatter is the token after "handlar om" in a sentence about the promise,
// 0 for none: "löftet ska handla om inbrott samt om bristande tillgänglighet".
func subjectMatter(b *block, s sentence) int {
	lofte := false
	for i := s.from; i+1 < s.to; i++ {
		lofte = lofte || promiseNoun(b.toks[i].low)
		if lofte && (b.toks[i].low == "handlar" || b.toks[i].low == "handla") && b.toks[i+1].low == "om" && plainList(b.toks[i+2:s.to]) {
			return i + 2
		}
	}
	return 0
}

// addParts adds the areas that tokens [from, to) of a sentence count up.
func (f *facts) addParts(b *block, from, to, count int) {
	for to > from && b.toks[to-1].kind == mark && b.toks[to-1].low != ")" {
		to--
	}
	parts := splitList(b.toks, from, to, count)
	if len(parts) < 2 || len(parts) > maxEnumerated || count > 0 && len(parts) != count {
		return
	}
	if !areaNames(b, parts) {
		return
	}
	for _, p := range parts {
		f.enumeratedPart(b, p)
	}
	f.read[b] = false
}

// areaNames reports whether the parts of a list can name areas: none is long,
// and they are not places, which are written with capitals.
func areaNames(b *block, parts [][2]int) bool {
	capitals := 0
	for i, p := range parts {
		if p[1]-p[0] > maxLineTokens {
			return false
		}
		if i > 0 && b.toks[p[0]].capital {
			capitals++
		}
	}
	return capitals*2 <= len(parts)
}

func (f *facts) enumeratedPart(b *block, p [2]int) {
	label := b.text(p[0], p[1])
	for _, a := range f.areas {
		if overlap(label, a.Text) == 1 {
			return
		}
	}
	f.addArea(b, p[0], p[1], model.Statement, areaEnumerationID, 0)
}

// countReach is within how many words before the word for areas their number
// stands: "de tre mest nämnda problemen".
const countReach = 4

// enumerationStart is the token after the colon or the "är" behind the area
// word, 0 for none, and the number of areas that the sentence announces.
func enumerationStart(b *block, s sentence) (from, count int) {
	area := -1
	for _, c := range b.cuesIn(s) {
		if c.class == "area" && c.from >= s.from && c.to <= s.to {
			area = c.from
			break
		}
	}
	if area < 0 {
		return 0, 0
	}
	for i := max(s.from, area-countReach); i <= area; i++ {
		if n := numberWords[b.toks[i].low]; n > 1 {
			count = n
		} else if n := atoi(b.toks[i].low); n > 1 && n <= maxEnumerated {
			count = n
		}
	}
	for i := area + 1; i < s.to; i++ {
		if b.toks[i].low == ":" {
			return i + 1, count
		}
	}
	for i := area + 1; i < s.to; i++ {
		if b.toks[i].low == "är" && i+1 < s.to && !finite(b.toks[i+1].low) && (count > 1 || plainList(b.toks[i+1:s.to])) {
			return i + 1, count
		}
	}
	return 0, count
}

// plainList reports whether tokens are a list of noun phrases: no verb, and a
// comma or a conjunction.
func plainList(toks []token) bool {
	joined := false
	for _, t := range toks {
		if finite(t.low) || t.low == "att" || t.low == "som" {
			return false
		}
		joined = joined || t.low == "," || t.low == "och" || t.low == "samt"
	}
	return joined
}

// splitList splits tokens [from, to) at commas and at the last conjunction:
// "samt" before "och", or the one that makes the parts as many as announced.
// What stands in brackets belongs to the part before.
func splitList(toks []token, from, to, count int) [][2]int {
	best := splitAt(toks, from, to, "samt")
	if !hasWord(toks[from:to], "samt") || count > 0 && len(best) != count {
		if alt := splitAt(toks, from, to, "och"); count == 0 || len(alt) == count {
			best = alt
		}
	}
	return best
}

func hasWord(toks []token, low string) bool {
	for _, t := range toks {
		if t.low == low {
			return true
		}
	}
	return false
}

func splitAt(toks []token, from, to int, conjunction string) [][2]int {
	last := -1
	for i := from; i < to; i++ {
		if toks[i].low == conjunction && !suspended(toks, i) {
			last = i
		}
	}
	var parts [][2]int
	start, depth, end := from, 0, from
	for i := from; i < to; i++ {
		switch {
		case toks[i].low == "(":
			depth++
		case toks[i].low == ")":
			depth--
		case depth == 0 && (toks[i].low == "," || i == last):
			if end > start {
				parts = append(parts, [2]int{start, end})
			}
			start = i + 1
			if start < to && toks[start].low == "om" {
				start++
			}
			end = start
		case depth == 0:
			end = i + 1
		}
	}
	if end > start {
		parts = append(parts, [2]int{start, end})
	}
	return parts
}

// suspended reports whether the word before a conjunction is cut short:
// "alkohol- och drogbrott".
func suspended(toks []token, i int) bool {
	return i > 0 && len(toks[i-1].low) > 1 && toks[i-1].low[len(toks[i-1].low)-1] == '-'
}
