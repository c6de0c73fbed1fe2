package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// cut is what remains of an item without the labels that name its actor:
// tokens [from, to), and the actors of the label, if any.
type cut struct {
	from, to int
	actors   []mention
	with     []mention
}

// cutLabels takes "Polis:" in front, "(Polis)" or "Polis" behind and
// "Ansvarig: …" off an item.
func cutLabels(f *facts, b *block) cut {
	c := cut{from: 0, to: len(b.toks)}
	if p, n := frontLabel(b.toks); n > 0 {
		c.from, c.actors, c.with = n, p.actors, p.with
		return c
	}
	if i := responsibleAt(b.toks); i > 0 {
		if p := actorsIn(b.toks, responsibleValue(b.toks, i)); len(p.actors) > 0 {
			c.to, c.actors, c.with = i, p.actors, p.with
			return trimCut(b, c)
		}
	}
	if p, i := bracketSuffix(f, b.toks); i > 0 {
		c.to, c.actors, c.with = i, p.actors, p.with
		return c
	}
	if p, i := bareSuffix(f, b.toks); i > 0 {
		c.to, c.actors = i, p
	}
	return c
}

func trimCut(b *block, c cut) cut {
	for c.to > c.from && b.toks[c.to-1].kind == mark && strings.Contains("(–-,", b.toks[c.to-1].low) {
		c.to--
	}
	return c
}

// frontLabel reads "Polisen:", "Tillsammans:" or "Kommunen –" at the start of an item: the
// actors and the token after the label.
func frontLabel(toks []token) (actorPhrase, int) {
	p, ok := phraseAt(toks, 0)
	if !ok && len(toks) > 1 && everyWords[toks[0].low] {
		p, ok = actorPhrase{actors: []mention{{0, 1, model.EveryParty, false}}, to: 1}, true
	}
	if !ok || p.to >= len(toks) {
		return p, 0
	}
	t := toks[p.to]
	if t.low == ":" || t.kind == mark && strings.Contains("–-—", t.low) && p.to+1 < len(toks) && toks[p.to+1].start > t.end {
		return p, p.to + 1
	}
	return p, 0
}

// responsibleWords open a passage that says who is responsible.
var responsibleWords = map[string]bool{
	"ansvarig": true, "ansvariga": true, "ansvar": true, "ansvarar": true, "huvudansvarig": true, "utförare": true, "aktör": true,
	"aktörer": true, "huvudansvar": true, "ansvarig:": true, "vem": true,
}

// responsibleAt is the token of "Ansvarig: …" in an item, 0 for none.
func responsibleAt(toks []token) int {
	for i := 1; i+1 < len(toks); i++ {
		if responsibleWords[toks[i].low] && (toks[i+1].low == ":" || toks[i+1].low == "är" || toks[i+1].low == "part") {
			return i
		}
	}
	return 0
}

// responsibleValue is the token after "Ansvarig:".
func responsibleValue(toks []token, i int) int {
	i++
	for i < len(toks) && (toks[i].kind == mark || toks[i].low == "är" || toks[i].low == "part" || toks[i].low == "parter") {
		i++
	}
	return i
}

// responsibleLine gives the actors of a line "Ansvarig: …" to the commitment
// before it.
func responsibleLine(f *facts, b *block, last *commitment) bool {
	if last == nil || !isResponsible(b) {
		return false
	}
	p := actorsIn(b.toks, responsibleValue(b.toks, 0))
	if len(p.actors) == 0 {
		return false
	}
	if !last.own {
		last.Actors, last.With = f.actorFacts(b, p.actors, "responsible-line"), f.actorFacts(b, p.with, "responsible-line")
	}
	f.read[b] = true
	return true
}

// isResponsible reports whether a line says who is responsible for what stands
// above it.
func isResponsible(b *block) bool {
	return len(b.toks) > 1 && len(b.toks) <= maxHeadingTokens && responsibleWords[b.toks[0].low]
}

// actorsIn reads the tokens from i to the end as actors and those with them, or
// as a plain list of actors.
func actorsIn(toks []token, i int) actorPhrase {
	if p, ok := phraseAt(toks, i); ok && (p.to == len(toks) || p.to == len(toks)-1 && toks[p.to].low == ".") {
		return p
	}
	return actorPhrase{actors: actorList(toks, i, len(toks))}
}

// actorList reads tokens [from, to) as a list of actors and nothing else; a
// name that no vocabulary knows is an actor too. nil where it is something else.
func actorList(toks []token, from, to int) []mention {
	if to-from == 1 && everyWords[toks[from].low] {
		return []mention{{from, to, model.EveryParty, false}}
	}
	var out []mention
	for i := from; i < to; {
		if p, ok := phraseAt(toks[:to], i); ok {
			out = append(out, p.actors...)
			out = append(out, p.with...)
			i = p.to
		} else if n := unknownName(toks, i, to); n > i {
			out = append(out, mention{i, n, model.NamedActor, false})
			i = n
		} else {
			return nil
		}
		for i < to && (toks[i].kind == mark || toks[i].low == "och" || toks[i].low == "samt") {
			i++
		}
	}
	return out
}

// unknownName is the token after a name or noun that stands alone in a list.
func unknownName(toks []token, i, to int) int {
	n := i
	for n < to && n < i+maxOrganisationTokens && toks[n].kind == word && toks[n].low != "och" && toks[n].low != "samt" && !finite(toks[n].low) {
		n++
	}
	return n
}

// bracketSuffix reads "(Polis och kommun)" at the end of an item. A name that
// no vocabulary knows counts where other items of the document end so with
// one that it knows.
func bracketSuffix(f *facts, toks []token) (actorPhrase, int) {
	end := len(toks)
	if end > 0 && toks[end-1].low == "." {
		end--
	}
	if end < 3 || toks[end-1].low != ")" {
		return actorPhrase{}, 0
	}
	open := end - 2
	for open > 0 && toks[open].low != "(" {
		open--
	}
	if open == 0 {
		return actorPhrase{}, 0
	}
	if open+2 == end-1 && everyWords[toks[open+1].low] {
		return actorPhrase{actors: []mention{{open + 1, open + 2, model.EveryParty, false}}}, open
	}
	if ms := f.legend.actors(toks, open+1, end-1); len(ms) > 0 {
		return actorPhrase{actors: ms}, open
	}
	if p, ok := phraseAt(toks[:end-1], open+1); ok && p.to == end-1 {
		return p, open
	}
	if ms := knownActors(toks, open+1, end-1); len(ms) > 0 {
		return actorPhrase{actors: ms}, open
	}
	if f.suffixes.brackets > 1 && toks[open+1].capital {
		return actorPhrase{actors: actorList(toks, open+1, end-1)}, open
	}
	return actorPhrase{}, 0
}

// everyWords mean all parties where they stand alone in a label.
var everyWords = map[string]bool{"alla": true, "samtliga": true, "gemensamt": true, "tillsammans": true, "gemensam": true}

// knownActors reads tokens [from, to) as actors that the vocabulary knows.
func knownActors(toks []token, from, to int) []mention {
	if from >= to {
		return nil
	}
	p, ok := phraseAt(toks[:to], from)
	if !ok {
		return nil
	}
	out := append(p.actors, p.with...)
	i := p.to
	for i < to && (toks[i].kind == mark || toks[i].low == "och") {
		i++
	}
	if i == to {
		return out
	}
	rest := knownActors(toks, i, to)
	if rest == nil {
		return nil
	}
	return append(out, rest...)
}

// bareSuffix reads actors that stand as a sentence of their own at the end of
// an item: "… otrygga. Polis".
func bareSuffix(f *facts, toks []token) ([]mention, int) {
	end := len(toks)
	if end > 0 && toks[end-1].low == "." {
		end--
	}
	for i := end - 1; i > 1 && i >= end-maxSuffixTokens; i-- {
		if toks[i-1].low != "." || !toks[i].capital {
			continue
		}
		if ms := knownActors(toks, i, end); len(ms) > 0 {
			return ms, i
		}
		if f.suffixes.bare > 1 && !hasVerb(toks[i:end]) {
			return actorList(toks, i, end), i
		}
	}
	return nil, 0
}

// maxSuffixTokens is how long a list of actors behind an item may be.
const maxSuffixTokens = 8

func hasVerb(toks []token) bool {
	for _, t := range toks {
		if finite(t.low) {
			return true
		}
	}
	return false
}

// suffixStyle counts the items of a document that end in a known actor, in
// brackets or bare.
type suffixStyle struct{ brackets, bare int }

func countSuffixes(blocks []*block) suffixStyle {
	var s suffixStyle
	none := &facts{reading: &reading{}}
	for _, b := range blocks {
		if b.Kind != model.Item {
			continue
		}
		if p, i := bracketSuffix(none, b.toks); i > 0 && len(p.actors) > 0 {
			s.brackets++
		} else if ms, i := bareSuffix(none, b.toks); i > 0 && len(ms) > 0 {
			s.bare++
		}
	}
	return s
}

// giveActors says who acts in a commitment: its own subject, its label, or what
// stands above it. "Vi" is whom the heading names.
func (f *facts) giveActors(c *commitment, b *block, k cut) {
	rule := c.Rule
	p, ok := subject(b.toks[:k.to], k.from)
	for i := 1; !ok && i < len(b.sents) && b.sents[i].to <= k.to; i++ {
		if b.sents[i].from > k.from {
			p, ok = subject(b.toks[:b.sents[i].to], b.sents[i].from)
		}
	}
	if ok {
		c.own = true
		c.Actors, c.With = f.actorFacts(b, p.actors, rule), f.actorFacts(b, p.with, rule)
		if everybody(c.Actors) {
			c.own = false
			f.narrowWe(c, b, k)
		}
		return
	}
	if n := companionsOf(b.toks[k.from:k.to]); len(n) > 0 {
		for i := range n {
			n[i].from, n[i].to = n[i].from+k.from, n[i].to+k.from
		}
		c.With = f.actorFacts(b, n, rule)
	}
	if len(k.actors) > 0 {
		c.Actors = f.actorFacts(b, k.actors, rule)
		c.With = append(c.With, f.actorFacts(b, k.with, rule)...)
		return
	}
	actors, with := f.inherit(b.in, rule)
	c.Actors = actors
	c.With = append(c.With, with...)
}

// narrowWe gives "vi" the actors of the label or the heading above, if any.
func (f *facts) narrowWe(c *commitment, b *block, k cut) {
	if len(k.actors) > 0 {
		c.Actors = f.actorFacts(b, k.actors, c.Rule)
		return
	}
	if actors, _ := f.inherit(b.in, c.Rule); len(actors) > 0 {
		c.Actors = actors
	}
}

func everybody(actors []model.ActorFact) bool {
	for _, a := range actors {
		if a.Class != model.EveryParty {
			return false
		}
	}
	return true
}

// companionsOf reads the "tillsammans med kommunen" of an item without a subject.
func companionsOf(toks []token) []mention {
	for i := range toks {
		n := withPhrase(toks, i)
		if n == i {
			continue
		}
		if p, ok := phraseAt(toks, n); ok {
			return p.actors
		}
		return nil
	}
	return nil
}
