package swedish

import (
	"github.com/lofte/lofte/model"
)

var validityHeadingRule = Rule{
	ID:   validityHeadingID,
	What: "reads the period from a title or another heading with a year",
	Example: `# Medborgarlöfte Kinda kommun 2022-2023
• Polisen ska fotpatrullera.`,
	Counterexample: `# Kinda – medborgarlöften
# Uppföljning av medborgarlöftet 2021
• Polisen har fotpatrullerat.`,
	read: readHeadingValidity,
}

func readHeadingValidity(f *facts) {
	var rest []*block
	for _, b := range f.blocks {
		if b.opens == nil || b.opens.lead || b.opens.role.closed() || !b.all().has(dated) {
			continue
		}
		if b.all().has(aboutOutcome) || b.all().has(aboutFollowUp) {
			continue
		}
		if !b.all().has(namesLofte) && b.opens.role != periodRole && b.opens.role != titleRole {
			rest = append(rest, b)
			continue
		}
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
	for _, b := range rest {
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
	f.titleLines()
}

// titleLines reads the years of short lines about the promise that stand as
// titles without being headings: "Medborgarlöfte 2021–2022".
func (f *facts) titleLines() {
	for _, b := range f.blocks {
		if b.opens != nil || b.Kind != model.Paragraph || b.Link || len(b.toks) > maxLineTokens || !b.all().has(dated) || !b.all().has(namesLofte) {
			continue
		}
		if role := roleOf(b); role.closed() || b.ends() == "." || b.all().has(aboutFollowUp|aboutOutcome) {
			continue
		}
		f.addPeriod(b, whole(b), model.Title, validityHeadingID)
	}
}

func whole(b *block) sentence { return sentence{0, len(b.Text), 0, len(b.toks)} }
