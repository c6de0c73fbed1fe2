package diff_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/dataset"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
)

// built makes a dataset of records.
func built(t *testing.T, records ...*model.Record) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "set")
	var options dataset.Options
	for _, m := range place.All() {
		options.Municipalities = append(options.Municipalities, dataset.Municipality{Code: m.Code, Name: m.Name, Official: m.Name,
			County: dataset.County{Code: m.County, Name: m.County, English: m.County, NUTS: "SE110", ISO: "SE-AB", PoliceRegion: "Bergslagen"}})
	}
	for _, r := range records {
		options.Terms = append(options.Terms, terms(r, options.Terms)...)
	}
	_, err := dataset.Build(dir, all(records...), options)
	require.NoError(t, err)
	return dir
}

// terms are the terms of a record that are not in a list yet.
func terms(r *model.Record, known []dataset.Term) (out []dataset.Term) {
	add := func(vocabulary string, ids []string) {
		for _, id := range ids {
			has := func(t dataset.Term) bool { return t.Vocabulary == vocabulary && t.ID == id }
			if !slices.ContainsFunc(known, has) && !slices.ContainsFunc(out, has) {
				out = append(out, dataset.Term{Vocabulary: vocabulary, ID: id, Swedish: id, English: id})
			}
		}
	}
	for i := range r.Promises {
		for _, a := range r.Promises[i].ProblemAreas {
			add("topic", a.Topics)
		}
		for _, c := range r.Promises[i].Commitments {
			add("topic", c.Topics)
			add("measure", c.Measures)
			add("audience", c.Audience)
		}
	}
	return out
}

// Two datasets tell the same changes as the records that they were made of.
func TestDatasetsTellWhatRecordsTell(t *testing.T) {
	docs := readable(t, "../gold/testdata/own/docs")
	var old, now []*model.Record
	for _, d := range docs {
		old = append(old, d.record)
	}
	_, made := editAll(docs)
	require.NotEmpty(t, made)
	for _, d := range docs {
		now = append(now, d.convert(t))
	}
	want, err := diff.Records(all(old...), all(now...))
	require.NoError(t, err)
	before, after := built(t, old...), built(t, now...)
	require.True(t, diff.IsDataset(before))
	got, err := diff.Records(diff.Dataset(before), diff.Dataset(after))
	require.NoError(t, err)
	require.Equal(t, told(want), told(got))
	none, err := diff.Records(diff.Dataset(before), diff.Dataset(before))
	require.NoError(t, err)
	require.Empty(t, none.Changes)
}

func TestWhatIsNoDataset(t *testing.T) {
	dir := t.TempDir()
	require.False(t, diff.IsDataset(dir))
	for _, err := range diff.Dataset(dir) {
		require.ErrorIs(t, err, os.ErrNotExist)
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "jsonl"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "jsonl", "promises.jsonl"), []byte("no rows"), 0o644))
	_, err := diff.Records(diff.Dataset(dir), all())
	require.ErrorContains(t, err, "the old records: read the dataset: ")
}
