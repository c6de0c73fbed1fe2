package dataset

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func compared(t *testing.T, before, after string) (Changes, []Change) {
	t.Helper()
	var all []Change
	sum, err := Compare(before, after, func(c Change) error {
		all = append(all, c)
		return nil
	})
	require.NoError(t, err)
	return sum, all
}

func tableOf(t *testing.T, c Changes, name string) TableChanges {
	t.Helper()
	for _, table := range c.Tables {
		if table.Table == name {
			return table
		}
	}
	require.Fail(t, "no table "+name)
	return TableChanges{}
}

func TestCompare(t *testing.T) {
	before, _ := build1(t, options(), kil())
	same, _ := build1(t, options(), kil())
	sum, all := compared(t, before, same)
	require.Equal(t, Same, sum.Part())
	require.Empty(t, all)

	more, summary := build1(t, previous(before), unread(), kil())
	sum, all = compared(t, before, more)
	require.Equal(t, Patch, sum.Part())
	require.Equal(t, "1.0.1", summary.Version)
	require.Contains(t, all, Change{Kind: Added, Table: "documents", Key: "00000000000000bb"})

	changed := kil()
	changed.Promises[0].Commitments = changed.Promises[0].Commitments[:1]
	changed.Promises[0].Commitments[0].Text = "Minst tre fotpatruller"
	newer, summary := build1(t, previous(more), unread(), changed)
	require.Equal(t, "1.1.0", summary.Version)
	sum, all = compared(t, more, newer)
	require.Equal(t, Values, sum.Part())
	got := tableOf(t, sum, "commitments")
	require.Equal(t, TableChanges{Table: "commitments", Modified: 1, Deleted: 1, Columns: []ColumnChanges{{"text", 1}}}, got)
	require.Contains(t, all, Change{Kind: Deleted, Table: "commitments", Key: "promise1:c2"})
	require.Contains(t, all, Change{Kind: Modified, Table: "commitments", Key: "promise1:c1", Columns: []ColumnChange{
		{"text", []byte(`"Minst två fotpatruller i veckan"`), []byte(`"Minst tre fotpatruller"`)},
	}})
}

func previous(dir string) Options {
	o := options()
	o.Previous = dir
	return o
}

func TestCompareStructure(t *testing.T) {
	before, _ := build1(t, options(), kil())
	after, _ := build1(t, options(), kil())
	require.NoError(t, os.WriteFile(filepath.Join(after, "jsonl/goals.jsonl"), []byte(`{"goal_id":"x","colour":"red"}`+"\n"), 0o666))
	require.NoError(t, os.Remove(filepath.Join(after, "jsonl/targets.jsonl")))
	sum, _ := compared(t, before, after)
	require.Equal(t, Structure, sum.Part())
	require.True(t, tableOf(t, sum, "goals").Structure)
	require.True(t, tableOf(t, sum, "targets").Structure)
	_, err := Compare(before, filepath.Join(before, "nowhere"), nil)
	require.ErrorIs(t, err, os.ErrNotExist)
}

// A document in several places is one row, with a row for each place.
func TestRepeatedDocument(t *testing.T) {
	copied := kil()
	copied.Source.URI = "copy.txt"
	dir, summary := build1(t, options(), kil(), copied)
	require.Equal(t, 1, summary.Documents)
	require.Equal(t, 1, summary.Repeated)
	require.Contains(t, contents(t, dir)["csv/locations.csv"], "00000000000000aa,2,copy.txt,")
}

// Two sets of one period get ids of their own.
func TestPromiseIDs(t *testing.T) {
	r := &model.Record{Promises: []model.Promise{{ID: "a"}, {ID: "b"}, {ID: "a"}}}
	require.Equal(t, []string{"a", "b", "a-2"}, []string{promiseID(r, 0), promiseID(r, 1), promiseID(r, 2)})
}

func TestCompareAnotherPeriod(t *testing.T) {
	before, _ := build1(t, options(), kil())
	changed := kil()
	changed.Promises[0].ID = "promise9"
	changed.Promises[0].Validity = &model.Validity{From: "2019-01-01", To: "2020-06-30", Basis: model.Stated, Text: "2019 till juni 2020"}
	after, _ := build1(t, options(), changed)
	sum, all := compared(t, before, after)
	for _, table := range sum.Tables {
		require.Zero(t, table.Added, table.Table)
		require.Zero(t, table.Deleted, table.Table)
	}
	require.Equal(t, Values, sum.Part())
	promises := tableOf(t, sum, "promises")
	require.Equal(t, 1, promises.Modified)
	require.Contains(t, promises.Columns, ColumnChanges{"valid_to", 1})
	require.NotContains(t, promises.Columns, ColumnChanges{"promise_id", 1})
	require.Zero(t, tableOf(t, sum, "commitments").Modified)
	require.NotEmpty(t, all)
}

func TestRenames(t *testing.T) {
	ids := renames{"0123": "abcd", "45": "6"}
	for line, want := range map[string]string{
		`{"promise_id":"0123","n":1}`:                   `{"promise_id":"abcd","n":1}`,
		`{"id":"0123:c1","areas":["0123:a1","45"]}`:     `{"id":"abcd:c1","areas":["abcd:a1","6"]}`,
		`{"text":"x 0123","quote":"01234","none":null}`: `{"text":"x 0123","quote":"01234","none":null}`,
		`{"text":"a \"0123\" b"}`:                       `{"text":"a \"0123\" b"}`,
		`{`:                                             `{`,
	} {
		require.Equal(t, want, string(ids.apply([]byte(line))))
	}
}
