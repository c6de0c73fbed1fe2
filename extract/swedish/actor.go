package swedish

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

//go:embed data/actors.tsv
var actorData string

var actorLexicon = sync.OnceValue(func() *lexicon { return newLexicon(actorData) })

// mention is a place in a block that names an actor: tokens [from, to), the
// class, and whether it stands in the genitive before a noun ("kommunens
// fältassistenter").
type mention struct {
	from, to int
	class    model.ActorClass
	genitive bool
}

// maxNameTokens is how many words the name of a municipality or a police unit
// may have ("Upplands Väsby", "Storgöteborg nordost").
const maxNameTokens = 3

// maxAsideTokens is how long a bracket after an actor may be that explains it:
// "(fortsättningsvis LPO Karlstad)".
const maxAsideTokens = 6

// policeUnits are the words after which the name of a police unit stands.
var policeUnits = map[string]bool{
	"lokalpolisområde": true, "lokalpolisområdet": true, "lpo": true, "lokal-polisområde": true,
	"polisområde": true, "polisområdet": true, "polisregion": true, "närpolisområde": true, "närpolisområdet": true,
	"lokalpolisområdets": true,
}

// directions are the words in lower case that belong to a unit's name.
var directions = map[string]bool{
	"norra": true, "södra": true, "östra": true, "västra": true, "mellersta": true, "nordost": true, "nordväst": true,
	"sydost": true, "sydväst": true, "syd": true, "norr": true, "söder": true, "väst": true, "öst": true, "city": true,
}

// regionNouns are the nouns in lower case that end the name of a unit: "Piteå
// älvdal".
var regionNouns = map[string]bool{"län": true, "älvdal": true}

// mentionAt reads the one actor that starts at token i, if any.
func mentionAt(toks []token, i int) (mention, bool) {
	if i >= len(toks) || toks[i].kind != word {
		return mention{}, false
	}
	if m, ok := policeUnitAt(toks, i); ok {
		return m, true
	}
	if m, ok := namedMunicipalityAt(toks, i); ok {
		return m, true
	}
	if m, ok := organisationAt(toks, i); ok {
		return m, true
	}
	class, end := actorLexicon().match(toks, i)
	if class == "" {
		if !misspeltPolice(toks[i].low) {
			return mention{}, false
		}
		class, end = string(model.PoliceActor), i+1
	}
	m := mention{from: i, to: end, class: model.ActorClass(class)}
	m.genitive = strings.HasSuffix(toks[end-1].low, "s") && nounFollows(toks, end) && !strings.HasSuffix(toks[end-1].low, "polis")
	if m.class == model.NamedActor && end < len(toks) && toks[end].capital && strings.HasPrefix(toks[i].low, "räddningstjänst") {
		m.to = max(nameEnd(toks, end), end)
		return m, true
	}
	if m.class == model.NamedActor && end == i+1 && end < len(toks) && toks[end].capital && classNouns[toks[i].low] {
		m.from, m.to = end, max(nameEnd(toks, end), end+1)
		if o, ok := organisationAt(toks, end); ok {
			m = o
		}
		if toks[i].capital && nameNouns[toks[i].low] {
			m.from = i
		}
		return m, true
	}
	if m.class == model.PoliceActor && end+1 < len(toks) && toks[end].low == "i" {
		if unit, ok := policeUnitAt(toks, end+1); ok && unit.to > unit.from+1 {
			return unit, true
		}
	}
	if (m.class == model.PoliceActor || m.class == model.NamedActor) && !m.genitive {
		m.to = locality(toks, end)
	}
	return m, true
}

// classNouns stand before the name of an organisation: "bostadsbolaget AB Eidar".
var classNouns = map[string]bool{
	"bostadsbolaget": true, "bostadsföretaget": true, "bolaget": true, "stiftelsen": true, "föreningen": true,
	"fastighetsbolaget": true, "energibolaget": true, "trafikbolaget": true,
}

// nameNouns are those among them that belong to the name when they have its
// capital: "Föreningen Nattvandrarna i Å".
var nameNouns = map[string]bool{"stiftelsen": true, "föreningen": true}

// policeUnitAt reads "lokalpolisområde Karlstad", "LPO södra Vätterbygden" and
// "Västerviks lokalpolisområde".
func policeUnitAt(toks []token, i int) (mention, bool) {
	if i+1 < len(toks) && toks[i].capital && policeUnits[toks[i+1].low] && strings.HasSuffix(toks[i].low, "s") && !startsActor(toks, i) {
		return mention{from: i, to: i + 2, class: model.PoliceActor}, true
	}
	if !policeUnits[toks[i].low] {
		return mention{}, false
	}
	end := nameEnd(toks, i+1)
	if end > i+1 && municipalWord(toks, end) {
		end--
	}
	m := mention{from: i, to: end, class: model.PoliceActor}
	m.genitive = strings.HasSuffix(toks[end-1].low, "s") && nounFollows(toks, end)
	return m, true
}

// nameEnd is where the proper name that starts at i ends: capitalised words
// with the directions around them.
func nameEnd(toks []token, i int) int {
	end, capitals := i, 0
	for k := i; k < len(toks) && k < i+maxNameTokens && toks[k].kind == word; k++ {
		if toks[k].capital && !startsActor(toks, k) {
			capitals++
			end = k + 1
			continue
		}
		if !directions[toks[k].low] && !regionNouns[toks[k].low] {
			break
		}
		if capitals > 0 {
			end = k + 1
		}
	}
	return end
}

// startsActor reports whether a capitalised word is itself the name of an actor
// and so no part of the name before it.
func startsActor(toks []token, i int) bool {
	low := toks[i].low
	return policeUnits[low] || strings.HasPrefix(low, "polis") || strings.HasPrefix(low, "kommun")
}

// locality extends "polisen" by the place in "polisen i Östra Norrbotten".
func locality(toks []token, end int) int {
	if end+1 < len(toks) && toks[end].low == "i" {
		if unit, ok := policeUnitAt(toks, end+1); ok {
			return unit.to
		}
		n := nameEnd(toks, end+1)
		if n > end+1 && municipalWord(toks, n) {
			return n + 1
		}
		if n > end+1 {
			return n
		}
	}
	return end
}

// namedMunicipalityAt reads "Kils kommun", "Göteborgs Stad", "Upplands Väsby
// kommun", with "kommuns" in the genitive.
func namedMunicipalityAt(toks []token, i int) (mention, bool) {
	if !toks[i].capital || startsActor(toks, i) {
		return mention{}, false
	}
	for k := i; k < len(toks) && k <= i+maxNameTokens; k++ {
		if k > i && municipalWord(toks, k) {
			low := toks[k].low
			return mention{i, k + 1, model.MunicipalActor, strings.HasSuffix(low, "s") && nounFollows(toks, k+1)}, true
		}
		if toks[k].kind != word || !toks[k].capital || startsActor(toks, k) {
			break
		}
	}
	return mention{}, false
}

func municipalWord(toks []token, k int) bool {
	if k >= len(toks) {
		return false
	}
	switch toks[k].low {
	case "kommun", "kommuns", "stad", "stads":
		return true
	}
	return false
}

// nounFollows reports whether a word in lower case that can be a noun stands at
// i, as after a genitive.
func nounFollows(toks []token, i int) bool {
	return i < len(toks) && toks[i].kind == word && !toks[i].capital && !finite(toks[i].low) && !smallWords[toks[i].low]
}

// smallWords never are the noun that a genitive owns.
var smallWords = map[string]bool{
	"och": true, "samt": true, "i": true, "på": true, "att": true, "som": true, "har": true, "är": true, "med": true,
	"av": true, "till": true, "för": true, "under": true, "tillsammans": true, "gemensamt": true, "eller": true, "om": true,
	"lovar": true, "gör": true, "vill": true,
}

// misspeltPolice reports whether a long word is "polismyndigheten" with a slip.
func misspeltPolice(low string) bool {
	const whole = "polismyndigheten"
	return strings.HasPrefix(low, "polis") && utf8.RuneCountInString(low) >= len(whole)-1 && nearly(low, whole)
}

// actorPhrase is a list of actors, as in "Polisen och Kils kommun" or
// "Polisen tillsammans med kommunen": who acts, with whom, and the token after.
type actorPhrase struct {
	actors, with []mention
	from, to     int
}

// phraseAt reads the list of actors that starts at token i.
func phraseAt(toks []token, i int) (actorPhrase, bool) {
	first, ok := actorsFrom(toks, i)
	if !ok {
		return actorPhrase{}, false
	}
	p := actorPhrase{actors: first, from: i, to: first[len(first)-1].to}
	for {
		p.to = skipAside(toks, p.to)
		n, with := joint(toks, p.to)
		if n == p.to {
			return p, true
		}
		more, ok := actorsFrom(toks, n)
		if !ok {
			return p, true
		}
		if with {
			p.with = append(p.with, more...)
		} else {
			p.actors = append(p.actors, more...)
		}
		p.to = more[len(more)-1].to
		if with && p.to < len(toks) && toks[p.to].low == "," {
			p.to = afterAside(toks, p.to)
		}
	}
}

// afterAside passes the comma that closes "Kommunen, i samverkan med polisen,".
func afterAside(toks []token, i int) int {
	if i+1 < len(toks) && toks[i+1].kind == word && !toks[i+1].capital && (finite(toks[i+1].low) || presentVerb(toks, i+1)) {
		return i + 1
	}
	return i
}

// actorsFrom reads one actor, or the several of "kommunerna Tjörn och Orust".
func actorsFrom(toks []token, i int) ([]mention, bool) {
	m, ok := mentionAt(toks, described(toks, i))
	if !ok {
		return nil, false
	}
	if m.class == model.EveryMunicipality {
		if named := municipalityList(toks, m.to); len(named) > 1 {
			return named, true
		}
	}
	if m.genitive {
		m.to = genitiveEnd(toks, m.to)
	}
	return []mention{m}, true
}

// described is the token after an article and an adjective before what a company
// is: "det kommunala bostadsbolaget", else i.
func described(toks []token, i int) int {
	if i+2 < len(toks) && (toks[i].low == "det" || toks[i].low == "den") && strings.HasSuffix(toks[i+1].low, "a") && classNouns[toks[i+2].low] {
		return i + 2
	}
	return i
}

// municipalityList reads bare names after "kommunerna": "Stenungsund, Tjörn och
// Orust".
func municipalityList(toks []token, i int) []mention {
	var out []mention
	for i < len(toks) && toks[i].kind == word && toks[i].capital {
		end := nameEnd(toks, i)
		out = append(out, mention{i, end, model.MunicipalActor, false})
		if end+1 >= len(toks) || toks[end].low != "," && toks[end].low != "och" && toks[end].low != "samt" {
			break
		}
		i = end + 1
	}
	return out
}

// genitiveEnd is where the noun phrase ends that a genitive opened: the words
// up to the finite verb, at most maxOwned.
func genitiveEnd(toks []token, i int) int {
	for k := i; k < len(toks) && k < i+maxOwned; k++ {
		if finite(toks[k].low) || toks[k].kind == mark && toks[k].low != "," {
			return k
		}
		if n, _ := joint(toks, k); n > k && k > i {
			if _, ok := mentionAt(toks, n); ok {
				return k
			}
		}
		if presentVerb(toks, k) && k > i {
			return k
		}
	}
	if i+maxOwned >= len(toks) {
		return len(toks)
	}
	return i + 1
}

// maxOwned is how many words the noun phrase after a genitive may have:
// "kommunens individ- och familjeomsorg".
const maxOwned = 5

// joint is the token after a conjunction or a "tillsammans med" at i, and which
// of the two it was. No joint gives i.
func joint(toks []token, i int) (after int, with bool) {
	if i >= len(toks) {
		return i, false
	}
	if n := withPhrase(toks, i); n > i {
		return n, true
	}
	switch toks[i].low {
	case ",", "&", "/", "+":
		if n := withPhrase(toks, i+1); n > i+1 {
			return n, true
		}
		if i+1 < len(toks) && (toks[i+1].low == "och" || toks[i+1].low == "samt") {
			return i + 2, false
		}
		return i + 1, false
	case "och", "samt", "ohc", "respektive":
		return i + 1, false
	}
	return i, false
}

// withPhrase is the token after "tillsammans med" and its like at i, else i.
func withPhrase(toks []token, i int) int {
	class, end := withLexicon().match(toks, i)
	if class == "" {
		return i
	}
	return end
}

var withLexicon = sync.OnceValue(func() *lexicon {
	lex := &lexicon{}
	for _, p := range []string{
		"tillsammans med", "tillsamman med", "gemensamt med", "i samverkan med", "i samarbete med", "ihop med",
		"i samråd med", "med stöd av", "med hjälp av", "jämte",
	} {
		lex.add("with", p)
	}
	return lex
})

// skipAside is the token after a bracket at i that only explains, else i.
func skipAside(toks []token, i int) int {
	if i >= len(toks) || toks[i].low != "(" {
		return i
	}
	for k := i + 1; k < len(toks) && k <= i+maxAsideTokens+1; k++ {
		if toks[k].low == ")" {
			return k + 1
		}
	}
	return i
}
