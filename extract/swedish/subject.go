package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// subjectOf is who acts in a block by its own words: the subject of the first
// sentence that has one.
func subjectOf(b *block) (actorPhrase, bool) {
	for _, s := range b.sents {
		if p, ok := subject(b.toks[:s.to], s.from); ok {
			return p, true
		}
	}
	return actorPhrase{}, false
}

// subject reads who acts in the sentence that starts at token from: the actors
// it begins with, those after a verb that promises, or those that a passive
// verb names with "av".
func subject(toks []token, from int) (actorPhrase, bool) {
	if p, ok := phraseAt(toks, from); ok && p.to < len(toks) && subjectVerb(toks, p) {
		return withCompanions(toks, p), true
	}
	if p, ok := namedVow(toks, from); ok {
		return withCompanions(toks, p), true
	}
	if p, ok := inverted(toks, from); ok {
		return withCompanions(toks, p), true
	}
	return agent(toks, from)
}

// namedVow reads a name that no vocabulary knows before a verb that vows: "Eidar
// lovar att".
func namedVow(toks []token, from int) (actorPhrase, bool) {
	end := nameEnd(toks, from)
	if end == from || end >= len(toks) || !vows[toks[end].low] || notNames[toks[from].low] || adverbs[toks[from].low] || frontWords[toks[from].low] {
		return actorPhrase{}, false
	}
	return actorPhrase{actors: []mention{{from, end, model.NamedActor, false}}, from: from, to: end}, true
}

// subjectVerb reports whether what follows the actors can be their verb: any
// word in lower case that opens no further noun phrase.
func subjectVerb(toks []token, p actorPhrase) bool {
	t := toks[p.to]
	if t.kind != word {
		return t.low == "," && clauseVerb(toks, p.to)
	}
	if t.capital || patient(toks, p) {
		return false
	}
	if notAfterSubject[t.low] && t.low != "för" {
		return clauseVerb(toks, p.to)
	}
	return true
}

// patient reports whether the first of the actors is one to whom something is
// done: a department before a passive, as in "Skolorna ska besökas".
func patient(toks []token, p actorPhrase) bool {
	first := toks[p.from].low
	if len(p.actors) > 1 || p.actors[0].class != model.MunicipalActor || toks[p.from].capital && p.actors[0].to > p.from+1 || strings.HasPrefix(first, "kommun") {
		return false
	}
	if !modals[toks[p.to].low] || p.to+1 >= len(toks) {
		return false
	}
	verb := toks[p.to+1].low
	return strings.HasSuffix(verb, "as") && !deponents[verb]
}

// deponents end like passives and mean an action of the subject.
var deponents = map[string]bool{
	"träffas": true, "hjälpas": true, "finnas": true, "synas": true, "samlas": true, "mötas": true, "enas": true, "höras": true,
	"lyckas": true, "vistas": true, "närvaras": true,
}

// meets are deponents in the present by which several people do something together.
var meets = map[string]bool{"träffas": true, "möts": true, "samlas": true, "ses": true}

// notAfterSubject are words after an actor that are no verb; the verb may stand
// later ("polisen i kommunen ska").
var notAfterSubject = map[string]bool{
	"i": true, "på": true, "för": true, "med": true, "av": true, "till": true, "mot": true, "om": true, "som": true,
	"och": true, "eller": true, "vid": true, "under": true, "från": true, "inom": true,
}

// maxClause is within how many words of its subject a verb must stand.
const maxClause = 8

// clauseVerb reports whether a verb that promises follows soon after token i.
func clauseVerb(toks []token, i int) bool {
	for k := i; k < len(toks) && k < i+maxClause; k++ {
		if modals[toks[k].low] {
			return true
		}
		if toks[k].low == "." || toks[k].low == ":" {
			return false
		}
	}
	return false
}

// inverted reads the subject after its verb: "Under 2022 lovar polisen att".
func inverted(toks []token, from int) (actorPhrase, bool) {
	for i := from; i+1 < len(toks); i++ {
		if !modals[toks[i].low] {
			continue
		}
		k := i + 1
		for k < len(toks) && k < i+3 && adverbs[toks[k].low] {
			k++
		}
		if p, ok := phraseAt(toks, k); ok {
			return p, true
		}
	}
	if p, ok := objectFirst(toks, from); ok {
		return p, true
	}
	return presentInverted(toks, from)
}

// objectFirst reads "vi" behind the verb of a sentence that begins with what is done:
// "Trygghetsvandringar ordnar vi på våren".
func objectFirst(toks []token, from int) (actorPhrase, bool) {
	if from+2 >= len(toks) || toks[from].kind != word || toks[from+2].low != "vi" || clauseWords[toks[from].low] || frontWords[toks[from].low] ||
		!presentVerb(toks, from+1) || states[toks[from+1].low] {
		return actorPhrase{}, false
	}
	return phraseAt(toks, from+2)
}

// presentInverted reads the subject behind a verb in the present, in a sentence that
// begins with when, where or how often: "Varje vecka besöker polisen skolorna".
// Clauses have verbs of their own: in "När en ungdom ringer polisen svarar vi" the
// verb of the sentence is the second.
func presentInverted(toks []token, from int) (actorPhrase, bool) {
	if !fronting(toks[from]) {
		return actorPhrase{}, false
	}
	clauses := 0
	for i := from; i+1 < len(toks); i++ {
		if toks[i].low == "." {
			break
		}
		if clauseWords[toks[i].low] {
			clauses++
			continue
		}
		if i == from || !presentVerb(toks, i) && !meets[toks[i].low] {
			continue
		}
		if clauses > 0 {
			clauses--
			continue
		}
		if states[toks[i].low] {
			break
		}
		return phraseAt(toks, i+1)
	}
	return actorPhrase{}, false
}

// fronting reports whether a word at the start of a sentence can open what says
// when, where or how often.
func fronting(t token) bool {
	switch t.low {
	case "under", "varje", "varannan", "när", "om", "efter", "vid", "på", "inför", "från", "minst", "en", "två", "tre", "fyra",
		"årligen", "regelbundet", "löpande", "kontinuerligt", "dessutom", "därutöver", "utöver", "före", "senast", "dagligen", "i",
		"tillsammans", "gemensamt":
		return true
	}
	return false
}

// clauseWords open clauses.
var clauseWords = map[string]bool{
	"när": true, "om": true, "där": true, "som": true, "att": true, "innan": true, "medan": true, "eftersom": true, "vilka": true,
}

// adverbs may stand between a verb and its subject, as may the "sig" of "åtar sig
// polisen att".
var adverbs = map[string]bool{"därför": true, "även": true, "också": true, "dessutom": true, "nu": true, "sig": true}

// frontWords open a sentence before its verb and name nobody.
var frontWords = map[string]bool{
	"här": true, "så": true, "vad": true, "det": true, "detta": true, "tillsammans": true, "gemensamt": true, "i": true,
	"under": true, "som": true, "för": true, "årets": true, "inför": true, "genom": true, "utifrån": true, "vidare": true}

// agent reads the actors of a passive: "ska åtgärdas av kommunen".
func agent(toks []token, from int) (actorPhrase, bool) {
	if toks[from].low == "av" {
		if p, ok := phraseAt(toks, from+1); ok && p.to < len(toks) && doingPassives[toks[p.to].low] {
			return p, true
		}
	}
	passive := false
	for i := from; i+1 < len(toks); i++ {
		low := toks[i].low
		passive = passive || i > from && (low == "får" || low == "blir")
		if modals[low] && toks[i+1].low == "av" {
			if p, ok := phraseAt(toks, i+2); ok && p.to < len(toks) && strings.HasSuffix(toks[p.to].low, "s") {
				return p, true
			}
		}
		if i > from && toks[i].kind == word && !toks[i].capital && len(low) > 3 && strings.HasSuffix(low, "s") {
			passive = true
		}
		if low == "av" && passive {
			if p, ok := phraseAt(toks, i+1); ok && (!p.actors[0].genitive || ownsActor(toks, p.actors[0])) {
				return p, true
			}
		}
	}
	return actorPhrase{}, false
}

// ownsActor reports whether what a genitive owns can act: "kommunens socialtjänst",
// "polisens volontärer".
func ownsActor(toks []token, m mention) bool {
	for i := m.from + 1; i < m.to; i++ {
		if _, ok := mentionAt(toks, i); ok {
			return true
		}
	}
	if m.to <= m.from || m.to-1 >= len(toks) {
		return false
	}
	for _, end := range staffEndings {
		if strings.HasSuffix(toks[m.to-1].low, end) {
			return true
		}
	}
	return false
}

// staffEndings end the names of those who act for the police or a municipality.
var staffEndings = []string{"volontärer", "avdelning", "enhet", "förvaltning", "kontor", "nämnd", "personal"}

// withCompanions adds the "tillsammans med kommunen" that stands after the verb
// of the subject p, in the same sentence.
func withCompanions(toks []token, p actorPhrase) actorPhrase {
	if len(p.with) > 0 {
		return p
	}
	for i := p.to; i < len(toks); i++ {
		if toks[i].low == "." {
			return p
		}
		n := withPhrase(toks, i)
		if n == i {
			continue
		}
		if q, ok := phraseAt(toks, n); ok {
			p.with = append(p.with, q.actors...)
		}
		return p
	}
	return p
}

// actorFacts turns mentions of block b into facts.
func (r *reading) actorFacts(b *block, ms []mention, rule string) []model.ActorFact {
	out := make([]model.ActorFact, 0, len(ms))
	for _, m := range ms {
		from, to := b.toks[m.from].start, b.toks[m.to-1].end
		if m.genitive {
			from, to = ownerOf(b, m)
		}
		out = append(out, model.ActorFact{
			Fact:  model.Fact{Text: b.Text[from:to], Span: r.within(b, from, to), Rule: rule},
			Class: m.class,
		})
	}
	return out
}

// ownerOf is the range of the actor in a genitive phrase, without what it owns
// and, for a police unit, without the genitive's "s".
func ownerOf(b *block, m mention) (from, to int) {
	end := m.from + 1
	if one, ok := mentionAt(b.toks, m.from); ok {
		end = one.to
	}
	from, to = b.toks[m.from].start, b.toks[end-1].end
	if policeUnits[b.toks[m.from].low] && strings.HasSuffix(b.Text[from:to], "s") {
		to--
	}
	return from, to
}
