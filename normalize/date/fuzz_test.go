package date

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// seeds are the expressions of testdata and some text that is no Swedish.
func seeds(f *testing.F) []string {
	f.Helper()
	out := []string{"", "\xff", "2018-2018-2018-2018", "den den den", "1/1/1/1/1", "2019 och 2020 och 2021 och", "l l l", "Q1-Q2-Q3-Q4 2020", "ht", "vt"}
	for _, name := range []string{"periods.tsv", "traps.tsv", "deadlines.tsv", "rhythms.tsv", "times.tsv", "frames.tsv", "instants.tsv"} {
		for _, c := range cases(f, name, 1) {
			out = append(out, c[0])
		}
	}
	require.Greater(f, len(out), 400)
	return out
}

func FuzzDates(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Context{From: "2019-03-01", To: "2020-02-29"}
		last := 0
		for _, p := range Periods(s, Context{Year: 2020}) {
			require.Equal(t, p.Text, s[p.Start:p.End])
			require.GreaterOrEqual(t, p.Start, last)
			last = p.End
			roundTrip(t, p)
		}
		for _, i := range Instants(s) {
			require.Equal(t, i.Text, s[i.Start:i.End])
			again := Instants(i.Value)
			require.Len(t, again, 1)
			require.Equal(t, i.Value, again[0].Value)
		}
		for _, d := range Deadlines(s, c) {
			require.Equal(t, d.Text, s[d.Start:d.End])
		}
		if iso, ok := Every(s); ok {
			require.Regexp(t, `^PT?[1-9][0-9]*[YMWDH]$`, iso)
		}
		if fr, ok := During(s); ok {
			require.Equal(t, fr.Text, s[fr.Start:fr.End])
		}
		Times(s)
		Continuous(s)
	})
}

// roundTrip: what a period prints is read as the same period, as EDTF and as
// Swedish text.
func roundTrip(t *testing.T, p Period) {
	q, err := Parse(p.EDTF)
	require.NoError(t, err)
	require.Equal(t, []any{p.From, p.To, p.Open, p.Approximate}, []any{q.From, q.To, q.Open, q.Approximate}, p.EDTF)
	written := p.From + " – " + p.To
	switch {
	case p.To == "":
		written = "från och med " + p.From + " och tills vidare"
	case p.From == "":
		written = "till och med " + p.To
	}
	again := Periods(written, Context{})
	require.Len(t, again, 1, written)
	require.Equal(t, p.From+p.To, again[0].From+again[0].To, written)
}

func TestParse(t *testing.T) {
	for edtf, want := range map[string]string{
		"2019": "2019-01-01..2019-12-31", "2018/2019": "2018-01-01..2019-12-31", "2020-23": "~2020-09-01..2020-11-30",
		"2019-24": "~2019-12-01..2020-02-29", "2020-01~/2020-06~": "~2020-01-01..2020-06-30", "2024/..": "2024-01-01..",
		"../2020-12-31": "..2020-12-31", "2021-05/2021-08": "2021-05-01..2021-08-31", "2016-02-29": "2016-02-29..2016-02-29",
	} {
		p, err := Parse(edtf)
		require.NoError(t, err, edtf)
		require.Equal(t, want, bounds([]Period{p}))
	}
	for _, bad := range []string{"", "../..", "2019-13", "2019-02-30", "2020/2019", "x", "2019-1-1-1", "2019-05-00", "19"} {
		_, err := Parse(bad)
		require.Error(t, err, bad)
	}
}

func benchmark(b *testing.B, copies int) {
	s := strings.Repeat("Medborgarlöftet gäller från 1 januari 2018 – 31 december 2019 och följs upp varje halvår av polisen. ", copies)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Periods(s, Context{})
	}
}

func BenchmarkPeriods1(b *testing.B)    { benchmark(b, 1) }
func BenchmarkPeriods1000(b *testing.B) { benchmark(b, 1000) }
