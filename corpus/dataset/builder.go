package dataset

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"iter"

	"github.com/lofte/lofte/corpus/dataset/correct"
	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

// builder takes the records in.
type builder struct {
	sink        *sink
	options     Options
	corrections *correct.Set
	seen        map[uint64]first // by hash of the id
	summary     Summary
}

// first is what the first record of a document said, as a hash, and how often
// the document has come. It is small, for there is one for each document.
type first struct{ content, times uint32 }

// all makes the rows of everything.
func (b *builder) all(records iter.Seq2[*model.Record, error]) error {
	if err := b.reference(); err != nil {
		return err
	}
	for record, err := range records {
		if err != nil {
			return err
		}
		if err := b.record(record); err != nil {
			return err
		}
	}
	return b.corrections.Unused()
}

// record makes the rows of a record, or only that of its place where its
// document has been there before.
func (b *builder) record(record *model.Record) error {
	record, changed, err := b.corrections.Apply(record)
	if err != nil {
		return err
	}
	times, err := b.times(record)
	if err != nil {
		return err
	}
	r := &rows{sink: b.sink, record: record, changed: changed}
	if !b.options.WithNames {
		r.mask = newMask(record)
	}
	if times == 1 {
		b.count(record, changed)
		if err := r.all(); err != nil {
			return err
		}
	} else {
		b.summary.Repeated++
	}
	src := record.Source
	r.add("locations", word(record.ID), count(times), word(src.URI), moment(src.RetrievedAt, schema.NotApplicable))
	return r.err
}

func (b *builder) count(record *model.Record, changed []correct.Applied) {
	b.summary.Documents++
	b.summary.Corrected += len(changed)
	if record.Failed() {
		b.summary.Failures++
	}
}

// times is how often the document has come, this time included. Records of one
// document that differ can't both be right.
func (b *builder) times(record *model.Record) (int, error) {
	said := fnv.New32a()
	if err := json.NewEncoder(said).Encode(struct {
		Kind     model.Kind
		Promises []model.Promise
	}{record.Kind, record.Promises}); err != nil {
		return 0, fmt.Errorf("record %s: %w", record.ID, err)
	}
	id := fnv.New64a()
	id.Write([]byte(record.ID))
	f, repeated := b.seen[id.Sum64()]
	if !repeated {
		f.content = said.Sum32()
	}
	if f.content != said.Sum32() {
		return 0, fmt.Errorf("record %s of %s differs from an earlier one of the same document; were they made by different versions, or is a correction for one place of it only?",
			record.ID, record.Source.URI)
	}
	f.times++
	b.seen[id.Sum64()] = f
	return int(f.times), nil
}

// reference makes the rows that do not come from documents.
func (b *builder) reference() error {
	for _, m := range b.options.Municipalities {
		b.sink.municipalities[m.Code] = true
		if err := b.sink.add(nil, "municipalities",
			word(m.Code), word(m.Name), word(m.Official),
			word(m.County.Code), word(m.County.Name), word(m.County.English), word(m.County.NUTS), word(m.County.ISO),
			word(m.County.PoliceRegion),
			list(m.PoliceAreas, schema.NotStated), list(m.CityDistricts, schema.NotApplicable)); err != nil {
			return fmt.Errorf("municipality %s: %w", m.Code, err)
		}
	}
	for _, t := range b.options.Terms {
		if err := b.sink.add(nil, "terms",
			word(t.Vocabulary), word(t.ID), text(t.Parent, schema.NotApplicable), text(t.Group, schema.NotApplicable),
			word(t.Swedish), word(t.English)); err != nil {
			return fmt.Errorf("term %s: %w", t.ID, err)
		}
	}
	return nil
}
