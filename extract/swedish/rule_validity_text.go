package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var validityTextRule = Rule{
	ID:   validityTextID,
	What: "reads the period from the year in a lead-in or a commitment: \"kommer under 2019 att\"",
	Example: `# Härjedalen – medborgarlöften
• Polisen lovar att under 2017 göra minst 52 trafikkontroller.`,
	Counterexample: `# Härjedalen – medborgarlöften
Under 2016 förde polisen samtal med invånarna.
• Polisen lovar att göra trafikkontroller.`,
	read: readTextValidity,
}

func readTextValidity(f *facts) {
	for _, b := range f.blocks {
		if b.opens != nil && b.opens.class == leadsToPromises && b.all().has(dated) {
			f.addPeriod(b, whole(b), model.InText, validityTextID)
		}
	}
	for _, c := range f.commitments {
		if c.at.all().has(dated) && frame(c.at.toks) {
			f.addPeriod(c.at, whole(c.at), model.InText, validityTextID)
		}
	}
	f.eachSentence(func(b *block, i int, s sentence) {
		if b.flags[i].has(dated) && !b.flags[i].has(aboutFollowUp|aboutOutcome|aboutSigning) && roleOf(b) != outcome && roleOf(b) != furniture && presentFrame(b.toks[s.from:s.to], b.flags[i]) {
			f.addPeriod(b, s, model.InText, validityTextID)
		}
	})
}

// frame reports whether tokens hold "under 2019" or "år 2019".
func frame(toks []token) bool {
	for i := 1; i < len(toks); i++ {
		if hasYear(toks[i]) && frameWords[toks[i-1].low] {
			return true
		}
	}
	return false
}

var frameWords = map[string]bool{"under": true, "år": true, "åren": true, "året": true, "hela": true, "perioden": true}

// presentFrame reports whether a sentence says of the present or the future
// that something is done in a year.
func presentFrame(toks []token, flags cueSet) bool {
	if !frame(toks) || !flags.has(actorNamed|namesLofte) {
		return false
	}
	for i, t := range toks {
		if strings.HasSuffix(t.low, "prioriterar") || strings.HasSuffix(t.low, "prioriteras") || modals[t.low] && i > 0 {
			return true
		}
	}
	return false
}
