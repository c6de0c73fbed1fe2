package swedish

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

//go:embed data/roles.tsv
var roleData string

// roleLexicon holds the titles of those who sign.
var roleLexicon = sync.OnceValue(func() *lexicon { return newLexicon(roleData) })

var signatureBlockRule = Rule{
	ID:   signatureBlockID,
	What: "reads a signatory from a line with a name and the line below with a role, or from one line with both",
	Example: `# Kumla – medborgarlöften
• Polisen ska fotpatrullera.
Annika Sköldberg
Kommunstyrelsens ordförande`,
	Counterexample: `# Kumla – medborgarlöften
• Polisen ska fotpatrullera.
Stora Torget
Järnvägsstationen`,
	read: readSignatureBlocks,
}

// maxSignatureLine is how many words a line of a signature may have.
const maxSignatureLine = 12

func readSignatureBlocks(f *facts) {
	for i := 0; i < len(f.blocks); i++ {
		b := f.blocks[i]
		if len(b.toks) == 0 || len(b.toks) > maxSignatureLine || roleOf(b) == furniture && b.toks[0].low != "/" {
			continue
		}
		if ss := f.signatureLine(b, 0); len(ss) > 0 {
			f.signatories = append(f.signatories, ss...)
			f.organisationBelow(ss[len(ss)-1], i+1)
			f.signingDate(b)
			f.read[b] = true
			continue
		}
		i += f.signatureLines(i)
	}
	f.datesBySignatures()
}

// signatureLines reads a name, a role and perhaps an organisation on lines of
// their own, and reports how many lines after the name it took.
func (f *facts) signatureLines(i int) int {
	b := f.blocks[i]
	from, to := personName(b.toks, 0)
	if from < 0 || to != len(b.toks) || i+1 >= len(f.blocks) {
		return 0
	}
	next := f.blocks[i+1]
	if len(next.toks) > maxSignatureLine || roleStart(next.toks) < 0 {
		return 0
	}
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureBlockID)
	roleEnd := len(next.toks)
	if comma := commaAt(next.toks); comma > 0 {
		org := f.fact(next, next.toks[comma+1].start, len(next.Text), signatureBlockID)
		s.Organisation, roleEnd = &org, comma
	}
	role := f.fact(next, 0, next.toks[roleEnd-1].end, signatureBlockID)
	s.Role = &role
	f.read[b], f.read[next] = true, true
	f.signatories = append(f.signatories, s)
	return 1 + f.organisationBelow(s, i+2)
}

// organisationBelow takes the line at i as the organisation of a signatory
// where it names nothing else, and reports the lines taken.
func (f *facts) organisationBelow(s *signatory, i int) int {
	if s.Organisation != nil || i >= len(f.blocks) {
		return 0
	}
	b := f.blocks[i]
	if len(b.toks) == 0 || len(b.toks) > maxLineTokens || b.Kind == model.Heading {
		return 0
	}
	m, ok := mentionAt(b.toks, 0)
	if !ok || m.to != len(b.toks) {
		return 0
	}
	org := f.fact(b, 0, len(b.Text), signatureBlockID)
	s.Organisation = &org
	f.read[b] = true
	return 1
}

// commaAt is the comma in a line "Kommunchef, Ale kommun", 0 for none.
func commaAt(toks []token) int {
	for i, t := range toks {
		if t.low == "," && i > 0 && i+1 < len(toks) {
			return i
		}
	}
	return 0
}

// signatureLine reads "Lena Åkerblom, chef lokalpolisområde Norrmalm, region
// Stockholm" from token i on, perhaps after a slash, and further signatories
// that stand on the same line.
func (f *facts) signatureLine(b *block, i int) []*signatory {
	start := i + signatureStart(b.toks[i:])
	from, to := personName(b.toks, start)
	if from != start || to == len(b.toks) {
		return nil
	}
	roleAt := to
	if b.toks[to].low == "," {
		roleAt++
	}
	if roleAt == len(b.toks) || roleStart(b.toks[roleAt:]) != 0 {
		return nil
	}
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureBlockID)
	end, more := f.nextOnLine(b, roleAt)
	f.roleAndOrganisation(s, b, roleAt, end)
	return append([]*signatory{s}, more...)
}

// nextOnLine is where the part of a line that begins with a role at i ends: at
// the end, or where another name with a role begins, which it reads.
func (f *facts) nextOnLine(b *block, i int) (end int, more []*signatory) {
	end = len(b.toks)
	for k := i + 1; k < len(b.toks); k++ {
		if !b.toks[k].capital {
			continue
		}
		if more = f.signatureLine(b, k); len(more) > 0 {
			end = k
			break
		}
	}
	for end > i+1 && b.toks[end-1].kind == mark {
		end--
	}
	return end, more
}

// roleAndOrganisation reads tokens [from, to): a role, and an organisation
// behind a comma.
func (f *facts) roleAndOrganisation(s *signatory, b *block, from, to int) {
	roleTo := to
	for k := from + 1; k+1 < to; k++ {
		if b.toks[k].low == "," {
			roleTo = k
			org := f.fact(b, b.toks[k+1].start, b.toks[to-1].end, signatureBlockID)
			s.Organisation = &org
			break
		}
	}
	role := f.fact(b, b.toks[from].start, b.toks[roleTo-1].end, signatureBlockID)
	s.Role = &role
}

// signatureStart is the token after the marks, or the "För Alvesta kommun:", at
// the start of a line.
func signatureStart(toks []token) int {
	start := 0
	for start < len(toks) && toks[start].kind == mark {
		start++
	}
	if start < len(toks) && toks[start].low == "för" {
		for i := start; i < len(toks); i++ {
			if toks[i].low == ":" {
				return i + 1
			}
		}
	}
	return start
}

// roleStart is the token at which the title of a person starts, -1 for none.
func roleStart(toks []token) int {
	for i := 0; i < len(toks) && i < 3; i++ {
		if class, _ := roleLexicon().match(toks, i); class != "" {
			return i
		}
	}
	return -1
}

// maxPersonTokens is how many words the name of a person may have.
const maxPersonTokens = 4

// personName is the name of a person that starts at token i: two to four
// capitalised words that are no actor, no title and no place. -1 for none.
func personName(toks []token, i int) (from, to int) {
	n := i
	for n < len(toks) && n < i+maxPersonTokens && namePart(toks, n) {
		n++
	}
	for n > i && !toks[n-1].capital {
		n--
	}
	if n-i < 2 {
		return -1, -1
	}
	if _, ok := mentionAt(toks, i); ok {
		return -1, -1
	}
	return i, n
}

// namePart reports whether a token can stand in a person's name.
func namePart(toks []token, i int) bool {
	t := toks[i]
	if t.kind != word {
		return false
	}
	if !t.capital {
		return t.low == "af" || t.low == "von" || t.low == "de" || t.low == "van" || t.low == "da"
	}
	if class, _ := roleLexicon().match(toks, i); class != "" {
		return false
	}
	return !startsActor(toks, i) && !promiseNoun(t.low) && !notNames[t.low] && utf8.RuneCountInString(t.low) > 1
}

// notNames are capitalised words at the start of lines that are no names.
var notNames = map[string]bool{
	"region": true, "den": true, "det": true, "vid": true, "uppföljning": true, "medborgarlöfte": true, "kontakt": true,
	"sida": true, "foto": true, "för": true, "dnr": true, "stora": true, "resultat": true, "lokala": true, "löfte": true,
}

// signingDate notes the date in a line of a signature.
func (f *facts) signingDate(b *block) {
	if b.all().has(dated) {
		f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.fact(b, 0, len(b.Text), signatureBlockID)})
	}
}

// datesBySignatures reads the short dated lines beside the signatures: "Arboga
// 2022-01-27", "Vara den 31 januari 2019", "2021-12-06".
func (f *facts) datesBySignatures() {
	if len(f.signatories) == 0 {
		return
	}
	first, last := f.signatories[0].at.index, f.signatories[len(f.signatories)-1].at.index
	for i := max(0, first-signatureReach); i < len(f.blocks) && i <= last+signatureReach; i++ {
		b := f.blocks[i]
		if len(b.toks) == 0 || len(b.toks) > maxLineTokens || !dateLine(b) {
			continue
		}
		f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.fact(b, 0, len(b.Text), signatureBlockID)})
		f.read[b] = true
	}
}

// signatureReach is within how many lines of a signature its date stands.
const signatureReach = 6

// dateLine reports whether a line is a place and a date, or a date alone.
func dateLine(b *block) bool {
	if !datedSentence(b, whole(b)) || b.all().has(namesLofte|aboutValidity) {
		return false
	}
	for _, t := range b.toks {
		if t.low == "dnr" || t.low == "sida" || t.low == "diarienummer" || strings.HasPrefix(t.low, "uppdatera") || strings.HasPrefix(t.low, "publicera") {
			return false
		}
	}
	return exactDate(b.toks)
}

// exactDate reports whether tokens hold a day: an ISO date, or a day's number
// with a month and a year.
func exactDate(toks []token) bool {
	for i, t := range toks {
		if t.kind == number && len(t.low) >= 8 && year(t.low[:4]) {
			return true
		}
		if t.kind == number && len(t.low) <= 3 && i+2 < len(toks) && months[toks[i+1].low] && hasYear(toks[i+2]) {
			return true
		}
		if t.kind == number && strings.Contains(t.low, "/") && (i+1 < len(toks) && hasYear(toks[i+1]) || strings.Contains(t.low, "-")) {
			return true
		}
	}
	return false
}

var months = map[string]bool{
	"januari": true, "februari": true, "mars": true, "april": true, "maj": true, "juni": true, "juli": true, "augusti": true,
	"september": true, "oktober": true, "november": true, "december": true,
}

var signatureSentenceRule = Rule{
	ID:   signatureSentenceID,
	What: "reads signatories and the date from a sentence about the signing",
	Example: `# Umeå – medborgarlöften
• Polisen ska fotpatrullera.
Den 27 februari 2023 undertecknades löftena av kommunstyrelsens ordförande Marianne Sandelin.`,
	Counterexample: `# Umeå – medborgarlöften
• Polisen ska fotpatrullera.
– Det känns bra, säger kommunpolis Mats Berg.`,
	read: readSignatureSentences,
}

func readSignatureSentences(f *facts) {
	f.eachSentence(func(b *block, i int, s sentence) {
		role := roleOf(b)
		if role == furniture || role == outcome || b.flags[i].has(aboutSpeech) || !b.flags[i].has(aboutSigning) && !signedAbove(b, i) {
			return
		}
		if !b.flags[i].has(namesLofte) && signedElse(b, s) {
			return
		}
		f.peopleIn(b, s)
		if hasDay(b.toks[s.from:s.to]) {
			f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.sentenceFact(b, s, signatureSentenceID)})
			f.explained += s.end - s.start
		}
	})
}

// signedAbove reports whether the sentence before is nothing but a place and a
// date, as above names that sign.
func signedAbove(b *block, i int) bool {
	if i == 0 {
		return false
	}
	s := b.sents[i-1]
	return s.to-s.from <= maxLineTokens && exactDate(b.toks[s.from:s.to]) && !b.flags[i-1].has(finiteVerbs)
}

// signedElse reports whether what is signed is another document.
func signedElse(b *block, s sentence) bool {
	for k := s.from; k < s.to; k++ {
		if b.cueAt(k).has(aboutAgreement) {
			return true
		}
	}
	return false
}

// hasDay reports whether tokens name a day, with or without its year.
func hasDay(toks []token) bool {
	if exactDate(toks) {
		return true
	}
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].kind == number && len(toks[i].low) <= 3 && months[toks[i+1].low] {
			return true
		}
	}
	return false
}

// peopleIn reads "role Name", "Name, role" and "Name, chef för …" in a sentence.
func (f *facts) peopleIn(b *block, s sentence) {
	for i := s.from; i < s.to; i++ {
		if class, end := roleLexicon().match(b.toks[:s.to], i); class != "" {
			nameAt := f.roleEnd(b, end, s.to)
			if from, to := personName(b.toks[:s.to], nameAt); from >= 0 {
				f.addPerson(b, from, to, i, nameAt)
				i = to - 1
				continue
			}
			i = end - 1
			continue
		}
		from, to := personName(b.toks[:s.to], i)
		if from < 0 {
			continue
		}
		if end := bracketedRole(b.toks[:s.to], to); end > to {
			f.addPerson(b, from, to, to+1, end-1)
			i = end - 1
			continue
		}
		if to+1 < s.to && b.toks[to].low == "," && roleStart(b.toks[to+1:s.to]) == 0 {
			f.addPerson(b, from, to, to+1, titleEnd(b.toks[:s.to], to+1))
			i = titleEnd(b.toks[:s.to], to+1) - 1
			continue
		}
		i = to - 1
	}
}

// bracketedRole is the token after a title in brackets at i, else i: "Henrik
// Thelander (kommunstyrelsens ordförande)".
func bracketedRole(toks []token, i int) int {
	if i >= len(toks) || toks[i].low != "(" {
		return i
	}
	if class, _ := roleLexicon().match(toks, i+1); class == "" {
		return i
	}
	return skipAside(toks, i)
}

// roleEnd is the token after a role and the unit it names: "lokalpolisområdeschef
// i Västra Mälardalen", as far as a person's name may follow.
func (f *facts) roleEnd(b *block, end, to int) int {
	if end < to && b.toks[end].low == "(" {
		return skipAside(b.toks[:to], end)
	}
	return end
}

// titleEnd is where a title after a name ends: at a comma, an "och" or a verb.
func titleEnd(toks []token, i int) int {
	for i < len(toks) {
		t := toks[i]
		if t.kind == mark && t.low != "/" || t.low == "och" || t.low == "samt" || finite(t.low) || t.low == "skrev" {
			break
		}
		i++
	}
	return i
}

func (f *facts) addPerson(b *block, from, to, roleFrom, roleTo int) {
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureSentenceID)
	role := f.fact(b, b.toks[roleFrom].start, b.toks[roleTo-1].end, signatureSentenceID)
	s.Role = &role
	f.signatories = append(f.signatories, s)
}
