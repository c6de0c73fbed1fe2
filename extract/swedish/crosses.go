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

// crossedRow makes a commitment of a row in which crosses say who acts.
func (f *facts) crossedRow(what *block, fields []field, cells map[column]*block, heading *area) {
	before := len(f.commitments)
	f.rowCommitment(what, cells, heading)
	if len(f.commitments) == before {
		return
	}
	c := f.commitments[before]
	var actors []model.ActorFact
	for _, field := range fields {
		if field.column != crossColumn {
			continue
		}
		f.read[field.cell] = true
		header := f.headerOf(field.cell)
		if header == nil {
			continue
		}
		if letters := f.legend.actors(header.toks, 0, len(header.toks)); len(letters) > 0 {
			actors = append(actors, f.actorFacts(header, letters, c.Rule)...)
			continue
		}
		p, _, _ := actorHeading(header.toks)
		actors = append(actors, f.actorFacts(header, p.actors, c.Rule)...)
	}
	if len(actors) > 0 {
		c.Actors, c.own = actors, true
	}
}
