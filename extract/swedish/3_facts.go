package swedish

import (
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// Rule is one rule of the parser: what it reads, a text on which it must fire
// and one on which it must not. The texts are small documents, one block a
// line: "#" marks headings, "•" or a number items, the rest are paragraphs.
type Rule struct {
	ID             string
	What           string
	Example        string
	Counterexample string

	read func(*facts)
}

// Rules lists the rules in the order in which they read a document:
//
//	signatures              signature-block
//	areas in lists          area-list
//	commitments             table-row, item, prose
//	areas elsewhere         area-heading, area-enumeration, area-focus, area-undertaking
//	the period              validity-stated, validity-heading, validity-mention, validity-text, validity-inferred
//	the rest                follow-up, goal, situation, signature-sentence, district, party
//
// A rule sees what those before it found, and nothing of those after it.
func Rules() []Rule {
	return []Rule{
		signatureBlockRule, areaListRule, tableRowRule, itemRule, proseRule,
		areaHeadingRule, areaEnumerationRule, areaFocusRule, areaUndertakingRule,
		validityStatedRule, validityHeadingRule, validityMentionRule, validityTextRule, validityInferredRule,
		followUpRule, goalRule, situationRule, signatureSentenceRule, districtRule, partyRule,
	}
}

// facts is what the rules have found so far, with the block of each finding, so
// that assembly can tell which promise set it belongs to.
type facts struct {
	*reading
	commitments []*commitment
	commits     map[*block]bool // the blocks in which they stand
	starts      map[int]bool    // the code points at which they start
	areas       []*area
	periods     []*period
	followUps   []*followUpStatement
	goals       []*passage
	situations  []*passage
	signedOn    []*passage
	signatories []*signatory
	districts   []*passage
	parties     []*party
	read        map[*block]bool // blocks that a rule explained in full
	suffixes    suffixStyle
	legend      legend
	headings    map[string]int // the last block headed by these words
	lists       map[*block]*itemList
	firstLists  map[*scope]int // the block after the first list of a section
	explained   int            // code points explained otherwise
}

func newFacts(r *reading) *facts {
	return &facts{
		reading: r, commits: map[*block]bool{}, starts: map[int]bool{}, read: map[*block]bool{}, suffixes: countSuffixes(r.blocks),
		legend: readLegend(r.blocks),
		lists:  map[*block]*itemList{}, firstLists: map[*scope]int{},
	}
}

type passage struct {
	at *block
	model.Fact
}

type commitment struct {
	at *block
	model.CommitmentFact
	own  bool // the actors are the commitment's own words, not inherited
	area *scope
	// row is the label of an area that stands in the commitment's table row.
	row *area
}

type area struct {
	at *block
	model.AreaFact
	scope *scope // the section of a heading
}

type period struct {
	at *block
	model.PeriodFact
}

type followUpStatement struct {
	at *block
	model.FollowUpFact
}

type signatory struct {
	at *block
	model.SignatoryFact
}

type party struct {
	at *block
	model.ActorFact
}

// fact is the passage of block b between two bytes, read by a rule.
func (r *reading) fact(b *block, from, to int, rule string) model.Fact {
	return model.Fact{Text: b.Text[from:to], Span: r.within(b, from, to), Rule: rule}
}

// within turns the byte range [from, to) of a block's text into a span of the
// document.
func (r *reading) within(b *block, from, to int) model.Span {
	if from < b.at.bytes {
		b.at.bytes, b.at.points = 0, 0
	}
	start := b.at.points + utf8.RuneCountInString(b.Text[b.at.bytes:from])
	b.at.bytes, b.at.points = from, start
	start += b.Span.Start
	return model.Span{Start: start, End: start + utf8.RuneCountInString(b.Text[from:to]), Page: r.doc.PageAt(start)}
}

// sentenceFact is sentence s of block b.
func (r *reading) sentenceFact(b *block, s sentence, rule string) model.Fact {
	return r.fact(b, s.start, s.end, rule)
}

// roleOf is the role of the section that holds a block: that of the nearest
// lead-in or heading.
func roleOf(b *block) role {
	s := b.in
	if s == nil || s.head == nil {
		return titleRole
	}
	return s.role
}

// inherit is who acts by what stands above a block: the nearest lead-in or
// heading that names somebody, or the general lead of a section.
func (r *reading) inherit(s *scope, rule string) (actors, with []model.ActorFact) {
	for ; s != nil; s = s.parent {
		if s.hasActor() {
			return r.scopeActors(s, rule)
		}
		if s.general != nil {
			if p, ok := subjectOf(s.general); ok {
				return r.actorFacts(s.general, p.actors, rule), r.actorFacts(s.general, p.with, rule)
			}
			return []model.ActorFact{r.everyParty(s.general, rule)}, nil
		}
	}
	return nil, nil
}

func (r *reading) scopeActors(s *scope, rule string) (actors, with []model.ActorFact) {
	if len(s.actor.actors) == 0 {
		return []model.ActorFact{r.everyParty(s.head, rule)}, nil
	}
	return r.actorFacts(s.head, s.actor.actors, rule), r.actorFacts(s.head, s.actor.with, rule)
}

// everyParty says with the words of block b that all parties act.
func (r *reading) everyParty(b *block, rule string) model.ActorFact {
	return model.ActorFact{Fact: r.fact(b, 0, len(b.Text), rule), Class: model.EveryParty}
}
