package model

// SchemaVersion stands in every record.
const SchemaVersion = "lofte.record/v1"

// Kind says what a document is.
type Kind string

// The kinds of documents: one that makes promises, one that reports on
// earlier ones, and anything else.
const (
	KindPromise  Kind = "promise"
	KindFollowUp Kind = "follow_up"
	KindOther    Kind = "other"
)

// Record is what lofte writes for one source document.
type Record struct {
	Schema      string       `json:"schema"`
	ID          string       `json:"id"`
	Kind        Kind         `json:"kind,omitempty"`
	Source      Source       `json:"source"`
	Promises    []Promise    `json:"promises"`
	Diagnostics []Diagnostic `json:"diagnostics,omitempty"`
}

// Failed reports whether the document gave no values because of an error.
func (r *Record) Failed() bool {
	for _, d := range r.Diagnostics {
		if d.Severity == Failure {
			return true
		}
	}
	return false
}

// TextLayer says where a document's text came from.
type TextLayer string

// The origins of text: written in the source, recognised from images, none.
const (
	Native TextLayer = "native"
	OCR    TextLayer = "ocr"
	None   TextLayer = "none"
)

// Source is the document as it was got. Bytes counts the raw bytes, SHA256 is
// their digest in lower-case hex, Language a BCP 47 tag, RetrievedAt an
// RFC 3339 time that is only there for fetched documents.
type Source struct {
	URI         string    `json:"uri"`
	MediaType   string    `json:"media_type,omitempty"`
	SHA256      string    `json:"sha256,omitempty"`
	Bytes       int       `json:"bytes"`
	Title       string    `json:"title,omitempty"`
	TitleSpan   *Span     `json:"title_span,omitempty"`
	Language    string    `json:"language,omitempty"`
	Pages       int       `json:"pages,omitempty"`
	TextLayer   TextLayer `json:"text_layer,omitempty"`
	RetrievedAt string    `json:"retrieved_at,omitempty"`
}

// Promise is one promise set: what the parties promise for one period.
type Promise struct {
	ID             string         `json:"id"`
	Title          string         `json:"title,omitempty"`
	TitleSpan      *Span          `json:"title_span,omitempty"`
	Municipalities []Municipality `json:"municipalities,omitempty"`
	District       string         `json:"district,omitempty"` // city district (stadsdel)
	DistrictSpan   *Span          `json:"district_span,omitempty"`
	Parties        []Party        `json:"parties,omitempty"`
	Validity       *Validity      `json:"validity,omitempty"`
	Situation      string         `json:"situation,omitempty"`
	SituationSpan  *Span          `json:"situation_span,omitempty"`
	Goals          []string       `json:"goals,omitempty"`
	GoalSpans      []Span         `json:"goal_spans,omitempty"` // one for each goal
	ProblemAreas   []ProblemArea  `json:"problem_areas,omitempty"`
	Commitments    []Commitment   `json:"commitments,omitempty"`
	FollowUp       []FollowUp     `json:"follow_up,omitempty"`
	SignedOn       string         `json:"signed_on,omitempty"` // ISO 8601 date
	SignedOnSpan   *Span          `json:"signed_on_span,omitempty"`
	Signatories    []Signatory    `json:"signatories,omitempty"`
}

// Municipality is a municipality by SCB's four-digit code and short name;
// County is the two-digit code of its county (län).
type Municipality struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	County string `json:"county"`
	Span   *Span  `json:"span,omitempty"`
}

// PartyKind classes those who promise.
type PartyKind string

// The kinds of parties.
const (
	PoliceParty       PartyKind = "police"
	MunicipalityParty PartyKind = "municipality"
	DistrictParty     PartyKind = "district"
	RegionParty       PartyKind = "region"
	CompanyParty      PartyKind = "company"
	AssociationParty  PartyKind = "association"
	OtherParty        PartyKind = "other"
)

// Party is one who promises. ID is the kind, or the kind with "-" and the slug
// of the name where several parties share it.
type Party struct {
	ID        string    `json:"id"`
	Kind      PartyKind `json:"kind"`
	Name      string    `json:"name"`
	AsWritten []string  `json:"as_written,omitempty"`
	Code      string    `json:"code,omitempty"` // SCB code of a municipality
	Span      *Span     `json:"span,omitempty"`
}

// Basis says how a value was come by. A validity is stated, from a title, from
// running text or inferred; a problem area is from a list, a heading or a
// statement.
type Basis string

// The bases.
const (
	Stated    Basis = "stated"
	Title     Basis = "title"
	InText    Basis = "text"
	Inferred  Basis = "inferred"
	List      Basis = "list"
	InHeading Basis = "heading"
	Statement Basis = "statement"
)

// Validity is the period of a promise. From and To are ISO 8601 dates, both
// included; EDTF is the period in ISO 8601-2. An open period has no To.
type Validity struct {
	From        string `json:"from,omitempty"`
	To          string `json:"to,omitempty"`
	EDTF        string `json:"edtf,omitempty"`
	Open        bool   `json:"open,omitempty"`
	Approximate bool   `json:"approximate,omitempty"`
	Basis       Basis  `json:"basis"`
	Revision    string `json:"revision,omitempty"` // the clause on revising it
	Text        string `json:"text,omitempty"`
	Rule        string `json:"rule,omitempty"`
	Span        *Span  `json:"span,omitempty"`
}

// ProblemArea is an area that the promise is about. Rank is the number it
// bears in the document, 0 for none.
type ProblemArea struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"`
	Rank     int      `json:"rank,omitempty"`
	Basis    Basis    `json:"basis"`
	Priority bool     `json:"priority,omitempty"`
	Topics   []string `json:"topics,omitempty"`
	Rule     string   `json:"rule,omitempty"`
	Span     *Span    `json:"span,omitempty"`
}

// Form says how a commitment is written.
type Form string

// The forms: an item of a list or table, a sentence of running text.
const (
	ItemForm  Form = "item"
	ProseForm Form = "prose"
)

// Commitment is one undertaking. Actors and With hold ids of parties,
// ProblemAreas ids of areas, Topics, Measures and Audience ids of the
// vocabularies. Deadline is an ISO 8601 date, month or year. Confidence is
// from 0 to 1.
type Commitment struct {
	ID           string   `json:"id"`
	Text         string   `json:"text"`
	Under        string   `json:"under,omitempty"`
	UnderSpan    *Span    `json:"under_span,omitempty"`
	Form         Form     `json:"form"`
	Actors       []string `json:"actors,omitempty"`
	With         []string `json:"with,omitempty"`
	ProblemAreas []string `json:"problem_areas,omitempty"`
	Topics       []string `json:"topics,omitempty"`
	Measures     []string `json:"measures,omitempty"`
	Audience     []string `json:"audience,omitempty"`
	Targets      []Target `json:"targets,omitempty"`
	Deadline     string   `json:"deadline,omitempty"`
	Condition    string   `json:"condition,omitempty"`
	Details      string   `json:"details,omitempty"`
	DetailsSpan  *Span    `json:"details_span,omitempty"`
	Span         *Span    `json:"span,omitempty"`
	Rule         string   `json:"rule,omitempty"`
	Confidence   float64  `json:"confidence,omitempty"`
}

// Comparator says how a figure binds.
type Comparator string

// The comparators. All has no value; Range has Value and Max.
const (
	Min      Comparator = "min"
	Max      Comparator = "max"
	Exactly  Comparator = "exactly"
	About    Comparator = "about"
	Range    Comparator = "range"
	Increase Comparator = "increase"
	Decrease Comparator = "decrease"
	All      Comparator = "all"
)

// Target is a figure that a commitment sets. Per is an ISO 8601 duration for a
// rate, During the phrase as written for a frame that comes once. Average says
// that the rate is meant on average, Soft that it is only aimed at.
type Target struct {
	Comparator Comparator `json:"comparator"`
	Value      *float64   `json:"value,omitempty"`
	Max        *float64   `json:"max,omitempty"`
	Unit       string     `json:"unit,omitempty"`
	Per        string     `json:"per,omitempty"`
	During     string     `json:"during,omitempty"`
	Average    bool       `json:"average,omitempty"`
	Soft       bool       `json:"soft,omitempty"`
	Text       string     `json:"text,omitempty"`
	Span       *Span      `json:"span,omitempty"`
}

// FollowUp is a statement on how the promise is followed up. Every is an
// ISO 8601 duration, Times a count within During, Due a date, month or year.
type FollowUp struct {
	Text        string   `json:"text"`
	Every       string   `json:"every,omitempty"`
	Times       int      `json:"times,omitempty"`
	During      string   `json:"during,omitempty"`
	Due         string   `json:"due,omitempty"`
	Continuous  bool     `json:"continuous,omitempty"`
	Responsible []string `json:"responsible,omitempty"`
	Rule        string   `json:"rule,omitempty"`
	Span        *Span    `json:"span,omitempty"`
}

// Signatory is a person who signs.
type Signatory struct {
	Name             string `json:"name"`
	Role             string `json:"role,omitempty"`
	RoleSpan         *Span  `json:"role_span,omitempty"`
	Organisation     string `json:"organisation,omitempty"`
	OrganisationSpan *Span  `json:"organisation_span,omitempty"`
	Span             *Span  `json:"span,omitempty"` // of the name
}
