package corpus

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus/gold"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestScores holds the records of labelled documents against their gold, and
// the figures against golden files, so that each change in what is found shows
// as a line in the diff. Mistakes quote the documents, so only those in our own
// have a golden file.
func TestScores(t *testing.T) {
	for _, c := range []struct{ name, docs, gold, golden, mistakes string }{
		{"own", ownDocuments, "gold/testdata/own/gold", "testdata/scores.golden", "testdata/mistakes.golden"},
		{"siblings", siblingDocuments, "gold/testdata/siblings/gold", "testdata/scores.siblings.golden", "testdata/mistakes.siblings.golden"},
		{"published", publishedDocuments, "gold/testdata/published/gold", "testdata/scores.published.golden", "testdata/mistakes.published.golden"},
		{"varied", variedDocuments, "gold/testdata/varied/gold", "testdata/scores.varied.golden", "testdata/mistakes.varied.golden"},
		{"seeds", sharedFolder + "/seeds", sharedFolder + "/contract/gold", "testdata/scores.seeds.golden", ""},
		{"documents", sharedDocuments, sharedFolder + "/documents/gold", "testdata/scores.documents.golden", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := os.Stat(c.docs); err != nil {
				t.Skipf("%s is not there: %v", c.docs, err)
			}
			documents, err := gold.Load(c.gold)
			require.NoError(t, err)
			documents = slices.DeleteFunc(documents, func(d gold.Document) bool { return scanned(d.Name) })
			report := gold.Score(documents, recordsOf(t, c.docs))
			require.Empty(t, report.Missing)
			require.Zero(t, report.Unknown)
			var figures, mistakes strings.Builder
			require.NoError(t, report.WriteText(&figures))
			require.NoError(t, report.WriteMistakes(&mistakes))
			requireGolden(t, c.golden, figures.String())
			if c.mistakes != "" {
				requireGolden(t, c.mistakes, mistakes.String())
			}
		})
	}
}

// scanned reports whether a document is a scan by its name. What becomes of it
// depends on the OCR program of the machine, so it has no part in golden files;
// TestScans scores it.
func scanned(name string) bool { return strings.Contains(name, "-scan") }

// TestScans converts the development documents that are images, where there is
// a program that recognises text, and holds them to the least that scans must
// give.
func TestScans(t *testing.T) {
	if _, err := os.Stat(sharedDocuments); err != nil {
		t.Skipf("%s is not there: %v", sharedDocuments, err)
	}
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skipf("scans are not read: %v", err)
	}
	documents, err := gold.Load(sharedFolder + "/documents/gold")
	require.NoError(t, err)
	documents = slices.DeleteFunc(documents, func(d gold.Document) bool { return !scanned(d.Name) })
	require.NotEmpty(t, documents)
	paths, err := filepath.Glob(filepath.Join(sharedDocuments, "*-scan.*"))
	require.NoError(t, err)
	sources, err := Find(paths...)
	require.NoError(t, err)
	var records []*model.Record
	for record, err := range Convert(t.Context(), sources, Options{}) {
		require.NoError(t, err)
		records = append(records, record)
	}
	report := gold.Score(documents, records)
	least := map[string]float64{"commitments": 0.9, "validity": 1, "municipalities": 1, "problem_areas": 0.85}
	held := 0
	for _, f := range report.Fields {
		if want, ok := least[f.Name]; ok {
			held++
			require.GreaterOrEqual(t, f.Fuzzy.F1(), want, f.Name)
		}
	}
	require.Len(t, least, held)
	require.GreaterOrEqual(t, 10*report.Actors.Right, 9*report.Actors.Of, "actors")
}

// TestEvidence looks up every value of the same records in the documents.
func TestEvidence(t *testing.T) {
	for _, folder := range []string{ownDocuments, siblingDocuments, publishedDocuments, variedDocuments, sharedFolder + "/seeds", sharedDocuments} {
		t.Run(filepath.Base(filepath.Dir(folder)), func(t *testing.T) {
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("%s is not there: %v", folder, err)
			}
			values, unproved := 0, []string{}
			for _, record := range recordsOf(t, folder) {
				n, err := Verify(t.Context(), record, File(record.Source.URI), Options{})
				if values += n; err != nil {
					unproved = append(unproved, record.Source.URI+": "+err.Error())
				}
			}
			require.Empty(t, unproved)
			t.Logf("%d values", values)
		})
	}
}

// recordsOf converts a folder, but for its scans.
func recordsOf(t *testing.T, folder string) []*model.Record {
	t.Helper()
	sources, err := Find(folder)
	require.NoError(t, err)
	sources = slices.DeleteFunc(sources, func(s Source) bool { return scanned(s.URI) })
	require.NotEmpty(t, sources)
	var records []*model.Record
	for record, err := range Convert(t.Context(), sources, Options{}) {
		require.NoError(t, err)
		records = append(records, record)
	}
	requireValid(t, records)
	return records
}

func requireGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o666))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got, "go test ./corpus -update writes %s anew", path)
}
