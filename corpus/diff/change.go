package diff

import "github.com/lofte/lofte/model"

// Kind names a kind of change.
type Kind string

// The kinds of changes, in the order in which they are told.
const (
	PromiseAdded       Kind = "promise-added"
	PromiseRemoved     Kind = "promise-removed"
	PeriodChanged      Kind = "period-changed"
	CommitmentAdded    Kind = "commitment-added"
	CommitmentReworded Kind = "commitment-reworded"
	CommitmentMoved    Kind = "commitment-moved" // to another party
	CommitmentRemoved  Kind = "commitment-removed"
)

// Kinds are all kinds of changes, in the order in which they are told.
func Kinds() []Kind {
	return []Kind{PromiseAdded, PromiseRemoved, PeriodChanged,
		CommitmentAdded, CommitmentReworded, CommitmentMoved, CommitmentRemoved}
}

// Change is one change of the records. Period is the promise's, in EDTF, after
// the change, or before it for something removed. Text is that of a commitment,
// Was what it said before, or the former period. From and To are the names of
// the parties that a commitment moved between.
type Change struct {
	Kind           Kind                 `json:"kind"`
	Municipalities []model.Municipality `json:"municipalities,omitempty"`
	District       string               `json:"district,omitempty"`
	Title          string               `json:"title,omitempty"` // of the promise or its document
	Period         string               `json:"period,omitempty"`
	Replaces       string               `json:"replaces,omitempty"` // period of the promise before it at the address
	Text           string               `json:"text,omitempty"`
	Was            string               `json:"was,omitempty"`
	From           []string             `json:"from,omitempty"`
	To             []string             `json:"to,omitempty"`
	Actors         []string             `json:"actors,omitempty"`      // names of those who undertake a commitment
	Commitments    []string             `json:"commitments,omitempty"` // of a promise added or removed
	Documents      []string             `json:"documents"`             // addresses at which it was seen
}

// Levels counts documents: how many there were and are, and how many of those
// at the same address changed in their bytes, in their visible text, and in
// their records. Text counts only documents whose text is known on both sides.
type Levels struct {
	Old     int `json:"old"`
	New     int `json:"new"`
	Added   int `json:"added"`
	Removed int `json:"removed"`
	Bytes   int `json:"bytes"`
	Text    int `json:"text"`
	Record  int `json:"record"`
}

// Move is a promise that is found at another address than before.
type Move struct {
	Promise string `json:"promise"` // its id at the new address
	From    string `json:"from"`
	To      string `json:"to"`
}

// Past is a promise that is no longer published: another period took its place
// or, where Removed, nothing did.
type Past struct {
	Document string        `json:"document"`
	Removed  bool          `json:"removed,omitempty"`
	Promise  model.Promise `json:"promise"`
}

// Report is what changed, in an order that depends on the records only.
type Report struct {
	Levels  Levels   `json:"documents"`
	Changes []Change `json:"changes"`
	Moves   []Move   `json:"moves,omitempty"`
	Past    []Past   `json:"-"`
}

// Count is the number of changes of each kind that occurs.
func (r *Report) Count() map[Kind]int {
	n := map[Kind]int{}
	for i := range r.Changes {
		n[r.Changes[i].Kind]++
	}
	return n
}
