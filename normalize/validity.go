package normalize

import (
	"fmt"
	"strconv"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/date"
)

// findValidity takes the period of the first passage that gives one; the
// passages come in the order of trust. A passage that gives only the end takes
// the beginning from the next one that holds it.
func (s *setReader) findValidity() {
	for _, p := range s.facts.Periods {
		v, ok := s.validityIn(p)
		if !ok {
			continue
		}
		switch {
		case s.validity == nil:
			s.validity = &v
		case s.validity.From == "" && v.From != "" && v.From < s.validity.To:
			s.validity.From = v.From
		}
		if s.validity.From != "" {
			break
		}
	}
	if v := s.validity; v != nil {
		v.EDTF = edtf(v)
	}
}

// edtf is the period in ISO 8601-2 as "from/to", with ".." for an open end.
func edtf(v *model.Validity) string {
	from, to := v.From, v.To
	if from == "" {
		from = ".."
	}
	if to == "" {
		to = ".."
	}
	return from + "/" + to
}

func (s *setReader) validityIn(p model.PeriodFact) (model.Validity, bool) {
	if p.Basis == model.Inferred {
		return s.inferred(p)
	}
	for _, d := range date.Periods(p.Text, date.Context{}) {
		if !d.Explicit && !d.Open || d.From == "" && d.To == "" {
			continue
		}
		v := model.Validity{
			From: d.From, To: d.To, Open: d.Open, Approximate: d.Approximate, Basis: p.Basis,
			Text: p.Text, Rule: p.Rule, Span: spanOf(p.Fact),
		}
		if p.Revision != nil {
			v.Revision = p.Revision.Text
		}
		return v, true
	}
	return model.Validity{}, false
}

// lastInferredMonth is the month of a year up to which a final follow-up looks
// back on the year before.
const lastInferredMonth = 6

// inferred takes the year before that of a final follow-up in its first months:
// one due in February 2020 is about 2019.
func (s *setReader) inferred(p model.PeriodFact) (model.Validity, bool) {
	for _, d := range date.Deadlines(p.Text, date.Context{}) {
		if len(d.Value) < len("2020-02") {
			continue
		}
		year, err := strconv.Atoi(d.Value[:4])
		month, err2 := strconv.Atoi(d.Value[5:7])
		if err != nil || err2 != nil || month > lastInferredMonth {
			continue
		}
		return model.Validity{
			From: fmt.Sprintf("%d-01-01", year-1), To: fmt.Sprintf("%d-12-31", year-1), Basis: model.Inferred,
			Text: d.Text, Rule: p.Rule, Span: part(s.doc, p.Fact, d.Start, d.End),
		}, true
	}
	return model.Validity{}, false
}

// context is what relative expressions of the set lean on.
func (s *setReader) context() date.Context {
	if s.validity == nil {
		return date.Context{}
	}
	c := date.Context{From: s.validity.From, To: s.validity.To}
	if len(c.From) >= 4 {
		c.Year, _ = strconv.Atoi(c.From[:4])
	}
	return c
}
