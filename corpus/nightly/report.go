package nightly

import (
	"time"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/model"
)

// Outcome is how a run ended.
type Outcome string

// The outcomes.
const (
	WasPublished Outcome = "published"
	WasSuspect   Outcome = "suspect" // the records of an earlier night stay published
)

// Count counts what a night has.
type Count struct {
	Documents   int `json:"documents"`
	Promises    int `json:"promises"`
	Commitments int `json:"commitments"`
	Failed      int `json:"failed"` // documents that could not be read
}

// SourceFigures is how a source is doing. Found and Published are documents,
// now and on the published night.
type SourceFigures struct {
	Name      string    `json:"name"`
	Found     int       `json:"found"`
	Published int       `json:"published"`
	Floor     int       `json:"floor,omitempty"`
	Heard     time.Time `json:"heard"` // when it last answered, or was first asked

	kinds []model.Kind
	lists time.Duration // how often its lists are due
	left  bool          // some of its pages wait for the next run
}

// Report is what a run found out.
type Report struct {
	Run      string           `json:"run"`
	Started  time.Time        `json:"started"`
	Ended    time.Time        `json:"ended"`
	Outcome  Outcome          `json:"outcome"`
	Against  string           `json:"against,omitempty"` // the run that changes are told against
	Parser   string           `json:"parser"`
	Count    Count            `json:"count"`
	Alarms   []Alarm          `json:"alarms"`
	Sources  []*SourceFigures `json:"sources"`
	Fetch    *fetch.Report    `json:"fetch"`
	World    *diff.Report     `json:"world"`
	Reparsed *diff.Report     `json:"reparsed,omitempty"` // changes of the parser, where there was another
}

// Suspect reports whether the records of the run were not published.
func (r *Report) Suspect() bool { return r.Outcome == WasSuspect }
