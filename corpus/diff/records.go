package diff

import (
	"fmt"
	"iter"
	"slices"

	"github.com/lofte/lofte/model"
)

// Records compares two collections of records. Documents are paired by their
// addresses, and then, of those that are left, by their bytes.
func Records(old, new iter.Seq2[*model.Record, error]) (*Report, error) {
	before, err := collect(old)
	if err != nil {
		return nil, fmt.Errorf("the old records: %w", err)
	}
	after, err := collect(new)
	if err != nil {
		return nil, fmt.Errorf("the new records: %w", err)
	}
	var d Differ
	byAddress := func(r *model.Record) string { return r.Source.URI }
	before, after = pairBy(&d, before, after, byAddress)
	before, after = pairBy(&d, before, after, func(r *model.Record) string { return r.ID })
	for _, r := range before {
		d.Pair(Document{Record: r}, Document{})
	}
	for _, r := range after {
		d.Pair(Document{}, Document{Record: r})
	}
	return d.Report(), nil
}

func collect(records iter.Seq2[*model.Record, error]) ([]*model.Record, error) {
	var out []*model.Record
	for r, err := range records {
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// pairBy pairs the records that have the same key, and returns the others.
func pairBy(d *Differ, old, new []*model.Record, key func(*model.Record) string) (restOld, restNew []*model.Record) {
	waiting := map[string][]*model.Record{}
	for _, r := range old {
		waiting[key(r)] = append(waiting[key(r)], r)
	}
	paired := map[*model.Record]bool{}
	for _, r := range new {
		if same := waiting[key(r)]; len(same) > 0 {
			d.Pair(Document{Record: same[0]}, Document{Record: r})
			waiting[key(r)], paired[same[0]] = same[1:], true
			continue
		}
		restNew = append(restNew, r)
	}
	return slices.DeleteFunc(old, func(r *model.Record) bool { return paired[r] }), restNew
}
