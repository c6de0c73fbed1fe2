package model_test

import (
	"errors"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func TestListMarker(t *testing.T) {
	for line, want := range map[string][2]string{
		"• synas mer":              {"•", "synas mer"},
		"•synas mer":               {"•", "synas mer"},
		"\uf0b7 synas mer":         {"\uf0b7", "synas mer"},
		"- synas mer":              {"-", "synas mer"},
		"– synas mer":              {"–", "synas mer"},
		"– 2015-12-31 ska vi":      {"", "– 2015-12-31 ska vi"},
		"… synas mer":              {"…", "synas mer"},
		"...synas mer":             {"...", "synas mer"},
		"1. synas mer":             {"1.", "synas mer"},
		"12) synas mer":            {"12)", "synas mer"},
		"(3) synas mer":            {"(3)", "synas mer"},
		"a) synas mer":             {"a)", "synas mer"},
		" o synas mer":             {"o", "synas mer"},
		"synas mer":                {"", "synas mer"},
		"-synas mer":               {"", "-synas mer"},
		"o synas mer":              {"", "o synas mer"},
		"2019. Polisen lovar":      {"", "2019. Polisen lovar"},
		"a. synas mer":             {"", "a. synas mer"},
		"1.5 gånger":               {"", "1.5 gånger"},
		"...":                      {"", "..."},
		"":                         {"", ""},
		"(lokalt brottsförebygg.)": {"", "(lokalt brottsförebygg.)"},
	} {
		marker, rest := model.ListMarker(line)
		require.Equal(t, want, [2]string{marker, rest}, "%q", line)
	}
}

func FuzzListMarker(f *testing.F) {
	for _, seed := range []string{"• a", "1. a", "(1", "(", "…", ".. .", "\ufffd", "å) b", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		marker, rest := model.ListMarker(line)
		require.LessOrEqual(t, len(marker)+len(rest), len(line))
		require.Contains(t, line, marker)
		require.Contains(t, line, rest)
	})
}

func TestSpanSlice(t *testing.T) {
	const text = "Åre lovar\nÖrebro"
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{0, 3, "Åre"}, {10, 16, "Örebro"}, {16, 16, ""},
		{-1, 3, ""}, {3, 2, ""}, {10, 17, ""}, {17, 18, ""},
	} {
		require.Equal(t, c.want, model.Span{Start: c.start, End: c.end}.Slice(text), "%d:%d", c.start, c.end)
	}
	require.True(t, model.Span{Start: 1, End: 5}.Contains(model.Span{Start: 1, End: 5}))
	require.False(t, model.Span{Start: 1, End: 5}.Contains(model.Span{Start: 0, End: 5}))
	require.Equal(t, 4, model.Span{Start: 1, End: 5}.Len())
}

func TestDocumentPagesAndSpans(t *testing.T) {
	b := model.Block{Kind: model.Item, Marker: "•", Text: "Åka två gånger", Span: model.Span{Start: 11, End: 25}}
	d := model.Document{
		Text:   "Rubriken\n• Åka två gånger",
		Blocks: []model.Block{b},
		Pages:  []model.PageStart{{Page: 1, Start: 0}, {Page: 3, Start: 9}},
	}
	require.Equal(t, 1, d.PageAt(8))
	require.Equal(t, 3, d.PageAt(9))
	require.Zero(t, (&model.Document{}).PageAt(4))
	s := d.Within(b, len("Åka "), len("Åka två"))
	require.Equal(t, model.Span{Start: 15, End: 18, Page: 3}, s)
	require.Equal(t, "två", d.Slice(s)[:len("två")])
}

func TestIDs(t *testing.T) {
	require.Equal(t, "e3b0c44298fc1c14", model.RecordID(nil))
	require.Equal(t, model.RecordID([]byte("a")), model.RecordID([]byte("a")))
	require.NotEqual(t, model.PromiseID("r", "2018"), model.PromiseID("r", "2019"))
	require.NotEqual(t, model.PromiseID("r", "2018"), model.PromiseID("s", "2018"))
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Västra Göteborg":   "vastra-goteborg",
		"Stenungsund":       "stenungsund",
		"Malung-Sälen":      "malung-salen",
		" Upplands Väsby. ": "upplands-vasby",
		"Idé & Café":        "ide-cafe",
		"":                  "",
	} {
		require.Equal(t, want, model.Slug(name))
	}
}

func TestRecordFailed(t *testing.T) {
	r := model.Record{Diagnostics: []model.Diagnostic{{Severity: model.Warning}}}
	require.False(t, r.Failed())
	r.Diagnostics = append(r.Diagnostics, model.Diagnostic{Severity: model.Failure})
	require.True(t, r.Failed())
}

func TestReadError(t *testing.T) {
	cause := errors.New("no end of central directory")
	err := &model.ReadError{Code: model.Damaged, Err: cause}
	require.EqualError(t, err, "damaged: no end of central directory")
	require.ErrorIs(t, err, cause)
}
