package amount

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func FuzzTargets(f *testing.F) {
	seeds := []string{"", "\xff", "minst minst två två", "1-2-3-4", "( ( (2 st)", "med med 10 %", "lika många lika många", "varje varje vecka", "två (2) (2) (2)", "vt"}
	for _, name := range []string{"rates.tsv", "quantities.tsv", "changes.tsv", "all.tsv", "traps.tsv"} {
		for _, c := range cases(f, name, 1) {
			seeds = append(seeds, c[0])
		}
	}
	require.Greater(f, len(seeds), 500)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range Expression(s) {
			require.Equal(t, m.Text, s[m.Start:m.End])
			require.NotEmpty(t, m.Text)
			require.Equal(t, m.Comparator == model.All, m.Value == nil)
			require.Equal(t, m.Comparator == model.Range, m.Max != nil)
			if m.Max != nil {
				require.Greater(t, *m.Max, *m.Value)
			}
			if m.Per != "" {
				require.Regexp(t, `^PT?[1-9][0-9]*[YMWDH]$`, m.Per)
			}
		}
		last := 0
		for _, m := range Targets(s, Context{}) {
			require.GreaterOrEqual(t, m.Start, last)
			last = m.Start
		}
	})
}

func TestContextMakesSoft(t *testing.T) {
	ms := Targets("minst tre möten per år", Context{Soft: true})
	require.Len(t, ms, 1)
	require.True(t, ms[0].Soft)
	ms = Targets("Målsättningen är minst tre dialogtillfällen under året.", Context{})
	require.True(t, ms[0].Soft)
	require.Equal(t, "under året", ms[0].During)
}

func benchmark(b *testing.B, copies int) {
	s := strings.Repeat("Polisen ska genomföra minst en trafikkontroll varannan vecka i genomsnitt och besöka varje högstadieskola. ", copies)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Targets(s, Context{})
	}
}

func BenchmarkTargets1(b *testing.B)    { benchmark(b, 1) }
func BenchmarkTargets1000(b *testing.B) { benchmark(b, 1000) }
