package dataset

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus/dataset/correct"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func pointer[T any](v T) *T { return &v }

func span(start, end int) *model.Span { return &model.Span{Start: start, End: end} }

// kil is a record that has a value in every table.
func kil() *model.Record {
	return &model.Record{
		Schema: model.SchemaVersion, ID: "00000000000000aa", Kind: model.KindPromise,
		Source: model.Source{URI: "kil.txt", MediaType: "text/plain", SHA256: strings.Repeat("0a", 32), Bytes: 100,
			Title: "Kil – medborgarlöften", TitleSpan: span(0, 21), Language: "sv", TextLayer: model.Native},
		Promises: []model.Promise{{
			ID: "promise1", Title: "Medborgarlöfte; 2019", TitleSpan: span(0, 5), District: "Södermalm", DistrictSpan: span(1, 2),
			Municipalities: []model.Municipality{{Code: "1715", Name: "Kil", County: "17", Span: span(3, 4)}},
			Parties: []model.Party{
				{ID: "police", Kind: model.PoliceParty, Name: "Lokalpolisområde Karlstad", AsWritten: []string{"LPO Karlstad", "Polisen; Kil"}, Span: span(5, 17)},
				{ID: "municipality", Kind: model.MunicipalityParty, Name: "Kils kommun", Code: "1715", Span: span(7, 8)},
			},
			Validity:      &model.Validity{From: "2019-01-01", To: "2019-12-31", EDTF: "2019-01-01/2019-12-31", Basis: model.Stated, Text: "gäller 2019", Rule: "period", Span: span(9, 20)},
			Situation:     "Många anmälda cykelstölder, säger Åsa Ek, polischef.",
			SituationSpan: span(21, 30),
			Goals:         []string{"Färre stölder"},
			GoalSpans:     []model.Span{{Start: 31, End: 44}},
			ProblemAreas:  []model.ProblemArea{{ID: "a1", Label: "Stölder, \"inbrott\"", Rank: 1, Basis: model.List, Topics: []string{"tillgrepp"}, Span: span(50, 60)}},
			Commitments: []model.Commitment{{
				ID: "c1", Text: "Minst två fotpatruller i veckan", Form: model.ItemForm, Actors: []string{"police"}, With: []string{"municipality"},
				ProblemAreas: []string{"a1"}, Topics: []string{"tillgrepp"}, Measures: []string{"fotpatrull"}, Deadline: "2019-06",
				Targets: []model.Target{{Comparator: model.Min, Value: pointer(2.0), Unit: "fotpatrull", Per: "P1W", Text: "Minst två fotpatruller i veckan", Span: span(60, 90)}},
				Span:    span(60, 90), Rule: "item", Confidence: 0.9,
			}, {ID: "c2", Text: "Fotpatrullen syns", Form: model.ProseForm, Targets: []model.Target{{Comparator: model.All}}, Span: span(90, 95)}},
			FollowUp:    []model.FollowUp{{Text: "Följs upp varje halvår av ÅSA  EK", Every: "P6M", Responsible: []string{"police"}, Span: span(95, 99)}},
			SignedOn:    "2018-12-06",
			Signatories: []model.Signatory{{Name: "Åsa Ek", Role: "Chef", RoleSpan: span(1, 2), Span: span(1, 2)}},
		}},
	}
}

// unread is the record of a document that could not be read.
func unread() *model.Record {
	return &model.Record{
		Schema: model.SchemaVersion, ID: "00000000000000bb", Source: model.Source{URI: "trasig.pdf"}, Promises: []model.Promise{},
		Diagnostics: []model.Diagnostic{{Code: model.Damaged, Severity: model.Failure, Message: "no objects"}},
	}
}

func sequence(records ...*model.Record) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func options() Options {
	return Options{
		Municipalities: []Municipality{{
			Code: "1715", Name: "Kil", Official: "Kils kommun",
			County: County{Code: "17", Name: "Värmlands län", English: "Värmland County", NUTS: "SE311", ISO: "SE-S", PoliceRegion: "Bergslagen"},
		}},
		Terms: []Term{{Vocabulary: "topic", ID: "tillgrepp", Swedish: "Stöld", English: "Theft"}},
	}
}

func build1(t *testing.T, o Options, records ...*model.Record) (string, Summary) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ds")
	summary, err := Build(dir, sequence(records...), o)
	require.NoError(t, err)
	return dir, summary
}

// contents are the files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	}))
	require.NotEmpty(t, files)
	return files
}

func TestSameBytes(t *testing.T) {
	one, _ := build1(t, options(), kil(), unread())
	other, _ := build1(t, options(), kil(), unread())
	first, second := contents(t, one), contents(t, other)
	require.Len(t, second, len(first))
	for name, data := range first {
		require.True(t, data == second[name], name)
	}
}

func TestEveryTableHasRows(t *testing.T) {
	_, summary := build1(t, Options{
		Municipalities: options().Municipalities, Terms: options().Terms,
		Corrections: []correct.Correction{{
			Document: "kil.txt", Path: "promises[0].validity.to", Quote: "gäller 2019", Value: []byte(`"2020-12-31"`),
			Who: "A", Why: "B", File: "c.yaml", Line: 1,
		}},
	}, kil(), unread())
	for _, rows := range summary.Rows {
		require.Positive(t, rows.Rows, rows.Table)
	}
	require.Equal(t, 1, summary.Failures)
	require.Equal(t, 1, summary.Corrected)
	require.Equal(t, "1.0.0", summary.Version)
}

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x"), nil, 0o666))
	_, err := Build(dir, sequence(), options())
	require.ErrorContains(t, err, "is not empty")

	other := kil()
	other.Promises[0].Title = "Annan"
	_, err = Build(filepath.Join(t.TempDir(), "ds"), sequence(kil(), other), options())
	require.ErrorContains(t, err, "differs from an earlier one")

	dangling := kil()
	dangling.Promises[0].Commitments[0].Actors = []string{"region"}
	_, err = Build(filepath.Join(t.TempDir(), "ds"), sequence(dangling), options())
	require.ErrorContains(t, err, `refers to "region"`)

	broken := errors.New("broken")
	parent := t.TempDir()
	_, err = Build(filepath.Join(parent, "ds"), func(yield func(*model.Record, error) bool) { yield(nil, broken) }, options())
	require.ErrorIs(t, err, broken)
	entries, err := os.ReadDir(parent)
	require.NoError(t, err)
	require.Empty(t, entries, "a build that fails leaves nothing")
}
