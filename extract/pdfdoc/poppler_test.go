package pdfdoc

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// wordF1 is the least F1 of the words of our text layer, as a multiset, against
// those of poppler. Turned text in a margin is left out by ours.
const wordF1 = 0.98

// softHyphens are taken out of both texts: poppler ends a line at each.
var softHyphens = strings.NewReplacer("\u00ad\n", "", "\u00ad", "", "\u2010", "")

// bag counts the words of a text.
func bag(text string) (words map[string]int, n int) {
	words = map[string]int{}
	for _, w := range strings.Fields(norm.NFKC.String(softHyphens.Replace(text))) {
		words[w]++
		n++
	}
	return words, n
}

func f1(ours, theirs string) float64 {
	a, n := bag(ours)
	b, m := bag(theirs)
	common := 0
	for w, k := range a {
		common += min(k, b[w])
	}
	return 2 * float64(common) / float64(n+m)
}

// TestWordsAgainstPoppler compares the words of the text layer, before layout
// analysis, with those that pdftotext finds.
func TestWordsAgainstPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not there: " + err.Error())
	}
	files := ownPDFs(t)
	if _, err := os.Stat(sharedDocs); err == nil {
		files = append(files, sharedPDFs(t)...)
	}
	for _, f := range files {
		theirs, err := exec.Command("pdftotext", "-raw", f, "-").Output()
		require.NoError(t, err)
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		file, err := Open(context.Background(), data, Options{})
		require.NoError(t, err)
		var b strings.Builder
		for _, p := range file.Pages {
			for _, w := range p.Words {
				b.WriteString(w.Text + " ")
			}
		}
		score := f1(b.String(), string(theirs))
		t.Logf("%.4f %s", score, f)
		if f != "testdata/latex-tvaspalt.pdf" { // poppler cannot read its bitmap fonts
			require.GreaterOrEqual(t, score, wordF1, f)
		}
	}
}
