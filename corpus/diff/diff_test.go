package diff_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/model"
)

// at makes a record of promises at an address.
func at(uri string, promises ...model.Promise) *model.Record {
	text := fmt.Sprint(uri, promises)
	return &model.Record{Schema: model.SchemaVersion, ID: model.RecordID([]byte(text)), Kind: model.KindPromise,
		Source: model.Source{URI: uri, SHA256: model.Digest([]byte(text))}, Promises: promises}
}

// promise makes a promise of Kil. Each item is "police: text", "municipality:
// text", "all: text" or a text without an actor.
func promise(period string, items ...string) model.Promise {
	p := model.Promise{ID: period,
		Municipalities: []model.Municipality{{Code: "1715", Name: "Kil", County: "17"}},
		Parties: []model.Party{{ID: "police", Kind: model.PoliceParty, Name: "Polismyndigheten"},
			{ID: "municipality", Kind: model.MunicipalityParty, Name: "Kils kommun", Code: "1715"}}}
	if from, to, ok := strings.Cut(period, "/"); ok {
		p.Validity = &model.Validity{From: from, To: to, EDTF: period, Basis: model.Stated}
	}
	for _, item := range items {
		actor, text, ok := strings.Cut(item, ": ")
		c := model.Commitment{Text: text, Actors: []string{actor}}
		switch {
		case !ok:
			c = model.Commitment{Text: item}
		case actor == "all":
			c.Actors = []string{"police", "municipality"}
		}
		p.Commitments = append(p.Commitments, c)
	}
	return p
}

func of(m model.Municipality, p model.Promise) model.Promise {
	p.Municipalities = []model.Municipality{m}
	return p
}

const (
	y2019    = "2019-01-01/2019-12-31"
	y2020    = "2020-01-01/2020-12-31"
	longer   = "2019-01-01/2020-12-31"
	walk     = "police: patrullera till fots i centrum varje fredag"
	control  = "police: genomföra minst två trafikkontroller per månad"
	lighting = "municipality: förbättra belysningen vid stationen"
	school   = "municipality: besöka alla skolor varje termin"
)

func all(records ...*model.Record) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// told gives the changes in short.
func told(r *diff.Report) []string {
	out := []string{}
	for i := range r.Changes {
		c := &r.Changes[i]
		out = append(out, string(c.Kind)+" | "+c.Details(diff.English))
	}
	return out
}

// changed is two states and what is told of them.
type changed struct {
	name     string
	old, new []*model.Record
	want     []string
}

func TestChanges(t *testing.T) {
	for _, c := range slices.Concat(changedCommitments(), changedPromises()) {
		report, err := diff.Records(all(c.old...), all(c.new...))
		require.NoError(t, err, c.name)
		if c.want == nil {
			c.want = []string{}
		}
		require.Equal(t, c.want, told(report), c.name)
	}
}

func changedCommitments() []changed {
	kil := at("a", promise(y2019, walk, control, lighting, school))
	return []changed{
		{"nothing", []*model.Record{kil}, []*model.Record{kil}, nil},
		{"case, spaces and punctuation", []*model.Record{kil},
			[]*model.Record{at("a", promise(y2019, "police: Patrullera till fots i centrum, varje fredag.", control, lighting, school))}, nil},
		{"order", []*model.Record{kil}, []*model.Record{at("a", promise(y2019, school, lighting, control, walk))}, nil},
		{"added, reworded, moved, removed", []*model.Record{kil},
			[]*model.Record{at("a", promise(y2019, "municipality: patrullera till fots i centrum varje fredag",
				"police: genomföra minst tre trafikkontroller i månaden", "police: synas på torget under sommaren", school))},
			[]string{
				"commitment-added | Polismyndigheten: ”synas på torget under sommaren”",
				"commitment-reworded | ”genomföra minst två trafikkontroller per månad” → ”genomföra minst tre trafikkontroller i månaden”",
				"commitment-moved | ”patrullera till fots i centrum varje fredag”: Polismyndigheten → Kils kommun",
				"commitment-removed | Kils kommun: ”förbättra belysningen vid stationen”",
			}},
		{"reworded and moved at once", []*model.Record{at("a", promise(y2019, walk))},
			[]*model.Record{at("a", promise(y2019, "all: patrullera till fots i centrum varje lördag"))},
			[]string{
				"commitment-reworded | ”patrullera till fots i centrum varje fredag” → ”patrullera till fots i centrum varje lördag”",
				"commitment-moved | ”patrullera till fots i centrum varje lördag”: Polismyndigheten → Polismyndigheten, Kils kommun",
			}},
		{"moved, with its subject", []*model.Record{at("a", promise(y2019, "police: Polisen lovar att finnas på torget."))},
			[]*model.Record{at("a", promise(y2019, "municipality: Kommunen lovar att finnas på torget."))},
			[]string{"commitment-moved | ”Kommunen lovar att finnas på torget.”: Polismyndigheten → Kils kommun"}},
		{"the same words of both parties", []*model.Record{at("a", promise(y2019, "police: finnas på torget", "municipality: finnas på torget"))},
			[]*model.Record{at("a", promise(y2019, "municipality: finnas på torget", "police: finnas på torget"))}, nil},
		{"an actor that was not known", []*model.Record{at("a", promise(y2019, "finnas på torget"))},
			[]*model.Record{at("a", promise(y2019, "police: finnas på torget"))}, nil},
	}
}

func changedPromises() []changed {
	kil := at("a", promise(y2019, walk, control, lighting, school))
	kinda := model.Municipality{Code: "0513", Name: "Kinda", County: "05"}
	return []changed{
		{"prolonged", []*model.Record{kil}, []*model.Record{at("a", promise(longer, walk, control, lighting, school))},
			[]string{"period-changed | 2019 → " + longer}},
		{"a period that was not known", []*model.Record{at("a", promise("", walk))}, []*model.Record{at("a", promise(y2019, walk))},
			[]string{"period-changed | ? → 2019"}},
		{"the next period", []*model.Record{kil}, []*model.Record{at("a", promise(y2020, walk, control, lighting, school))},
			[]string{"promise-added | (after 2019)"}},
		{"another period on the page", []*model.Record{kil},
			[]*model.Record{at("a", promise(y2020, walk), promise(y2019, walk, control, lighting, school))},
			[]string{"promise-added | "}},
		{"moved to another address", []*model.Record{kil}, []*model.Record{at("b", promise(y2019, walk, control, lighting, school))}, nil},
		{"moved and changed", []*model.Record{kil}, []*model.Record{at("b", promise(y2019, walk, control, lighting))},
			[]string{"commitment-removed | Kils kommun: ”besöka alla skolor varje termin”"}},
		{"another place", []*model.Record{kil}, []*model.Record{at("b", of(kinda, promise(y2019, walk, control, lighting, school)))},
			[]string{"promise-added | ", "promise-removed | "}},
		{"a copy comes", []*model.Record{kil}, []*model.Record{kil, at("a.pdf", promise(y2019, walk, control, lighting, school))}, nil},
		{"a copy goes", []*model.Record{kil, at("a.pdf", promise(y2019, walk, control, lighting, school))}, []*model.Record{kil}, nil},
		{"both copies change", []*model.Record{kil, at("a.pdf", promise(y2019, walk, control, lighting, school))},
			[]*model.Record{at("a", promise(y2019, walk, control, lighting)), at("a.pdf", promise(y2019, walk, control, lighting))},
			[]string{"commitment-removed | Kils kommun: ”besöka alla skolor varje termin”"}},
		{"it is no promise any more", []*model.Record{kil}, []*model.Record{at("a")}, []string{"promise-removed | "}},
		{"all of it goes", []*model.Record{kil}, nil, []string{"promise-removed | "}},
		{"all of it comes", nil, []*model.Record{kil}, []string{"promise-added | "}},
	}
}

func TestThePastAndTheMovesAreKept(t *testing.T) {
	old := []*model.Record{at("a", promise(y2019, walk)), at("b", of(model.Municipality{Code: "0513", Name: "Kinda"}, promise(y2019, school)))}
	new := []*model.Record{at("a", promise(y2020, walk)), at("c", of(model.Municipality{Code: "0513", Name: "Kinda"}, promise(y2019, school)))}
	report, err := diff.Records(all(old...), all(new...))
	require.NoError(t, err)
	require.Equal(t, []diff.Past{{Document: "a", Promise: old[0].Promises[0]}}, report.Past)
	require.Equal(t, []diff.Move{{Promise: y2019, From: "b", To: "c"}}, report.Moves)
	require.Equal(t, y2019, report.Changes[0].Replaces)
	require.Equal(t, diff.Levels{Old: 2, New: 2, Added: 1, Removed: 1, Bytes: 1, Record: 1}, report.Levels)
}

func TestACommonNameOfAPartyIsNoMove(t *testing.T) {
	old, new := promise(y2019, walk, lighting), promise(y2019, walk, lighting)
	new.Parties[0].Name = "Lokalpolisområde Kil"
	new.Parties = append(new.Parties, model.Party{ID: "municipality-grums", Kind: model.MunicipalityParty, Name: "Grums kommun", Code: "1764"})
	new.Parties[1].ID = "municipality-kil"
	new.Commitments[1].Actors = []string{"municipality-kil"}
	report, err := diff.Records(all(at("a", old)), all(at("a", new)))
	require.NoError(t, err)
	require.Empty(t, report.Changes)
}

func TestWhatACellSaysIsPartOfTheCommitment(t *testing.T) {
	old, new := promise(y2019, "police: trafikkontroller"), promise(y2019, "police: trafikkontroller")
	old.Commitments[0].Targets = []model.Target{{Text: "två per månad"}}
	new.Commitments[0].Targets = []model.Target{{Text: "tre per månad"}}
	report, err := diff.Records(all(at("a", old)), all(at("a", new)))
	require.NoError(t, err)
	require.Equal(t, []string{"commitment-reworded | ”trafikkontroller; två per månad” → ”trafikkontroller; tre per månad”"}, told(report))
}

func TestLevels(t *testing.T) {
	var d diff.Differ
	same := at("a", promise(y2019, walk))
	d.Pair(diff.Document{Record: same, Text: "1"}, diff.Document{Record: same, Text: "1"})
	stamped := at("b", promise(y2019, walk))
	stamped.Source.SHA256 = "other"
	d.Pair(diff.Document{Record: at("b", promise(y2019, walk)), Text: "1"}, diff.Document{Record: stamped, Text: "1"})
	d.Pair(diff.Document{Record: at("b", promise(y2019, walk)), Text: "1"}, diff.Document{Record: stamped, Text: "2"})
	require.Empty(t, d.Wanted())
	d.Unchanged(2)
	require.Equal(t, diff.Levels{Old: 5, New: 5, Bytes: 2, Text: 1}, d.Report().Levels)
}

func TestWhatStandsInUnchangedDocumentsIsAskedForByKey(t *testing.T) {
	copied := at("a", promise(y2019, walk))
	for _, shown := range []bool{true, false} {
		var d diff.Differ
		d.Pair(diff.Document{}, diff.Document{Record: at("b", promise(y2019, walk))})
		require.Equal(t, map[string]bool{diff.Keys(copied)[0]: true}, d.Wanted())
		if shown {
			d.Same(copied)
		}
		require.Equal(t, shown, len(d.Report().Changes) == 0)
	}
}

func TestLinesAndMarkdown(t *testing.T) {
	report, err := diff.Records(all(at("a", promise(y2019, walk, control, lighting))),
		all(at("a", promise(y2019, control, "police: *synas* mer på torget", "police: cykla ofta genom parkerna"))))
	require.NoError(t, err)
	require.Equal(t, "Kil: 2 åtaganden tillagda, 2 åtaganden borttagna\n", report.Lines(diff.Swedish))
	require.Equal(t, "Kil: 2 commitments added, 2 commitments removed\n", report.Lines(diff.English))
	require.Equal(t, "# Changes\n\n1 documents: 0 new, 0 gone; changed in bytes 1, in text 0, in their records 1.\n\n## Kil\n\n"+
		"- **Commitment added** (2019): Polismyndigheten: ”\\*synas\\* mer på torget” · <a>\n"+
		"- **Commitment added** (2019): Polismyndigheten: ”cykla ofta genom parkerna” · <a>\n"+
		"- **Commitment removed** (2019): Polismyndigheten: ”patrullera till fots i centrum varje fredag” · <a>\n"+
		"- **Commitment removed** (2019): Kils kommun: ”förbättra belysningen vid stationen” · <a>\n", report.Markdown(diff.English))
	nothing, err := diff.Records(all(), all())
	require.NoError(t, err)
	require.Contains(t, nothing.Markdown(diff.Swedish), "Inga ändringar.")
	_, err = diff.ParseLanguage("fi")
	require.ErrorContains(t, err, "sv or en")
}

// A long list costs as much for each of its items as a short one.
func BenchmarkLongList(b *testing.B) {
	for _, n := range []int{500, 5_000} {
		var old, new []string
		for i := range n {
			old = append(old, fmt.Sprintf("police: genomföra kontroller på plats %d varje vecka", i))
			new = append(new, fmt.Sprintf("police: genomföra kontroller vid plats %d varje vecka", i))
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				report, err := diff.Records(all(at("a", promise(y2019, old...))), all(at("a", promise(y2019, new...))))
				require.NoError(b, err)
				require.Len(b, report.Changes, n)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "us/item")
		})
	}
}
