package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// gold is what the gold records say that must stand in the canonical text.
type gold struct {
	Title    string `json:"title"`
	Promises []struct {
		ProblemAreas []struct {
			Label string `json:"label"`
		} `json:"problem_areas"`
		Commitments []struct {
			Text string `json:"text"`
		} `json:"commitments"`
		FollowUp []struct {
			Text string `json:"text"`
		} `json:"follow_up"`
		Signatories []struct {
			Name string `json:"name"`
			Role string `json:"role"`
		} `json:"signatories"`
	} `json:"promises"`
}

func (g gold) texts() (out []string) {
	for _, p := range g.Promises {
		for _, c := range p.Commitments {
			out = append(out, c.Text)
		}
		for _, f := range p.FollowUp {
			out = append(out, f.Text)
		}
		for _, a := range p.ProblemAreas {
			out = append(out, a.Label)
		}
		for _, s := range p.Signatories {
			out = append(out, s.Name, s.Role)
		}
	}
	return out
}

// minVerbatim is the share of the gold records' texts that stand in the
// canonical text as one run. A few gold texts are put together from several
// places of their document.
const minVerbatim = 0.97

// TestSharedVerbatim reads the seeds and the development documents of ../shared
// as text and Word, and looks for each text of their gold records within one
// block.
func TestSharedVerbatim(t *testing.T) {
	found, all := 0, 0
	for _, set := range []struct{ files, gold string }{
		{"../../shared/seeds/*.txt", "../../shared/contract/gold"},
		{"../../shared/documents/docs/*.txt", "../../shared/documents/gold"},
		{"../../shared/documents/docs/*.docx", "../../shared/documents/gold"},
	} {
		files, err := filepath.Glob(set.files)
		require.NoError(t, err)
		if len(files) == 0 {
			t.Skip("../shared is not there: no documents to read")
		}
		for _, file := range files {
			doc := readFile(t, file)
			for _, text := range readGold(t, file, set.gold).texts() {
				all++
				if stands(doc, text) {
					found++
				} else {
					t.Logf("%s: not in one block: %s", filepath.Base(file), text)
				}
			}
		}
	}
	t.Logf("%d of %d texts stand in one block", found, all)
	require.Greater(t, all, 100)
	require.GreaterOrEqual(t, float64(found), minVerbatim*float64(all))
}

func readFile(t testing.TB, file string) *model.Document {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	doc, err := extract.Read(context.Background(), data, extract.Options{})
	require.NoError(t, err, file)
	checkDocument(t, doc)
	return doc
}

func readGold(t testing.TB, file, dir string) (g gold) {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	data, err := os.ReadFile(filepath.Join(dir, name+".json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &g))
	return g
}

func stands(doc *model.Document, text string) bool {
	for _, b := range doc.Blocks {
		if strings.Contains(b.Text, text) {
			return true
		}
	}
	return false
}

// TestSharedTitles compares the titles of the text documents with the gold.
// One of them stands below the name of the page, and only its content tells
// that it is the title.
func TestSharedTitles(t *testing.T) {
	files, err := filepath.Glob("../../shared/documents/docs/*.txt")
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("../shared is not there: no documents to read")
	}
	wrong := 0
	for _, file := range files {
		want := readGold(t, file, "../../shared/documents/gold").Title
		if got := readFile(t, file).Source.Title; want != "" && got != want {
			t.Logf("%s: title %q, not %q", filepath.Base(file), got, want)
			wrong++
		}
	}
	require.LessOrEqual(t, wrong, 1)
}

// TestSharedClean asserts that pages and Word files, which nobody recognised
// from an image, get no repair of letters.
func TestSharedClean(t *testing.T) {
	var files []string
	for _, pattern := range []string{"*.html", "*.docx"} {
		more, err := filepath.Glob("../../shared/documents/docs/" + pattern)
		require.NoError(t, err)
		files = append(files, more...)
	}
	if len(files) == 0 {
		t.Skip("../shared is not there: no documents to read")
	}
	for _, file := range files {
		for _, d := range readFile(t, file).Diagnostics {
			require.NotContains(t, []model.Code{model.OCRDigit, model.OCRRepair}, d.Code, "%s: %s", file, d.Message)
		}
	}
}
