package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// promisedBy reports whether sentence i promises what its subject p does: by its
// verb, or by saying it in the present where that is a promise.
func promisedBy(b *block, i int, p actorPhrase, among bool) bool {
	s := b.sents[i]
	if !promisingSubject(p) && !(among && companySubject(b.toks, p)) && !vowsItself(b.toks, p) {
		return false
	}
	return b.flags[i].has(modalled) && mainVerb(b.toks[:s.to], s.from, p) || doesNow(b, b.flags[i], s, p, among)
}

// vowsItself reports whether those who act promise in so many words, whoever they
// are: "Trygga Vuxna lovar att".
func vowsItself(toks []token, p actorPhrase) bool {
	return p.to+1 < len(toks) && vows[toks[p.to].low] && (toks[p.to+1].low == "att" || toks[p.to+1].low == "sig")
}

// promisesAmong reports whether some sentence of a paragraph below a heading is a
// promise of the police or the municipality: what the others say in the present
// they promise too.
func promisesAmong(b *block) bool {
	if b.in == nil || b.in.head == nil || b.in.role == titleRole || b.in.role.closed() {
		return false
	}
	for i, s := range b.sents {
		p, ok := subject(b.toks[:s.to], s.from)
		if ok && b.flags[i].has(modalled) && !everybodyActs(p) && promisingSubject(p) && mainVerb(b.toks[:s.to], s.from, p) && !notUndertaking(b, i) {
			return true
		}
	}
	return false
}

// already reports whether a sentence tells what is done as it is: "redan", "i dag".
func already(toks []token) bool {
	for i, t := range toks {
		if t.low == "redan" && !(i+1 < len(toks) && soon[toks[i+1].low]) || t.low == "idag" || t.low == "dag" && i > 0 && toks[i-1].low == "i" {
			return true
		}
	}
	return false
}

// soon are the words behind a "redan" that tells when or where, not that it is so:
// "redan på platsen", "redan samma dag".
var soon = map[string]bool{"på": true, "vid": true, "samma": true, "under": true, "från": true}

// announcesOnly reports whether a sentence promises no more than what stands below
// it: "Därför lovar vi det här.", "… kommer därför att göra följande."
func announcesOnly(toks []token) bool {
	n := len(toks)
	for n > 0 && toks[n-1].kind == mark {
		n--
	}
	if n < 3 {
		return false
	}
	last, before := toks[n-1].low, toks[n-2].low
	return last == "följande" || last == "nedanstående" || last == "här" && before == "det" || last == "detta" && (before == "göra" || vows[before])
}

// companySubject reports whether the one who acts is a company: by its name, or as
// the one that the document calls "bostadsbolaget".
func companySubject(toks []token, p actorPhrase) bool {
	i := p.actors[0].from
	o, named := organisationAt(toks, i)
	return named && o.class == model.NamedActor || strings.HasSuffix(toks[i].low, "bolaget")
}

// passivePromise reports whether a sentence without a subject that acts says what
// will be done, below the heading of the one who does it: "Buskage kommer att
// beskäras". What is to become more or less is an aim.
func passivePromise(toks []token) bool {
	for i, t := range toks {
		if !modals[t.low] {
			continue
		}
		for k := i + 1; k < len(toks) && k <= i+verbReach; k++ {
			if low := toks[k].low; strings.HasSuffix(low, "as") && len(low) > 4 && toks[k].kind == word {
				return !deponents[low] && !changeVerbs[low]
			}
		}
		return false
	}
	return false
}

// limited reports whether a sentence says in the present how often or how soon
// something is done: "Den som tipsar oss får svar inom två veckor".
func limited(toks []token) bool {
	bound, now := rated(toks), false
	for i, t := range toks {
		bound = bound || t.low == "inom" || t.low == "senast"
		now = now || doingPassives[t.low] || t.low == "får" || t.low == "blir" || i > 0 && presentVerb(toks, i) && !states[t.low]
	}
	return bound && now && !already(toks)
}

// passiveReach is within how many words the verb of a short subject stands.
const passiveReach = 4

// passiveNow reports whether a sentence says in the present and the passive what is
// done, at its start: "Särskilda insatser riktas mot langarna".
func passiveNow(toks []token) bool {
	if len(toks) == 0 || clauseWords[toks[0].low] {
		return false
	}
	for i := 1; i < len(toks) && i <= passiveReach; i++ {
		if doingPassives[toks[i].low] {
			return !already(toks)
		}
		if toks[i].kind != word || finite(toks[i].low) || clauseWords[toks[i].low] {
			return false
		}
	}
	return false
}

// doingPassives are the passives by which promises say what is done.
var doingPassives = map[string]bool{
	"riktas": true, "genomförs": true, "erbjuds": true, "anordnas": true, "ordnas": true, "hålls": true, "görs": true, "sätts": true,
	"byts": true, "byggs": true, "startas": true, "utbildas": true, "kontrolleras": true, "bemannas": true, "utförs": true,
	"besöks": true, "kontaktas": true, "lagas": true, "åtgärdas": true, "beskärs": true, "röjs": true, "saneras": true, "införs": true,
}

// changeVerbs say how a state is to change.
var changeVerbs = map[string]bool{
	"ökas": true, "minskas": true, "förbättras": true, "stärkas": true, "upplevas": true, "kännas": true, "uppnås": true,
	"förebyggas": true, "halveras": true, "prioriteras": true, "skapas": true, "främjas": true, "uppfattas": true,
}
