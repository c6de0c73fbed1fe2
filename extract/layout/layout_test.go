package layout

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// draft is a page under construction, in type of 10 points whose characters are
// half an em wide.
type draft struct{ Page }

func newDraft(number int) *draft {
	return &draft{Page{Number: number, Width: 595, Height: 842}}
}

// line sets words from x on the baseline y.
func (d *draft) line(x, y float64, text string) *draft { return d.styled(x, y, 10, false, text) }

func (d *draft) styled(x, y, size float64, bold bool, text string) *draft {
	for _, w := range strings.Fields(text) {
		width := float64(utf8.RuneCountInString(w)) * size / 2
		d.Words = append(d.Words, Word{Text: w, X0: x, X1: x + width, Base: y, Size: size, Bold: bold, Space: true})
		x += width + size/4
	}
	return d
}

// lines sets lines below one another, 13 points apart, and gives the next y.
func (d *draft) lines(x, y float64, texts ...string) float64 {
	for _, t := range texts {
		d.line(x, y, t)
		y += 13
	}
	return y
}

// show writes blocks as the tests state them.
func show(blocks []model.Block) []string {
	var out []string
	for _, b := range blocks {
		kind := map[model.BlockKind]string{model.Heading: "h", model.Paragraph: "p", model.Item: "i", model.Cell: "c"}[b.Kind]
		if b.Level > 0 {
			kind += fmt.Sprint(b.Level)
		}
		if c := b.Cell; c != nil {
			kind += fmt.Sprintf("%d,%d %s", c.Row, c.Column, c.Name)
		}
		if b.Marker != "" {
			kind += " " + b.Marker
		}
		out = append(out, kind+"|"+strings.NewReplacer("\n", "/", "\f", "^").Replace(b.Text))
	}
	return out
}

// prose is a paragraph as wide as a page's column.
var prose = []string{
	"Under hösten frågade polisen och kommunen invånarna vad som gör dem otrygga, och svaren",
	"har vägts samman med statistik över anmälda brott och med det som personalen berättar för",
	"oss. Här står vad vi tänker göra.",
}

// layoutCase is pages and the blocks that they give.
type layoutCase struct {
	pages func() []Page
	want  []string
}

func checkLayout(t *testing.T, cases map[string]layoutCase) {
	t.Helper()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) { require.Equal(t, c.want, show(Blocks(c.pages()))) })
	}
}

func TestParagraphs(t *testing.T) {
	checkLayout(t, map[string]layoutCase{
		"a paragraph and a heading": {func() []Page {
			d := newDraft(1)
			d.styled(50, 80, 18, true, "Medborgarlöfte")
			d.lines(50, 110, prose...)
			return []Page{d.Page}
		}, []string{"h1|Medborgarlöfte", "p|" + strings.Join(prose, "/")}},

		"lines that had room for more stand alone": {func() []Page {
			d := newDraft(1)
			y := d.lines(50, 110, prose...)
			d.lines(50, y+20, "Kerstin Nord", "Kommunstyrelsens ordförande", "Arvika kommun")
			return []Page{d.Page}
		}, []string{"p|" + strings.Join(prose, "/"), "p|Kerstin Nord", "p|Kommunstyrelsens ordförande", "p|Arvika kommun"}},

		"lines of a poster": {func() []Page {
			d := newDraft(1)
			d.line(120, 100, "Polisen går till fots varje dag.")
			d.line(110, 122, "Kommunen lagar trasiga lampor.")
			d.line(70, 144, "Polis och kommun besöker varje klass för att")
			d.line(130, 156, "prata om droger.")
			d.line(115, 178, "Vandring i både Åtorp och Vik.")
			return []Page{d.Page}
		}, []string{
			"p|Polisen går till fots varje dag.", "p|Kommunen lagar trasiga lampor.",
			"p|Polis och kommun besöker varje klass för att/prata om droger.", "p|Vandring i både Åtorp och Vik.",
		}},

		"two things on an even line": {func() []Page {
			d := newDraft(1)
			y := d.lines(50, 110, prose...) + 30
			d.line(50, y, "Ada Berg, chef lokalpolisområde Arvika").line(247, y, "Kerstin Nord, kommunchef")
			return []Page{d.Page}
		}, []string{"p|" + strings.Join(prose, "/"), "p|Ada Berg, chef lokalpolisområde Arvika", "p|Kerstin Nord, kommunchef"}},

		"a number before an even line": {func() []Page {
			d := newDraft(1)
			d.line(50, 100, "2").line(72, 100, "Mål och syfte med samverkan i kommunen")
			return []Page{d.Page}
		}, []string{"p|2 Mål och syfte med samverkan i kommunen"}},

		"a name above a long title": {func() []Page {
			d := newDraft(1)
			y := d.lines(50, 110, prose...) + 30
			d.lines(50, y, "Kerstin Nord", "kommunstyrelsens ordförande")
			d.lines(450, y, "Ola Berg", "lokalpolisområdeschef")
			return []Page{d.Page}
		}, []string{"p|" + strings.Join(prose, "/"), "p|Kerstin Nord", "p|kommunstyrelsens ordförande", "p|Ola Berg", "p|lokalpolisområdeschef"}},

		"signatures side by side": {func() []Page {
			d := newDraft(1)
			y := d.lines(50, 110, prose...) + 30
			d.lines(50, y, "Kerstin Nord", "Kommunalråd")
			d.lines(320, y, "Ola Berg", "Polischef")
			return []Page{d.Page}
		}, []string{"p|" + strings.Join(prose, "/"), "p|Kerstin Nord", "p|Kommunalråd", "p|Ola Berg", "p|Polischef"}},
	})
}

func TestLists(t *testing.T) {
	checkLayout(t, map[string]layoutCase{
		"drawn bullets": {func() []Page {
			d := newDraft(1)
			d.line(50, 100, "Vi lovar att:")
			d.lines(64, 120, "gå vandringar", "laga lampor")
			d.Marks = []Box{{52, 114, 56, 118}, {52, 127, 56, 131}}
			return []Page{d.Page}
		}, []string{"p|Vi lovar att:", "i1 •|gå vandringar", "i1 •|laga lampor"}},

		"hanging lines without bullets": {func() []Page {
			d := newDraft(1)
			y := d.lines(50, 100, prose...) + 10
			d.line(50, y, "Vi lovar att:")
			d.line(50, y+20, "gå vandringar i alla områden varje vår och höst, och sedan berätta för alla boende om vad")
			d.line(70, y+33, "som ska göras")
			d.line(50, y+53, "laga lampor inom två dagar från det att någon har anmält att de är trasiga, helst tidigare om")
			d.line(70, y+66, "det går")
			return []Page{d.Page}
		}, []string{"p|" + strings.Join(prose, "/"), "p|Vi lovar att:",
			"i1|gå vandringar i alla områden varje vår och höst, och sedan berätta för alla boende om vad/som ska göras",
			"i1|laga lampor inom två dagar från det att någon har anmält att de är trasiga, helst tidigare om/det går"}},
	})
}

func TestPages(t *testing.T) {
	checkLayout(t, map[string]layoutCase{
		"an item goes on overleaf": {func() []Page {
			a, b := newDraft(1), newDraft(2)
			a.lines(50, 100, prose...)
			a.line(50, 700, "• Polisen och kommunen lovar att tillsammans gå igenom alla gångvägar och laga varje")
			b.line(58, 100, "trasig lampa.")
			b.line(50, 120, "• Kommunen städar.")
			return []Page{a.Page, b.Page}
		}, []string{"p|" + strings.Join(prose, "/"),
			"i1|• Polisen och kommunen lovar att tillsammans gå igenom alla gångvägar och laga varje^trasig lampa.",
			"i1|• Kommunen städar."}},

		"headers, footers and page numbers": {func() []Page {
			var pages []Page
			for n := 1; n <= 2; n++ {
				d := newDraft(n)
				d.line(50, 40, "Kommunen och polisen")
				d.line(50, 200, fmt.Sprintf("Text nummer %d.", n))
				d.line(280, 810, fmt.Sprintf("Sida %d av 2", n))
				pages = append(pages, d.Page)
			}
			return pages
		}, []string{"p|Text nummer 1.", "p|Text nummer 2."}},

		"nothing but what could be headers and page numbers": {func() []Page {
			var pages []Page
			for n := 1; n <= 2; n++ {
				pages = append(pages, newDraft(n).line(50, 40, "Bilaga").line(280, 60, fmt.Sprintf("Sida %d", n)).Page)
			}
			return pages
		}, []string{"p|Bilaga", "p|Sida 1", "p|Bilaga", "p|Sida 2"}},

		"sizes of a font that does not tell its own": {func() []Page {
			return []Page{newDraft(1).styled(50, 100, 0.1, false, "Polisen lovar.").Page}
		}, []string{"p|Polisen lovar."}},

		"a footnote and its mark": {func() []Page {
			d := newDraft(1)
			d.line(50, 100, "Polisen lovar att gå vandringar")
			d.Words = append(d.Words, Word{Text: "1", X0: 208, X1: 211, Base: 96, Size: 6})
			d.line(215, 100, "varje år.")
			d.Words = append(d.Words, Word{Text: "1", X0: 50, X1: 53, Base: 757, Size: 5})
			d.styled(56, 760, 8, false, "I fjol gick vi två.")
			return []Page{d.Page}
		}, []string{"p|Polisen lovar att gå vandringar varje år.", "p|I fjol gick vi två."}},
	})
}

func TestTables(t *testing.T) {
	checkLayout(t, map[string]layoutCase{
		"a table without lines": {func() []Page {
			d := newDraft(1)
			for c, head := range []string{"Åtgärd", "Ansvarig", "När"} {
				d.styled(50+float64(c)*180, 100, 10, true, head)
			}
			d.lines(50, 125, "Gå vandringar i alla områden", "och laga lampor")
			d.line(230, 125, "Polisen").line(410, 125, "Varje år")
			d.line(50, 163, "Städa parken").line(230, 163, "Kommunen").line(410, 163, "Maj")
			return []Page{d.Page}
		}, []string{"c0,0 |Åtgärd", "c0,1 |Ansvarig", "c0,2 |När",
			"c1,0 Åtgärd|Gå vandringar i alla områden/och laga lampor", "c1,1 Ansvarig|Polisen", "c1,2 När|Varje år",
			"c2,0 Åtgärd|Städa parken", "c2,1 Ansvarig|Kommunen", "c2,2 När|Maj"}},

		"labels read by row": {func() []Page {
			d := newDraft(1)
			d.line(50, 100, "Datum:").line(200, 100, "2020-01-02")
			d.line(50, 113, "Ärende:").line(200, 113, "KS 12")
			return []Page{d.Page}
		}, []string{"p|Datum: 2020-01-02", "p|Ärende: KS 12"}},
	})
}

// TestColumns sets two columns whose lines are not level.
func TestColumns(t *testing.T) {
	d := newDraft(1)
	d.styled(50, 60, 18, true, "Medborgarlöfte för hela kommunen och alla som bor här")
	left := []string{"Polisen ska gå vandringar i alla", "områden under våren och hösten", "och berätta vad som ska göras.", "Kommunen lagar lamporna."}
	right := []string{"Kommunen ska städa parkerna", "varje dag under sommaren och", "måla om bänkarna före skolans", "avslutning i juni."}
	d.lines(50, 100, left...)
	d.lines(300, 106, right...)
	require.Equal(t, []string{
		"h1|Medborgarlöfte för hela kommunen och alla som bor här",
		"p|" + strings.Join(left, "/"), "p|" + strings.Join(right, "/"),
	}, show(Blocks([]Page{d.Page})))
}

// TestBoxes sets two boxes side by side, each with its heading.
func TestBoxes(t *testing.T) {
	d := newDraft(1)
	d.styled(50, 100, 16, true, "Trafik").styled(300, 100, 16, true, "Narkotika")
	left := []string{"Polisen ska mäta farten på alla vägar", "in till byn varje vecka, och kommunen", "ska måla om."}
	right := []string{"Polisen ska söka av skolan med hund,", "och kommunen ska utbilda alla lärare", "i årskurs sju."}
	d.lines(50, 130, left...)
	d.lines(300, 130, right...)
	require.Equal(t, []string{"h1|Trafik", "p|" + strings.Join(left, "/"), "h1|Narkotika", "p|" + strings.Join(right, "/")},
		show(Blocks([]Page{d.Page})))
}

func TestPageNumbers(t *testing.T) {
	for _, yes := range []string{"3", "- 3 -", "Sida 3 av 12", "sid 3", "3 (12)", "3/12", "Sidan 3", "s. 3"} {
		require.True(t, isPageNumber(yes, 3), yes)
	}
	for _, no := range []string{"2018", "112", "3 §", "3 april", "Sida vid sida", "3,5", "114 14", ""} {
		require.False(t, isPageNumber(no, 3), no)
	}
}

func TestNoWordsNoBlocks(t *testing.T) {
	require.Nil(t, Blocks(nil))
	require.Nil(t, Blocks([]Page{{Number: 1, Width: 595, Height: 842}}))
}

func TestPagesStayAsTheyAre(t *testing.T) {
	d := newDraft(1)
	d.styled(50, 126, 40, false, "M")
	d.line(72, 100, "ellan polisen och kommunen har följande").line(72, 113, "löfte ingåtts för hela året.")
	before := fmt.Sprint(d.Page)
	first := show(Blocks([]Page{d.Page}))
	require.Contains(t, first[0], "Mellan polisen")
	require.Equal(t, before, fmt.Sprint(d.Page))
	require.Equal(t, first, show(Blocks([]Page{d.Page})))
}

// FuzzBlocks sets words wherever the bytes say: nothing breaks, and no word is
// lost but those that count as furniture or marks.
func FuzzBlocks(f *testing.F) {
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz"))
	f.Add([]byte{1, 1, 1, 1, 200, 1, 1, 1, 1, 30, 1, 1, 200, 30, 2, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		p := Page{Number: 1, Width: 595, Height: 842}
		texts := []string{"Polisen", "•", "1.", "lovar", "att:", "–", "12", "kommun-", "a)", "o"}
		for ; len(data) >= 4; data = data[4:] {
			x, y, size := float64(data[0])*2, float64(data[1])*3+10, float64(data[2]%20)+4
			text := texts[int(data[3])%len(texts)]
			p.Words = append(p.Words, Word{Text: text, X0: x, X1: x + size, Base: y, Size: size, Bold: data[3]%3 == 0})
			if data[3]%5 == 0 {
				p.Rules = append(p.Rules, Box{x, y, x + 200, y + 1}, Box{x, y, x + 1, y + 60})
				p.Marks = append(p.Marks, Box{x, y, x + 3, y + 3})
			}
		}
		for _, b := range Blocks([]Page{p}) {
			require.NotEmpty(t, strings.TrimSpace(b.Text))
		}
	})
}
