package format

import (
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
)

// hard are texts that formats trip over.
func hard() []string {
	return []string{
		"", "plain", `with "quotes", and commas`, "two\nlines", "cr\r\nlf", " blank ends ", "=1+1", `back\slash;semicolon`,
		"å ä ö 🚓", "<b>&amp;", "\u2028\ufffd", "tab\t", "null", "NA", "0123",
	}
}

// Each format gives the texts back as they were.
func TestTextsSurvive(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir)
	require.NoError(t, err)
	goals := 6
	table := schema.Tables()[goals]
	require.Equal(t, "goals", table.Name)
	for i, text := range hard() {
		require.NoError(t, w.Write(goals, []any{string(rune('a' + i)), "p", int64(i), text, i%2 == 0}))
	}
	require.NoError(t, w.Close())
	require.Equal(t, hard(), fromJSONL(t, filepath.Join(dir, JSONL.Path("goals"))))
	require.Equal(t, hard(), fromDatabase(t, filepath.Join(dir, DatabaseName)))
	require.Equal(t, hard(), fromParquet(t, filepath.Join(dir, Parquet.Path("goals"))))
	data, err := os.ReadFile(filepath.Join(dir, CSV.Path("goals")))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"goal_id", "promise_id", "number", "text", "corrected"}, rows[0])
	for i, text := range hard() {
		require.Equal(t, strings.ReplaceAll(text, "\r\n", "\n"), rows[i+1][3], "encoding/csv reads line ends as one byte")
	}
}

func fromJSONL(t *testing.T, path string) (texts []string) {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		var row struct{ Text string }
		require.NoError(t, json.Unmarshal([]byte(line), &row), line)
		texts = append(texts, row.Text)
	}
	return texts
}

func fromDatabase(t *testing.T, path string) (texts []string) {
	db, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	defer db.Close()
	rows, err := db.Query("SELECT text FROM goals ORDER BY rowid")
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var text string
		require.NoError(t, rows.Scan(&text))
		texts = append(texts, text)
	}
	require.NoError(t, rows.Err())
	return texts
}

func fromParquet(t *testing.T, path string) (texts []string) {
	rows, err := parquet.ReadFile[struct {
		Text string `parquet:"text"`
	}](path)
	require.NoError(t, err)
	for _, row := range rows {
		texts = append(texts, row.Text)
	}
	return texts
}

// Types, missing values and lists come back from Parquet.
func TestParquetTypes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.parquet")
	fields := []schema.Column{
		{Name: "d", Type: schema.Date, Missing: []schema.Reason{schema.NotStated}},
		{Name: "m", Type: schema.Moment},
		{Name: "l", Type: schema.List, Missing: []schema.Reason{schema.NotStated}},
		{Name: "n", Type: schema.Number},
	}
	f, err := os.Create(path)
	require.NoError(t, err)
	p := &parquetFiles{tables: []parquetTable{{writer: parquet.NewGenericWriter[any](f, parquetSchema("x", fields)), fields: fields}}}
	require.NoError(t, p.Write(0, []any{"1969-12-31", "2020-01-02T03:04:05Z", []string{"a", "b"}, 0.5}))
	require.NoError(t, p.Write(0, []any{nil, "1970-01-01T00:00:00Z", nil, 2.0}))
	require.NoError(t, p.Close())
	require.NoError(t, f.Close())
	type row struct {
		D *int32    `parquet:"d,optional,date"`
		M time.Time `parquet:"m,timestamp(millisecond)"`
		L []string  `parquet:"l,optional,list"`
		N float64   `parquet:"n"`
	}
	rows, err := parquet.ReadFile[row](path)
	require.NoError(t, err)
	require.Equal(t, int32(-1), *rows[0].D)
	require.Equal(t, "2020-01-02T03:04:05Z", rows[0].M.UTC().Format(time.RFC3339))
	require.Equal(t, []string{"a", "b"}, rows[0].L)
	require.Equal(t, 0.5, rows[0].N)
	require.Nil(t, rows[1].D)
	require.Empty(t, rows[1].L)
	require.Error(t, p.Write(0, []any{"2020-02-31", "2020-01-02T03:04:05Z", nil, 0.5}))
}

func TestLists(t *testing.T) {
	require.Equal(t, `a;b\;c;d\\`, joinList([]string{"a", "b;c", `d\`}))
	require.Equal(t, `["a","b\"c"]`, string(appendJSON(nil, []string{"a", `b"c`})))
}

func TestOtherForms(t *testing.T) {
	w := newWords()
	w.note("Fotpatruller och fotpatrullen i LPO Kil, 12b")
	w.note("fotpatrull")
	w.sort()
	require.Equal(t, "fotpatrullen fotpatruller", w.others("Fotpatrull"))
	require.Empty(t, w.others("cykel 12b"))
	for word, stem := range map[string]string{"fotpatrullernas": "fotpatrull", "trygghetsvandringar": "trygghetsvandring", "polisen": "polis", "åtgärder": "åtgärd"} {
		require.Equal(t, stem, stemOf(word))
	}
}

func TestCreateRefuses(t *testing.T) {
	dir := t.TempDir()
	w, err := Create(dir)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	_, err = Create(dir)
	require.ErrorIs(t, err, os.ErrExist)
}
