package about

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// How many values of a column serve as examples, and how long they may be.
const (
	exampleCount  = 3
	exampleLength = 80
)

// Profile is what was seen of the rows of each table: how many there are, how
// many cells of each column have a value, why others have none, and examples.
type Profile struct {
	rows    []int
	columns [][]columnProfile
}

type columnProfile struct {
	known    int
	missing  map[schema.Reason]int
	examples []string
}

// NewProfile is the profile of empty tables.
func NewProfile() *Profile {
	tables := schema.Tables()
	p := &Profile{rows: make([]int, len(tables)), columns: make([][]columnProfile, len(tables))}
	for i, t := range tables {
		p.columns[i] = make([]columnProfile, len(t.Columns))
		for j := range p.columns[i] {
			p.columns[i][j].missing = map[schema.Reason]int{}
		}
	}
	return p
}

// Note takes a row in, with a cell for each column of the table.
func (p *Profile) Note(table int, row []schema.Cell) {
	p.rows[table]++
	for i, cell := range row {
		c := &p.columns[table][i]
		if cell.Value == nil {
			c.missing[cell.Reason]++
			continue
		}
		c.known++
		if len(c.examples) < exampleCount {
			c.example(cell.Value)
		}
	}
}

// Rows is how many rows a table has.
func (p *Profile) Rows(table int) int { return p.rows[table] }

func (c *columnProfile) example(value any) {
	text := fmt.Sprint(value)
	if items, ok := value.([]string); ok {
		text = strings.Join(items, "; ")
	}
	if utf8.RuneCountInString(text) > exampleLength || slices.Contains(c.examples, text) {
		return
	}
	c.examples = append(c.examples, strings.Clone(text))
}
