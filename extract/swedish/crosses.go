package swedish

import "github.com/lofte/lofte/model"

// crossSigns are what a cell holds to say that the actor of its column takes part.
var crossSigns = map[string]bool{"x": true, "✓": true, "✔": true, "●": true, "•": true, "ja": true}

// crosses reports whether a cell is a cross in the column of an actor: "X" under
// "Polisen", or under a letter that the document explains.
func (f *facts) crosses(b *block) bool {
	if len(b.toks) != 1 || !crossSigns[b.toks[0].low] {
		return false
	}
	return columnOf(b.Cell.Name) == byActorColumn || len(f.legend.actors(tokenize(b.Cell.Name), 0, 1)) > 0
}

// crossed are the actors in whose columns a row has crosses.
func (f *facts) crossed(fields []field) (actors []model.ActorFact) {
	for _, c := range fields {
		if c.column != crossColumn {
			continue
		}
		f.read[c.cell] = true
		if header := f.headerOf(c.cell); header != nil {
			actors = append(actors, f.headerActors(header)...)
		}
	}
	return actors
}

// headerActors are those whom the header of a column names, or means by a letter.
func (f *facts) headerActors(header *block) []model.ActorFact {
	named := f.legend.actors(header.toks, 0, len(header.toks))
	if len(named) == 0 {
		p, _, _ := actorHeading(header.toks)
		named = p.actors
	}
	return f.actorFacts(header, named, tableRowID)
}
