package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Års\u00adskiftet 2018–2019", "årsskiftet 2018-2019"},
		{"a\u030Angest A\u0308lvda\u0308rr O\u0308", "ångest älvdärr ö"},
		{"”lyckliga gatan” «x» ´y´", `"lyckliga gatan" "x" 'y'`},
		{"2018—2019 2018−2019 2018‑2019", "2018-2019 2018-2019 2018-2019"},
		{"o\uFB03cer \uFB01nns", "officer finns"},
		{"Ａ１", "a1"},
		{"1\u00a0200\tst\u202fx", "1 200 st x"},
		{"\ufeffKil", "kil"},
		{"½ ²", "½ ²"},
	} {
		require.Equal(t, c.want, Fold(c.in).Text)
	}
}

func TestFoldRange(t *testing.T) {
	in := "Po\u00adlisen och a\u030Ale"
	f := Fold(in)
	i := strings.Index(f.Text, "polisen")
	start, end := f.Range(i, i+len("polisen"))
	require.Equal(t, "Po\u00adlisen", in[start:end])
	i = strings.Index(f.Text, "åle")
	start, end = f.Range(i, i+len("åle"))
	require.Equal(t, "a\u030Ale", in[start:end])
	start, end = f.Range(3, 3)
	require.Equal(t, 0, end-start)
}

func TestTokens(t *testing.T) {
	ts := Tokens("Minst två(2) st. LPO 1,5")
	var words []string
	for _, x := range ts {
		words = append(words, x.Text)
	}
	require.Equal(t, []string{"minst", "två", "(", "2", ")", "st", ".", "lpo", "1", ",", "5"}, words)
	require.True(t, ts[0].Upper && ts[0].Space)
	require.False(t, ts[2].Space)
	require.True(t, ts[7].Caps)
	require.Equal(t, Digits, ts[3].Kind)
	require.Equal(t, Mark, ts[2].Kind)
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"minst två st. insatser. Vi ska också", 2},
		{"En. Två! Tre? Fyra", 4},
		{"Kl. 20 och t.ex. Kil", 1},
		{"1.200 kr. 30 juni", 2},
		{"", 0},
		{strings.Repeat("ord ", 3*longestSentence), 3},
	} {
		require.Len(t, Sentences(Tokens(c.in)), c.want, c.in)
	}
}

func TestNumerals(t *testing.T) {
	for in, want := range map[string]float64{
		"två": 2, "tjugofem": 25, "hundra": 100, "tvåhundrafemtio": 250, "ettusen": 0, "tvåtusen": 2000, "tretusenfyrahundrafem": 3405,
		"1 200": 1200, "1.200": 1200, "73 000": 73000, "2,5": 2.5, "12": 12, "114 14": 114, "ingen": 0, "trettiofyra": 34, "båda": 0, "sex": 6,
	} {
		n, ok := NumeralAt(Tokens(in), 0)
		require.Equal(t, want != 0, ok, in)
		require.InDelta(t, want, n.Value, 0, in)
	}
	n, ok := Ordinal("fjortonde")
	require.True(t, ok)
	require.Equal(t, 14, n)
}

func found(a *Automaton, terms []Term, s string) []string {
	var out []string
	for _, m := range a.Find(s) {
		out = append(out, terms[m.Term].Text+"="+s[m.Start:m.End])
	}
	return out
}

func TestAutomaton(t *testing.T) {
	terms := []Term{{"narkotika", true}, {"polisen", false}, {"polis", true}, {"i samverkan", false}, {"brott", true}, {"", true}, {"VÅLD", false}}
	a := New(terms)
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Polisens narkotikainsatser", []string{"polis=Polis", "narkotika=narkotika"}},
		{"polisen", []string{"polis=polis", "polisen=polisen"}},
		{"kommunpolisen", nil},
		{"områdes-polisen", []string{"polis=polis", "polisen=polisen"}},
		{"i samverkan med", []string{"i samverkan=i samverkan"}},
		{"I  samverkan", nil},
		{"hot, våld och brotts\u00adoffer", []string{"VÅLD=våld", "brott=brott"}},
		{"våldsbrott", nil},
		{"", nil},
	} {
		require.Equal(t, c.want, found(a, terms, c.in), c.in)
	}
}

// naive finds terms by looking at every place, as the automaton's check.
func naive(terms []Term, s string) int {
	n := 0
	f := Fold(s).Text
	for _, t := range terms {
		w := Fold(t.Text).Text
		for i := 0; w != "" && i+len(w) <= len(f); i++ {
			if f[i:i+len(w)] == w && bounded(f, i, i+len(w), t.Stem) {
				n++
			}
		}
	}
	return n
}

func FuzzText(f *testing.F) {
	seeds := []string{"Polisen och kommunen", "a\u030A\u0308 \u00ad\ufb03", "1 200 000,5", "”x” – y", "\xff\xfe åäö", "brottsbrott brott-brott", "ΑΣ İ ẞ"}
	for _, s := range seeds {
		f.Add(s)
	}
	require.GreaterOrEqual(f, len(seeds), 5)
	terms := []Term{{"brott", true}, {"brott", false}, {"rott", true}, {"å", false}, {"o", true}, {"polisen och", false}}
	a := New(terms)
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		require.Len(t, folded.starts, len(folded.Text))
		last := 0
		for _, tok := range Tokens(s) {
			require.True(t, tok.Start >= last && tok.End > tok.Start && tok.End <= len(s))
			last = tok.Start
			if utf8.ValidString(s) {
				require.True(t, utf8.ValidString(s[tok.Start:tok.End]))
			}
		}
		ms := a.Find(s)
		require.Len(t, ms, naive(terms, s))
		for _, m := range ms {
			require.True(t, m.Start < m.End && m.End <= len(s))
		}
	})
}

func BenchmarkFind(b *testing.B) {
	terms := []Term{{"narkotika", true}, {"polisen", false}, {"brott", true}, {"trygghet", true}}
	a := New(terms)
	s := strings.Repeat("Polisen och kommunen arbetar brottsförebyggande för ökad trygghet. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		a.Find(s)
	}
}
