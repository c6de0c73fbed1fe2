package corpus

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// unbrokenShare is the least share of the commitments in PDFs whose words have
// to stand in the canonical text one after another, with nothing between.
const unbrokenShare = 0.99

// wordRuns gives a text as its words alone, in lower case.
func wordRuns(text string) string {
	words := regexp.MustCompile(`[\pL\pN]+`).FindAllString(strings.ToLower(text), -1)
	return " " + strings.Join(words, " ") + " "
}

// goldCommitments are the texts of the commitments in a gold file.
func goldCommitments(t *testing.T, path string) (texts []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var gold struct {
		Promises []struct{ Commitments []struct{ Text string } }
	}
	require.NoError(t, json.Unmarshal(data, &gold))
	for _, p := range gold.Promises {
		for _, c := range p.Commitments {
			texts = append(texts, c.Text)
		}
	}
	return texts
}

// brokenCommitments counts the gold commitments of a PDF, and lists those whose
// words are not one run in its text.
func brokenCommitments(t *testing.T, folder, name string) (all int, broken []string) {
	t.Helper()
	doc, record := One(t.Context(), File(filepath.Join(folder, "docs", name+".pdf")), Options{})
	require.NotNil(t, doc, "%s: %v", name, record.Diagnostics)
	text := wordRuns(doc.Text)
	commitments := goldCommitments(t, filepath.Join(folder, "gold", name+".json"))
	for _, c := range commitments {
		if !strings.Contains(text, wordRuns(c)) {
			broken = append(broken, name+": "+c)
		}
	}
	return len(commitments), broken
}

func TestPDFTextIsUnbroken(t *testing.T) {
	for _, folder := range []string{"gold/testdata/own", sharedFolder + "/documents"} {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("%s is not there: %v", folder, err)
			}
			paths, err := filepath.Glob(filepath.Join(folder, "docs/*.pdf"))
			require.NoError(t, err)
			total, broken := 0, []string{}
			for _, path := range paths {
				name := strings.TrimSuffix(filepath.Base(path), ".pdf")
				if strings.HasSuffix(name, "-scan") {
					continue // pages without text
				}
				n, b := brokenCommitments(t, folder, name)
				total, broken = total+n, append(broken, b...)
			}
			require.NotZero(t, total)
			t.Logf("%d of %d broken", len(broken), total)
			require.LessOrEqual(t, float64(len(broken)), (1-unbrokenShare)*float64(total), "broken:\n%s", strings.Join(broken, "\n"))
		})
	}
}
