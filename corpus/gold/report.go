package gold

// Report is what [Score] found.
type Report struct {
	Documents int      `json:"documents"`
	Missing   []string `json:"missing,omitempty"` // gold documents without a record
	Unknown   int      `json:"unknown,omitempty"` // records without a gold document

	Fields []Field `json:"fields"`

	Kind      Rate `json:"kind"`
	Actors    Rate `json:"actors"`     // of the commitments that were found
	AreaLinks Rate `json:"area_links"` // of those that gold links to areas
	// Negatives are the documents without promises that were left empty.
	Negatives Rate `json:"negatives"`
	// Perfect are the promise documents with the municipalities, validity,
	// areas, commitments and their actors all right.
	Perfect Rate `json:"perfect"`

	Mistakes []Mistake `json:"mistakes,omitempty"`
}

// Field is the counts of one field at the three levels.
type Field struct {
	Name   string `json:"name"`
	Exact  Counts `json:"exact"`
	Folded Counts `json:"folded"`
	Fuzzy  Counts `json:"fuzzy"`
}

// At gives the counts at a level.
func (f Field) At(l Level) Counts {
	switch l {
	case Exact:
		return f.Exact
	case Folded:
		return f.Folded
	}
	return f.Fuzzy
}

// Sort says what is wrong with a value.
type Sort string

// The sorts of mistakes: a gold value that was not found, a value that gold
// does not have, and a value other than gold's.
const (
	Missed   Sort = "missed"
	Spurious Sort = "spurious"
	Wrong    Sort = "wrong"
)

// Mistake is one value that is not as gold has it.
type Mistake struct {
	Document string `json:"document"`
	Field    string `json:"field"`
	Sort     Sort   `json:"sort"`
	Gold     string `json:"gold,omitempty"`
	Got      string `json:"got,omitempty"`
}

func (s *scorer) note(document, field string, sort Sort, gold, got string) {
	s.report.Mistakes = append(s.report.Mistakes, Mistake{document, field, sort, gold, got})
}

// noteRest notes the values that are in no pair.
func (s *scorer) noteRest(document, field string, pairs []pair, golds, gots []string) {
	foundGold, foundGot := make([]bool, len(golds)), make([]bool, len(gots))
	for _, p := range pairs {
		foundGold[p.gold], foundGot[p.got] = true, true
	}
	for i, text := range golds {
		if !foundGold[i] {
			s.note(document, field, Missed, text, "")
		}
	}
	for i, text := range gots {
		if !foundGot[i] {
			s.note(document, field, Spurious, "", text)
		}
	}
}

// finish puts the counts in the order of the report.
func (s *scorer) finish() Report {
	for _, f := range s.fields {
		s.addField(f.name)
		if f.name == commitmentsField {
			s.addField(targetsField)
		}
	}
	return s.report
}

func (s *scorer) addField(name string) {
	c := s.counts[name]
	s.report.Fields = append(s.report.Fields, Field{Name: name, Exact: c[Exact], Folded: c[Folded], Fuzzy: c[Fuzzy]})
}
