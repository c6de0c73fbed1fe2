package swedish

import (
	"github.com/lofte/lofte/model"
)

var situationRule = Rule{
	ID:   situationID,
	What: "reads the first paragraph of the section that describes the situation",
	Example: `# Kinda – medborgarlöften
# Lägesbild
Kinda har få anmälda brott.
# Det här lovar vi
• Polisen ska fotpatrullera.`,
	Counterexample: `# Kinda – medborgarlöften
# Det här lovar vi
• Polisen ska fotpatrullera.`,
	read: func(f *facts) {
		for _, b := range f.blocks {
			if roleOf(b) != situation || b.in.lead {
				continue
			}
			first := len(f.situations) == 0 || f.situations[len(f.situations)-1].at.in != b.in
			if b.Kind == model.Paragraph && b.opens == nil && first {
				f.situations = append(f.situations, &passage{at: b, Fact: f.fact(b, 0, len(b.Text), situationID)})
			}
			if b.opens == nil {
				f.read[b] = true
			}
		}
	},
}
