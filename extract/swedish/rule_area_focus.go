package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var areaFocusRule = Rule{
	ID:   areaFocusID,
	What: "marks the area on which a sentence puts the focus, or reads it where no area is named otherwise",
	Example: `# Hallsberg – medborgarlöften
Polisen och kommunen kommer att inrikta arbetet mot otrygga platser i centrum.
• Polisen ska fotpatrullera.`,
	Counterexample: `# Hallsberg – medborgarlöften
• Polisen ska fotpatrullera med särskilt fokus på skolorna.`,
	read: readFocus,
}

// focusShare is the share of an area's words that a sentence must hold to be
// about it.
const focusShare = 0.6

func readFocus(f *facts) {
	named := len(f.areas) > 0
	for _, b := range f.blocks {
		role := roleOf(b)
		if role == outcome || role == furniture || role == citizens || b.Kind == model.Item && role == promise {
			continue
		}
		for i, s := range b.sents {
			if from := theProblem(b, s); from > 0 && !f.areaIn(b) {
				f.addFocus(b, from, s)
				continue
			}
			if b.flags[i].has(aboutFocus) && (directs(b, s) || pastFocus(b, s)) && !f.commitsTo(b, s) {
				f.focus(b, s, named)
			}
		}
	}
}

// commitsTo reports whether a sentence became a commitment.
func (f *facts) commitsTo(b *block, s sentence) bool {
	if !f.commits[b] {
		return false
	}
	return f.read[b] || f.starts[f.within(b, s.start, s.start).Start]
}

// commit records a commitment.
func (f *facts) commit(c *commitment) {
	f.commitments = append(f.commitments, c)
	f.commits[c.at] = true
	f.starts[c.Span.Start] = true
}

// pastFocus reports whether a sentence says what the promise is directed at:
// "Den här gången är löftet inriktat på …".
func pastFocus(b *block, s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if promiseNoun(b.toks[i].low) {
			return true
		}
	}
	return false
}

// focus gives the priority to the areas that the sentence names, or the line
// after it where it ends in a colon.
func (f *facts) focus(b *block, s sentence, named bool) {
	text := b.Text[s.start:s.end]
	if next := f.neighbour(b, 1); b.ends() == ":" && len(f.blocks) > b.index+1 {
		if next == nil {
			next = f.blocks[b.index+1]
		}
		text = next.Text
	}
	marked := false
	for _, a := range f.areas {
		if covered(a.Text, text) >= focusShare && sameSet(a.at, b) {
			a.Priority, marked = true, true
		}
	}
	if named || marked || b.ends() == ":" {
		return
	}
	if from, to := focusObject(b, s); to > from && to-from <= maxLabelTokens {
		a := f.addArea(b, from, to, model.Statement, areaFocusID, 0)
		a.Priority = !strings.HasPrefix(b.text(s.from, s.from+1), "Det")
		f.read[b] = false
	}
}

// theProblem is the token after the "är" of "Det problem som parterna har valt är
// otrygghet i centrum", 0 for another sentence.
func theProblem(b *block, s sentence) int {
	if from := theArea(b, s); from > 0 {
		return from
	}
	if s.to-s.from < 5 || b.toks[s.from].low != "det" || b.toks[s.from+1].low != "problem" && b.toks[s.from+1].low != "område" {
		return 0
	}
	for i := s.from + 2; i+1 < s.to; i++ {
		if b.toks[i].low == "är" {
			return i + 1
		}
	}
	return 0
}

// theArea is the token after the "är" of "Fokusområdet för 2022 är våld i hemmet", 0
// for another sentence and for one that only describes the area: "Fokusområdet är
// valt med omsorg".
func theArea(b *block, s sentence) int {
	if !oneArea[b.toks[s.from].low] {
		return 0
	}
	for i := s.from + 1; i+1 < s.to && i < s.from+maxClause; i++ {
		low := b.toks[i].low
		if low == "är" || low == "var" || low == "blir" {
			next := b.toks[i+1]
			if next.kind != word || smallWords[next.low] || notLabels[next.low] || neuterAdjective(next.low) {
				return 0
			}
			return i + 1
		}
		if finite(low) || low == "som" {
			return 0
		}
	}
	return 0
}

// oneArea are words for the one area of a promise.
var oneArea = map[string]bool{"fokusområdet": true, "problemområdet": true, "insatsområdet": true, "temaområdet": true, "målområdet": true}

// notLabels follow "är" and name nothing.
var notLabels = map[string]bool{
	"samma": true, "detsamma": true, "fortfarande": true, "också": true, "även": true, "inte": true, "därför": true, "alltså": true,
	"nu": true, "mycket": true, "en": true, "ett": true, "den": true, "det": true,
}

// neuterAdjective reports whether a word has the ending that says how a thing is:
// "valt", "stort", "prioriterat".
func neuterAdjective(low string) bool {
	for _, end := range []string{"at", "lt", "rt", "nt", "gt", "mt"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// addFocus reads the area that starts at a token and ends with its noun phrase.
func (f *facts) addFocus(b *block, from int, s sentence) {
	to := from
	for to < s.to && !objectEnds(b.toks[to]) {
		to++
	}
	if to > from && to-from <= maxLabelTokens {
		f.addArea(b, from, to, model.Statement, areaFocusID, 0)
		f.read[b] = false
	}
}

// covered is the share of the words of label that stand in text.
func covered(label, text string) float64 {
	x, y := words(label), words(text)
	if len(x) == 0 {
		return 0
	}
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// focusObject is what a sentence directs the work at: the tokens after the
// preposition of its focus words, up to a comma or the end.
func focusObject(b *block, s sentence) (from, to int) {
	for _, c := range b.cuesIn(s) {
		if c.class != "focus" || c.from < s.from || c.to > s.to {
			continue
		}
		from = c.to
		from = afterPreposition(b.toks[:s.to], from)
		for from < s.to && (focusGlue[b.toks[from].low]) {
			from++
		}
		to = from
		for to < s.to && !objectEnds(b.toks[to]) {
			to++
		}
		return from, to
	}
	return 0, 0
}

// prepositionReach is within how many words of the focus words "mot" stands:
// "inriktas under året mot".
const prepositionReach = 4

// afterPreposition is the token after the "mot" or "på" that follows a frame of
// time at i, else i.
func afterPreposition(toks []token, i int) int {
	if i < len(toks) && !frameWords[toks[i].low] && toks[i].low != "i" {
		return i
	}
	for k := i; k < len(toks) && k < i+prepositionReach; k++ {
		if toks[k].low == "mot" || toks[k].low == "på" {
			return k + 1
		}
	}
	return i
}

// focusGlue are the words between focus words and their object.
var focusGlue = map[string]bool{"mot": true, "på": true, "är": true, "att": true, "till": true, "området": true, "områdena": true}

func objectEnds(t token) bool {
	return t.kind == mark && strings.Contains(",.:;(–", t.low) || t.low == "genom" || t.low == "som" || finite(t.low)
}
