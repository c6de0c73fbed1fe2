package layout

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// deeds are the rows of a table that says what, who and when.
var deeds = [][]string{
	{"Åtgärd", "Ansvarig", "När"},
	{"Gå vandringar i alla områden", "Polisen", "Varje år"},
	{"Laga lampor längs skolvägen", "Kommunen", "Maj 2020"},
	{"Besöka skolor och fritidsgårdar", "Polisen", "Hela året"},
	{"Hålla möten med alla föräldrar", "Kommunen", "Våren"},
}

// rows sets rows of cells a pitch apart, and gives the y under them.
func (d *draft) rows(y, pitch float64, bold bool, rows [][]string) float64 {
	for r, row := range rows {
		for c, text := range row {
			d.styled([]float64{50, 300, 430}[c], y, 10, bold && r == 0, text)
		}
		y += pitch
	}
	return y
}

// wantDeeds are the blocks of the table deeds.
func wantDeeds() []string {
	var out []string
	for r, row := range deeds {
		for c, text := range row {
			name := ""
			if r > 0 {
				name = deeds[0][c]
			}
			out = append(out, "c"+string(rune('0'+r))+","+string(rune('0'+c))+" "+name+"|"+text)
		}
	}
	return out
}

func TestTablesWithFewLines(t *testing.T) {
	rule := func(d *draft, y float64) { d.Rules = append(d.Rules, Box{45, y, 545, y + 0.5}) }
	checkLayout(t, map[string]layoutCase{
		"a plain header and no lines": {func() []Page {
			d := newDraft(1)
			d.rows(100, 20, false, deeds)
			return []Page{d.Page}
		}, wantDeeds()},

		"lines under the rows, and much white about the text": {func() []Page {
			d := newDraft(1)
			d.rows(100, 36, true, deeds)
			for r := range deeds {
				rule(d, 114+36*float64(r))
			}
			return []Page{d.Page}
		}, wantDeeds()},

		"lines about the header and at the foot": {func() []Page {
			d := newDraft(1)
			y := d.rows(100, 24, true, deeds)
			rule(d, 84)
			rule(d, 108)
			rule(d, y-14)
			return []Page{d.Page}
		}, wantDeeds()},

		"every other row shaded": {func() []Page {
			d := newDraft(1)
			d.rows(100, 22, true, deeds)
			d.Rules = append(d.Rules, Box{45, 129, 545, 151}, Box{45, 173, 545, 195})
			return []Page{d.Page}
		}, wantDeeds()},

		"overleaf without its header": {func() []Page {
			a, b := newDraft(1), newDraft(2)
			a.rows(700, 20, true, deeds[:3])
			b.rows(60, 20, false, deeds[3:])
			return []Page{a.Page, b.Page}
		}, wantDeeds()},
	})
}

// TestCellOverTwoRows sets a name of two lines beside two rows, between which the line
// begins behind it.
func TestCellOverTwoRows(t *testing.T) {
	d := newDraft(1)
	for _, x := range []float64{45, 195, 395, 545} {
		d.Rules = append(d.Rules, Box{x, 80, x + 0.5, 170})
	}
	for y, x := range map[float64]float64{80: 45, 110: 45, 140: 195, 170: 45} {
		d.Rules = append(d.Rules, Box{x, y, 545, y + 0.5})
	}
	d.styled(50, 98, 10, true, "Område").styled(200, 98, 10, true, "Åtgärd").styled(400, 98, 10, true, "Ansvarig")
	d.line(50, 128, "Trygghet i").line(50, 152, "centrum")
	d.line(200, 128, "Gå vandringar").line(400, 128, "Kommunen")
	d.line(200, 158, "Gå till fots").line(400, 158, "Polisen")
	require.Equal(t, []string{"c0,0 |Område", "c0,1 |Åtgärd", "c0,2 |Ansvarig",
		"c1,0 Område|Trygghet i/centrum", "c1,1 Åtgärd|Gå vandringar", "c1,2 Ansvarig|Kommunen",
		"c2,1 Åtgärd|Gå till fots", "c2,2 Ansvarig|Polisen"}, show(Blocks([]Page{d.Page})))
}

// TestNoTables sets what stands in columns but is no table.
func TestNoTables(t *testing.T) {
	pages := map[string]func() Page{
		"signatures below a date": func() Page {
			d := newDraft(1)
			d.rows(100, 20, false, [][]string{
				{"Nybro den 3 maj 2020", "Kalmar den 4 maj"}, {"Anna Lind", "Per Ek"},
				{"Ordförande", "Polischef"}, {"Nybro kommun", "Lokalpolisområde Kalmar"},
			})
			return d.Page
		},
		"a grid to sign in": func() Page {
			d := newDraft(1)
			d.rows(100, 0, false, [][]string{{"För kommunen:", "För polisen:"}})
			d.rows(160, 14, false, [][]string{{"Anna Lind", "Per Ek"}, {"Ordförande", "Polischef"}})
			for _, y := range []float64{86, 106, 148, 182} {
				d.Rules = append(d.Rules, Box{45, y, 545, y})
			}
			for _, x := range []float64{45, 295, 545} {
				d.Rules = append(d.Rules, Box{x, 86, x, 182})
			}
			return d.Page
		},
	}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			for _, b := range Blocks([]Page{page()}) {
				require.Nil(t, b.Cell, b.Text)
			}
		})
	}
}

// TestItemUnderLastHeading sets a heading at the foot of the first column, its
// item below where the second column ends.
func TestItemUnderLastHeading(t *testing.T) {
	d := newDraft(1)
	y := d.lines(50, 100, "Polisen ska gå vandringar i alla", "områden under våren och hösten", "och berätta vad som ska göras.")
	d.styled(50, y+14, 13, true, "Kommunen kommer att")
	d.lines(50, y+36, "Städa parkerna varje dag under", "hela sommaren.")
	d.lines(300, 100, "Städa parkerna varje dag under", "sommaren och måla om alla", "bänkar före skolans avslutning", "i juni, och sedan följa upp det", "med dem som bor där.")
	require.Equal(t, []string{
		"p|Polisen ska gå vandringar i alla/områden under våren och hösten/och berätta vad som ska göras.",
		"h1|Kommunen kommer att", "p|Städa parkerna varje dag under/hela sommaren.",
		"p|Städa parkerna varje dag under/sommaren och måla om alla/bänkar före skolans avslutning/i juni, och sedan följa upp det/med dem som bor där.",
	}, show(Blocks([]Page{d.Page})))
}
