package normalize

import (
	"unicode/utf8"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/amount"
	"github.com/lofte/lofte/normalize/date"
)

// Trial is what one expression means on its own, in the shape of the record.
type Trial struct {
	Text    string          `json:"text"`
	Periods []TrialPeriod   `json:"periods"`
	Targets []*model.Target `json:"targets"`
}

// TrialPeriod is a period of a trial. Its span counts code points of the
// trial's text.
type TrialPeriod struct {
	From        string     `json:"from,omitempty"`
	To          string     `json:"to,omitempty"`
	EDTF        string     `json:"edtf,omitempty"`
	Open        bool       `json:"open,omitempty"`
	Approximate bool       `json:"approximate,omitempty"`
	Text        string     `json:"text,omitempty"`
	Span        model.Span `json:"span"`
}

// Try reads s, one expression without a document around it. Year is what
// "under året" leans on, 0 for nothing. Because nothing else stands there, a
// vague quantity alone gives its least value ("flera" is at least 2), and a
// rate that names its occasions also counts them ("varje fredag" is once a
// week).
func Try(s string, year int) Trial {
	t := Trial{Text: s, Periods: []TrialPeriod{}, Targets: []*model.Target{}}
	for _, p := range date.Periods(s, date.Context{Year: year}) {
		t.Periods = append(t.Periods, TrialPeriod{
			From: p.From, To: p.To, EDTF: p.EDTF, Open: p.Open, Approximate: p.Approximate,
			Text: p.Text, Span: points(s, p.Start, p.End),
		})
	}
	for _, m := range amount.Expression(s) {
		target := m.Target
		span := points(s, m.Start, m.End)
		target.Span = &span
		t.Targets = append(t.Targets, &target)
	}
	return t
}

// points turns a range of bytes of s into one of code points.
func points(s string, start, end int) model.Span {
	from := utf8.RuneCountInString(s[:start])
	return model.Span{Start: from, End: from + utf8.RuneCountInString(s[start:end])}
}
