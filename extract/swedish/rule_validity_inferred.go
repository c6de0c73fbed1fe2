package swedish

import (
	"github.com/lofte/lofte/model"
)

var validityInferredRule = Rule{
	ID:   validityInferredID,
	What: "offers the date of the final follow-up, from which a period can be inferred where nothing gives one",
	Example: `# Kalix – medborgarlöften
• Polisen ska fotpatrullera.
# Uppföljning
En skriftlig uppföljning sammanställs senast februari 2020.`,
	Counterexample: `# Kalix – medborgarlöften
• Polisen ska fotpatrullera.
# Uppföljning
Sker kontinuerligt.`,
	read: func(f *facts) {
		f.eachSentence(func(b *block, i int, s sentence) {
			if roleOf(b) == followUp && b.flags[i].has(dated) && b.flags[i].has(aboutFollowUp) {
				f.addPeriod(b, s, model.Inferred, validityInferredID)
			}
		})
	},
}
