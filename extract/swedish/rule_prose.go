package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var proseRule = Rule{
	ID:   proseID,
	What: "reads a commitment from each sentence of running text in which a party promises something, outside introductions, quotations and background",
	Example: `# Laholm – medborgarlöften
# Medborgarlöfte
Polisen ska under året patrullera till fots. Kommunen åtar sig att byta trasig belysning.`,
	Counterexample: `# Laholm – medborgarlöften
# Bakgrund
Polisen ska enligt lagen arbeta brottsförebyggande.`,
	read: readProse,
}

func readProse(f *facts) {
	introduction := []*commitment{}
	for _, b := range f.blocks {
		if b.Kind != model.Paragraph || f.read[b] || roleOf(b).closed() || quotation(b) || f.isItem(b) {
			continue
		}
		if b.opens != nil && b.opens.class != leadsToPlaces {
			continue
		}
		found := proseCommitments(f, b)
		if b.in == nil || b.in.head == nil || b.in.role == titleRole {
			introduction = append(introduction, found...)
			continue
		}
		for _, c := range found {
			f.commit(c)
		}
	}
	if len(f.commitments) == 0 && (len(introduction) > 1 || len(introduction) == 1 && introduction[0].at.all().has(vowed)) {
		for _, c := range introduction {
			f.commit(c)
		}
	}
}

// proseCommitments are the promising sentences of a paragraph.
func proseCommitments(f *facts, b *block) []*commitment {
	var out []*commitment
	among := promisesAmong(b)
	for i := range b.sents {
		if c := f.proseCommitment(b, i, among, out); c != nil {
			out = append(out, c)
		}
	}
	f.markProse(b, out)
	return out
}

// proseCommitment makes a commitment of sentence i, or nil where it is none. Found
// are those before it, about whose actors it may go on.
func (f *facts) proseCommitment(b *block, i int, among bool, found []*commitment) *commitment {
	s := b.sents[i]
	toks := b.toks[s.from:s.to]
	if opensSection(b, i) || notUndertaking(b, i) || announcesOnly(toks) || b.flags[i].has(namesLofte) && !b.flags[i].has(vowed) || byAgreement(b, s) {
		return nil
	}
	c := &commitment{at: b, own: true}
	c.Fact = f.sentenceFact(b, s, proseID)
	p, ok := subject(b.toks[:s.to], s.from)
	switch {
	case ok:
		if !promisedBy(b, i, p, among) {
			return nil
		}
		c.Actors, c.With = f.actorFacts(b, p.actors, c.Rule), f.actorFacts(b, p.with, c.Rule)
		if everybody(c.Actors) {
			c.own = false
			f.narrowWe(c, b, cut{from: s.from, to: s.to})
		}
	case len(found) > 0 && pronounSubject(toks):
		c.Actors = found[len(found)-1].Actors
	case b.in.role == actorRole && (passivePromise(toks) || among && passiveNow(toks) || b.in.head.all().has(vowed) && limited(toks)):
		c.Actors, c.With = f.inherit(b.in, c.Rule)
	default:
		return nil
	}
	c.Form, c.Confidence = model.ProseForm, likely
	c.Condition = conditionIn(f.reading, b, s.from, s.to)
	return c
}

// markProse counts the sentences of b that became commitments as explained.
func (f *facts) markProse(b *block, found []*commitment) {
	for _, c := range found {
		f.explained += c.Span.Len()
	}
}

// opensSection reports whether sentence i is the last of a general lead-in.
func opensSection(b *block, i int) bool {
	if i != b.last() {
		return false
	}
	if b.opens != nil {
		return b.opens.class != leadsToPlaces
	}
	return opensList(b)
}

// byAgreement reports whether a sentence says what another document asks for:
// "ska enligt överenskommelsen".
func byAgreement(b *block, s sentence) bool {
	for k := s.from; k < s.to; k++ {
		if b.toks[k].low != "enligt" {
			continue
		}
		for n := k + 1; n < s.to && n <= k+verbReach; n++ {
			if b.cueAt(n).has(aboutAgreement) || strings.HasPrefix(b.toks[n].low, "lag") {
				return true
			}
		}
	}
	return false
}

// verbReach is within how many words of its subject the verb that promises stands.
const verbReach = 3

// mainVerb reports whether the verb that promises is that of the actors: right
// behind them, or before them in an inverted or passive sentence.
func mainVerb(toks []token, from int, p actorPhrase) bool {
	if p.from > from {
		return true
	}
	for i := p.to; i < len(toks) && i < p.to+verbReach; i++ {
		if modals[toks[i].low] {
			return toks[i].low != "kommer" || i+1 == len(toks) || !whither[toks[i+1].low]
		}
		if finite(toks[i].low) || toks[i].kind == mark {
			return false
		}
	}
	return false
}

// whither are the words behind a "kommer" that is no promise but a way: "Polisen
// kommer till er by".
var whither = map[string]bool{"till": true, "hem": true, "ut": true, "in": true, "förbi": true, "från": true}

// asksWhatIsDone reports whether what stands in a section answers its heading by
// saying what is done: "Vad gör vi åt inbrotten?", "Vad gör polisen?", "Vad polisen
// förbinder sig till", "Löfte 1: Säkrare väg till skolan".
func asksWhatIsDone(s *scope) bool {
	if s == nil || s.head == nil {
		return false
	}
	switch toks := s.head.toks; {
	case !s.lead && headingLexicon().classAt(toks, 0) == "area/start":
		return true
	case !s.lead && s.area.number > 0 && promiseNoun(toks[0].low):
		return true
	case s.role == areaRole:
		return s.every
	case s.role == actorRole:
		return hasWord(toks, "gör") || s.head.all().has(vowed)
	case s.role == promise:
		return hasWord(toks, "gör")
	}
	return false
}

// doesNow reports whether a sentence below a heading that promises, or among
// promises, says in the present what its subject does: "Polisen och kommunen
// träffas en gång i veckan".
func doesNow(b *block, flags cueSet, s sentence, p actorPhrase, among bool) bool {
	asked := asksWhatIsDone(b.in)
	if role := roleOf(b); role != promise && role != actorRole && !asked && !among || p.to >= s.to {
		return false
	}
	if everybodyActs(p) && !asked || flags.has(aboutFollowUp|aboutCommunication|aboutAgreement) || already(b.toks[s.from:s.to]) {
		return false
	}
	switch {
	case p.from == s.from:
		return saysWhatItDoes(b.toks, p)
	case b.toks[p.from-1].low == "av":
		return isAgent(b.toks, s, p)
	}
	return doing(b.toks, p.from-1, p)
}

// saysWhatItDoes reports whether the verb behind the subject tells what it does,
// not what it is or thinks.
func saysWhatItDoes(toks []token, p actorPhrase) bool {
	if p.to+1 < len(toks) && toks[p.to+1].low == "att" {
		return false // "Kommunen upplever att …"
	}
	return doing(toks, p.to, p) || !states[toks[p.to].low] && strings.HasSuffix(toks[p.to].low, "as")
}

// doing reports whether the word at i is a verb in the present by which the actors
// do something.
func doing(toks []token, i int, p actorPhrase) bool {
	verb := toks[i].low
	return presentVerb(toks, i) && !states[verb] && !(everybodyActs(p) && thinks[verb])
}

// isAgent reports whether a sentence says in the present what the actors behind
// "av" do: "Av polisen genomförs …", "Den som har haft inbrott får råd av polisen".
func isAgent(toks []token, s sentence, p actorPhrase) bool {
	if p.from == s.from || p.to >= s.to || toks[p.from-1].low != "av" {
		return false
	}
	if p.from-1 == s.from {
		return doingPassives[toks[p.to].low]
	}
	for i := p.from - 2; i > s.from; i-- {
		if low := toks[i].low; doingPassives[low] || low == "får" || low == "blir" {
			return true
		}
	}
	return false
}

// thinks are verbs in the present by which "vi" says what we hold, not what we do.
var thinks = map[string]bool{
	"tror": true, "vet": true, "ser": true, "hoppas": true, "behöver": true, "märker": true, "upplever": true, "menar": true,
}

// everybodyActs reports whether the actors are only "vi".
func everybodyActs(p actorPhrase) bool {
	for _, m := range p.actors {
		if m.class != model.EveryParty {
			return false
		}
	}
	return true
}

// promisingSubject reports whether those who act can promise: others than
// parties do only where the text makes them one.
func promisingSubject(p actorPhrase) bool {
	for _, m := range p.actors {
		if m.class != model.NamedActor {
			return true
		}
	}
	return false
}

// pronounSubject reports whether a sentence goes on about those of the sentence
// before: "De ska ta kontakt", "Den ska även", "Endast undantagsvis ska de".
func pronounSubject(toks []token) bool {
	for i, t := range toks {
		if !modals[t.low] {
			continue
		}
		return i == 1 && pronouns[toks[0].low] || i > 0 && toks[i-1].low == "de" || i+1 < len(toks) && pronouns[toks[i+1].low]
	}
	return false
}

var pronouns = map[string]bool{"de": true, "den": true, "dessa": true}

// quotation reports whether a block is what somebody said: it begins with a
// dash or a quotation mark, or ends in "säger …".
func quotation(b *block) bool {
	if len(b.toks) == 0 {
		return false
	}
	first := b.toks[0].low
	speech := b.all().has(aboutSpeech)
	return speech && (strings.Contains("–-—”\"", first) || b.Marker != "" && strings.Contains("–-—", b.Marker)) ||
		(first == "–" || first == "—") && b.Kind == model.Paragraph && b.all().has(vowed|modalled) ||
		b.saysWe() && directSpeech(b)
}

// directSpeech reports whether a verb of saying stands by words that are quoted:
// "…, säger Ada Berg". Before "att" it tells what others think.
func directSpeech(b *block) bool {
	for _, c := range b.cues {
		if cueClasses[c.class] == aboutSpeech && (c.to == len(b.toks) || b.toks[c.to].low != "att") {
			return true
		}
	}
	return false
}
