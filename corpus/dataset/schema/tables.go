package schema

// Tables are the tables of a dataset, each after those that it refers to.
func Tables() []Table {
	return []Table{
		documents(),
		locations(),
		municipalities(),
		terms(),
		promises(),
		promiseMunicipalities(),
		goals(),
		parties(),
		problemAreas(),
		commitments(),
		commitmentParties(),
		commitmentAreas(),
		targets(),
		followUp(),
		followUpParties(),
		signatories(),
		evidence(),
		corrections(),
	}
}

// Patterns of values.
const (
	documentPattern = "[0-9a-f]{16}"
	digestPattern   = "[0-9a-f]{64}"
	codePattern     = "[0-9]{4}"
	countyPattern   = "[0-9]{2}"
	partialDate     = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
	duration        = "P[0-9A-Z.]+"
)

// The columns that many tables have.

func key(name, swedish, english string) Column {
	return Column{Name: name, Text: Text{swedish, english}}
}

func refer(name, ref, swedish, english string) Column {
	return Column{Name: name, Ref: ref, Text: Text{swedish, english}}
}

func number() Column {
	return Column{Name: "number", Type: Integer, Text: Text{"Ordning i dokumentet, från 1", "Order in the document, from 1"}}
}

func corrected() Column {
	return Column{Name: "corrected", Type: Boolean, Text: Text{
		"Något värde i raden har rättats för hand; se corrections",
		"A value of the row has been corrected by hand; see corrections",
	}}
}

func rule() Column {
	return Column{Name: "rule", Missing: []Reason{NotApplicable}, Text: Text{
		"Regeln i lofte som läste värdet", "The rule of lofte that read the value",
	}}
}

// stated is a text that a document may leave unsaid.
func stated(name, measure, swedish, english string) Column {
	return Column{Name: name, Measure: measure, Missing: []Reason{NotStated}, Text: Text{swedish, english}}
}

func yesNo(name, swedish, english string) Column {
	return Column{Name: name, Type: Boolean, Text: Text{swedish, english}}
}

func vocabulary(name, swedish, english string) Column {
	return Column{Name: name, Type: List, Missing: []Reason{NotParsed}, Text: Text{swedish, english}}
}
