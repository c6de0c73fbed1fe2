package dataset

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

const readers = "testdata/readers"

// published is a dataset as somebody would publish it: of two municipalities
// and four periods.
func published(t *testing.T) (string, Summary) {
	o := options()
	kinda := o.Municipalities[0]
	kinda.Code, kinda.Name, kinda.Official = "0513", "Kinda", "Kinda kommun"
	o.Municipalities = append(o.Municipalities, kinda)
	o.About = about.About{
		Publisher: "Förlaget & Co", Contact: "Redaktionen", Email: "data@example.org", Date: "2024-12-01",
		License: "https://creativecommons.org/publicdomain/zero/1.0/", URL: "https://example.org/data/",
	}
	open := kil()
	open.ID, open.Promises[0].ID = "00000000000000cc", "promise2"
	open.Promises[0].Validity = &model.Validity{From: "2018-01-01", Open: true, Basis: model.Title, Text: "2018 och tills vidare"}
	open.Promises[0].Municipalities[0] = model.Municipality{Code: "0513", Name: "Kinda", County: "05"}
	unrated := kil()
	unrated.ID, unrated.Promises[0].ID = "00000000000000dd", "promise3"
	unrated.Promises[0].Validity = &model.Validity{From: "2020-01-01", To: "2020-12-31", Basis: model.Title, Text: "2020"}
	unrated.Promises[0].Commitments[0].Targets[0].Per = ""
	unrated.Promises[0].Commitments[0].Actors = []string{"police", "municipality"}
	unknown := kil()
	unknown.ID, unknown.Promises[0].ID = "00000000000000ee", "promise4"
	unknown.Promises[0].Validity = nil
	unknown.Promises[0].Commitments[0].Actors = nil
	return build1(t, o, kil(), open, unread(), unrated, unknown)
}

// answer runs a reader on a dataset. It skips when a thing that the reader
// needs is not there.
func answer(t *testing.T, dir string, into any, program, script string) {
	t.Helper()
	out, err := exec.Command(program, filepath.Join(readers, script), dir).Output()
	if exit := (*exec.ExitError)(nil); err != nil && errors.As(err, &exit) {
		require.NoError(t, err, string(exit.Stderr))
	}
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(out, into), string(out))
}

func needModule(t *testing.T, module string) {
	if _, err := os.Stat(filepath.Join(readers, "node_modules", module)); err != nil {
		t.Skip(module + " is not there: npm install --ignore-scripts --prefix corpus/dataset/" + readers)
	}
}

// needPython gives a Python that has the module.
func needPython(t *testing.T, module string) string {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			return python
		}
	}
	t.Skip(module + " is not there: apt-get install python3-" + module)
	return ""
}

// rowsByTable are the rows that the build has counted.
func rowsByTable(s Summary) map[string]int {
	rows := map[string]int{}
	for _, r := range s.Rows {
		rows[r.Table] = r.Rows
	}
	return rows
}

func TestRowsOfJSONLAreAllThere(t *testing.T) {
	dir, summary := published(t)
	rows := map[string]int{}
	for _, table := range summary.Rows {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(format.JSONL.Path(table.Table))))
		require.NoError(t, err)
		rows[table.Table] = 0
		for line := range strings.Lines(string(data)) {
			require.True(t, json.Valid([]byte(line)), line)
			rows[table.Table]++
		}
	}
	require.Equal(t, rowsByTable(summary), rows)
}

func TestDuckDBAnswersQuestions(t *testing.T) {
	needModule(t, "@duckdb/node-api")
	dir, summary := published(t)
	var got map[string]struct {
		Rows                              map[string]int
		Patrols, InForce, Topics, Numbers [][]any
	}
	answer(t, dir, &got, "node", "duckdb.cjs")
	require.Len(t, got, 2)
	for name, from := range got {
		require.Equal(t, rowsByTable(summary), from.Rows, name)
		require.Equal(t, [][]any{{"Kil"}, {"Kinda"}}, from.Patrols, name)
		require.Equal(t, [][]any{{"promise1"}, {"promise2"}}, from.InForce, name)
		require.Equal(t, [][]any{{2018.0, "tillgrepp", 1.0}, {2019.0, "tillgrepp", 1.0}, {2020.0, "tillgrepp", 1.0}, {nil, "tillgrepp", 1.0}}, from.Topics, name)
		require.Equal(t, [][]any{{"municipality", 1.0}, {"police", 3.0}}, from.Numbers, name)
	}
}

func TestDataPackageIsValid(t *testing.T) {
	needModule(t, "datapackage")
	dir, summary := published(t)
	var rows map[string]int
	answer(t, dir, &rows, "node", "datapackage.cjs")
	require.Equal(t, rowsByTable(summary), rows)
}

func TestPandasOpensCSV(t *testing.T) {
	python := needPython(t, "pandas")
	dir, summary := published(t)
	var frames map[string][2]int
	answer(t, dir, &frames, python, "frames.py")
	rows := map[string]int{}
	for table, shape := range frames {
		rows[table] = shape[0]
	}
	require.Equal(t, rowsByTable(summary), rows)
}

func TestCatalogueHasWhatTheProfileDemands(t *testing.T) {
	python := needPython(t, "rdflib")
	dir, _ := published(t)
	var triples int
	answer(t, dir, &triples, python, "dcat.py")
	require.Positive(t, triples)
}

func TestSQLiteChecksDatabase(t *testing.T) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not there: apt-get install sqlite3")
	}
	dir, summary := published(t)
	ask := func(query string) string {
		out, err := exec.Command(program, filepath.Join(dir, format.DatabaseName), query).CombinedOutput()
		require.NoError(t, err, string(out))
		return strings.TrimSpace(string(out))
	}
	require.Empty(t, ask("PRAGMA foreign_key_check"))
	require.Equal(t, "ok", ask("PRAGMA integrity_check"))
	for table, rows := range rowsByTable(summary) {
		require.Equal(t, strconv.Itoa(rows), ask("SELECT count(*) FROM "+table), table)
	}
	search := func(words string) string {
		return ask("SELECT count(*) FROM commitments WHERE rowid IN (SELECT rowid FROM commitments_fts WHERE commitments_fts MATCH '" + words + "')")
	}
	require.Equal(t, "8", search("fotpatruller"), "another inflection is found, too")
	require.Equal(t, "8", search("FOTPATRULLEN"))
	require.Equal(t, "8", search("fotpat*"))
	require.Equal(t, "0", search("cykel"))
	require.Equal(t, "1", ask("SELECT count(*) FROM municipalities_fts WHERE municipalities_fts MATCH 'kinda'"))
}
