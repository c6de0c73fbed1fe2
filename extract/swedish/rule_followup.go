package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var followUpRule = Rule{
	ID:   followUpID,
	What: "reads the sentences that say how and when the promise is followed up",
	Example: `# Vara – medborgarlöfte
• Polisen ska fotpatrullera.
# Uppföljning
Löftet följs upp varje tertial.`,
	Counterexample: `# Vara – medborgarlöfte
• Polisen ska följa upp anmälda narkotikabrott.`,
	read: readFollowUp,
}

func readFollowUp(f *facts) {
	for _, b := range f.blocks {
		role := roleOf(b)
		if role == outcome || role == furniture || role == citizens || b.Link || b.Cell != nil || b.opens != nil && !b.opens.lead {
			continue
		}
		for i, s := range b.sents {
			if f.commitsTo(b, s) && !insideItem(b, i) {
				continue
			}
			if followsUp(b, i, s, role) {
				f.addFollowUp(b, i, s)
			}
		}
	}
}

// insideItem reports whether sentence i of an item can be follow-up beside the
// commitment: any but the first.
func insideItem(b *block, i int) bool { return b.Kind == model.Item && i > 0 }

// followsUp reports whether sentence i says that the promise is followed up.
func followsUp(b *block, i int, s sentence, role role) bool {
	flags := b.flags[i]
	toks := b.toks[s.from:s.to]
	if flags.has(aboutOutcome) && !rated(toks) && !reportsHow(toks) || flags.has(aboutSpeech) {
		return false
	}
	if onlyResponsible(toks) && i > 0 || b.Kind == model.Paragraph && len(toks) == 1 {
		return false
	}
	if flags.has(aboutCommunication) && !rated(toks) && !flags.has(dated) || toks[0].low == "läs" {
		return false
	}
	if role == followUp {
		return flags.has(aboutFollowUp) || rated(toks) || continuous(toks) || flags.has(dated) && flags.has(finiteVerbs)
	}
	if !flags.has(aboutFollowUp) || !rated(toks) && !presentTense(toks) && !reportsHow(toks) {
		return false
	}
	return flags.has(namesLofte) || rated(toks) || workSubject(toks) || toCouncil(toks) || timeFirst(toks) ||
		b.frontCues(s).has(aboutFollowUp) && !feedback(toks)
}

// timeFirst reports whether a sentence begins with a day, a month or a season: "Den 15
// januari 2018 sätter vi oss ner igen och summerar året", "I juni går vi igenom läget".
func timeFirst(toks []token) bool {
	for len(toks) > 0 && (timeOpenings[toks[0].low] || toks[0].kind == number && !hasYear(toks[0])) {
		toks = toks[1:]
	}
	return len(toks) > 0 && toks[0].low != "vår" && timeHeading(toks[:1]) // "vår" is ours, too
}

// timeOpenings may stand before the name of a time.
var timeOpenings = map[string]bool{"den": true, "i": true, "under": true, "senast": true, "vid": true, "efter": true}

// feedback reports whether a sentence begins with the answer that somebody
// gets, which is a service to them: "Snabb återkoppling till skolan".
func feedback(toks []token) bool {
	for _, t := range toks[:min(2, len(toks))] {
		if strings.HasPrefix(t.low, "återkoppl") {
			return true
		}
	}
	return false
}

// reportsHow reports whether what has been done is what a sentence says will be
// told: "redovisar hur löftena har hållits", "Vad som har gjorts redovisas".
func reportsHow(toks []token) bool {
	told, clause := false, false
	for i, t := range toks {
		told = told || strings.HasPrefix(t.low, "redovisa") || strings.HasPrefix(t.low, "rapportera") || strings.HasPrefix(t.low, "summera") || t.low == "stämmer"
		clause = clause || t.low == "hur" || i+1 < len(toks) && (t.low == "vad" && toks[i+1].low == "som" || t.low == "om" && toks[i+1].low == "vi")
	}
	return told && clause
}

// toCouncil reports whether a report goes to those who govern a municipality.
func toCouncil(toks []token) bool {
	for i := 1; i < len(toks); i++ {
		council := strings.HasPrefix(toks[i].low, "kommunstyrelse") || strings.HasSuffix(toks[i].low, "fullmäktige")
		if council && (toks[i-1].low == "till" || toks[i-1].low == "för") {
			return true
		}
	}
	return false
}

// onlyResponsible reports whether a sentence says nothing but who answers for the
// follow-up.
func onlyResponsible(toks []token) bool {
	for i, t := range toks {
		if (t.low == "ansvarar" || t.low == "svarar") && i+2 < len(toks) && toks[i+1].low == "för" &&
			(strings.HasPrefix(toks[i+2].low, "uppföljning") || strings.HasPrefix(toks[i+2].low, "redovisning")) {
			return true
		}
	}
	return false
}

// rated reports whether tokens name a rhythm: "varje halvår", "två gånger".
func rated(toks []token) bool {
	for i, t := range toks {
		switch t.low {
		case "varje", "varannan", "vartannat", "årligen", "tertialvis", "kvartalsvis", "halvårsvis", "månadsvis", "ggr", "ggr/år":
			return true
		case "gång", "gånger":
			return i > 0
		case "var", "vart":
			return i+2 < len(toks) && strings.HasSuffix(toks[i+1].low, "e") && toks[i+2].kind == word
		}
	}
	return false
}

func continuous(toks []token) bool {
	for _, t := range toks {
		if t.low == "kontinuerligt" || t.low == "löpande" || t.low == "fortlöpande" || t.low == "regelbundet" {
			return true
		}
	}
	return false
}

// presentTense reports whether a follow-up is said to happen, not to have
// happened.
func presentTense(toks []token) bool {
	for _, t := range toks {
		if t.low == "har" || t.low == "hade" || strings.HasSuffix(t.low, "ades") || strings.HasSuffix(t.low, "ade") && !modals[t.low] {
			return false
		}
	}
	return true
}

// workSubject reports whether the work under the promise is what is followed up.
func workSubject(toks []token) bool {
	for i, t := range toks {
		if t.low == "hur" && i+2 < len(toks) && toks[i+1].low == "det" && (toks[i+2].low == "går" || toks[i+2].low == "gått") {
			return true
		}
		for _, stem := range []string{"arbetet", "aktivitet", "åtgärderna", "åtgärden", "insatserna", "resultatet", "åtagande", "punkterna", "vad som har gjorts"} {
			if strings.HasPrefix(t.low, stem) {
				return true
			}
		}
		if t.low == "gjorts" {
			return true
		}
	}
	return false
}

func (f *facts) addFollowUp(b *block, i int, s sentence) {
	u := &followUpStatement{at: b}
	u.Fact = f.sentenceFact(b, s, followUpID)
	u.Responsible = f.responsible(b, s)
	if len(u.Responsible) == 0 && i+1 < len(b.sents) {
		u.Responsible = f.responsible(b, b.sents[i+1])
	}
	f.followUps = append(f.followUps, u)
	f.explained += u.Span.Len()
}

// responsible reads who follows up: the sentence's subject or agent, or all
// where it says "tillsammans".
func (f *facts) responsible(b *block, s sentence) []model.ActorFact {
	if p, ok := subject(b.toks[:s.to], s.from); ok {
		return f.actorFacts(b, append(p.actors, p.with...), followUpID)
	}
	for i := s.from + 1; i < s.to; i++ {
		if !b.cueAt(i-1).has(aboutFollowUp) || !strings.HasSuffix(b.toks[i-1].low, "r") {
			continue
		}
		if p, ok := phraseAt(b.toks[:s.to], i); ok {
			return f.actorFacts(b, append(p.actors, p.with...), followUpID)
		}
	}
	for i := s.from; i < s.to; i++ {
		if b.toks[i].low == "tillsammans" || b.toks[i].low == "gemensamt" {
			return f.actorFacts(b, []mention{{i, i + 1, model.EveryParty, false}}, followUpID)
		}
	}
	return nil
}
