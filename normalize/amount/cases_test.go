package amount

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// cases gives the cells of the lines of a file in testdata.
func cases(t testing.TB, name string, least int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	var out [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			out = append(out, append(strings.Split(line, "\t"), "", ""))
		}
	}
	require.GreaterOrEqual(t, len(out), least, "%s has too few cases", name)
	return out
}

// said writes targets as the files in testdata do, "-" for none.
func said(ms []Match) string {
	var out []string
	for _, m := range ms {
		s := string(m.Comparator)
		if m.Value != nil {
			s += " " + number(*m.Value)
		}
		if m.Comparator == model.Range {
			s += "-" + number(*m.Max)
		}
		if m.Per != "" {
			s += " /" + m.Per
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, ";")
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// check compares the targets of the first cell of each case with the second,
// and the unit of the first target with the third.
func check(t *testing.T, file string, least int) {
	for _, c := range cases(t, file, least) {
		t.Run(c[0], func(t *testing.T) {
			ms := Targets(c[0], Context{})
			require.Equal(t, c[1], said(ms))
			for _, m := range ms {
				require.Equal(t, m.Text, c[0][m.Start:m.End])
			}
			if c[2] != "" {
				require.Equal(t, c[2], ms[0].Unit)
			}
		})
	}
}

func TestRates(t *testing.T)      { check(t, "rates.tsv", 150) }
func TestQuantities(t *testing.T) { check(t, "quantities.tsv", 150) }
func TestChanges(t *testing.T)    { check(t, "changes.tsv", 45) }
func TestAll(t *testing.T)        { check(t, "all.tsv", 30) }

// Items are whole commitments of ten to forty words with what misleads in them.
func TestItems(t *testing.T) { check(t, "items.tsv", 120) }

func TestTraps(t *testing.T) {
	for _, c := range cases(t, "traps.tsv", 160) {
		t.Run(c[0], func(t *testing.T) { require.Equal(t, "-", said(Targets(c[0], Context{}))) })
	}
}
