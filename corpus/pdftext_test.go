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

func TestPDFTextIsUnbroken(t *testing.T) {
	for _, folder := range []string{"gold/testdata/own", sharedFolder + "/documents"} {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("%s is not there: %v", folder, err)
			}
			paths, err := filepath.Glob(filepath.Join(folder, "docs/*.pdf"))
			require.NoError(t, err)
			all, unbroken := 0, 0
			for _, path := range paths {
				name := strings.TrimSuffix(filepath.Base(path), ".pdf")
				if strings.HasSuffix(name, "-scan") {
					continue
				}
				doc, record := One(t.Context(), File(path), Options{})
				require.NotNil(t, doc, "%s: %v", path, record.Diagnostics)
				text := wordRuns(doc.Text)
				for _, commitment := range goldCommitments(t, filepath.Join(folder, "gold", name+".json")) {
					all++
					if strings.Contains(text, wordRuns(commitment)) {
						unbroken++
					} else {
						t.Logf("%s: broken: %s", name, commitment)
					}
				}
			}
			require.NotZero(t, all)
			require.GreaterOrEqual(t, float64(unbroken), unbrokenShare*float64(all), "%d of %d", unbroken, all)
			t.Logf("%d of %d commitments unbroken", unbroken, all)
		})
	}
}
