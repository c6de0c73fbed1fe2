package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var validityStatedRule = Rule{
	ID:   validityStatedID,
	What: "reads the period from a sentence that gives the promise's own: \"gäller från …\", \"löper\", \"omfattar åren …\"",
	Example: `# Kil – medborgarlöften
Medborgarlöftet gäller från 1 januari 2018 till 31 december 2019.
• Polisen ska fotpatrullera.`,
	Counterexample: `# Kil – medborgarlöften
Samverkansöverenskommelsen gäller 2018–2021.
• Polisen ska fotpatrullera.`,
	read: readStatedValidity,
}

func readStatedValidity(f *facts) {
	f.eachSentence(func(b *block, i int, s sentence) {
		role := roleOf(b)
		if role == outcome || role == furniture || !datedSentence(b, s) {
			return
		}
		flags := b.flags[i]
		switch {
		case role == validity, label(b.toks[s.from:s.to], validityLabels):
		case flags.has(aboutValidity) && ownValidity(b, i, s):
			s = fromVerb(b, s)
		case flags.has(vowed) && datedTwice(b.toks[s.from:s.to]) && !flags.has(aboutAgreement):
		case between(b.toks[s.from:s.to]) && !flags.has(aboutAgreement|aboutCitizens|aboutOutcome) && (flags.has(modalled) || actsNow(b.toks[s.from:s.to])):
		default:
			return
		}
		f.addPeriod(b, s, model.Stated, validityStatedID)
	})
}

// fromVerb is the part of a sentence from its verb of validity on, where a year
// stands behind it.
func fromVerb(b *block, s sentence) sentence {
	for _, c := range b.cuesIn(s) {
		if c.class != "validity" || c.from < s.from || c.to > s.to {
			continue
		}
		rest := sentence{b.toks[c.from].start, s.end, c.from, s.to}
		if datedSentence(b, rest) {
			return rest
		}
	}
	return s
}

// eachSentence calls do for every sentence outside tables' headers.
func (f *facts) eachSentence(do func(*block, int, sentence)) {
	for _, b := range f.blocks {
		for i, s := range b.sents {
			do(b, i, s)
		}
	}
}

func datedSentence(b *block, s sentence) bool {
	for _, t := range b.toks[s.from:s.to] {
		if hasYear(t) || t.kind == number && len(t.low) >= 8 && strings.Contains(t.low, "20") {
			return true
		}
	}
	return false
}

// validityLabels open a line that is nothing but the period.
var validityLabels = map[string]bool{
	"period": true, "löftesperiod": true, "giltighetstid": true, "giltighet": true, "gäller": true, "löptid": true,
	"giltighetsperiod": true, "avser": true, "tidsperiod": true, "gällande": true,
}

// label reports whether a sentence begins with one of the words and a colon, a
// number or a month, as a form does: "Gäller: 2020–2021".
func label(toks []token, labels map[string]bool) bool {
	return len(toks) > 1 && labels[toks[0].low] && (toks[1].low == ":" || toks[1].kind == number || toks[1].low == "under" || toks[1].low == "från" || toks[1].low == "för" || toks[1].low == "tiden" || toks[1].low == "perioden" || toks[1].low == "t.o.m" || toks[1].low == "fr.o.m")
}

// ownValidity reports whether the verb of validity speaks of the promise: the
// nearest noun before it is the promise, or a pronoun for it, and no agreement.
func ownValidity(b *block, i int, s sentence) bool {
	at := -1
	for _, c := range b.cuesIn(s) {
		if c.class == "validity" && c.from >= s.from && c.to <= s.to {
			at = c.from
			break
		}
	}
	for k := at - 1; k >= s.from; k-- {
		if promiseNoun(b.toks[k].low) || b.toks[k].low == "aktiviteterna" || b.toks[k].low == "åtgärderna" {
			return true
		}
		if b.cueAt(k).has(aboutAgreement) {
			return false
		}
	}
	for k := at + 1; k < s.to && k <= at+3; k++ {
		if promiseNoun(b.toks[k].low) {
			return true
		}
		if b.cueAt(k).has(aboutAgreement) {
			return false
		}
	}
	pronoun := at-s.from <= 1
	return pronoun && (i > 0 && b.flags[i-1].has(namesLofte) && !b.flags[i-1].has(aboutAgreement) || i == 0)
}

// maxCueTokens is how many tokens the longest phrase of the cues has.
const maxCueTokens = 6

// cueAt is the class of the cue that covers token k, none for no cue.
func (b *block) cueAt(k int) cueSet {
	for _, c := range b.cuesBetween(k-maxCueTokens+1, k+1) {
		if c.from <= k && k < c.to {
			return cueClasses[c.class]
		}
	}
	return 0
}

// between reports whether a sentence names two ends of a period: "Mellan den 1
// januari 2023 och den 31 december 2024 lovar polisen".
func between(toks []token) bool {
	return len(toks) > 0 && toks[0].low == "mellan" && toks[1].kind != word || len(toks) > 1 && toks[0].low == "mellan" && (toks[1].low == "den" || toks[1].low == "åren")
}

// datedTwice reports whether tokens name both ends of a period: two dates, or two
// months of a year, as in "mars–december 2016".
func datedTwice(toks []token) bool {
	n, former := 0, -monthReach
	for i, t := range toks {
		if hasYear(t) {
			n++
		}
		if !months[t.low] {
			continue
		}
		if i-former < monthReach && i+1 < len(toks) && hasYear(toks[i+1]) {
			return true
		}
		former = i
	}
	return n == 2
}

// monthReach is within how many words of the first the second month of a period
// stands.
const monthReach = 4

// actsNow reports whether a sentence says in the present what an actor does:
// the actor follows a verb in the present.
func actsNow(toks []token) bool {
	for i := 1; i < len(toks); i++ {
		if _, ok := mentionAt(toks, i); ok && finite(toks[i-1].low) && !states[toks[i-1].low] {
			return true
		}
	}
	return false
}

func (f *facts) addPeriod(b *block, s sentence, basis model.Basis, rule string) {
	p := &period{at: b}
	p.Fact = f.sentenceFact(b, s, rule)
	p.Basis = basis
	p.Revision = f.revision(b, s)
	f.periods = append(f.periods, p)
	f.explained += p.Span.Len()
}

// revision is the clause of a sentence that lets the promise be revised.
func (f *facts) revision(b *block, s sentence) *model.Fact {
	for _, c := range b.cuesIn(s) {
		if c.class != "revision" || c.from < s.from || c.to > s.to {
			continue
		}
		from := c.from
		for from > s.from && b.toks[from-1].low != "," && b.toks[from-1].low != "och" && b.toks[from-1].low != "men" && !hasYear(b.toks[from-1]) {
			from--
		}
		to := s.to
		for to > from && b.toks[to-1].kind == mark {
			to--
		}
		fact := f.fact(b, b.toks[from].start, b.toks[to-1].end, "revision")
		return &fact
	}
	return nil
}
