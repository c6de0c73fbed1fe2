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
	crossColumn   // the header names an actor, a cross that it is one who acts
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

// tables are the rows of cells of each table.
func tables(blocks []*block) (out [][][]*block) {
	var former *model.Place
	for _, b := range blocks {
		if b.Cell == nil {
			former = nil
			continue
		}
		if former == nil || former.Table != b.Cell.Table {
			out = append(out, nil)
		}
		t := len(out) - 1
		if len(out[t]) == 0 || former.Row != b.Cell.Row {
			out[t] = append(out[t], nil)
		}
		r := len(out[t]) - 1
		out[t][r] = append(out[t][r], b)
		former = b.Cell
	}
	return out
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

// field is a cell and what it holds.
type field struct {
	column column
	cell   *block
}

// firstOf is the first cell that holds something of a kind, nil for none.
func firstOf(fields []field, kind column) *block {
	for _, c := range fields {
		if c.column == kind {
			return c.cell
		}
	}
	return nil
}

// columnFields are the cells of a row with what their columns hold.
func (f *facts) columnFields(row []*block) (fields []field) {
	for _, b := range row {
		if b.Cell.Header || len(b.toks) == 0 {
			f.read[b] = b.Cell.Header
			continue
		}
		kind := columnOf(b.Cell.Name)
		if f.crosses(b) {
			kind = crossColumn
		}
		fields = append(fields, field{kind, b})
	}
	if headsRow(fields) {
		fields[0].column = areaColumn
	}
	if firstOf(fields, whoColumn) == nil && firstOf(fields, crossColumn) == nil {
		return fields
	}
	for i, c := range fields {
		if c.column == byActorColumn && ours(c.cell.Cell.Name) {
			fields[i].column = whatColumn
		}
	}
	return fields
}

// headsRow reports whether the first cell of a row, in a column without a name,
// names what the cells of several actors beside it are about. Parts of a year do
// not.
func headsRow(fields []field) bool {
	if len(fields) < 3 || fields[0].cell.Cell.Column > 0 || fields[0].cell.Cell.Name != "" || timeHeading(fields[0].cell.toks) {
		return false
	}
	for _, c := range fields[1:] {
		if c.column != byActorColumn {
			return false
		}
	}
	return true
}

// ours reports whether a header or label names nobody but "vi": "Vad vi gör".
// Beside one for who does it, it is what is done.
func ours(header string) bool {
	p, _, _ := actorHeading(tokenize(header))
	return onlyWe(p)
}

// maxRowLabel is the number of tokens of a cell that names what the cell beside
// it holds: "Vad vi gör", "Vem är ansvarig?".
const maxRowLabel = 4

// labelledRecords reads a table whose first column names what the second holds:
// a record for each run of rows with names of their own. nil for another table,
// and for one that does not say what is done, and by whom or when.
func labelledRecords(rows [][]*block) (records [][]field) {
	told := map[column]bool{}
	for _, row := range rows {
		kind, ok := rowLabel(row)
		if !ok {
			return nil
		}
		if n := len(records); n == 0 || kind != otherColumn && firstOf(records[n-1], kind) != nil {
			records = append(records, nil)
		}
		told[kind] = true
		n := len(records) - 1
		for _, b := range row[1:] {
			records[n] = append(records[n], field{kind, b})
		}
	}
	if !told[whatColumn] || !told[whoColumn] && !told[whenColumn] {
		return nil
	}
	return records
}

// rowLabel tells what a row holds by its first cell; not ok where the row is
// no label and its value.
func rowLabel(row []*block) (kind column, ok bool) {
	label := row[0]
	if len(row) < 2 || label.Cell.Header || label.Cell.Column != 0 || len(label.toks) > maxRowLabel {
		return otherColumn, false
	}
	for _, b := range row[1:] {
		if b.Cell.Column != 1 || b.Cell.Header {
			return otherColumn, false
		}
	}
	kind = columnOf(label.Text)
	if kind == byActorColumn {
		return whatColumn, ours(label.Text)
	}
	return kind, true
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
	if len(row) != 1 || row[0].Cell.Header || row[0].Cell.Column > 0 || len(row[0].toks) == 0 || len(row[0].toks) > maxLabelTokens {
		return false
	}
	return widths[row[0].Cell.Table] > row[0].Cell.Column
}

// readFields makes the commitments of one row or record, below the row that
// names their area.
func (f *facts) readFields(fields []field, heading *area) {
	cells := map[column]*block{}
	for _, c := range fields {
		if cells[c.column] == nil {
			cells[c.column] = c.cell
		}
	}
	if what := cells[whatColumn]; what != nil && cells[crossColumn] != nil {
		f.crossedRow(what, fields, cells, heading)
		return
	}
	for _, c := range fields {
		switch c.column {
		case byActorColumn:
			f.actorCell(c.cell, cells[areaColumn], heading)
		case goalColumn:
			f.addGoal(c.cell, whole(c.cell))
			f.read[c.cell] = true
		case whatColumn:
			f.readWhat(c.cell, cells, heading)
		}
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
	c.row = f.areaOfRow(cells[areaColumn], heading)
	f.commit(c)
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
