package swedish

import (
	"sync"

	"github.com/lofte/lofte/model"
)

// conditionLexicon holds the openings of clauses that make an undertaking depend
// on something. "whole" ones end with their own words, "phrase" ones with the
// noun after them, "clause" ones with the clause.
var conditionLexicon = sync.OnceValue(func() *lexicon {
	lex := &lexicon{}
	for class, phrases := range map[string][]string{
		"whole":  {"vid behov", "om möjligt", "efter behov", "när det är möjligt", "där det är möjligt", "om så krävs", "om behov finns", "när behov finns", "vid förfrågan", "på begäran", "i mån av tid", "i mån av resurser", "om resurser finns", "så långt det är möjligt", "så långt resurserna räcker", "så långt resurserna medger"},
		"phrase": {"i mån av"},
		"clause": {"under förutsättning att", "förutsatt att", "i den mån", "i den utsträckning", "i den omfattning", "i de fall", "så långt som", "så långt resurserna", "så länge"},
	} {
		for _, p := range phrases {
			lex.add(class, p)
		}
	}
	return lex
})

// conditionIn finds the condition in tokens [from, to) of a block.
func conditionIn(r *reading, b *block, from, to int) *model.Fact {
	toks := b.toks[:to]
	for i := from; i < to; i++ {
		class, end := conditionLexicon().match(toks, i)
		switch {
		case class == "whole":
			end = withRegard(toks, end)
		case class == "phrase":
			end = min(end+1, to)
		case class == "clause", demanded(toks, i):
			end = clauseEnd(toks, max(end, i+1))
		case conditional(toks, i, from):
			end = clauseEnd(toks, i+1)
		default:
			continue
		}
		f := r.fact(b, toks[i].start, toks[end-1].end, "condition")
		return &f
	}
	return nil
}

// conditional reports whether the "om" or "när" at i opens a clause of its own:
// after a comma, or first in the sentence, with a verb soon after.
func conditional(toks []token, i, from int) bool {
	low := toks[i].low
	if low != "om" && low != "när" && low != "ifall" || i == from || toks[i-1].low != "," {
		return false
	}
	if low == "när" {
		return false
	}
	if i+1 == len(toks) || questions[toks[i+1].low] {
		return false
	}
	end := clauseEnd(toks, i+1)
	for k := i + 1; k < end; k++ {
		if k > i+1 && (finite(toks[k].low) || presentVerb(toks, k) || k == end-1) {
			return true
		}
	}
	return false
}

// questions follow an "om" that means "about".
var questions = map[string]bool{"vad": true, "hur": true, "vilka": true, "vilken": true, "varför": true, "att": true, "var": true}

// demandReach is within how many words of its "om" or "när" the verb stands by
// which something else decides.
const demandReach = 4

// demanded reports whether a clause with such a verb opens at i, wherever it
// stands: "när rektor begär det", "om läget tillåter".
func demanded(toks []token, i int) bool {
	if low := toks[i].low; low != "om" && low != "när" && low != "där" && low != "ifall" {
		return false
	}
	for k := i + 1; k < len(toks) && k <= i+demandReach && toks[k].kind == word; k++ {
		if toks[k].low == "finns" && toks[k-1].low == "det" {
			return k+1 < len(toks) && requisites[toks[k+1].low]
		}
		if demand[toks[k].low] {
			return k > i+1
		}
	}
	return false
}

// requisites are what must be there: "när det finns anledning".
var requisites = map[string]bool{
	"anledning": true, "behov": true, "möjlighet": true, "möjligheter": true, "resurser": true, "utrymme": true, "tid": true,
	"skäl": true, "personal": true,
}

// demand are verbs by which something else decides.
var demand = map[string]bool{
	"begär": true, "önskar": true, "tillåter": true, "medger": true, "kräver": true, "finns": true, "räcker": true,
}

// clauseEnd is where the clause ends that goes on at i: before a comma, a full
// stop, or an "inom" that sets a limit.
func clauseEnd(toks []token, i int) int {
	for k := i; k < len(toks); k++ {
		if demand[toks[k].low] && toks[k].low != "finns" {
			if k+1 < len(toks) && (toks[k+1].low == "det" || toks[k+1].low == "detta") {
				k++
			}
			if k+1 < len(toks) && ownedObject(toks, k+1) {
				continue
			}
			return k + 1
		}
		if k > i+1 && modals[toks[k].low] {
			return k
		}
		switch toks[k].low {
		case ",", ".", ";", "(", ")":
			return k
		case "inom":
			if k > i+1 {
				return k
			}
		}
	}
	return len(toks)
}

// ownedObject reports whether what a verb asks for begins at i with its owner:
// "kräver polisens resurser på annat håll".
func ownedObject(toks []token, i int) bool {
	m, ok := mentionAt(toks, i)
	return ok && m.genitive
}

// withRegard is the end of a condition that goes on at i with what it looks at:
// "när det är möjligt med hänsyn till sekretessen".
func withRegard(toks []token, i int) int {
	if i+2 < len(toks) && toks[i].low == "med" && toks[i+1].low == "hänsyn" && toks[i+2].low == "till" {
		return clauseEnd(toks, i+3)
	}
	return i
}
