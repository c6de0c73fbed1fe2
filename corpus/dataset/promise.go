package dataset

import (
	"fmt"
	"slices"

	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

// promiseRows makes the rows of one promise set.
type promiseRows struct {
	*rows
	promise *model.Promise
	id      string // unique in the dataset
	path    string // in the record
}

func (r *rows) promise(i int) {
	p := &promiseRows{
		rows: r, promise: &r.record.Promises[i],
		id: promiseID(r.record, i), path: fmt.Sprintf("promises[%d]", i),
	}
	p.set(i)
	p.municipalities()
	p.goals()
	p.parties()
	p.areas()
	p.commitments()
	p.followUps()
	p.signatories()
}

// promiseID is the id of a promise set, with a number where an earlier set of
// the record has the same: two sets may be for the same period.
func promiseID(r *model.Record, i int) string {
	n := 1
	for j := range i {
		if r.Promises[j].ID == r.Promises[i].ID {
			n++
		}
	}
	if n == 1 {
		return r.Promises[i].ID
	}
	return fmt.Sprintf("%s-%d", r.Promises[i].ID, n)
}

func (p *promiseRows) set(i int) {
	s, v := p.promise, p.promise.Validity
	known := v != nil
	if !known {
		v = &model.Validity{}
	}
	p.add("promises",
		word(p.id), word(p.record.ID), count(i+1),
		text(s.Title, schema.NotStated),
		list(codes(s.Municipalities), schema.NotStated),
		text(s.District, schema.NotStated),
		date(v.From, reasonOf(v)), date(v.To, endReasonOf(v)),
		text(v.EDTF, schema.NotStated),
		when(known, flag(v.Open), schema.NotStated), when(known, flag(v.Approximate), schema.NotStated),
		text(string(v.Basis), schema.NotStated), text(v.Text, schema.NotStated), text(v.Revision, schema.NotStated),
		text(s.Situation, schema.NotStated),
		date(s.SignedOn, schema.NotStated),
		p.corrected(p.path))
	at := row{"promises", p.id}
	p.proof(at, p.path+".title", "title", verbatim, s.Title, s.TitleSpan, "")
	p.proof(at, p.path+".district", "district", verbatim, s.District, s.DistrictSpan, "")
	p.proof(at, p.path+".validity.text", "validity_text", verbatim, v.Text, v.Span, v.Rule)
	p.proof(at, p.path+".validity.revision", "revision", mentioned, v.Revision, nil, v.Rule)
	p.proof(at, p.path+".situation", "situation", verbatim, s.Situation, s.SituationSpan, "")
	p.proof(at, p.path+".signed_on", "signed_on", derived, "", s.SignedOnSpan, "")
}

// reasonOf says why a validity has no date: one that has a text and yet no date
// at all was not understood.
func reasonOf(v *model.Validity) schema.Reason {
	if v.Text != "" && v.From == "" && v.To == "" {
		return schema.NotParsed
	}
	return schema.NotStated
}

// endReasonOf is the reason for a missing end, which an open period has none of.
func endReasonOf(v *model.Validity) schema.Reason {
	if v.Open {
		return schema.NotApplicable
	}
	return reasonOf(v)
}

func codes(municipalities []model.Municipality) []string {
	var out []string
	for _, m := range municipalities {
		if !slices.Contains(out, m.Code) {
			out = append(out, m.Code)
		}
	}
	return out
}

func (p *promiseRows) municipalities() {
	for _, code := range codes(p.promise.Municipalities) {
		if !p.sink.municipalities[code] {
			p.fail("municipality code %q is not one of Statistics Sweden's", code)
		}
		p.add("promise_municipalities", word(p.id), word(code))
	}
	for i, m := range p.promise.Municipalities {
		p.proof(row{"promise_municipalities", p.id + "/" + m.Code}, fmt.Sprintf("%s.municipalities[%d]", p.path, i),
			"municipality_code", derived, p.written(m.Span), m.Span, "")
	}
}

func (p *promiseRows) goals() {
	for i, goal := range p.promise.Goals {
		at, path := row{"goals", fmt.Sprintf("%s:g%d", p.id, i+1)}, fmt.Sprintf("%s.goals[%d]", p.path, i)
		p.add("goals", word(at.key), word(p.id), count(i+1), word(goal), p.corrected(path))
		var span *model.Span
		if i < len(p.promise.GoalSpans) {
			span = &p.promise.GoalSpans[i]
		}
		p.proof(at, path, "text", verbatim, goal, span, "")
	}
}

func (p *promiseRows) parties() {
	for i, x := range p.promise.Parties {
		at, path := row{"parties", p.key(x.ID)}, fmt.Sprintf("%s.parties[%d]", p.path, i)
		if x.Code != "" && !p.sink.municipalities[x.Code] {
			p.fail("municipality code %q is not one of Statistics Sweden's", x.Code)
		}
		isMunicipality := x.Kind == model.MunicipalityParty || x.Code != ""
		p.add("parties", word(at.key), word(p.id), word(x.ID), word(x.Kind), word(x.Name),
			list(x.AsWritten, schema.NotStated), only(isMunicipality, text(x.Code, schema.NotParsed)),
			p.corrected(path))
		p.proof(at, path+".name", "name", derived, p.written(x.Span), x.Span, "")
		for j, form := range x.AsWritten {
			p.proof(at, fmt.Sprintf("%s.as_written[%d]", path, j), "as_written", mentioned, form, nil, "")
		}
	}
}

// written is what stands at a span, as far as the parties' written forms tell:
// one that is as long as the span.
func (p *promiseRows) written(span *model.Span) string {
	for _, x := range p.promise.Parties {
		if span == nil || x.Span == nil || *x.Span != *span {
			continue
		}
		for _, form := range x.AsWritten {
			if len([]rune(form)) == span.Len() {
				return form
			}
		}
	}
	return ""
}

// key is the key of a thing that bears an id within its promise set.
func (p *promiseRows) key(id string) string { return p.id + ":" + id }

func (p *promiseRows) areas() {
	for i, a := range p.promise.ProblemAreas {
		at, path := row{"problem_areas", p.key(a.ID)}, fmt.Sprintf("%s.problem_areas[%d]", p.path, i)
		p.add("problem_areas", word(at.key), word(p.id), count(i+1), word(a.Label), whole(a.Rank, schema.NotStated),
			word(a.Basis), flag(a.Priority), list(a.Topics, schema.NotParsed), text(a.Rule, schema.NotApplicable),
			p.corrected(path))
		p.proof(at, path+".label", "label", verbatim, a.Label, a.Span, a.Rule)
	}
}
