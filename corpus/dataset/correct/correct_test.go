package correct

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func record() *model.Record {
	return &model.Record{ID: "00000000000000aa", Source: model.Source{URI: "kil.txt", SHA256: "aabb"}, Promises: []model.Promise{{
		ID: "p", Goals: []string{"ett", "två", "tre"},
		Validity:    &model.Validity{From: "2019-01-01", Text: "gäller från och\nmed 2019"},
		Commitments: []model.Commitment{{ID: "c1", Text: "synas <mer>", Actors: []string{"police"}}},
	}}}
}

func TestApply(t *testing.T) {
	for _, c := range []struct{ document, path, quote, value, old, new, row string }{
		{"kil.txt", "promises[0].validity.from", "från och med 2019", `"2018-01-01"`, `"2019-01-01"`, `"2018-01-01"`, "promises[0]"},
		{"aabb", "promises[0].commitments[0].text", "synas", `"synas & höras"`, `"synas <mer>"`, `"synas & höras"`, "promises[0].commitments[0]"},
		{"aabb", "promises[0].commitments[0].actors", "synas", `["municipality"]`, `["police"]`, `["municipality"]`, "promises[0].commitments[0]"},
		{"00000000000000aa", "promises[0].validity.to", "not in the record", `"2019-12-31"`, "", `"2019-12-31"`, "promises[0]"},
		{"00000000000000aa", "promises[0].validity.open", "not in the record", `true`, "", `true`, "promises[0]"},
		{"aabb", "source.title", "anything", `"Kil"`, "", `"Kil"`, DocumentRow},
		{"aabb", "promises[0].goals[1]", "två", `null`, `"två"`, "", "promises[0].goals[1]"},
		{"aabb", "promises[0].validity.from", "2019", `null`, `"2019-01-01"`, "", "promises[0]"},
	} {
		t.Run(c.path+" "+c.value, func(t *testing.T) {
			set := NewSet([]Correction{{Document: c.document, Path: c.path, Quote: c.quote, Value: []byte(c.value)}})
			before := record()
			after, applied, err := set.Apply(before)
			require.NoError(t, err)
			require.NoError(t, set.Unused())
			require.Equal(t, record(), before, "the record itself stays")
			require.NotEqual(t, before, after)
			require.Equal(t, c.old, applied[0].Old)
			require.Equal(t, c.new, applied[0].New)
			require.Equal(t, c.row, applied[0].Row)
		})
	}
}

func TestRemovedItem(t *testing.T) {
	set := NewSet([]Correction{{Document: "aabb", Path: "promises[0].goals[1]", Quote: "två", Value: []byte("null")}})
	after, _, err := set.Apply(record())
	require.NoError(t, err)
	require.Equal(t, []string{"ett", "tre"}, after.Promises[0].Goals)
}

func TestStale(t *testing.T) {
	for _, c := range []struct{ document, path, quote, value, why string }{
		{"aabb", "promises[1].title", "x", `"y"`, "there is no [1]"},
		{"aabb", "promises[0].color", "x", `"y"`, `there is no "color"`},
		{"aabb", "promises[0].title.x", "x", `"y"`, `there is no "x"`},
		{"aabb", "promises[0].validity.from", "från 2017", `"2018-01-01"`, "the quote is not in the value or around it"},
		{"aabb", "promises[0].validity.from", "2019", `"2019-01-01"`, "the value is so without it"},
		{"aabb", "promises[0].validity.to", "2019", `null`, "the value is so without it"},
		{"kil.txt", "promises[0].validity.to", "not there", `"2019-12-31"`, "name the document by its id"},
		{"aabb", "promises[0].validity.open", "2019", `"yes"`, "does not fit the path"},
		{"other", "promises[0].title", "x", `"y"`, "not among those of the build"},
	} {
		t.Run(c.why, func(t *testing.T) {
			set := NewSet([]Correction{{Document: c.document, Path: c.path, Quote: c.quote, Value: []byte(c.value), File: "a.yaml", Line: 7}})
			_, _, err := set.Apply(record())
			if err == nil {
				err = set.Unused()
			}
			var stale *StaleError
			require.ErrorAs(t, err, &stale)
			require.ErrorContains(t, err, "a.yaml:7: ")
			require.ErrorContains(t, err, c.why)
		})
	}
}

func TestTouches(t *testing.T) {
	a := Applied{Correction: Correction{Path: "promises[0].validity.to"}, Row: "promises[0]"}
	require.True(t, a.Touches("promises[0].validity.text"), "the text that the value was read from")
	require.False(t, a.Touches("promises[0].title"))
	require.False(t, a.Touches("promises[0].commitments[0].text"))
	a = Applied{Correction: Correction{Path: "promises[0].title"}, Row: "promises[0]"}
	require.True(t, a.Touches("promises[0].title"))
	require.False(t, a.Touches("promises[0].situation"))
}

const whole = `# Corrections of Kil.
- document: aabb
  path: promises[0].signed_on
  quote: den 1 mars
  value: 2020-03-01
  who: Anna Ek
  why: slip
`

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.yml"), []byte(whole), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(whole+whole), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "README.md"), []byte("no corrections"), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "empty.yaml"), nil, 0o666))
	got, err := Load(dir)
	require.NoError(t, err)
	require.Len(t, got, 3)
	require.Equal(t, Correction{
		Document: "aabb", Path: "promises[0].signed_on", Quote: "den 1 mars", Value: json.RawMessage(`"2020-03-01"`),
		Who: "Anna Ek", Why: "slip", File: filepath.ToSlash(filepath.Join(dir, "a.yaml")), Line: 2,
	}, got[0])
	_, err = Load(filepath.Join(dir, "nowhere"))
	require.Error(t, err)
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ text, why string }{
		{strings.Replace(whole, "  why: slip\n", "", 1), "it lacks why"},
		{strings.Replace(whole, "  value: 2020-03-01\n", "", 1), "it lacks value"},
		{whole + "  colour: red\n", `key "colour"`},
		{strings.Replace(whole, "signed_on", "Signed On", 1), "is not like"},
		{"document: aabb\n", "a file is a list"},
		{"- just text\n", "a correction is a mapping"},
	} {
		_, err := Read(strings.NewReader(c.text), "x.yaml")
		require.ErrorContains(t, err, c.why)
		require.ErrorContains(t, err, "x.yaml")
	}
}

func FuzzRead(f *testing.F) {
	seeds := []string{whole, "- {document: a, path: b, quote: c, value: [1, {d: null}], who: e, why: f}", "- &a {value: *a}", "- document: [", ""}
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		list, err := Read(strings.NewReader(text), "x.yaml")
		if err == nil {
			for _, c := range list {
				_, _, _ = NewSet([]Correction{c}).Apply(record())
			}
		}
	})
}
