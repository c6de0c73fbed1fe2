package normalize

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// Record makes the record of a document from what was read in it.
func Record(doc *model.Document, facts *model.Facts) *model.Record {
	r := &model.Record{
		Schema:      model.SchemaVersion,
		ID:          model.IDOf(doc.Source.SHA256),
		Kind:        facts.Kind,
		Source:      doc.Source,
		Promises:    []model.Promise{},
		Diagnostics: append([]model.Diagnostic{}, doc.Diagnostics...),
	}
	if t := facts.Title; t != nil {
		r.Source.Title, r.Source.TitleSpan = t.Text, spanOf(*t)
	}
	for i := range facts.Sets {
		s := &setReader{doc: doc, facts: &facts.Sets[i], actors: map[string][]model.Party{}}
		r.Promises = append(r.Promises, s.promise(r.ID, i))
		r.Diagnostics = append(r.Diagnostics, s.diagnostics...)
	}
	r.Diagnostics = append(r.Diagnostics, coverage(facts))
	return r
}

// coverage is the diagnostic that tells how much of the text rules explained.
func coverage(facts *model.Facts) model.Diagnostic {
	share := 0.0
	if facts.Total > 0 {
		const places = 1000
		share = float64(facts.Explained*places/facts.Total) / places
	}
	return model.Diagnostic{
		Code: model.Coverage, Severity: model.Info, Value: &share,
		Message: fmt.Sprintf("rules explained %d of %d characters; kind by rule %s", facts.Explained, facts.Total, facts.KindRule),
	}
}

func spanOf(f model.Fact) *model.Span {
	s := f.Span
	return &s
}

// part is the span of bytes [from, to) of a passage.
func part(doc *model.Document, f model.Fact, from, to int) *model.Span {
	start := f.Span.Start + utf8.RuneCountInString(f.Text[:from])
	end := start + utf8.RuneCountInString(f.Text[from:to])
	return &model.Span{Start: start, End: end, Page: doc.PageAt(start)}
}

// setReader makes a promise of the facts of one set.
type setReader struct {
	doc            *model.Document
	facts          *model.SetFacts
	municipalities []municipality
	parties        []model.Party
	known          []model.Party            // the parties found so far
	actors         map[string][]model.Party // what actors' words mean
	validity       *model.Validity
	diagnostics    []model.Diagnostic
}

// promise puts the values of the set together. Number tells sets without a
// period apart.
func (s *setReader) promise(record string, n int) model.Promise {
	f := s.facts
	s.findMunicipalities()
	s.findParties()
	s.findValidity()
	p := model.Promise{Parties: s.partiesAsWritten(), Validity: s.validity}
	p.ID = model.PromiseID(record, s.period(n))
	if f.Title != nil {
		p.Title, p.TitleSpan = f.Title.Text, spanOf(*f.Title)
	}
	for _, m := range s.municipalities {
		p.Municipalities = append(p.Municipalities, m.model())
	}
	if f.District != nil {
		p.District, p.DistrictSpan = f.District.Text, spanOf(*f.District)
	}
	if f.Situation != nil {
		p.Situation, p.SituationSpan = f.Situation.Text, spanOf(*f.Situation)
	}
	for _, g := range f.Goals {
		p.Goals, p.GoalSpans = append(p.Goals, g.Text), append(p.GoalSpans, g.Span)
	}
	p.ProblemAreas = s.areas()
	for i := range f.Commitments {
		p.Commitments = append(p.Commitments, s.commitment(i, p.ProblemAreas))
	}
	for _, u := range f.FollowUps {
		p.FollowUp = append(p.FollowUp, s.followUp(u))
	}
	s.signing(&p)
	return p
}

// period is the key that tells this set apart from others of its document.
func (s *setReader) period(n int) string {
	if s.validity != nil {
		return s.validity.EDTF
	}
	return strconv.Itoa(n)
}
