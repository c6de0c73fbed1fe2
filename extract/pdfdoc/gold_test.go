package pdfdoc

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// sharedGold is where the hand-made records of the development documents lie.
const sharedGold = "../../../shared/documents/gold"

// unbrokenShare is the least share of the commitments whose words stand as one
// run inside one block.
const unbrokenShare = 0.99

// heal reduces text to its letters, digits and marks: what is left is the same
// whatever lines, hyphens and spaces the layout made.
func heal(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-\u00ad\u2010\u200b", r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// unbroken reports whether some block of the document holds the text.
func unbroken(doc *model.Document, text string) bool {
	want := heal(text)
	for _, b := range doc.Blocks {
		if strings.Contains(heal(b.Text), want) {
			return true
		}
	}
	return false
}

// goldCommitments are the texts of the commitments of one gold record.
func goldCommitments(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var record struct {
		Promises []struct {
			Commitments []struct{ Text string }
		}
	}
	require.NoError(t, json.Unmarshal(data, &record))
	var out []string
	for _, p := range record.Promises {
		for _, c := range p.Commitments {
			out = append(out, c.Text)
		}
	}
	return out
}

func TestCommitmentsStandUnbroken(t *testing.T) {
	found, all := 0, 0
	for _, f := range sharedPDFs(t) {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		doc, err := Read(context.Background(), data, Options{})
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(f), ".pdf")
		for _, text := range goldCommitments(t, filepath.Join(sharedGold, name+".json")) {
			all++
			if unbroken(doc, text) {
				found++
			} else {
				t.Logf("%s: not one run: %s", name, text)
			}
		}
	}
	require.Greater(t, all, 50)
	t.Logf("%d of %d commitments stand unbroken", found, all)
	require.GreaterOrEqual(t, float64(found), unbrokenShare*float64(all))
}

// TestRunsOfOwnDocuments looks for what the sources of testdata say, a sentence
// or item a line, in the blocks of their PDFs.
func TestRunsOfOwnDocuments(t *testing.T) {
	for _, f := range ownPDFs(t) {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			doc, err := Read(context.Background(), data, Options{})
			require.NoError(t, err)
			runs, err := os.ReadFile(strings.TrimSuffix(f, ".pdf") + ".runs")
			require.NoError(t, err)
			n := 0
			for line := range strings.Lines(string(runs)) {
				n++
				require.True(t, unbroken(doc, line), "not one run: %s", line)
			}
			require.NotZero(t, n)
		})
	}
}
