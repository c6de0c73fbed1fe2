package corpus

import (
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

func readAll(text string) (records []*model.Record, err error) {
	for record, err := range Records(strings.NewReader(text)) {
		if err != nil {
			return records, err
		}
		records = append(records, record)
	}
	return records, nil
}

func TestRecordsRoundTrip(t *testing.T) {
	want := []*model.Record{proofRecord(), failure(model.Source{URI: "<y> & z"}, &model.ReadError{Code: model.Empty, Err: errNothing{}})}
	var lines, indented strings.Builder
	for _, r := range want {
		require.NoError(t, Encode(&lines, r, ""))
		require.NoError(t, Encode(&indented, r, "  "))
	}
	require.Equal(t, 2, strings.Count(lines.String(), "\n"))
	require.Contains(t, lines.String(), `"<y> & z"`)
	array := "[" + strings.Join(strings.Split(strings.TrimSpace(lines.String()), "\n"), ",") + "]"
	for _, text := range []string{lines.String(), indented.String(), array} {
		got, err := readAll(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	got, err := readAll(" \n")
	require.NoError(t, err)
	require.Empty(t, got)
}

type errNothing struct{}

func (errNothing) Error() string { return "nothing" }

func TestRecordsRefuse(t *testing.T) {
	var line strings.Builder
	require.NoError(t, Encode(&line, proofRecord(), ""))
	for text, want := range map[string]string{
		line.String() + "{":            "record 2: ",
		line.String() + "[1,2]":        "record 2: record does not follow its schema",
		`{"schema":"lofte.record/v1"}`: "record 1: record does not follow its schema",
		"Polisen lovar":                "record 1: ",
	} {
		_, err := readAll(text)
		require.ErrorContains(t, err, want)
	}
}

func FuzzRecords(f *testing.F) {
	var line strings.Builder
	require.NoError(f, Encode(&line, proofRecord(), ""))
	for _, seed := range []string{line.String(), "[" + line.String() + "]", "[[]]", "{", "null", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		records, err := readAll(text)
		if err == nil {
			requireValid(t, records)
		}
	})
}
