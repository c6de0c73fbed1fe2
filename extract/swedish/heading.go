package swedish

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
)

//go:embed data/headings.tsv
var headingData string

// headingLexicon holds the phrases of data/headings.tsv under "role/mode".
var headingLexicon = sync.OnceValue(func() *lexicon {
	lex := &lexicon{}
	for _, line := range dataLines(headingData) {
		f := strings.Split(line, "\t")
		if len(f) == 3 {
			lex.add(f[0]+"/"+f[1], f[2])
		}
	}
	return lex
})

// role says what a section is for.
type role string

// The roles of sections. Those from situation on hold no commitments.
const (
	unknown    role = "" // a heading that no cue explains; perhaps an area
	titleRole  role = "title"
	periodRole role = "period"
	areaRole   role = "area"
	actorRole  role = "actor"
	promise    role = "promise"
	timeRole   role = "time"

	situation  role = "situation"
	goals      role = "goals"
	followUp   role = "followup"
	validity   role = "validity"
	signatures role = "signatures"
	outcome    role = "outcome"
	citizens   role = "citizens"
	method     role = "method"
	areaList   role = "arealist"
	furniture  role = "furniture"
	places     role = "places"
)

// closed reports whether sections of the role hold no commitments.
func (r role) closed() bool {
	switch r {
	case unknown, titleRole, periodRole, areaRole, actorRole, promise, timeRole:
		return false
	}
	return true
}

// roleOrder is the order in which roles win when a heading has cues of several.
var roleOrder = []role{outcome, followUp, furniture, citizens, validity, signatures, areaList, goals, situation, method, promise}

// headingRole is the role that a heading's words give, unknown for none.
func headingRole(toks []token) role {
	if accounts(toks) {
		return outcome
	}
	if refuses(toks) {
		return method
	}
	toks = bareHeading(toks)
	found := map[role]bool{}
	for i := range toks {
		class, end := headingLexicon().match(toks, i)
		name, mode, _ := strings.Cut(class, "/")
		switch {
		case class == "", mode == "whole" && (i > 0 || end < len(toks)), mode == "start" && i > 0:
			continue
		}
		found[role(name)] = true
	}
	for _, r := range roleOrder {
		if found[r] {
			return r
		}
	}
	if class, _ := cueLexicon().match(toks, 0); class == "places" {
		return places
	}
	if neutralNoun(toks) {
		return promise
	}
	return unknown
}

// neutralNoun reports whether a heading is a noun for what is done with words
// that only sort it: "Kortsiktiga åtgärder", "Våra insatser".
func neutralNoun(toks []token) bool {
	if len(toks) == 0 || len(toks) > 3 || !doingNouns[toks[len(toks)-1].low] {
		return false
	}
	for _, t := range toks[:len(toks)-1] {
		if !sortingWords[t.low] {
			return false
		}
	}
	return true
}

// areasListed reports whether a heading is a noun for areas with words that only
// sort or count them: "Årets fokusområden", "Våra tre prioriteringar".
func areasListed(toks []token) bool {
	toks = bareHeading(toks)
	if len(toks) < 2 || len(toks) > 3 || !areaNouns[toks[len(toks)-1].low] {
		return false
	}
	for _, t := range toks[:len(toks)-1] {
		if !sortingWords[t.low] && numberWords[t.low] == 0 {
			return false
		}
	}
	return true
}

var areaNouns = map[string]bool{
	"fokusområden": true, "problemområden": true, "insatsområden": true, "prioriteringar": true, "målområden": true,
}

var doingNouns = map[string]bool{
	"åtgärder": true, "aktiviteter": true, "insatser": true, "åtaganden": true, "löften": true, "aktivitet": true, "åtgärd": true, "insats": true,
}

var sortingWords = map[string]bool{
	"kortsiktiga": true, "långsiktiga": true, "planerade": true, "konkreta": true, "gemensamma": true, "våra": true, "nya": true,
	"årets": true, "prioriterade": true, "kommande": true, "aktuella": true, "fortsatta": true, "övriga": true, "lokala": true,
	"utlovade": true, "direkta": true, "löpande": true, "särskilda": true, "riktade": true, "vidtagna": false, "följande": true, "och": true,
}

// accounts reports whether a heading announces an account of a year: "Uppföljning
// av medborgarlöftet 2018".
func accounts(toks []token) bool {
	return len(toks) > 2 && strings.HasPrefix(toks[0].low, "uppföljning") && hasYear(toks[len(toks)-1])
}

// refuses reports whether a heading announces what is not promised: "Det här kan vi
// inte lova", but not "Vi lovar att inte blunda".
func refuses(toks []token) bool {
	vow, not := false, false
	for _, t := range toks {
		if t.low == "att" {
			break
		}
		vow = vow || vows[t.low] || t.low == "lova"
		not = not || t.low == "inte"
	}
	return vow && not
}

// bareHeading takes numbering, a year and closing marks off a heading's tokens.
func bareHeading(toks []token) []token {
	for len(toks) > 0 && (toks[0].kind == number || toks[0].kind == mark) {
		toks = toks[1:]
	}
	for len(toks) > 0 && (toks[len(toks)-1].kind == mark || hasYear(toks[len(toks)-1])) {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// areaWords introduce the label of a problem area in a heading.
var areaWords = map[string]bool{
	"fokusområde": true, "problemområde": true, "insatsområde": true, "målområde": true, "temaområde": true, "område": true,
	"löfte": true, "medborgarlöfte": true, "prioritering": true, "prioritet": true, "fokus": true, "tema": true,
	"utvecklingsområde": true, "arbetsområde": true, "inriktning": true, "delområde": true, "punkt": true, "löftesområde": true,
	"huvudområde": true, "trygghetslöfte": true, "prio": true, "problem": true, "fokusområden": true, "problemområden": true,
}

// areaHeading is what a heading says of an area: the tokens of its label, which
// may be none, and the number it bears.
type areaHeading struct {
	from, to int
	number   int
	explicit bool // an area word introduces it
}

// readAreaHeading reads "Fokusområde Narkotika:", "Löfte 1: Trafik",
// "Prioriterat område: …", "2. Våld", "Prioritering 1" and plain "Trafik".
func readAreaHeading(toks []token) areaHeading {
	h := areaHeading{to: len(toks)}
	i := 0
	if i < len(toks) && strings.HasPrefix(toks[i].low, "prioriterat") {
		i++
	}
	if i < len(toks) && areaWords[toks[i].low] && areaWordHere(toks, i) {
		h.explicit = true
		i++
	} else {
		i = 0
	}
	if i < len(toks) && (toks[i].low == "nr" || toks[i].low == "nummer") {
		i++
	}
	if sectionLetter(toks[i:]) {
		i++
	} else if i < len(toks) && toks[i].kind == number && len(toks[i].low) <= 2 {
		h.number = atoi(toks[i].low)
		i++
	} else if h.explicit && i < len(toks) && numberWords[toks[i].low] > 0 {
		h.number = numberWords[toks[i].low]
		i++
	}
	for i < len(toks) && toks[i].kind == mark && strings.Contains(":.–-—)", toks[i].low) {
		i++
	}
	h.from, h.to = i, labelEnd(toks, i)
	return h
}

// sectionLetter reports whether a heading begins with the letter of a section: "B
// – Hastigheter".
func sectionLetter(toks []token) bool {
	return len(toks) > 2 && len(toks[0].low) == 1 && toks[0].capital && toks[1].kind == mark && strings.Contains(".)–-—", toks[1].low) &&
		toks[2].capital && toks[2].start > toks[1].end
}

// areaWordHere reports whether the area word at i introduces a label: a number,
// a colon, a dash or a capital follows, or nothing; in "Medborgarlöfte 1 juni–31
// december 2018" and "Medborgarlöfte – ett brev till dig" it does not.
func areaWordHere(toks []token, i int) bool {
	if i+1 == len(toks) {
		return true
	}
	next := toks[i+1]
	if promiseNoun(toks[i].low) && next.kind == mark && next.low != ":" && i+2 < len(toks) && toks[i+2].kind == word && !toks[i+2].capital {
		return false
	}
	if hasYear(next) || next.kind == number && i+2 < len(toks) && timeHeading(toks[i+2:i+3]) {
		return false
	}
	if next.low == "nr" || next.low == "nummer" {
		return i+2 < len(toks) && toks[i+2].kind == number
	}
	if next.kind == word && !next.capital && (strings.HasSuffix(toks[i].low, "sområde") || strings.HasSuffix(toks[i].low, "mområde")) {
		return len(toks) <= maxLineTokens && !smallWords[next.low]
	}
	return next.kind == number || next.kind == mark || next.capital || numberWords[next.low] > 0 && (len(toks) == i+2 || toks[i+2].kind == mark)
}

// labelEnd is where an area's label ends: before closing marks and "genom att".
func labelEnd(toks []token, from int) int {
	to := len(toks)
	for to > from && toks[to-1].kind == mark && strings.Contains(":.…", toks[to-1].low) {
		to--
	}
	if to-from > 2 && toks[to-1].low == "att" && toks[to-2].low == "genom" {
		return to - 2
	}
	if to-from > 1 && toks[to-1].low == "genom" {
		return to - 1
	}
	return to
}

var numberWords = map[string]int{
	"ett": 1, "en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
}

// atoi is the value of a short run of digits, 0 where s holds anything else.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// actorFillers are the words that a heading of an actor may hold beside the
// actor: "Polisens löften", "Det här gör kommunen", "Vara kommun lovar medborgarna".
var actorFillers = map[string]bool{
	"löften": true, "löfte": true, "lovar": true, "att": true, "ska": true, "skall": true, "kommer": true, "åtagande": true,
	"åtaganden": true, "insatser": true, "arbete": true, "åtgärder": true, "aktiviteter": true, "del": true, "ansvar": true, "delar": true, "delen": true,
	"gör": true, "vad": true, "det": true, "här": true, "detta": true, "medborgarna": true, "tillsammans": true,
	"gemensamt": true, "bidrag": true, "uppdrag": true, "uppgifter": true, "medborgarlöfte": true, "medborgarlöften": true,
	"följande": true, "och": true, "under": true, "göra": true, "dessutom": true, "även": true, "också": true, "till": true,
	"dig": true, "invånarna": true, "medborgare": true, "gemensamma": true, "i": true, "samverkan": true, "samt": true,
	"åtar": true, "sig": true, "oss": true, "förbinder": true, "för": true, "så": true, "perioden": true, "året": true, "ansvarar": true, "avser": true,
	"invånare": true, "er": true, "löftena": true, "löftet": true, "särskilt": true, "aktivitet": true, "punkter": true,
	"genomför": true, "genomföra": true, "som": true, "årets": true, "bidrar": true, "med": true, "de": true, "kommande": true,
	"ihop": true, "räkna": true, "räknar": true, "kan": true, "du": true, "ni": true, "från": true, "tänker": true,
}

// actorHeading reads a heading that names actors and little else. Every actor
// is meant by "Gemensamma löften" and "Tillsammans".
func actorHeading(toks []token) (p actorPhrase, every, ok bool) {
	if inner, ok := bracketedActor(toks); ok {
		return inner, false, true
	}
	rest := 0
	for i := 0; i < len(toks); {
		if q, found := phraseAt(toks, i); found {
			p.actors, p.with = append(p.actors, q.actors...), append(p.with, q.with...)
			i = q.to
			continue
		}
		t := toks[i]
		if t.kind == word && !actorFillers[t.low] && !hasYear(t) {
			return p, false, false
		}
		every = every || t.low == "gemensamt" || t.low == "gemensamma" || t.low == "tillsammans" || t.low == "ihop"
		rest++
		i++
	}
	p.actors = withoutWe(p.actors)
	return p, every && len(p.actors) == 0, len(p.actors) > 0 || every
}

// withoutWe drops "vi" beside who it is: "Som polis lovar vi att".
func withoutWe(actors []mention) []mention {
	we := func(m mention) bool { return m.class == model.EveryParty }
	if !slices.ContainsFunc(actors, func(m mention) bool { return !we(m) }) {
		return actors
	}
	return slices.DeleteFunc(actors, we)
}

// bracketedActor reads the actor in brackets that ends a heading: "Trygga
// ungdomsmiljöer (Kungälvs kommun)".
func bracketedActor(toks []token) (actorPhrase, bool) {
	n := len(toks)
	if n < 4 || toks[n-1].low != ")" {
		return actorPhrase{}, false
	}
	for i := n - 2; i > 0; i-- {
		if toks[i].low != "(" {
			continue
		}
		p, ok := phraseAt(toks, i+1)
		return p, ok && p.to == n-1
	}
	return actorPhrase{}, false
}
