package dataset

import (
	"fmt"
	"unicode/utf8"

	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

// sink is where all rows pass: they are held against their table, names are
// taken out of them, they are counted, and go to all formats.
type sink struct {
	out     format.Writer
	tables  []schema.Table
	places  map[string]int // of the tables
	profile *about.Profile

	municipalities map[string]bool // by code
}

func newSink(out format.Writer) *sink {
	s := &sink{out: out, tables: schema.Tables(), places: map[string]int{}, profile: about.NewProfile(), municipalities: map[string]bool{}}
	for i := range s.tables {
		s.places[s.tables[i].Name] = i
	}
	return s
}

// add adds a row to a table, without the names that m takes out.
func (s *sink) add(m *mask, table string, row ...schema.Cell) error {
	i, ok := s.places[table]
	if !ok {
		return fmt.Errorf("there is no table %q", table)
	}
	m.apply(s.tables[i].Columns, row)
	cells, err := s.tables[i].Spread(row)
	if err != nil {
		return err
	}
	for _, cell := range cells {
		if text, ok := cell.(string); ok && !utf8.ValidString(text) {
			return fmt.Errorf("table %s: %q is not UTF-8", table, text)
		}
	}
	s.profile.Note(i, row)
	return s.out.Write(i, cells)
}
