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
	if p, ok := inverted(toks, from); ok {
		return withCompanions(toks, p), true
	}
	return agent(toks, from)
}

// subjectVerb reports whether what follows the actors can be their verb: any
// word in lower case that opens no further noun phrase.
func subjectVerb(toks []token, p actorPhrase) bool {
	t := toks[p.to]
	if t.kind != word {
		return t.low == "," && clauseVerb(toks, p.to)
	}
	if t.capital {
		return false
	}
	if notAfterSubject[t.low] {
		return clauseVerb(toks, p.to)
	}
	return true
}

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
	return actorPhrase{}, false
}

// adverbs may stand between a verb and its subject.
var adverbs = map[string]bool{"därför": true, "även": true, "också": true, "dessutom": true, "också,": true, "nu": true}

// agent reads the actors of a passive: "ska åtgärdas av kommunen".
func agent(toks []token, from int) (actorPhrase, bool) {
	passive := false
	for i := from; i+1 < len(toks); i++ {
		low := toks[i].low
		if i > from && toks[i].kind == word && !toks[i].capital && len(low) > 3 && strings.HasSuffix(low, "s") {
			passive = true
		}
		if low == "av" && passive {
			if p, ok := phraseAt(toks, i+1); ok && !(len(p.actors) == 1 && p.actors[0].genitive) {
				return p, true
			}
		}
	}
	return actorPhrase{}, false
}

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
			Fact:  model.Fact{Text: b.Text[from:to], Span: r.doc.Within(b.Block, from, to), Rule: rule},
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
