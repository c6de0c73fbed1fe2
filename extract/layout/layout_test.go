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
				d.styled(50+float64(c)*180, 100, 10, true, head)
			}
			d.lines(50, 125, "Gå vandringar i alla områden", "och laga lampor")
			d.line(230, 125, "Polisen").line(410, 125, "Varje år")
			d.line(50, 163, "Städa parken").line(230, 163, "Kommunen").line(410, 163, "Maj")
			return []Page{d.Page}
		}, []string{"c0,0 |Åtgärd", "c0,1 |Ansvarig", "c0,2 |När",
			"c1,0 Åtgärd|Gå vandringar i alla områden/och laga lampor", "c1,1 Ansvarig|Polisen", "c1,2 När|Varje år",
			"c2,0 Åtgärd|Städa parken", "c2,1 Ansvarig|Kommunen", "c2,2 När|Maj"}},
	})
}

func TestLists(t *testing.T) {
	checkLayout(t, map[string]layoutCase{

	})
}

func TestPages(t *testing.T) {
	checkLayout(t, map[string]layoutCase{

	})
}

func TestTables(t *testing.T) {
	checkLayout(t, map[string]layoutCase{
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
