package repair_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/lofte/lofte/extract/repair"
	"github.com/lofte/lofte/model"
)

// seeds are texts with all that the package works on.
var seeds = []string{
	recognised,
	"från l oktober 2016 - 3l december 20l6\nBox l4, 782 2l Malung",
	"brottsföre-\nbyggande och Narkotika-\noch alkohol\fA-\ntraktorer",
	"trygg\u00adhets\u00ad\nskapande o\ufb03cer a\u030a \uff21\u200b \u00a0 , .",
	"lokal-polisområde {skola) råd (BRA) kom munen Det har ska vi , ; a .. b",
	"rnecl gemensarnt komrnun åtgarder Malsattningen Uppfölining poIisen",
	"\xff\xfe\x00\u2028\u0301\u0301",
}

// FuzzMend checks that a text which is canonical stays as it is, and that all
// offsets lie in it.
func FuzzMend(f *testing.F) {
	require.NotEmpty(f, seeds)
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		blocks := clean(text)
		repair.Mend(blocks)
		for _, b := range blocks {
			check(t, b)
		}
		again := make([]repair.Block, len(blocks))
		for i, b := range blocks {
			again[i] = repair.Clean(b.Block)
			require.Equal(t, b.Text, again[i].Text, "clean text stays")
			require.Equal(t, b.Marker, again[i].Marker)
		}
		repair.Mend(again)
		for i, b := range blocks {
			require.Equal(t, b.Text, again[i].Text, "mended text stays")
		}
	})
}

// clean makes an item of each second part of the text, a paragraph of others.
func clean(text string) []repair.Block {
	var out []repair.Block
	for i, part := range strings.Split(text, "\n\n") {
		raw := model.Block{Kind: model.Paragraph, Text: part}
		if i%2 == 1 {
			raw.Kind, raw.Level = model.Item, 1
		}
		out = append(out, repair.Clean(raw))
	}
	return out
}

func check(t *testing.T, b repair.Block) {
	require.True(t, utf8.ValidString(b.Text))
	require.True(t, norm.NFC.IsNormalString(b.Text))
	require.NotContains(t, b.Text, "  ")
	require.False(t, strings.ContainsAny(b.Text, "\n\f\t\u00ad\u200b\u00a0"))
	require.Equal(t, strings.TrimSpace(b.Text), b.Text)
	last := 0
	for _, at := range b.Breaks {
		require.GreaterOrEqual(t, at, last)
		require.LessOrEqual(t, at, len(b.Text))
		require.True(t, at == len(b.Text) || utf8.RuneStart(b.Text[at]))
		last = at
	}
	for _, n := range b.Notes {
		require.NotEmpty(t, n.Message)
		require.True(t, n.InMarker || n.From < n.To && n.To <= len(b.Text), "%+v", n)
	}
}

// benchmarkText is a page of a recognised document.
func benchmarkText(b *testing.B, copies int) []model.Block {
	data, err := os.ReadFile("testdata/page.txt")
	require.NoError(b, err)
	var raw []model.Block
	for range copies {
		for part := range strings.SplitSeq(string(data), "\n\n") {
			raw = append(raw, model.Block{Kind: model.Paragraph, Text: part})
		}
	}
	return raw
}

func benchmarkMend(b *testing.B, copies int) {
	raw := benchmarkText(b, copies)
	n := 0
	for _, r := range raw {
		n += len(r.Text)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		blocks := make([]repair.Block, len(raw))
		for i, r := range raw {
			blocks[i] = repair.Clean(r)
		}
		repair.Mend(blocks)
	}
}

func BenchmarkMend1(b *testing.B)    { benchmarkMend(b, 1) }
func BenchmarkMend1000(b *testing.B) { benchmarkMend(b, 1000) }
