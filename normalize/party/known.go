package party

import (
	"strings"
	"unicode"

	"github.com/lofte/lofte/model"
)

// known knows the parties that the document has named before: by name, by a
// way that they were written, or without the words for the form of a company
// or association.
func known(m mention, o Options) (model.Party, bool) {
	for _, p := range o.Known {
		for _, name := range append([]string{p.Name, shortName(p)}, p.AsWritten...) {
			if swapped(strings.ToLower(name)) == swapped(m.fold) && !isGeneric(m) {
				return p, true
			}
		}
	}
	return model.Party{}, false
}

func isGeneric(m mention) bool {
	kind, ok := genericKind(m)
	if !ok {
		return false
	}
	e, _ := words().find(m, kind)
	return e.generic
}

// onlyKnown gives the known party of a kind, if there is just one.
func onlyKnown(o Options, kind model.PartyKind) (model.Party, bool) {
	var found model.Party
	n := 0
	for _, p := range o.Known {
		if p.Kind == kind {
			found, n = p, n+1
		}
	}
	return found, n == 1
}

// fromVocabulary gives the party of a kind that the vocabulary knows: as named,
// or the only known one for a word that is just the kind.
func fromVocabulary(m mention, o Options, kind model.PartyKind) (model.Party, bool) {
	e, ok := words().find(m, kind)
	switch {
	case !ok:
		return model.Party{}, false
	case e.generic:
		return onlyKnown(o, kind)
	case e.match != "whole" && !strings.ContainsFunc(m.text, unicode.IsUpper):
		return model.Party{}, false // "en förening" is no name
	case e.match == "whole" && m.fold != e.phrase:
		return model.Party{Kind: kind, Name: capitalised(e.phrase)}, true
	}
	return model.Party{Kind: kind, Name: m.text}, true
}
