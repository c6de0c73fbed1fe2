package htmldoc

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/require"
)

const benchPage = "testdata/pages/polisen-accordion.html"

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(benchPage)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := Read(context.Background(), data, Options{})
		require.NoError(b, err)
	}
}

// BenchmarkTree is the share of goquery and the parser alone.
func BenchmarkTree(b *testing.B) {
	data, err := os.ReadFile(benchPage)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
		require.NoError(b, err)
	}
}

// BenchmarkGrowth reads one section up to 1,000 times in a page; ns/byte must
// stay level.
func BenchmarkGrowth(b *testing.B) {
	section := []byte("<h2>Trygg i centrum</h2><p>Polisen lovar att:</p><ul><li>patrullera <b>till fots</b></li><li>besöka krogarna</li></ul>" +
		"<p>- en rad<br>- en till</p><table><tr><th>Åtgärd</th><th>När</th></tr><tr><td>Mäta farten</td><td>2024</td></tr></table>" +
		"<div class=\"accordion\"><button aria-expanded=\"false\">Mer</button><div hidden><p>Mer text om löftet.</p></div></div>\n")
	for _, n := range []int{1, 10, 100, 1000} {
		page := append([]byte("<main><h1>Löfte</h1>"), bytes.Repeat(section, n)...)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				_, err := Read(context.Background(), page, Options{})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(page)), "ns/byte")
		})
	}
}
