package corpus

import (
	"fmt"

	"github.com/lofte/lofte/model"
)

// Proof says how the text under a span proves a value.
type Proof string

// The kinds of proof.
const (
	Verbatim  Proof = "verbatim"  // the text is the value
	Derived   Proof = "derived"   // the value is a canonical form of the text
	Mentioned Proof = "mentioned" // the value stands somewhere in the document, without a span of its own
)

// Value is one value of a record that was read from the document. Path is its
// place in the JSON, Field the kind of thing it belongs to ("commitment"), Rule
// the rule that found it, where the record names one.
type Value struct {
	Path  string
	Field string
	Text  string
	Span  *model.Span
	Rule  string
	Proof Proof
}

// Values lists the values of a record that need evidence, in the order of the
// record. Values that follow from others (ids, topics, ISO dates beside their
// text) are not listed.
func Values(r *model.Record) []Value {
	var l list
	l.add("source.title", "title", Verbatim, r.Source.Title, r.Source.TitleSpan, "")
	for i := range r.Promises {
		l.promise(fmt.Sprintf("promises[%d]", i), &r.Promises[i])
	}
	return l.values
}

// list collects values; an empty one is unknown, and left out.
type list struct{ values []Value }

func (l *list) add(path, field string, proof Proof, text string, span *model.Span, rule string) {
	if text != "" {
		l.values = append(l.values, Value{Path: path, Field: field, Text: text, Span: span, Rule: rule, Proof: proof})
	}
}

func (l *list) promise(at string, p *model.Promise) {
	l.add(at+".title", "title", Verbatim, p.Title, p.TitleSpan, "")
	for i, m := range p.Municipalities {
		l.add(fmt.Sprintf("%s.municipalities[%d]", at, i), "municipality", Derived, m.Name, m.Span, "")
	}
	l.add(at+".district", "district", Verbatim, p.District, p.DistrictSpan, "")
	for i, party := range p.Parties {
		l.party(fmt.Sprintf("%s.parties[%d]", at, i), party)
	}
	if v := p.Validity; v != nil {
		l.add(at+".validity.text", "validity", Verbatim, v.Text, v.Span, v.Rule)
		l.add(at+".validity.revision", "validity", Mentioned, v.Revision, nil, v.Rule)
	}
	l.add(at+".situation", "situation", Verbatim, p.Situation, p.SituationSpan, "")
	l.goals(at, p)
	for i, a := range p.ProblemAreas {
		l.add(fmt.Sprintf("%s.problem_areas[%d].label", at, i), "problem_area", Verbatim, a.Label, a.Span, a.Rule)
	}
	for i := range p.Commitments {
		l.commitment(fmt.Sprintf("%s.commitments[%d]", at, i), &p.Commitments[i])
	}
	for i, f := range p.FollowUp {
		path := fmt.Sprintf("%s.follow_up[%d]", at, i)
		l.add(path+".text", "follow_up", Verbatim, f.Text, f.Span, f.Rule)
		l.add(path+".during", "follow_up", Mentioned, f.During, nil, f.Rule)
	}
	l.add(at+".signed_on", "signed_on", Derived, p.SignedOn, p.SignedOnSpan, "")
	for i, s := range p.Signatories {
		l.signatory(fmt.Sprintf("%s.signatories[%d]", at, i), s)
	}
}

func (l *list) party(at string, p model.Party) {
	l.add(at+".name", "party", Derived, p.Name, p.Span, "")
	for i, form := range p.AsWritten {
		l.add(fmt.Sprintf("%s.as_written[%d]", at, i), "party", Mentioned, form, nil, "")
	}
}

// goals pairs goals with their spans; a goal too many has none.
func (l *list) goals(at string, p *model.Promise) {
	for i, goal := range p.Goals {
		var span *model.Span
		if i < len(p.GoalSpans) {
			span = &p.GoalSpans[i]
		}
		l.add(fmt.Sprintf("%s.goals[%d]", at, i), "goal", Verbatim, goal, span, "")
	}
}

func (l *list) commitment(at string, c *model.Commitment) {
	l.add(at+".under", "under", Verbatim, c.Under, c.UnderSpan, "")
	l.add(at+".text", "commitment", Verbatim, c.Text, c.Span, c.Rule)
	l.add(at+".condition", "condition", Mentioned, c.Condition, nil, "")
	l.add(at+".details", "details", Verbatim, c.Details, c.DetailsSpan, "")
	for i, t := range c.Targets {
		path := fmt.Sprintf("%s.targets[%d]", at, i)
		l.add(path+".text", "target", Verbatim, t.Text, t.Span, "")
		l.add(path+".during", "target", Mentioned, t.During, nil, "")
	}
}

func (l *list) signatory(at string, s model.Signatory) {
	l.add(at+".name", "signatory", Verbatim, s.Name, s.Span, "")
	l.add(at+".role", "signatory", Verbatim, s.Role, s.RoleSpan, "")
	l.add(at+".organisation", "signatory", Verbatim, s.Organisation, s.OrganisationSpan, "")
}
