package gold

import "github.com/lofte/lofte/model"

// Level is how strictly values are compared.
type Level int

// The levels.
const (
	Exact Level = iota
	Folded
	Fuzzy
	levels
)

// String names the level: "exact", "folded" or "fuzzy".
func (l Level) String() string {
	switch l {
	case Exact:
		return "exact"
	case Folded:
		return "folded"
	}
	return "fuzzy"
}

// field is a field of promise sets that is scored: how its values read, by
// which key they are compared at each level, and whether a value that comes
// twice in a document counts once. same, where it is set, compares at the
// fuzzy level instead of the key.
type field struct {
	name   string
	values func(*model.Promise) []string
	keys   [levels]func(string) string
	unique bool
	same   func(gold, got string) bool
}

func asIs(s string) string { return s }

// anything makes all values of a document one: it has some, or none.
func anything(string) string { return "" }

// The names of fields that the scoring itself needs.
const (
	municipalitiesField = "municipalities"
	validityField       = "validity"
	areasField          = "problem_areas"
	commitmentsField    = "commitments"
	targetsField        = "targets"
)

// fields are the fields in the order of the report; targets, which hang on
// commitments, come after them.
func fields() []field {
	strict := [levels]func(string) string{asIs, fold, fold}
	return []field{
		{name: municipalitiesField, values: municipalities, keys: strict, unique: true},
		{name: "parties", values: parties, keys: [levels]func(string) string{asIs, fold, foldParty}, unique: true},
		{name: validityField, values: validities, keys: [levels]func(string) string{asIs, asIs, asIs}, unique: true},
		{name: areasField, values: areas, keys: strict, same: sameLabel},
		{name: commitmentsField, values: commitments, keys: strict, same: sameText},
		{name: "signatories", values: signatories, keys: strict, unique: true},
		{name: "follow_up", values: followUps, keys: [levels]func(string) string{asIs, fold, anything}, unique: true},
	}
}

func municipalities(p *model.Promise) []string {
	return each(p.Municipalities, func(m model.Municipality) string { return m.Name })
}

func parties(p *model.Promise) []string {
	return each(p.Parties, func(x model.Party) string { return x.Name })
}

func validities(p *model.Promise) []string {
	if p.Validity == nil || p.Validity.From == "" && p.Validity.To == "" {
		return nil
	}
	return []string{p.Validity.From + "/" + p.Validity.To}
}

func areas(p *model.Promise) []string {
	return each(p.ProblemAreas, func(a model.ProblemArea) string { return a.Label })
}

func commitments(p *model.Promise) []string {
	return each(p.Commitments, func(c model.Commitment) string { return c.Text })
}

func signatories(p *model.Promise) []string {
	return each(p.Signatories, func(s model.Signatory) string { return s.Name })
}

func followUps(p *model.Promise) []string {
	return each(p.FollowUp, func(f model.FollowUp) string { return f.Text })
}

func each[T any](list []T, text func(T) string) []string {
	var out []string
	for _, x := range list {
		out = append(out, text(x))
	}
	return out
}
