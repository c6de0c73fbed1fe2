package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var itemRule = Rule{
	ID:   itemID,
	What: "reads a commitment from each list item under a promise, an actor or an area, and from each with a promising subject of its own",
	Example: `# Arvika – medborgarlöften
Polisen kommer att:
• fotpatrullera i centrum
• hålla trafikkontroller`,
	Counterexample: `# Arvika – medborgarlöften
Föreningar som deltar:
• Arvika motorklubb
• Ridklubben`,
	read: readItems,
}

func readItems(f *facts) {
	var last *commitment
	for _, b := range f.blocks {
		if responsibleLine(f, b, last) || f.read[b] && b.Kind == model.Paragraph && b.Level > 0 {
			continue
		}
		if !f.isItem(b) {
			if last != nil && b.Kind == model.Paragraph && b.Level > 0 && b.in == last.at.in {
				addDetails(f, last, b)
				continue
			}
			if last != nil && f.explains(last, b) {
				addDetails(f, last, b)
			}
			last = nil
			continue
		}
		if b.opens != nil || f.read[b] {
			continue
		}
		if last != nil && b.Level > last.at.Level && b.in == last.at.in {
			addDetails(f, last, b)
			continue
		}
		if c := readItem(f, b); c != nil {
			f.commit(c)
			last = c
		}
	}
}

// explains reports whether a paragraph right below a list of one item explains
// the item: it says nothing of what is done, of the promise or of following up.
func (f *facts) explains(c *commitment, b *block) bool {
	if b.Kind != model.Paragraph || b.opens != nil || b.index != c.at.index+1 || c.at.Kind != model.Item || f.listOf(c.at).all != 1 {
		return false
	}
	if areaScope(c.at.in) == nil || shortLine(b) || b.all().has(namesLofte|aboutFollowUp|aboutSigning|aboutValidity|aboutSpeech) {
		return false
	}
	_, acts := subjectOf(b)
	return !acts || !b.all().has(vowed) && len(b.sents) > 1
}

// isItem reports whether b is an entry of a list, with or without a marker: one
// without is left open by its lead-in, or a line says who answers for it.
func (f *facts) isItem(b *block) bool {
	if b.Kind == model.Paragraph && b.Level == 0 {
		if next := f.lineBelow(b); next != nil && next.Kind == model.Paragraph && isResponsible(next) && !isResponsible(b) {
			return true
		}
	}
	if f.bareItem(b) {
		return true
	}
	return b.Kind == model.Item || b.in.class == leadsToPromises && (bareEntry(b) || lineIn(b))
}

// lineBelow is the block after b in its section; below a label that runs into its
// paragraph, the block after that.
func (f *facts) lineBelow(b *block) *block {
	if b.in.level == runInLevel && b.index+1 < len(f.blocks) {
		return f.blocks[b.index+1]
	}
	return f.neighbour(b, 1)
}

// lineIn reports whether a paragraph is one line of a list whose markers got lost:
// one that holds several sentences is running text.
func lineIn(b *block) bool {
	return b.in.lead && len(b.sents) == 1 && b.Kind == model.Paragraph && b.Level == 0
}

// bareItem reports whether a paragraph is one of several that each say one thing
// that is done: a list without markers.
func (f *facts) bareItem(b *block) bool {
	if !f.entryLike(b) || roleOf(b) == titleRole || roleOf(b).closed() {
		return false
	}
	return f.entryLike(f.neighbour(b, 1)) || f.entryLike(f.neighbour(b, -1))
}

// maxEntrySentences is how many sentences an entry of a list may have.
const maxEntrySentences = 4

// entryLike reports whether a paragraph says in its first sentence that
// something is done, and nothing of the kind in the others.
func (f *facts) entryLike(b *block) bool {
	if b == nil || b.Kind != model.Paragraph || b.Level > 0 || b.opens != nil || len(b.sents) == 0 || len(b.sents) > maxEntrySentences {
		return false
	}
	first, _ := subject(b.toks[:b.sents[0].to], 0)
	for i, s := range b.sents[1:] {
		if p, ok := subject(b.toks[:s.to], s.from); ok && (b.flags[i+1].has(modalled) || anotherActs(b, s, first, p) || isAgent(b.toks, s, p)) {
			return false
		}
	}
	if undertakes(b) {
		return actorFirst(b, b.sents[0]) || len(b.sents) == 1
	}
	return infinitive(b) && candidate(b)
}

// anotherActs reports whether a sentence under a promise says what another than the
// one of the first sentence does: "Polisen går till fots. Kommunen lagar lampor."
func anotherActs(b *block, s sentence, first, p actorPhrase) bool {
	if role := roleOf(b); role != promise && role != actorRole || len(first.actors) == 0 || p.from != s.from || p.to >= s.to {
		return false
	}
	class := p.actors[0].class
	return class != first.actors[0].class && class != model.EveryParty && class != model.NamedActor &&
		presentVerb(b.toks, p.to) && !states[b.toks[p.to].low]
}

// readItem makes a commitment of an item, or nil where it is none.
func readItem(f *facts, b *block) *commitment {
	if !candidate(b) || !f.accepts(b) {
		return nil
	}
	cut := cutLabels(f, b)
	if cut.to <= cut.from {
		return nil
	}
	c := &commitment{at: b}
	c.Fact = f.fact(b, b.toks[cut.from].start, b.toks[cut.to-1].end, itemRuleID(b))
	f.joinBody(c, b)
	c.Form = model.ItemForm
	if b.Kind == model.Paragraph && !b.in.lead {
		c.Form = model.ProseForm
	}
	c.Confidence = itemConfidence(b)
	if !c.own {
		f.giveActors(c, b, cut)
	}
	c.Under = f.under(b)
	c.Condition = conditionIn(f.reading, b, cut.from, cut.to)
	f.read[b] = true
	return c
}

// The ids of commitments tell what made the item one.
func itemRuleID(b *block) string {
	switch {
	case b.in.lead && b.in.head.Kind == model.Item:
		return "item-under-item"
	case undertakes(b):
		return "item-with-subject"
	case b.in.lead:
		return "item-under-lead-in"
	case b.in.hasActor():
		return "item-under-actor-heading"
	}
	return "item-under-heading"
}

// Confidences by how much speaks for a commitment: the place and the words, one
// of them, or only that nothing speaks against it.
const (
	sure     = 0.98
	likely   = 0.9
	possible = 0.75
)

func itemConfidence(b *block) float64 {
	promised := b.in.lead || b.in.hasActor() || b.in.role == promise
	switch {
	case promised && (undertakes(b) || infinitive(b)):
		return sure
	case promised || undertakes(b):
		return likely
	}
	return possible
}

// maxLabelItem is how long an item may be that is only the name of what the
// paragraph inside it says.
const maxLabelItem = 5

// joinBody takes the paragraph inside an item into its text where the item alone
// is only a name: "Synlig polis" above "Polisen ska patrullera till fots."
func (f *facts) joinBody(c *commitment, b *block) {
	body := f.neighbour(b, 1)
	if body == nil || body.Kind != model.Paragraph || body.Level == 0 || isResponsible(body) || len(b.toks) > maxLabelItem || b.all().has(finiteVerbs) || !undertakes(body) {
		return
	}
	c.Span.End = body.Span.End
	c.Text = oneLine(c.Span.Slice(f.doc.Text))
	f.read[body] = true
	if p, ok := subjectOf(body); ok {
		c.own = true
		c.Actors, c.With = f.actorFacts(body, p.actors, c.Rule), f.actorFacts(body, p.with, c.Rule)
	}
}

// candidate reports whether an item can be a commitment at all.
func candidate(b *block) bool {
	return !b.Link && len(b.toks) > 1 && !notUndertaking(b, 0) && !quotation(b)
}

// accepts reports whether the place of an item and its words make it a
// commitment: it stands under a promise or an actor; or it undertakes something
// in its own words; or most of its list does.
func (f *facts) accepts(b *block) bool {
	switch role := roleOf(b); {
	case role == areaList:
		return undertakes(b) && b.all().has(modalled)
	case role == situation || role == places:
		return undertakes(b) && b.all().has(vowed)
	case role.closed():
		return false
	case role == promise, role == actorRole, b.in.hasActor(), promisedAbove(b.in):
		return true
	}
	if f.speaksOfDoing(b) {
		return true
	}
	l := f.listOf(b)
	return l.doing*2 > l.all
}

// speaksOfDoing reports whether an item says that something is done: by its
// subject and verb, by a verb that promises, by an infinitive at its start, or
// by a label that says who does it.
func (f *facts) speaksOfDoing(b *block) bool {
	if !candidate(b) {
		return false
	}
	if undertakes(b) || b.flags[0].has(modalled) || infinitive(b) {
		return true
	}
	if len(cutLabels(f, b).actors) > 0 {
		return true
	}
	next := f.neighbour(b, 1)
	return next != nil && isResponsible(next)
}

// itemList is a row of items in one section, with paragraphs inside items passed
// over: how many items it has, and how many say that something is done.
type itemList struct{ all, doing int }

// listOf is the list that an item belongs to.
func (f *facts) listOf(b *block) *itemList {
	if l := f.lists[b]; l != nil {
		return l
	}
	first := b.index
	for first > 0 && sameList(f.blocks[first-1], b) {
		first--
	}
	l := &itemList{}
	for i := first; i < len(f.blocks) && sameList(f.blocks[i], b); i++ {
		o := f.blocks[i]
		f.lists[o] = l
		if o.Kind != model.Item || o.Level != b.Level {
			continue
		}
		l.all++
		if f.speaksOfDoing(o) {
			l.doing++
		}
	}
	return l
}

// sameList reports whether o belongs to the list around b.
func sameList(o, b *block) bool { return o.in == b.in && (o.Kind == model.Item || o.Level > 0) }

// promisedAbove reports whether a section stands under a promise, a general
// lead-in or an actor.
func promisedAbove(s *scope) bool {
	for ; s != nil; s = s.parent {
		if s.role.closed() {
			return false
		}
		if s.general != nil || s.hasActor() || s.role == promise {
			return true
		}
	}
	return false
}

// infinitive reports whether a block starts as what somebody is to do: with a
// verb in the infinitive, perhaps after an adverb.
func infinitive(b *block) bool {
	if len(b.toks) < 3 {
		return false
	}
	for i, t := range b.toks {
		if i > 3 || t.kind != word {
			return false
		}
		if shortInfinitives[t.low] {
			return true
		}
		if strings.HasSuffix(t.low, "a") && len(t.low) > 3 && !notInfinitives[t.low] && !definitePlural(t.low) {
			return true
		}
		if !leadingAdverbs[t.low] {
			return false
		}
	}
	return false
}

// definitePlural reports whether a word has the ending of a definite plural noun
// ("områdena", "insatserna") and is none of the verbs that share it.
func definitePlural(low string) bool {
	switch low {
	case "varna", "förena", "rena", "mena", "tjäna", "ena", "lärna", "förtjäna", "kärna":
		return false
	}
	for _, end := range []string{"arna", "erna", "orna", "ena"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

var shortInfinitives = map[string]bool{
	"gå": true, "se": true, "ge": true, "få": true, "ta": true, "ha": true, "stå": true, "bli": true, "bo": true, "dra": true,
	"nå": true, "slå": true, "bistå": true, "utgå": true, "ske": true, "åka": true, "förse": true,
}

// notInfinitives end in -a and open noun phrases.
var notInfinitives = map[string]bool{
	"flera": true, "alla": true, "många": true, "några": true, "båda": true, "våra": true, "dessa": true, "unga": true,
	"gemensamma": true, "riktade": true, "stora": true, "nya": true, "andra": true, "fyra": true, "minsta": true, "årliga": true,
	"regelbundna": true, "särskilda": true, "synliga": true, "centrala": true, "otrygga": true, "extra": true, "lokala": true,
	"skola": true, "öppna": false, "tidiga": true, "sociala": true, "tydliga": true, "kriminella": true, "samma": true,
	"norra": true, "södra": true, "västra": true, "östra": true, "tredje": true, "första": true, "vissa": true, "samtliga": true,
	"utökade": true, "generella": true, "återkommande": true, "löpande": false, "kontinuerliga": true, "trafiksäkra": true,
}

var leadingAdverbs = map[string]bool{
	"löpande": true, "kontinuerligt": true, "regelbundet": true, "årligen": true, "gemensamt": true, "aktivt": true,
	"systematiskt": true, "tillsammans": true, "fortsatt": true, "under": true, "året": true, "särskilt": true, "även": true,
	"att": true, "vid": true, "behov": true, "i": true, "samverkan": true, "med": true, "kommunen": true, "polisen": true,
}

// addDetails takes a paragraph or a sub-item into the details of a commitment.
func addDetails(f *facts, c *commitment, b *block) {
	if len(b.toks) == 0 {
		return
	}
	f.read[b] = true
	d := f.fact(b, 0, len(b.Text), "details")
	if c.Details == nil {
		c.Details = &d
		return
	}
	c.Details.Span.End = d.Span.End
	c.Details.Text += " " + d.Text
}

// oneLine is a text over several blocks with its white space folded.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// under is the lead-in right above an item: the line that introduces it or
// names an actor.
func (f *facts) under(b *block) *model.Fact {
	s := b.in
	if s == nil || s.head == nil || s.role == areaRole || !s.lead && !s.hasActor() && s.class == leadsNowhere {
		return nil
	}
	head := s.head
	from := head.sents[0].start
	if n := len(head.sents); n > 1 && !endsInMeans(head) {
		from = head.sents[n-1].start
	}
	fact := f.fact(head, from, len(head.Text), "lead-in")
	return &fact
}
