package schema

// Type is what the values of a column are, in Go and in each format.
type Type int

// The types, with their Go types. Date is an ISO 8601 date, Moment an RFC 3339
// time in UTC. List holds several ids or names.
const (
	String  Type = iota // string
	Integer             // int64
	Number              // float64
	Boolean             // bool
	Date                // string
	Moment              // string
	List                // []string
)

// Reason is why a cell has no value.
type Reason string

// The reasons. NotParsed is for what the document may well state, but lofte
// found no value in.
const (
	NotStated     Reason = "not_stated"
	NotApplicable Reason = "not_applicable"
	Unreadable    Reason = "unreadable"
	NotParsed     Reason = "not_parsed"
	Withheld      Reason = "withheld"
)

// Text is a text in the two languages of the dataset.
type Text struct{ Swedish, English string }

// Allowed is a value that a column may have, and what it means.
type Allowed struct {
	Value string
	Text
}

// Reasons explains the reasons, in a fixed order.
func Reasons() []Allowed {
	return []Allowed{
		{string(NotStated), Text{"dokumentet säger det inte", "the document does not say"}},
		{string(NotApplicable), Text{"frågan är inte tillämplig på raden", "the question does not apply to the row"}},
		{string(Unreadable), Text{"dokumentet kunde inte läsas", "the document could not be read"}},
		{string(NotParsed), Text{"kan stå i dokumentet, men lofte har inte fått fram något värde", "may stand in the document, but lofte got no value from it"}},
		{string(Withheld), Text{"utelämnat för att skydda enskilda", "left out to protect people"}},
	}
}

// Column is one variable. Missing lists why it may lack a value; a column
// without reasons always has one. Ref is the "table.column" that its values
// come from. Measure is the field of the scores of package gold that says how
// often the column is wrong, "" where it is not measured.
type Column struct {
	Name    string
	Type    Type
	Unit    string // "byte", "share"; "" for none
	Values  []Allowed
	Pattern string // regular expression, of XML Schema and RE2 alike
	Ref     string
	Missing []Reason
	Measure string
	Text
}

// Required says that the column always has a value.
func (c Column) Required() bool { return len(c.Missing) == 0 }

// companion is the column that says why c lacks a value.
func (c Column) companion() Column {
	var values []Allowed
	for _, r := range Reasons() {
		for _, reason := range c.Missing {
			if r.Value == string(reason) {
				values = append(values, r)
			}
		}
	}
	return Column{
		Name: c.Name + "_missing", Values: values, Missing: []Reason{NotApplicable},
		Text: Text{"Varför " + c.Name + " saknas; tom när värdet finns", "Why " + c.Name + " is missing; empty where there is a value"},
	}
}
