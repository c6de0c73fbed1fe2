package swedish

import (
	"github.com/lofte/lofte/model"
)

var tableRowRule = Rule{
	ID:             tableRowID,
	What:           "reads a commitment from each row of a table that has a column for what is done, with who is responsible and when",
	Example:        "# Arvika – medborgarlöften\n| Åtgärd | Ansvarig | När\n| Sanera klotter | Kommunen | Senast mars 2020",
	Counterexample: "# Arvika – medborgarlöften\n| År | Anmälda brott\n| 2019 | 312",
	read:           readTables,
}

func readTables(f *facts) {
	widths := lastColumns(f.blocks)
	for _, rows := range tables(f.blocks) {
		if records := labelledRecords(rows); len(records) > 0 {
			for _, fields := range records {
				f.readFields(fields, nil)
			}
			continue
		}
		f.readRows(rows, widths)
	}
}

// readRows reads the rows of a table under the names of its columns. A row
// without an area of its own belongs to that of the row above: the cell reaches
// over both.
func (f *facts) readRows(rows [][]*block, widths map[int]int) {
	var heading *area
	var above *block
	for _, row := range rows {
		if spanning(row, widths) {
			heading, above = f.rowArea(row[0]), nil
			continue
		}
		fields := f.columnFields(row)
		if own := firstOf(fields, areaColumn); own != nil {
			above = own
		} else if above != nil {
			fields = append(fields, field{areaColumn, above})
		}
		f.readFields(fields, heading)
	}
}

// readFields makes the commitments of one row or record, below the row that
// names their area.
func (f *facts) readFields(fields []field, heading *area) {
	for _, c := range fields {
		switch c.column {
		case byActorColumn:
			f.actorCell(c.cell, firstOf(fields, areaColumn), heading)
		case goalColumn:
			f.addGoal(c.cell, whole(c.cell))
			f.read[c.cell] = true
		case whatColumn:
			f.readWhat(c.cell, fields, heading)
		}
	}
}

// readWhat makes a commitment of what a row says is done, where the row or the
// place of the table says by whom or when.
func (f *facts) readWhat(what *block, fields []field, heading *area) {
	told := firstOf(fields, whoColumn) != nil || firstOf(fields, crossColumn) != nil || firstOf(fields, whenColumn) != nil
	if told || undertakes(what) || promisedAbove(what.in) {
		f.rowCommitment(what, fields, heading)
	}
}

// actorCell makes a commitment of a cell in the column of an actor, in a row on
// an area.
func (f *facts) actorCell(b, about *block, heading *area) {
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
	c.row = f.areaOfRow(about, heading)
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
func (f *facts) rowCommitment(what *block, fields []field, heading *area) {
	actors, with := f.rowActors(fields)
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
	if when := firstOf(fields, whenColumn); when != nil {
		d := f.fact(when, 0, len(when.Text), tableRowID)
		c.Deadline = &d
		f.read[when] = true
	}
	c.row = f.areaOfRow(firstOf(fields, areaColumn), heading)
	f.commit(c)
}

// rowActors are those who act in a row, by the cell that names them or by the
// crosses in their columns.
func (f *facts) rowActors(fields []field) (actors, with []model.ActorFact) {
	if who := firstOf(fields, whoColumn); who != nil {
		return f.cellActors(who)
	}
	return f.crossed(fields), nil
}

// areaOfRow is the area that the row's own cell names, if any, else that of the
// heading above the row.
func (f *facts) areaOfRow(about *block, heading *area) *area {
	if about == nil {
		return heading
	}
	return f.rowArea(about)
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
