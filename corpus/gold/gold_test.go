package gold_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/gold"
	"github.com/lofte/lofte/model"
)

func TestGoldAgainstItselfIsPerfect(t *testing.T) {
	for _, folder := range goldFolders(t) {
		documents, err := gold.Load(folder)
		require.NoError(t, err)
		var records []*model.Record
		for _, d := range documents {
			records = append(records, asRecord(d))
		}
		report := gold.Score(documents, records)
		for _, f := range report.Fields {
			for _, l := range []gold.Level{gold.Exact, gold.Folded, gold.Fuzzy} {
				require.Zero(t, f.At(l).FP+f.At(l).FN, "%s %s %s", folder, f.Name, l)
			}
		}
		require.Equal(t, report.Perfect.Of, report.Perfect.Right)
		require.Empty(t, report.Mistakes)
		require.Empty(t, report.Missing)
	}
}

func TestLoadRefuses(t *testing.T) {
	_, err := gold.Load(t.TempDir())
	require.ErrorIs(t, err, gold.ErrNoGold)
	_, err = gold.Load(filepath.Join(t.TempDir(), "nowhere"))
	require.True(t, errors.Is(err, os.ErrNotExist))
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.json"), []byte("[1"), 0o600))
	_, err = gold.Load(dir)
	require.ErrorContains(t, err, "a.json")
}

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		low, high   float64
	}{{0, 0, 0, 1}, {10, 10, 0.7225, 1}, {0, 10, 0, 0.2775}, {81, 263, 0.2553, 0.3662}} {
		low, high := gold.Wilson(c.part, c.whole)
		require.InDelta(t, c.low, low, 1e-4)
		require.InDelta(t, c.high, high, 1e-4)
	}
}

func TestCountsOfNothing(t *testing.T) {
	require.Equal(t, 1.0, gold.Counts{}.F1())
	require.Equal(t, 0.0, gold.Counts{FP: 1, FN: 1}.F1())
	require.Equal(t, 1.0, gold.Rate{}.Share())
}

// small is two documents and their records with one mistake of each sort.
func small() ([]gold.Document, []*model.Record) {
	two := 2.0
	promise := model.Record{Kind: model.KindPromise, Promises: []model.Promise{{
		Municipalities: []model.Municipality{{Name: "Kil"}},
		Parties:        []model.Party{{ID: "police", Kind: "police", Name: "Lokalpolisområde Karlstad"}},
		Validity:       &model.Validity{From: "2019-01-01", To: "2019-12-31"},
		ProblemAreas:   []model.ProblemArea{{Label: "Trafik"}},
		Commitments: []model.Commitment{
			{Text: "Göra minst två trafikkontroller i veckan.", Actors: []string{"police"}, ProblemAreas: []string{"Trafik"},
				Targets: []model.Target{{Comparator: model.Min, Value: &two, Unit: "trafikkontroller", Per: "P1W"}}},
			{Text: "Ordna en trygghetsvandring i centrum."},
		},
		FollowUp: []model.FollowUp{{Text: "Följs upp varje år."}},
	}}}
	documents := []gold.Document{
		{Name: "kil", Record: promise}, {Name: "nyhet", Record: model.Record{Kind: model.KindOther}},
		{Name: "borta", Record: model.Record{Kind: model.KindFollowUp}},
	}
	found := asRecord(documents[0])
	set := &found.Promises[0]
	set.Parties[0].Name = "LPO  karlstad"
	set.ProblemAreas[0].Label = "trafik"
	set.Commitments[0].Text = "göra minst två trafikkontroller i veckan"
	set.Commitments[0].Targets[0].Unit = "kontroller"
	set.Commitments[0].Actors = nil
	set.Commitments[1].Text = "Något annat <helt> & hållet utlovas här."
	set.FollowUp[0].Text = "Uppföljning."
	news := &model.Record{Kind: model.KindPromise, Source: model.Source{URI: "https://x.se/a/nyhet.html?id=2"},
		Promises: []model.Promise{{Commitments: []model.Commitment{{Text: "Polisen lovar."}}}}}
	stray := &model.Record{Source: model.Source{URI: "annat.pdf"}}
	return documents, []*model.Record{found, news, stray}
}

func TestReportText(t *testing.T) {
	documents, records := small()
	report := gold.Score(documents, records)
	var text bytes.Buffer
	require.NoError(t, report.WriteText(&text))
	text.WriteString("\n")
	require.NoError(t, report.WriteMistakes(&text))
	text.WriteString("\n")
	require.NoError(t, report.WriteJSON(&text))
	requireGolden(t, filepath.Join("testdata", "report.golden"), text.Bytes())
}

// requireGolden compares with a golden file; LOFTE_UPDATE=1 writes it anew.
func requireGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if os.Getenv("LOFTE_UPDATE") != "" {
		require.NoError(t, os.WriteFile(file, got, 0o600))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

func TestTextsThatAreTheSame(t *testing.T) {
	long := strings.Repeat("ord ", 9) + "ett två tre fyra fem sex sju"
	for _, c := range []struct {
		gold, got string
		want      bool
	}{
		{"Göra två kontroller", "göra  två kontroller.", true},
		{"Göra två kontroller", "Göra två kontroller i hela kommunen varje vecka", true},
		{"vi ska göra två kontroller i veckan", "göra två kontroller i veckan", true},
		{"göra två kontroller i veckan", "Polisen ska göra två kontroller i veckan", true},
		{"Göra två kontroller", "Göra tre vandringar", false},
		{"", "", false},
		{long, long + " åtta", true},
		{long, "ett två tre", false},
	} {
		documents := []gold.Document{{Name: "a", Record: model.Record{Kind: "promise", Promises: []model.Promise{{Commitments: []model.Commitment{{Text: c.gold}}}}}}}
		record := &model.Record{Kind: "promise", Source: model.Source{URI: "a.txt"}, Promises: []model.Promise{{Commitments: []model.Commitment{{Text: c.got}}}}}
		report := gold.Score(documents, []*model.Record{record})
		for _, f := range report.Fields {
			if f.Name == "commitments" {
				require.Equal(t, c.want, f.Fuzzy.TP == 1, "%s / %s", c.gold, c.got)
			}
		}
	}
}
