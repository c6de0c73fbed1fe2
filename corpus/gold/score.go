package gold

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Score compares records with the gold documents. A gold document without a
// record counts as one whose record is empty; a record without a gold document
// is only counted. Of two records for one document the last counts.
func Score(documents []Document, records []*model.Record) Report {
	byName := map[string]*model.Record{}
	for _, r := range records {
		byName[nameOf(r)] = r
	}
	s := newScorer()
	for _, d := range documents {
		record, ok := byName[d.Name]
		if !ok {
			record = &model.Record{}
			s.report.Missing = append(s.report.Missing, d.Name)
		}
		delete(byName, d.Name)
		s.document(d, record)
	}
	s.report.Documents, s.report.Unknown = len(documents), len(byName)
	return s.finish()
}

// scorer adds documents up.
type scorer struct {
	report  Report
	fields  []field
	counts  map[string]*[levels]Counts
	mistake bool // whether the document at hand has one in what matters
}

func newScorer() *scorer {
	s := &scorer{fields: fields(), counts: map[string]*[levels]Counts{targetsField: {}}}
	for _, f := range s.fields {
		s.counts[f.name] = &[levels]Counts{}
	}
	return s
}

func (s *scorer) document(d Document, record *model.Record) {
	right := record.Kind == d.Record.Kind
	s.report.Kind.count(right)
	if !right {
		s.note(d.Name, "kind", Wrong, string(d.Record.Kind), string(record.Kind))
	}
	if d.Record.Kind != model.KindPromise {
		s.negative(d.Name, record)
		return
	}
	s.mistake = false
	for _, f := range s.fields {
		pairs := s.field(d, record, f)
		if f.name == commitmentsField {
			s.commitments(d, record, pairs)
		}
	}
	s.report.Perfect.count(!s.mistake)
}

// negative scores a document that makes no promises.
func (s *scorer) negative(name string, record *model.Record) {
	found := gather(record.Promises, commitments)
	s.report.Negatives.count(len(found) == 0)
	for _, text := range found {
		s.note(name, commitmentsField, Spurious, "", text)
	}
}

// field scores one field of a document and gives the fuzzy pairs.
func (s *scorer) field(d Document, record *model.Record, f field) []pair {
	gold, got := gather(d.Record.Promises, f.values), gather(record.Promises, f.values)
	var last []pair
	for l := Exact; l < levels; l++ {
		pairs, golds, gots := f.compare(gold, got, l)
		c := count(pairs, len(golds), len(gots))
		s.counts[f.name][l].add(c)
		if l == Fuzzy {
			s.noteRest(d.Name, f.name, pairs, golds, gots)
			s.mistake = s.mistake || isCore(f.name) && c.FP+c.FN > 0
			last = pairs
		}
	}
	return last
}

// isCore knows the fields that a perfect record has right.
func isCore(name string) bool {
	switch name {
	case municipalitiesField, validityField, areasField, commitmentsField:
		return true
	}
	return false
}

// commitments scores what hangs on the commitments that were found.
func (s *scorer) commitments(d Document, record *model.Record, pairs []pair) {
	gold, got := linked(d.Record.Promises), linked(record.Promises)
	for _, p := range pairs {
		g, c := gold[p.gold], got[p.got]
		right := slices.Equal(g.kinds, c.kinds)
		s.report.Actors.count(right)
		if !right {
			s.mistake = true
			s.note(d.Name, "actors", Wrong, strings.Join(g.kinds, "+")+": "+g.Text, strings.Join(c.kinds, "+"))
		}
		if len(g.ProblemAreas) > 0 {
			right := sameLinks(g.labels, c.labels)
			s.report.AreaLinks.count(right)
			if !right {
				s.note(d.Name, "area_links", Wrong, strings.Join(g.labels, "+")+": "+g.Text, strings.Join(c.labels, "+"))
			}
		}
		s.targets(d.Name, g, c)
	}
}

func (s *scorer) targets(name string, gold, got commitment) {
	for l := Exact; l < levels; l++ {
		golds, gots := targetKeys(gold.Targets, l), targetKeys(got.Targets, l)
		pairs := match(golds, gots, equal)
		s.counts[targetsField][l].add(count(pairs, len(golds), len(gots)))
		if l == Fuzzy {
			s.noteRest(name, targetsField, pairs, golds, gots)
		}
	}
}

func gather(promises []model.Promise, values func(*model.Promise) []string) []string {
	var out []string
	for i := range promises {
		out = append(out, values(&promises[i])...)
	}
	return out
}
