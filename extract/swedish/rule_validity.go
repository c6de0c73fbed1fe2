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
	for _, c := range b.cues {
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
	for _, c := range b.cues {
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

// cueAt is the class of the cue that covers token k, none for no cue.
func (b *block) cueAt(k int) cueSet {
	for _, c := range b.cues {
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
	for _, c := range b.cues {
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

var validityHeadingRule = Rule{
	ID:   validityHeadingID,
	What: "reads the period from a title or another heading with a year",
	Example: `# Medborgarlöfte Kinda kommun 2022-2023
• Polisen ska fotpatrullera.`,
	Counterexample: `# Kinda – medborgarlöften
# Uppföljning av medborgarlöftet 2021
• Polisen har fotpatrullerat.`,
	read: readHeadingValidity,
}

func readHeadingValidity(f *facts) {
	var rest []*block
	for _, b := range f.blocks {
		if b.opens == nil || b.opens.lead || b.opens.role.closed() || !b.all().has(dated) {
			continue
		}
		if b.all().has(aboutOutcome) || b.all().has(aboutFollowUp) {
			continue
		}
		if !b.all().has(namesLofte) && b.opens.role != periodRole && b.opens.role != titleRole {
			rest = append(rest, b)
			continue
		}
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
	for _, b := range rest {
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
	f.titleLines()
}

// titleLines reads the years of short lines about the promise that stand as
// titles without being headings: "Medborgarlöfte 2021–2022".
func (f *facts) titleLines() {
	for _, b := range f.blocks {
		if b.opens != nil || b.Kind != model.Paragraph || b.Link || len(b.toks) > maxLineTokens || !b.all().has(dated) || !b.all().has(namesLofte) {
			continue
		}
		if role := roleOf(b); role.closed() || b.ends() == "." || b.all().has(aboutFollowUp|aboutOutcome) {
			continue
		}
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
}

func whole(b *block) sentence { return sentence{0, len(b.Text), 0, len(b.toks)} }

var validityMentionRule = Rule{
	ID:   validityMentionID,
	What: "reads the period from running text that names the promise with its year: \"medborgarlöftet för 2020\"",
	Example: `# Polis och kommun lovar ett tryggare Vaggeryd
Torsdagen den 11 juni undertecknades medborgarlöftet för 2020.
• Polisen ska fotpatrullera.`,
	Counterexample: `# Vaggeryd – medborgarlöften
Enkäten för 2019 visade på otrygghet.
• Polisen ska fotpatrullera.`,
	read: readMentionedValidity,
}

func readMentionedValidity(f *facts) {
	f.eachSentence(func(b *block, i int, s sentence) {
		if role := roleOf(b); role == outcome || role == furniture || b.Link || b.flags[i].has(aboutOutcome) {
			return
		}
		for k := s.from; k+1 < s.to; k++ {
			if !promiseNoun(b.toks[k].low) {
				continue
			}
			n := k + 1
			for n < s.to && n <= k+2 && mentionGlue[b.toks[n].low] {
				n++
			}
			if n < s.to && hasYear(b.toks[n]) {
				f.addPeriod(b, sentence{b.toks[k].start, s.end, k, s.to}, model.Stated, validityMentionID)
				return
			}
		}
	})
}

var mentionGlue = map[string]bool{"för": true, "under": true, "avseende": true, "åren": true, "år": true, "perioden": true, "året": true}

var validityTextRule = Rule{
	ID:   validityTextID,
	What: "reads the period from the year in a lead-in or a commitment: \"kommer under 2019 att\"",
	Example: `# Härjedalen – medborgarlöften
• Polisen lovar att under 2017 göra minst 52 trafikkontroller.`,
	Counterexample: `# Härjedalen – medborgarlöften
Under 2016 förde polisen samtal med invånarna.
• Polisen lovar att göra trafikkontroller.`,
	read: readTextValidity,
}

func readTextValidity(f *facts) {
	for _, b := range f.blocks {
		if b.opens != nil && b.opens.class == leadsToPromises && b.all().has(dated) {
			f.addPeriod(b, whole(b), model.InText, validityTextID)
		}
	}
	for _, c := range f.commitments {
		if c.at.all().has(dated) && frame(c.at.toks) {
			f.addPeriod(c.at, whole(c.at), model.InText, validityTextID)
		}
	}
	f.eachSentence(func(b *block, i int, s sentence) {
		if b.flags[i].has(dated) && !b.flags[i].has(aboutFollowUp|aboutOutcome|aboutSigning) && roleOf(b) != outcome && roleOf(b) != furniture && presentFrame(b.toks[s.from:s.to], b.flags[i]) {
			f.addPeriod(b, s, model.InText, validityTextID)
		}
	})
}

// frame reports whether tokens hold "under 2019" or "år 2019".
func frame(toks []token) bool {
	for i := 1; i < len(toks); i++ {
		if hasYear(toks[i]) && frameWords[toks[i-1].low] {
			return true
		}
	}
	return false
}

var frameWords = map[string]bool{"under": true, "år": true, "åren": true, "året": true, "hela": true, "perioden": true}

// presentFrame reports whether a sentence says of the present or the future
// that something is done in a year.
func presentFrame(toks []token, flags cueSet) bool {
	if !frame(toks) || !flags.has(actorNamed|namesLofte) {
		return false
	}
	for i, t := range toks {
		if strings.HasSuffix(t.low, "prioriterar") || strings.HasSuffix(t.low, "prioriteras") || modals[t.low] && i > 0 {
			return true
		}
	}
	return false
}

var validityInferredRule = Rule{
	ID:   validityInferredID,
	What: "offers the date of the final follow-up, from which a period can be inferred where nothing gives one",
	Example: `# Kalix – medborgarlöften
• Polisen ska fotpatrullera.
# Uppföljning
En skriftlig uppföljning sammanställs senast februari 2020.`,
	Counterexample: `# Kalix – medborgarlöften
• Polisen ska fotpatrullera.
# Uppföljning
Sker kontinuerligt.`,
	read: func(f *facts) {
		f.eachSentence(func(b *block, i int, s sentence) {
			if roleOf(b) == followUp && b.flags[i].has(dated) && b.flags[i].has(aboutFollowUp) {
				f.addPeriod(b, s, model.Inferred, validityInferredID)
			}
		})
	},
}
