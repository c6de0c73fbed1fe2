package date

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
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

// said joins values, "-" for none.
func said(values []string) string {
	if len(values) == 0 {
		return "-"
	}
	return strings.Join(values, "+")
}

func bounds(ps []Period) string {
	var out []string
	for _, p := range ps {
		s := p.From + ".." + p.To
		if p.Approximate {
			s = "~" + s
		}
		out = append(out, s)
	}
	return said(out)
}

func TestPeriods(t *testing.T) {
	for _, c := range cases(t, "periods.tsv", 150) {
		t.Run(c[0], func(t *testing.T) {
			ps := Periods(c[0], Context{})
			require.Equal(t, c[1], bounds(ps))
			for _, p := range ps {
				require.Equal(t, p.Text, c[0][p.Start:p.End])
				require.Equal(t, p.Open, p.To == "")
			}
		})
	}
}

func TestPeriodTraps(t *testing.T) {
	for _, c := range cases(t, "traps.tsv", 80) {
		t.Run(c[0], func(t *testing.T) {
			require.Equal(t, "-", bounds(Periods(c[0], Context{})))
		})
	}
}

func context(s string) Context {
	from, to, both := strings.Cut(s, "..")
	if both {
		return Context{From: from, To: to}
	}
	y, _ := strconv.Atoi(s)
	return Context{Year: y}
}

func TestDeadlines(t *testing.T) {
	for _, c := range cases(t, "deadlines.tsv", 50) {
		t.Run(c[0]+c[2], func(t *testing.T) {
			var got []string
			for _, d := range Deadlines(c[0], context(c[2])) {
				require.Equal(t, d.Text, c[0][d.Start:d.End])
				got = append(got, d.Value)
			}
			require.Equal(t, c[1], said(got))
		})
	}
}

func TestEvery(t *testing.T) {
	for _, c := range cases(t, "rhythms.tsv", 60) {
		t.Run(c[0], func(t *testing.T) {
			got, ok := Every(c[0])
			require.Equal(t, c[1] != "-", ok)
			require.Equal(t, strings.TrimPrefix(c[1], "-"), got)
		})
	}
}

func TestTimes(t *testing.T) {
	for _, c := range cases(t, "times.tsv", 20) {
		t.Run(c[0], func(t *testing.T) {
			n, during, ok := Times(c[0])
			require.Equal(t, c[1] != "-", ok)
			want, _ := strconv.Atoi(c[1])
			require.Equal(t, want, n)
			require.Equal(t, c[2], during)
		})
	}
}

func TestDuring(t *testing.T) {
	for _, c := range cases(t, "frames.tsv", 30) {
		t.Run(c[0], func(t *testing.T) {
			f, ok := During(c[0])
			require.Equal(t, c[1] != "-", ok)
			require.Equal(t, strings.TrimPrefix(c[1], "-"), f.Text)
			require.Equal(t, f.Text, c[0][f.Start:f.End])
		})
	}
}

func TestInstants(t *testing.T) {
	for _, c := range cases(t, "instants.tsv", 25) {
		t.Run(c[0], func(t *testing.T) {
			var got []string
			for _, i := range Instants(c[0]) {
				require.Equal(t, i.Text, c[0][i.Start:i.End])
				got = append(got, i.Value)
			}
			require.Equal(t, c[1], said(got))
		})
	}
}

func TestInstantsInContext(t *testing.T) {
	for _, c := range []struct {
		text, want string
		c          Context
	}{
		{"Torsdagen den 11 juni undertecknades löftet", "2015-06-11", Context{From: "2015-09-01", To: "2016-08-31"}},
		{"Torsdagen den 11 juni undertecknades löftet", "2015-06-11", Context{From: "2016-01-01", To: "2016-12-31"}},
		{"Torsdagen den 11 juni undertecknades löftet", "-", Context{From: "2019-01-01", To: "2019-12-31"}},
		{"Torsdagen den 11 juni undertecknades löftet", "-", Context{}},
		{"Undertecknat den 14 mars i Kil", "2018-03-14", Context{Year: 2018}},
		{"Undertecknat den 14 mars 2017 i Kil", "2017-03-14", Context{Year: 2018}},
		{"Undertecknat i mars", "-", Context{Year: 2018}},
		{"Undertecknat den 31 februari", "-", Context{Year: 2018}},
	} {
		t.Run(c.text+c.c.From, func(t *testing.T) {
			var got []string
			for _, i := range InstantsIn(c.text, c.c) {
				got = append(got, i.Value)
			}
			require.Equal(t, c.want, said(got))
		})
	}
}
