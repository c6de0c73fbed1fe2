package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var tableRowRule = Rule{
	ID:             tableRowID,
	What:           "reads a commitment from each row of a table that has a column for what is done, with who is responsible and when",
	Example:        "# Arvika – medborgarlöften\n| Åtgärd | Ansvarig | När\n| Sanera klotter | Kommunen | Senast mars 2020",
	Counterexample: "# Arvika – medborgarlöften\n| År | Anmälda brott\n| 2019 | 312",
	read:           readTables,
}

// column is what a column of a table holds.
type column uint8

const (
	otherColumn column = iota
	whatColumn
	whoColumn
	whenColumn
	areaColumn
	goalColumn
	byActorColumn // the header names an actor, the cells what it does
)

// columnWords are the header words by which a column is known, in the order in
// which they are tried.
var columnWords = []struct {
	column column
	words  []string
}{
	{whoColumn, []string{"ansvar", "vem", "aktör", "utförare", "part", "huvudman"}},
	{whenColumn, []string{"när", "tid", "klart", "datum", "senast", "frekvens", "hur ofta", "start", "deadline", "period"}},
	{whatColumn, []string{"åtgärd", "aktivitet", "insats", "vad", "löfte", "lovar", "åtagande", "beskrivning", "gör", "medborgarlöfte", "arbete"}},
	{areaColumn, []string{"område", "problem", "fokus", "prioriter", "tema"}},
	{goalColumn, []string{"mål", "syfte", "effekt"}},
}

// columnOf tells what the column under a header holds.
func columnOf(header string) column {
	toks := tokenize(header)
	if _, _, ok := actorHeading(toks); ok {
		return byActorColumn
	}
	low := strings.ToLower(header)
	for _, c := range columnWords {
		for _, w := range c.words {
			if strings.HasPrefix(low, w) || strings.Contains(low, " "+w) {
				return c.column
			}
		}
	}
	for _, c := range columnWords {
		for _, w := range c.words {
			if len(w) > len("område")-1 && strings.Contains(low, w) {
				return c.column
			}
		}
	}
	return otherColumn
}

func readTables(f *facts) {
	var heading *area
	widths := lastColumns(f.blocks)
	table := -1
	for i := 0; i < len(f.blocks); {
		if f.blocks[i].Cell == nil {
			i++
			continue
		}
		row := []*block{}
		first := f.blocks[i].Cell
		for i < len(f.blocks) && f.blocks[i].Cell != nil && f.blocks[i].Cell.Table == first.Table && f.blocks[i].Cell.Row == first.Row {
			row = append(row, f.blocks[i])
			i++
		}
		if table != first.Table {
			table, heading = first.Table, nil
		}
		if spanning(row, widths) {
			heading = f.rowArea(row[0])
			continue
		}
		f.readRow(row, heading)
	}
}

// lastColumns is the last column of each table.
func lastColumns(blocks []*block) map[int]int {
	last := map[int]int{}
	for _, b := range blocks {
		if b.Cell != nil {
			last[b.Cell.Table] = max(last[b.Cell.Table], b.Cell.Column)
		}
	}
	return last
}

// spanning reports whether a row is one cell across a table of several columns:
// the heading of the rows below.
func spanning(row []*block, widths map[int]int) bool {
	if len(row) != 1 || row[0].Cell.Header || len(row[0].toks) == 0 || len(row[0].toks) > maxLabelTokens {
		return false
	}
	return widths[row[0].Cell.Table] > row[0].Cell.Column
}

// readRow makes the commitments of one row, below the row that names their area.
func (f *facts) readRow(row []*block, heading *area) {
	cells := map[column]*block{}
	var whats []*block
	for _, b := range row {
		if b.Cell.Header || len(b.toks) == 0 {
			f.read[b] = b.Cell.Header
			continue
		}
		kind := columnOf(b.Cell.Name)
		if kind == byActorColumn {
			f.actorCell(b)
			continue
		}
		if kind == goalColumn {
			f.addGoal(b, whole(b))
			f.read[b] = true
		}
		if kind == whatColumn {
			whats = append(whats, b)
		} else if cells[kind] == nil {
			cells[kind] = b
		}
	}
	for _, what := range whats {
		f.readWhat(what, cells, heading)
	}
}

// readWhat makes a commitment of what a row says is done, where the row or the
// place of the table says by whom or when.
func (f *facts) readWhat(what *block, cells map[column]*block, heading *area) {
	if cells[whoColumn] == nil && cells[whenColumn] == nil && !undertakes(what) && !promisedAbove(what.in) {
		return
	}
	f.rowCommitment(what, cells, heading)
}

// actorCell makes a commitment of a cell in the column of an actor.
func (f *facts) actorCell(b *block) {
	if notUndertaking(b, 0) || roleOf(b).closed() || len(b.toks) < 2 {
		return
	}
	c := f.cellCommitment(b)
	if header := f.headerOf(b); header != nil && len(c.Actors) == 0 {
		p, every, _ := actorHeading(header.toks)
		c.Actors = f.actorFacts(header, p.actors, c.Rule)
		if every {
			c.Actors = []model.ActorFact{f.everyParty(header, c.Rule)}
		}
	}
	f.commit(c)
}

// headerOf is the header cell of b's column.
func (f *facts) headerOf(b *block) *block {
	for i := b.index - 1; i >= 0; i-- {
		h := f.blocks[i]
		if h.Cell == nil || h.Cell.Table != b.Cell.Table {
			return nil
		}
		if h.Cell.Header && h.Cell.Column == b.Cell.Column {
			return h
		}
	}
	return nil
}

func (f *facts) cellCommitment(b *block) *commitment {
	c := &commitment{at: b}
	c.Fact = f.fact(b, 0, len(b.Text), tableRowID)
	c.Form, c.Confidence = model.ItemForm, sure
	c.Condition = conditionIn(f.reading, b, 0, len(b.toks))
	if p, ok := subject(b.toks, 0); ok {
		c.Actors, c.With = f.actorFacts(b, p.actors, c.Rule), f.actorFacts(b, p.with, c.Rule)
		c.own = !everybody(c.Actors)
	}
	c.Under = f.under(b)
	f.read[b] = true
	return c
}

// rowCommitment makes a commitment of a row whose columns say what, who and
// when. A row on following up is follow-up.
func (f *facts) rowCommitment(what *block, cells map[column]*block, heading *area) {
	who, when := cells[whoColumn], cells[whenColumn]
	var actors []model.ActorFact
	var with []model.ActorFact
	if who != nil {
		actors, with = f.cellActors(who)
	}
	if notUndertaking(what, 0) {
		fu := &followUpStatement{at: what}
		fu.Fact = f.fact(what, 0, len(what.Text), tableRowID)
		fu.Responsible = actors
		f.followUps = append(f.followUps, fu)
		f.read[what] = true
		return
	}
	c := f.cellCommitment(what)
	if len(actors) > 0 && !c.own {
		c.Actors, c.With = actors, with
	}
	if len(c.Actors) == 0 {
		c.Actors, c.With = f.inherit(what.in, c.Rule)
	}
	if when != nil {
		d := f.fact(when, 0, len(when.Text), tableRowID)
		c.Deadline = &d
		f.read[when] = true
	}
	c.row = heading
	if a := cells[areaColumn]; a != nil {
		c.row = f.rowArea(a)
	}
	f.commit(c)
}

// cellActors reads the cell of those responsible.
func (f *facts) cellActors(who *block) (actors, with []model.ActorFact) {
	f.read[who] = true
	p := actorsIn(who.toks, 0)
	if ms := f.legend.actors(who.toks, 0, len(who.toks)); len(ms) > 0 {
		p = actorPhrase{actors: ms}
	}
	return f.actorFacts(who, p.actors, tableRowID), f.actorFacts(who, p.with, tableRowID)
}

// rowArea is the area that a cell names; cells with the same words are one.
func (f *facts) rowArea(b *block) *area {
	from, to := labelRange(b)
	if to <= from || to-from > maxLabelTokens {
		return nil
	}
	for _, a := range f.areas {
		if fold(a.Text) == fold(b.text(from, to)) {
			f.read[b] = true
			return a
		}
	}
	return f.addArea(b, from, to, model.List, tableRowID, 0)
}
