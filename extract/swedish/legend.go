package swedish

import (
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// legend is what a document says its letters for actors mean: "Bokstaven visar vem
// som ansvarar: P är polisen och K är kommunen", "P = Polisen, K = Kommunen",
// "polisen (P) och kommunen (K)".
type legend map[string]model.ActorClass

// maxLetters is how long an abbreviation of an actor may be.
const maxLetters = 3

// readLegend collects the letters that the document explains. One alone explains
// nothing: "P: parkering" is no legend, nor is a word that happens to be short.
func readLegend(blocks []*block) legend {
	l := legend{}
	for _, b := range blocks {
		for i := range b.toks {
			if m, ok := explained(b, i); ok {
				l[b.toks[i].low] = m.class
			}
		}
	}
	if len(l) < 2 {
		return nil
	}
	l.joinPairs()
	return l
}

// explained is the actor that the letters at token i stand for, as the words around
// them say.
func explained(b *block, i int) (mention, bool) {
	t := b.toks[i]
	letters := b.Text[t.start:t.end]
	if t.kind != word || utf8.RuneCountInString(letters) > maxLetters || letters != strings.ToUpper(letters) {
		return mention{}, false
	}
	if m, ok := bracketed(b.toks, i); ok {
		return m, true
	}
	after := i + 1
	switch {
	case after+1 >= len(b.toks):
		return mention{}, false
	case b.toks[after].low == "att": // "P betyder att …, K att …"
	case b.toks[after].low == "står" && b.toks[after+1].low == "för":
		after += 2
	case b.toks[after].low == "är" || b.toks[after].low == "betyder" || strings.Contains("=–-", b.toks[after].low):
		after++
	default:
		return mention{}, false
	}
	if after+1 < len(b.toks) && b.toks[after].low == "att" {
		after++ // "P betyder att polisen ansvarar"
	}
	if after < len(b.toks) && everyWords[b.toks[after].low] {
		return mention{after, after + 1, model.EveryParty, false}, true
	}
	m, ok := mentionAt(b.toks, after)
	return m, ok && m.class != model.NamedActor && m.class != model.RegionActor
}

// bracketed is the actor in front of the bracket that holds the letters
// at token i: "polisen i lokalpolisområde Norra Lappland (P)".
func bracketed(toks []token, i int) (mention, bool) {
	if i < 2 || i+1 >= len(toks) || toks[i-1].low != "(" || toks[i+1].low != ")" {
		return mention{}, false
	}
	for from := i - 2; from >= 0 && from > i-2-maxClause; from-- {
		if m, ok := mentionAt(toks, from); ok && m.to == i-1 {
			return m, m.class == model.PoliceActor || m.class == model.MunicipalActor
		}
	}
	return mention{}, false
}

// joinPairs adds "P/K" and "P+K" for a legend of two actors: both.
func (l legend) joinPairs() {
	if len(l) != 2 {
		return
	}
	var letters []string
	for low, class := range l {
		if class == model.EveryParty {
			return
		}
		letters = append(letters, low)
	}
	for _, sign := range []string{"/", "+"} {
		l[letters[0]+sign+letters[1]] = model.EveryParty
		l[letters[1]+sign+letters[0]] = model.EveryParty
	}
}

// actors reads tokens [from, to) as letters of the legend and nothing else: "P, K".
func (l legend) actors(toks []token, from, to int) []mention {
	var out []mention
	for i := from; i < to; i++ {
		class, ok := l[toks[i].low]
		switch {
		case ok:
			out = append(out, mention{i, i + 1, class, false})
		case toks[i].low != "och" && (toks[i].kind != mark || !strings.Contains(",/&+", toks[i].low)):
			return nil
		}
	}
	return out
}

// legendParties makes those parties for whom the document has letters.
func (f *facts) legendParties() {
	if f.legend == nil {
		return
	}
	for _, b := range f.blocks {
		for i := range b.toks {
			if m, ok := explained(b, i); ok && m.class != model.EveryParty {
				f.actingParties(b, f.actorFacts(b, []mention{m}, partyID))
			}
		}
	}
}
