package dataset

import (
	"fmt"
	"slices"

	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

func (p *promiseRows) commitments() {
	for i := range p.promise.Commitments {
		c := &p.promise.Commitments[i]
		at, path := row{"commitments", p.key(c.ID)}, fmt.Sprintf("%s.commitments[%d]", p.path, i)
		p.commitment(c, at, path, i+1)
		p.commitmentLinks(c, at)
		p.commitmentProofs(c, at, path)
		for j := range c.Targets {
			p.target(&c.Targets[j], at, fmt.Sprintf("%s.targets[%d]", path, j), j+1)
		}
	}
}

func (p *promiseRows) commitment(c *model.Commitment, at row, path string, number int) {
	confidence := schema.Lacking(schema.NotApplicable)
	if c.Confidence > 0 {
		confidence = schema.Known(c.Confidence)
	}
	var areas []string
	for _, id := range c.ProblemAreas {
		areas = append(areas, p.key(id))
	}
	p.add("commitments",
		word(at.key), word(p.id), count(number), word(c.Text),
		text(c.Under, schema.NotStated), word(c.Form),
		list(c.Actors, schema.NotStated), list(c.With, schema.NotStated), list(areas, schema.NotStated),
		list(c.Topics, schema.NotParsed), list(c.Measures, schema.NotParsed), list(c.Audience, schema.NotParsed),
		text(c.Deadline, schema.NotStated), text(c.Condition, schema.NotStated), text(c.Details, schema.NotStated),
		confidence, text(c.Rule, schema.NotApplicable), p.corrected(path))
}

// commitmentLinks adds the rows that say who does a commitment, and the areas
// that it stands under.
func (p *promiseRows) commitmentLinks(c *model.Commitment, at row) {
	p.links("commitment_parties", at, c.Actors, p.isParty, word("actor"))
	p.links("commitment_parties", at, c.With, p.isParty, word("partner"))
	p.links("commitment_areas", at, c.ProblemAreas, p.isArea)
}

// links adds a row for each of the things that a row refers to, each of which
// has to be there.
func (p *promiseRows) links(table string, at row, ids []string, isThere func(string) bool, more ...schema.Cell) {
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			continue
		}
		if !isThere(id) {
			p.fail("%s of the record refers to %q, which its promise set does not have", at.key, id)
		}
		p.add(table, append([]schema.Cell{word(at.key), word(p.key(id))}, more...)...)
	}
}

func (p *promiseRows) isParty(id string) bool {
	return slices.ContainsFunc(p.promise.Parties, func(x model.Party) bool { return x.ID == id })
}

func (p *promiseRows) isArea(id string) bool {
	return slices.ContainsFunc(p.promise.ProblemAreas, func(a model.ProblemArea) bool { return a.ID == id })
}

func (p *promiseRows) commitmentProofs(c *model.Commitment, at row, path string) {
	p.proof(at, path+".text", "text", verbatim, c.Text, c.Span, c.Rule)
	p.proof(at, path+".under", "under", verbatim, c.Under, c.UnderSpan, "")
	p.proof(at, path+".condition", "condition", mentioned, c.Condition, nil, "")
	p.proof(at, path+".details", "details", verbatim, c.Details, c.DetailsSpan, "")
}

func (p *promiseRows) target(t *model.Target, of row, path string, number int) {
	at := row{"targets", fmt.Sprintf("%s:t%d", of.key, number)}
	p.add("targets",
		word(at.key), word(of.key), count(number), word(t.Comparator),
		only(t.Comparator != model.All, figure(t.Value, schema.NotParsed)),
		figure(t.Max, schema.NotApplicable),
		text(t.Unit, schema.NotStated), text(t.Per, schema.NotStated), text(t.During, schema.NotStated),
		flag(t.Average), flag(t.Soft), text(t.Text, schema.NotStated),
		p.corrected(path))
	p.proof(at, path+".text", "text", verbatim, t.Text, t.Span, "")
	p.proof(at, path+".during", "during", mentioned, t.During, nil, "")
}

func (p *promiseRows) followUps() {
	for i, f := range p.promise.FollowUp {
		at, path := row{"follow_up", fmt.Sprintf("%s:f%d", p.id, i+1)}, fmt.Sprintf("%s.follow_up[%d]", p.path, i)
		p.add("follow_up",
			word(at.key), word(p.id), count(i+1), word(f.Text),
			text(f.Every, schema.NotStated), whole(f.Times, schema.NotStated), text(f.During, schema.NotStated),
			text(f.Due, schema.NotStated), flag(f.Continuous), list(f.Responsible, schema.NotStated),
			text(f.Rule, schema.NotApplicable), p.corrected(path))
		p.links("follow_up_parties", at, f.Responsible, p.isParty)
		p.proof(at, path+".text", "text", verbatim, f.Text, f.Span, f.Rule)
		p.proof(at, path+".during", "during", mentioned, f.During, nil, f.Rule)
	}
}

func (p *promiseRows) signatories() {
	for i, s := range p.promise.Signatories {
		at, path := row{"signatories", fmt.Sprintf("%s:s%d", p.id, i+1)}, fmt.Sprintf("%s.signatories[%d]", p.path, i)
		p.add("signatories",
			word(at.key), word(p.id), count(i+1), word(s.Name),
			text(s.Role, schema.NotStated), text(s.Organisation, schema.NotStated), p.corrected(path))
		p.proof(at, path+".name", "name", verbatim, s.Name, s.Span, "")
		p.proof(at, path+".role", "role", verbatim, s.Role, s.RoleSpan, "")
		p.proof(at, path+".organisation", "organisation", verbatim, s.Organisation, s.OrganisationSpan, "")
	}
}
