package swedish

import (
	"github.com/lofte/lofte/model"
)

var goalRule = Rule{
	ID:   goalID,
	What: "reads aims and expected effects",
	Example: `# Vaggeryd – medborgarlöften
• Polisen ska fotpatrullera.
# Effekt
• Fler invånare ska känna sig trygga.`,
	Counterexample: `# Vaggeryd – medborgarlöften
• Polisen ska fotpatrullera.`,
	read: readGoals,
}

func readGoals(f *facts) {
	for _, b := range f.blocks {
		role := roleOf(b)
		switch {
		case b.opens != nil || f.read[b]:
		case role == goals && b.Kind == model.Item:
			f.addGoal(b, whole(b))
			f.read[b] = true
		case role == goals:
			for i, s := range b.sents {
				if b.flags[i].has(finiteVerbs) && !b.flags[i].has(aboutFollowUp|aboutMethod) && !(b.flags[i].has(aboutAgreement) && b.flags[i].has(dated)) {
					f.addGoal(b, s)
				}
			}
		case !role.closed(), role == situation:
			for i, s := range b.sents {
				if aims(b, i, s) && !f.commitsTo(b, s) {
					f.addGoal(b, s)
				}
			}
		}
	}
}

func (f *facts) addGoal(b *block, s sentence) {
	p := &passage{at: b, Fact: f.sentenceFact(b, s, goalID)}
	f.goals = append(f.goals, p)
	f.explained += p.Span.Len()
}

// loftesAim reports whether a sentence says what the promise itself is to bring:
// "Medborgarlöftet ska göra Klippan tryggare".
func loftesAim(b *block, i int, s sentence) bool {
	if s.from+2 >= s.to || b.Kind == model.Item || b.flags[i].has(aboutFollowUp|aboutValidity|aboutCommunication|aboutMethod|vowed) {
		return false
	}
	return promiseNoun(b.toks[s.from].low) && (b.toks[s.from+1].low == "ska" || b.toks[s.from+1].low == "skall") && aimVerbs[b.toks[s.from+2].low]
}

// aimVerbs say what a promise is to bring about.
var aimVerbs = map[string]bool{
	"göra": true, "bidra": true, "leda": true, "öka": true, "minska": true, "skapa": true, "stärka": true, "förebygga": true,
	"ge": true, "förbättra": true,
}

// aims reports whether sentence i states an aim of the promise: "Målet är att
// …", "Polisen och kommunen vill att …".
func aims(b *block, i int, s sentence) bool {
	flags := b.flags[i]
	if loftesAim(b, i, s) {
		return true
	}
	if !flags.has(aboutAim) || flags.has(vowed|aboutCitizens|aboutSpeech|aboutValidity) || b.Kind == model.Item {
		return false
	}
	if b.frontCues(s).has(aboutAim) {
		return true
	}
	p, ok := phraseAt(b.toks[:s.to], s.from)
	return ok && p.to < s.to && b.toks[p.to].low == "vill"
}
