package swedish

import (
	"github.com/lofte/lofte/model"
)

var validityMentionRule = Rule{
	ID:   validityMentionID,
	What: "reads the period from running text that names the promise with its year: \"medborgarlöftet för 2020\"",
	Example: `# Polis och kommun lovar ett tryggare Vaggeryd
Torsdagen den 11 juni undertecknades medborgarlöftet för 2020.
• Polisen ska fotpatrullera.`,
	Counterexample: `# Vaggeryd – medborgarlöften
Enkäten för 2019 visade på otrygghet.
• Polisen ska fotpatrullera.`,
	read: readMentionedValidity,
}

func readMentionedValidity(f *facts) {
	f.eachSentence(func(b *block, i int, s sentence) {
		if role := roleOf(b); role == outcome || role == furniture || b.Link || b.flags[i].has(aboutOutcome) {
			return
		}
		for k := s.from; k+1 < s.to; k++ {
			if !promiseNoun(b.toks[k].low) {
				continue
			}
			n := k + 1
			for n < s.to && n <= k+2 && mentionGlue[b.toks[n].low] {
				n++
			}
			if n < s.to && hasYear(b.toks[n]) {
				f.addPeriod(b, sentence{b.toks[k].start, s.end, k, s.to}, model.Stated, validityMentionID)
				return
			}
		}
	})
}

var mentionGlue = map[string]bool{"för": true, "under": true, "avseende": true, "åren": true, "år": true, "perioden": true, "året": true, "kalenderåret": true}
