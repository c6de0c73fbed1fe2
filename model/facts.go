package model

// Facts is what a parser read in one document: verbatim passages with their
// places, and what they are said to be. Nothing in it is converted: a period
// is the words that name it. Package normalize turns Facts into a Record.
type Facts struct {
	Kind Kind
	// KindRule names the rule that decided Kind.
	KindRule string
	Title    *Fact // the first visible heading
	Sets     []SetFacts
	// Explained of Total code points of the blocks' text were read by a rule.
	Explained, Total int
}

// Fact is a passage, its place, and the id of the rule that read it.
type Fact struct {
	Text string
	Span Span
	Rule string
}

// SetFacts is one promise set, as it stands in the document.
type SetFacts struct {
	Title *Fact
	// Periods are the passages that may give the period, most trusted first.
	Periods []PeriodFact
	// Parties are the passages that name those who promise, in reading order.
	Parties []ActorFact
	// Places are passages that may name the municipality where no party does:
	// titles first, then text.
	Places      []Fact
	District    *Fact
	Situation   *Fact
	Goals       []Fact
	Areas       []AreaFact
	Commitments []CommitmentFact
	FollowUps   []FollowUpFact
	SignedOn    *Fact
	Signatories []SignatoryFact
}

// PeriodFact is a passage that gives a period, by what right, and the clause on
// revising it.
type PeriodFact struct {
	Fact
	Basis    Basis
	Revision *Fact
}

// ActorClass says what sort of actor a passage names.
type ActorClass string

// The classes of actors. EveryParty is "vi", "gemensamt", "parterna": whoever
// the parties of the promise are. EveryMunicipality is "kommunerna".
const (
	PoliceActor       ActorClass = "police"
	MunicipalActor    ActorClass = "municipality"
	EveryMunicipality ActorClass = "municipalities"
	DistrictActor     ActorClass = "district"
	RegionActor       ActorClass = "region"
	NamedActor        ActorClass = "named"
	EveryParty        ActorClass = "all"
)

// ActorFact is a passage that names an actor.
type ActorFact struct {
	Fact
	Class ActorClass
}

// AreaFact is a problem area; Text is its label. Rank is its number in the
// document, 0 for none.
type AreaFact struct {
	Fact
	Basis    Basis
	Rank     int
	Priority bool
}

// CommitmentFact is one undertaking. Areas are indices into the set's Areas.
// Deadline is a passage outside Text that says by when, such as a table cell.
type CommitmentFact struct {
	Fact
	Form       Form
	Under      *Fact
	Actors     []ActorFact
	With       []ActorFact
	Areas      []int
	Deadline   *Fact
	Condition  *Fact
	Details    *Fact
	Confidence float64
}

// FollowUpFact is a statement on following up.
type FollowUpFact struct {
	Fact
	Responsible []ActorFact
}

// SignatoryFact is a person who signs; the role and the organisation may be
// missing.
type SignatoryFact struct {
	Name         Fact
	Role         *Fact
	Organisation *Fact
}
