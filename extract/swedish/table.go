package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

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
