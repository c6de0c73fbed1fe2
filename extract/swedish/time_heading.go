package swedish

import (
	_ "embed"
	"sync"
)

//go:embed data/times.tsv
var timeData string

var timeLexicon = sync.OnceValue(func() *lexicon { return newLexicon(timeData) })

// timeHeading reports whether a heading only says when, as the parts of a year
// plan do: "Januari–mars", "Kvartal 1 (januari–mars)", "Hela året", "Hösten 2022",
// but not "Sommaren i Båstad". What stands below it has the area and the actors of
// what stands above it.
func timeHeading(toks []token) bool {
	named := false
	for i := 0; i < len(toks); {
		class, end := timeLexicon().match(toks, i)
		switch {
		case class != "":
			named = named || class == "time"
			i = end
		case toks[i].kind == word:
			return false
		default:
			i++
		}
	}
	return named
}
