package schema

import (
	"fmt"
	"slices"
	"strings"
)

// Version is the version of the structure: it moves when a table or a column
// is added, taken away, or means something else.
const Version = 1

// Table is one table. Key names the columns that tell its rows apart. Search
// names the columns that a full-text index holds.
type Table struct {
	Name    string
	Key     []string
	Columns []Column
	Search  []string
	Text
}

// Fields are the columns of the table as files have them, with those that say
// why a value is missing.
func (t *Table) Fields() []Column {
	var fields []Column
	for _, c := range t.Columns {
		fields = append(fields, c)
		if len(c.Missing) > 1 {
			fields = append(fields, c.companion())
		}
	}
	return fields
}

// Index is the place of a field in [Table.Fields], -1 for a name that is none.
func (t *Table) Index(field string) int {
	return slices.IndexFunc(t.Fields(), func(c Column) bool { return c.Name == field })
}

// Cell is a value, or why there is none.
type Cell struct {
	Value  any // string, int64, float64, bool or []string; nil for none
	Reason Reason
}

// Known is a cell with a value.
func Known(value any) Cell { return Cell{Value: value} }

// Lacking is a cell without one.
func Lacking(reason Reason) Cell { return Cell{Reason: reason} }

// Spread lays a row, one cell for each of t.Columns, out over [Table.Fields].
// A cell that its column does not allow is an error that names both.
func (t *Table) Spread(row []Cell) ([]any, error) {
	if len(row) != len(t.Columns) {
		return nil, fmt.Errorf("a row of table %s has %d cells, not %d", t.Name, len(row), len(t.Columns))
	}
	out := make([]any, 0, 2*len(row))
	for i, cell := range row {
		c := &t.Columns[i]
		if err := c.check(cell); err != nil {
			return nil, fmt.Errorf("table %s, column %s: %w", t.Name, c.Name, err)
		}
		out = append(out, cell.Value)
		if len(c.Missing) < 2 {
			continue
		}
		if cell.Value == nil {
			out = append(out, string(cell.Reason))
			continue
		}
		out = append(out, nil)
	}
	return out, nil
}

// check holds a cell against its column.
func (c *Column) check(cell Cell) error {
	if cell.Value == nil {
		if !slices.Contains(c.Missing, cell.Reason) {
			return fmt.Errorf("the value is missing (%q); only %v are reasons", cell.Reason, c.Missing)
		}
		return nil
	}
	if !c.Type.holds(cell.Value) {
		return fmt.Errorf("value %v has the Go type %T", cell.Value, cell.Value)
	}
	if text, ok := cell.Value.(string); ok && len(c.Values) > 0 && !c.allows(text) {
		return fmt.Errorf("value %q is not one of the allowed ones", text)
	}
	return nil
}

func (c *Column) allows(text string) bool {
	return slices.ContainsFunc(c.Values, func(a Allowed) bool { return a.Value == text })
}

// holds reports whether a value has the Go type that t stands for.
func (t Type) holds(value any) (ok bool) {
	switch t {
	case Integer:
		_, ok = value.(int64)
	case Number:
		_, ok = value.(float64)
	case Boolean:
		_, ok = value.(bool)
	case List:
		_, ok = value.([]string)
	default:
		_, ok = value.(string)
	}
	return ok
}

// Split gives the table and the column of a reference, "" for none.
func (c Column) Split() (table, column string) {
	table, column, _ = strings.Cut(c.Ref, ".")
	return table, column
}
