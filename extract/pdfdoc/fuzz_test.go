package pdfdoc

import (
	"context"
	"errors"
	"math"
	"os"
	"testing"

	"github.com/lofte/lofte/extract/pdfdoc/pdftest"
	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// cmapSeeds are CMaps as producers write them, and broken ones.
var cmapSeeds = []string{
	"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0041> <02> <00660069> endbfchar",
	"1 beginbfrange <0000> <005E> <0020> endbfrange",
	"1 beginbfrange <0003> <0005> [<0061> <00620063> <D83DDE00>] endbfrange",
	"1 begincidrange <0000> <FFFF> 0 endcidrange",
	"beginbfrange <00> <FFFFFFFF> <0000> endbfrange",
	"<< /Registry (x) def /Ordering [[[[ >> endbfchar <0", "<", "(\\",
}

func FuzzCMap(f *testing.F) {
	for _, s := range cmapSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data, 1000)
		require.LessOrEqual(t, len(m.text)+len(m.cid), 1000)
	})
}

// contentSeeds are content streams with every operator that is carried out.
var contentSeeds = []string{
	helloContent,
	"q 1 0 0 -1 0 842 cm BT /F1 10 Tf 1 0 0 1 50 50 Tm [(Pol) -20 (isen) -300 (lovar)] TJ T* (x) ' 1 2 (y) \" ET Q",
	"BT /F1 9 Tf 12 TL 2 Tr 90 Tz 1 Tc 2 Tw 3 Ts 50 700 Td 0 -12 TD (a\\(b\\)\\101\\n) Tj ET",
	"10 10 100 0.5 re f 20 20 3 3 re B 0 0 m 9 9 l 1 2 3 4 5 6 c 1 2 3 4 v h S",
	"/Span <</ActualText <FEFF00AD>>> BDC BT /F1 9 Tf (-) Tj ET EMC /Artifact BMC EMC",
	"BI /W 1 /H 1 ID \x00\xffEI EI Q Q Q /X Do",
	"[[[[<<<<((((", "1e9 1e9 cm 99999999999999999999999999999999999 Tf",
}

func FuzzContent(f *testing.F) {
	for _, s := range contentSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		data := onePage(pdftest.Stream("", string(content)), "/Font<</F1 5 0 R>>", helveticaFont)
		file, err := Open(context.Background(), data, Options{})
		requireReason(t, err)
		if err != nil {
			return
		}
		for _, p := range file.Pages {
			for _, w := range p.Words {
				require.NotEmpty(t, w.Text)
				require.False(t, math.IsNaN(w.X0+w.X1+w.Base+w.Size) || math.IsInf(w.X0+w.X1+w.Base+w.Size, 0))
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	seeds := 0
	for _, name := range ownPDFs(f) {
		if data, err := os.ReadFile(name); err == nil && len(data) < 10_000 {
			f.Add(data)
			seeds++
		}
	}
	require.NotZero(f, seeds)
	f.Add(onePage(pdftest.Stream("", helloContent), "/Font<</F1 5 0 R>>", helveticaFont))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(context.Background(), data, Options{StreamBytes: 1 << 20, Operators: 100_000})
		requireReason(t, err)
		if err != nil {
			return
		}
		for _, b := range doc.Blocks {
			require.NotEmpty(t, b.Text)
			require.Positive(t, b.Span.Page)
		}
	})
}

// requireReason asks that an error, if there is one, carries a reason.
func requireReason(t *testing.T, err error) {
	t.Helper()
	var reason *model.ReadError
	if err != nil && !errors.As(err, &reason) {
		t.Fatalf("an error without a reason: %v", err)
	}
}
