package normalize

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/amount"
	"github.com/lofte/lofte/normalize/date"
	"github.com/lofte/lofte/normalize/topic"
)

func (s *setReader) areas() []model.ProblemArea {
	var out []model.ProblemArea
	for i, a := range s.facts.Areas {
		out = append(out, model.ProblemArea{
			ID: fmt.Sprintf("a%d", i+1), Label: a.Text, Rank: a.Rank, Basis: a.Basis, Priority: a.Priority,
			Topics: topic.AreaTopics(a.Text), Rule: a.Rule, Span: spanOf(a.Fact),
		})
	}
	return out
}

func (s *setReader) commitment(i int, areas []model.ProblemArea) model.Commitment {
	f := s.facts.Commitments[i]
	c := model.Commitment{
		ID: fmt.Sprintf("c%d", i+1), Text: f.Text, Form: f.Form, Span: spanOf(f.Fact), Rule: f.Rule, Confidence: f.Confidence,
		Topics: topic.Topics(f.Text), Measures: topic.Measures(f.Text), Audience: topic.Audience(f.Text),
	}
	if f.Under != nil {
		c.Under, c.UnderSpan = f.Under.Text, spanOf(*f.Under)
	}
	if f.Condition != nil {
		c.Condition = f.Condition.Text
	}
	if f.Details != nil {
		c.Details, c.DetailsSpan = f.Details.Text, spanOf(*f.Details)
	}
	for _, a := range f.Areas {
		c.ProblemAreas = append(c.ProblemAreas, areas[a].ID)
	}
	c.Actors = s.ids(f.Actors)
	c.With = without(s.ids(f.With), c.Actors)
	c.Targets = s.targets(f.Fact, s.previous(i))
	c.Deadline = s.deadline(f)
	if f.Deadline != nil {
		c.Targets = append(c.Targets, s.cellTargets(*f.Deadline)...)
	}
	return c
}

// without leaves out of ids those that stand in others.
func without(ids, others []string) []string {
	taken := map[string]bool{}
	for _, o := range others {
		taken[o] = true
	}
	var out []string
	for _, id := range ids {
		if !taken[id] {
			out = append(out, id)
		}
	}
	return out
}

// previous is the last target of the commitment before the i-th in the same
// list, nil for none.
func (s *setReader) previous(i int) *model.Target {
	if i == 0 || !sameList(s.facts.Commitments[i-1], s.facts.Commitments[i]) {
		return nil
	}
	ts := s.targets(s.facts.Commitments[i-1].Fact, nil)
	if len(ts) == 0 {
		return nil
	}
	return &ts[len(ts)-1]
}

// sameList reports whether two commitments stand under the same lead-in and
// the same areas.
func sameList(a, b model.CommitmentFact) bool {
	under := a.Under == b.Under || a.Under != nil && b.Under != nil && a.Under.Span == b.Under.Span
	return under && slices.Equal(a.Areas, b.Areas)
}

func (s *setReader) targets(f model.Fact, previous *model.Target) []model.Target {
	var out []model.Target
	for _, m := range amount.Targets(f.Text, amount.Context{Previous: previous}) {
		m.Target.Span = part(s.doc, f, m.Start, m.End)
		out = append(out, withoutCount(m.Target))
	}
	return out
}

// withoutCount makes a rhythm that counts nothing ("varje vecka") what the
// contract says of "varje": all, without a value.
func withoutCount(t model.Target) model.Target {
	words := strings.Fields(t.Text)
	if t.Comparator != model.Exactly || t.Unit != "" || len(words) < 2 || !strings.EqualFold(words[0], "varje") {
		return t
	}
	return model.Target{Comparator: model.All, Unit: strings.Join(words[1:], " "), Text: t.Text, Span: t.Span}
}

// cellTargets are the targets of a cell that says when, where a rate stands on
// its own: "10 per år". Of two that read the same words ("varje helg", all
// weekends and one a week) the first holds.
func (s *setReader) cellTargets(f model.Fact) []model.Target {
	var out []model.Target
	for _, m := range amount.Expression(f.Text) {
		if n := len(out); n > 0 && out[n-1].Text == m.Target.Text {
			continue
		}
		m.Target.Span = part(s.doc, f, m.Start, m.End)
		out = append(out, withoutCount(m.Target))
	}
	return out
}

// deadline is the limit that the commitment's own words set, or the date in the
// cell that says when.
func (s *setReader) deadline(f model.CommitmentFact) string {
	if f.Deadline != nil {
		if d := date.Deadlines(f.Deadline.Text, s.context()); len(d) > 0 {
			return d[0].Value
		}
		for _, i := range date.Instants(f.Deadline.Text) {
			if len(i.Value) > len("2020") {
				return i.Value
			}
		}
	}
	if d := date.Deadlines(f.Text, s.context()); len(d) > 0 {
		return d[0].Value
	}
	return ""
}

func (s *setReader) followUp(f model.FollowUpFact) model.FollowUp {
	u := model.FollowUp{Text: f.Text, Rule: f.Rule, Span: spanOf(f.Fact), Responsible: s.ids(f.Responsible)}
	u.Continuous = date.Continuous(f.Text)
	u.Every, _ = date.Every(f.Text)
	if n, during, ok := date.Times(f.Text); ok {
		u.Times, u.During = n, during
	}
	if d := date.Deadlines(f.Text, s.context()); len(d) > 0 {
		u.Due = d[0].Value
		return u
	}
	for _, i := range date.Instants(f.Text) {
		if len(i.Value) > len("2020") && u.Every == "" {
			u.Due = i.Value
			return u
		}
	}
	if d, ok := date.During(f.Text); ok && u.During == "" {
		u.During = d.Text
	}
	return u
}

// signing adds who signed and when.
func (s *setReader) signing(p *model.Promise) {
	for _, f := range s.facts.Signatories {
		g := model.Signatory{Name: f.Name.Text, Span: spanOf(f.Name)}
		if f.Role != nil {
			g.Role, g.RoleSpan = f.Role.Text, spanOf(*f.Role)
		}
		if f.Organisation != nil {
			g.Organisation, g.OrganisationSpan = f.Organisation.Text, spanOf(*f.Organisation)
		}
		p.Signatories = append(p.Signatories, g)
	}
	if f := s.facts.SignedOn; f != nil {
		for _, i := range date.InstantsIn(f.Text, s.context()) {
			if i.Day() && !s.ended(i.Value) {
				p.SignedOn, p.SignedOnSpan = i.Value, part(s.doc, *f, i.Start, i.End)
				return
			}
		}
	}
}

// ended reports whether the promise has ended before the ISO 8601 day, so that
// it cannot have been signed then.
func (s *setReader) ended(day string) bool {
	return s.validity != nil && s.validity.To != "" && day > s.validity.To
}
