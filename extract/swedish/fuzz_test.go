package swedish

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// seeds are the examples and counterexamples of the rules, and what fuzzing
// found before.
func seeds(t testing.TB) []string {
	var out []string
	for _, rule := range Rules() {
		out = append(out, rule.Example, rule.Counterexample)
	}
	found, err := filepath.Glob(filepath.Join("testdata", "fuzz", "FuzzParse", "*"))
	require.NoError(t, err)
	for _, f := range found {
		_, err := os.Stat(f)
		require.NoError(t, err)
	}
	return out
}

func TestFuzzSeedsAreThere(t *testing.T) { require.GreaterOrEqual(t, len(seeds(t)), 40) }

// FuzzParse checks that any text in blocks is parsed without a panic and that
// every fact is the text at its span.
func FuzzParse(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, notation string) {
		if !utf8.ValidString(notation) {
			return
		}
		doc := document(rectangular(notation))
		facts := Parse(doc)
		require.LessOrEqual(t, facts.Explained, facts.Total)
		for _, set := range facts.Sets {
			for _, c := range set.Commitments {
				check(t, doc, c.Fact)
				for _, a := range append(c.Actors, c.With...) {
					check(t, doc, a.Fact)
				}
				for _, i := range c.Areas {
					require.Less(t, i, len(set.Areas))
				}
			}
			for _, a := range set.Areas {
				check(t, doc, a.Fact)
			}
			for _, p := range set.Periods {
				check(t, doc, p.Fact)
			}
			for _, s := range set.Signatories {
				check(t, doc, s.Name)
			}
		}
	})
}

// rectangular leaves tables out of random text: their rows would differ in
// length, which no reader hands on.
func rectangular(notation string) string {
	out := []rune(notation)
	for i, r := range out {
		if r == '|' {
			out[i] = '/'
		}
	}
	return string(out)
}

func check(t *testing.T, doc *model.Document, f model.Fact) {
	require.Equal(t, oneLine(f.Text), oneLine(doc.Slice(f.Span)))
	require.NotEmpty(t, f.Rule)
}

func BenchmarkParse(b *testing.B) {
	var notation string
	for _, rule := range Rules() {
		notation += rule.Example + "\n"
	}
	doc := document(rectangular(notation))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(doc)
	}
}
