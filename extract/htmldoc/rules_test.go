package htmldoc

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// rule is a piece of a page and the blocks that it gives, one a line, as show
// writes them with white space folded.
type rule struct {
	name string
	page string
	want string
}

func checkRules(t *testing.T, rules []rule) {
	require.NotEmpty(t, rules)
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			d, err := Read(context.Background(), []byte(r.page), Options{})
			require.NoError(t, err)
			require.Equal(t, strings.Fields(r.want), strings.Fields(show(d)), "\n%s", show(d))
		})
	}
}

func TestLines(t *testing.T) {
	checkRules(t, []rule{
		{"a sentence runs on", "<p>Polisen lovar invånarna i kommunen att patrullera mer<br>och att besöka skolor</p>",
			"p Polisen lovar invånarna i kommunen att patrullera mer⏎och att besöka skolor"},
		{"a line that can't end there", "<p>Löftet har skrivits av polisen tillsammans med<br>Umeå kommun</p>",
			"p Löftet har skrivits av polisen tillsammans med⏎Umeå kommun"},
		{"a signature", "<p>Kerstin Ek<br>kommunstyrelsens ordförande<br>Arboga kommun</p>",
			"p Kerstin Ek p kommunstyrelsens ordförande p Arboga kommun"},
		{"an empty line", "<p>Polisen lovar<br><br>mycket</p>", "p Polisen lovar p mycket"},
		{"text broken by width", "<p>Tillsammans med invånarna har vi tagit fram ett löfte<br>som gäller hela året och som vi tror kommer att göra<br>Umeå tryggare för alla.</p>",
			"p Tillsammans med invånarna har vi tagit fram ett löfte⏎som gäller hela året och som vi tror kommer att göra⏎Umeå tryggare för alla."},
		{"an outcome under an item", "<ul><li>Trafikkontroller på E10<br>Tio har gjorts.</li></ul>", "i1 Trafikkontroller på E10 p1 Tio har gjorts."},
		{"an item that runs on", "<ul><li>Polisen ska<br>besöka skolor</li></ul>", "i1 Polisen ska⏎besöka skolor"},
		{"line ends of the source are white space", "<p>Polisen\n  lovar</p>", "p Polisen lovar"},
		{"preformatted", "<pre>Vara 2019-01-31\nInger Ek</pre>", "p Vara 2019-01-31 p Inger Ek"},
		{"no-break spaces and soft hyphens stay", "<p>hot&nbsp;spots trafik&shy;insats</p>", "p hot\u00a0spots trafik\u00adinsats"},
		{"blocks are apart without white space", "<div>ett</div>två<span>tre</span><p>fyra</p>", "p ett p tvåtre p fyra"},
		{"buttons side by side", `<p>Se <a href="/a">löftet</a><a href="/b">avtalet</a> här</p>`, "p Se löftet avtalet här"},
		{"columns of names", "<p>Kerstin Ek&nbsp;&nbsp;&nbsp;&nbsp;Bo Al<br>Ordförande&nbsp;&nbsp;&nbsp;Polischef</p>", "p Kerstin Ek p Ordförande p Bo Al p Polischef"},
		{"columns in paragraphs", "<p>Kerstin Ek&emsp;&emsp;&emsp;Bo Al</p><p>Ordförande&emsp;&emsp;&emsp;Polischef</p>", "p Kerstin Ek p Ordförande p Bo Al p Polischef"},
		{"footnote marks", `<p>Polisen<sup>1</sup> lovar<a href="#fn2">[2]</a> 10 m<sup>2</sup> CO<sub>2</sub></p>`, "p Polisen lovar 10 m2 CO2"},
		{"labels in links", `<p><a href="/x">Löftet <span>Länk till annan webbplats, öppnas i nytt fönster.</span></a></p>`, "pL Löftet"},
	})
}

func TestAnEmptyCornerIsNoData(t *testing.T) {
	checkRules(t, []rule{
		{"matrix", "<table><tr><td></td><th>Polisen</th><th>Kommunen</th></tr><tr><th>Trafik</th><td>Mäter</td><td>Bygger</td></tr></table>",
			"c0.0.1h=Polisen Polisen c0.0.2h=Kommunen Kommunen c0.1.0 Trafik c0.1.1=Polisen Mäter c0.1.2=Kommunen Bygger"},
	})
}

func TestFieldsOfUndertakings(t *testing.T) {
	const want = "c0.0.0 Vad vi gör c0.0.1 Mäter farten. c0.1.0 Vem c0.1.1 Polisen"
	checkRules(t, []rule{
		{"plain", "<table><tr><td>Vad vi gör</td><td>Mäter farten.</td></tr><tr><td>Vem</td><td>Polisen</td></tr></table>", want},
		{"header cells", "<table><tr><th>Vad vi gör</th><td>Mäter farten.</td></tr><tr><th>Vem</th><td>Polisen</td></tr></table>", want},
		{"bold", "<table><tr><td><b>Vad vi gör</b></td><td>Mäter farten.</td></tr><tr><td><b>Vem</b></td><td>Polisen</td></tr></table>", want},
		{"other labels", "<table><tr><th>Adress</th><td>Storgatan 1</td></tr><tr><th>Vem</th><td>Polisen</td></tr></table>", "h7 Adress p Storgatan 1 h7 Vem p Polisen"},
	})
}

func TestHeadings(t *testing.T) {
	checkRules(t, []rule{
		{"ranks", `<h2>Två</h2><p>a b</p><div role="heading" aria-level="3">Tre</div><p>c d</p>`, "h2 Två p a b h3 Tre p c d"},
		{"a bold paragraph", "<p><strong>Polisen lovar att:</strong></p><p>Den ska synas.</p>", "h7 Polisen lovar att: p Den ska synas."},
		{"a bold line", "<p><b>Fakta</b><br>Metoden infördes 2015 i hela landet.</p>", "h7 Fakta p Metoden infördes 2015 i hela landet."},
		{"a bold start is text", "<p><b>Polisen:</b> synas mer</p>", "p Polisen: synas mer"},
		{"a bold name is no heading", "<p>Vi skrev under löftet.</p><p><b>Karin Berg</b><br>kommunalråd</p>", "p Vi skrev under löftet. p Karin Berg p kommunalråd"},
		{"a bold name above an office", "<p>Vi skrev under löftet som gäller hela året.</p><p><b>Karin Berg</b></p><p>Kommunalråd</p>", "p Vi skrev under löftet som gäller hela året. p Karin Berg p Kommunalråd"},
		{"a bold preamble is text", "<p><b>I tisdags undertecknade polisen och kommunen löftet för hela året.</b></p><p>Det gäller alla som bor i kommunen och även andra.</p>",
			"p I tisdags undertecknade polisen och kommunen löftet för hela året. p Det gäller alla som bor i kommunen och även andra."},
		{"a bold item stays one", "<p>Här är listan som vi har gjort.</p><ul><li><b>Synlig polis</b></li></ul>", "p Här är listan som vi har gjort. i1 Synlig polis"},
		{"all in bold means nothing", "<p><b>Polisen lovar</b></p><p><b>Kommunen lovar</b></p><p>kort</p>", "p Polisen lovar p Kommunen lovar p kort"},
		{"a class", `<p class="mellanrubrik">Våra mål</p><p>Text.</p>`, "h7 Våra mål p Text."},
		{"underlined", "<p><u>Uppföljning</u></p><p>Varje år görs det.</p>", "h7 Uppföljning p Varje år görs det."},
		{"body text in a heading element", "<h3>" + strings.Repeat("polisen lovar mer ", 13) + ".</h3>", "p " + strings.Repeat("polisen lovar mer ", 13) + "."},
		{"big type", `<font size="5">Löfte 2016</font><p>Polisen lovar mer.</p>`, "h7 Löfte 2016 p Polisen lovar mer."},
		{"lines of one heading", "<h2>Löfte 1<br>Trafik</h2><p>Text.</p>", "h2 Löfte 1⏎Trafik p Text."},
		{"details", "<details><summary>Polisen</summary><p>Text.</p></details>", "h6 Polisen p Text."},
		{"details with headings in them", "<h1>Löfte</h1><details><summary>2022</summary><h3>Trafik</h3><p>Text.</p></details><details><summary>2021</summary><p><b>Våld</b></p><p>Text om våld.</p></details>",
			"h1 Löfte h2 2022 h3 Trafik p Text. h2 2021 h7 Våld p Text om våld."},
		{"a heading in an item", "<ul><li><h3>Trygghet</h3><p>Text.</p></li></ul>", "h3 Trygghet i1 Text."},
	})
}

func TestMarked(t *testing.T) {
	checkRules(t, []rule{
		{"somebody speaks", "<p>– Vi kommer, säger Eva.</p><p>– Det är bra, menar Bo.</p>", "p – Vi kommer, säger Eva. p – Det är bra, menar Bo."},
		{"one dash is nothing", "<p>Polisen ska synas.</p><p>– Vi kommer att synas.</p>", "p Polisen ska synas. p – Vi kommer att synas."},
		{"one dash after a colon", "<p>Polisen ska:</p><p>- Synas mer</p>", "p Polisen ska: i1 - Synas mer"},
		{"nested by spaces", "<p>• Polisen ska<br>&nbsp;&nbsp;&nbsp;• synas<br>&nbsp;&nbsp;&nbsp;• höras<br>• Kommunen ska lysa</p>", "i1 • Polisen ska i2 • synas i2 • höras i1 • Kommunen ska lysa"},
		{"nested by margins", `<p style="margin-left:36px">• synas</p><p style="margin-left:72px">• i centrum</p><p style="margin-left:36px">• höras</p>`, "i1 • synas i2 • i centrum i1 • höras"},
		{"nested by markers", "<p>• Polisen ska:<br>- synas<br>- höras<br>• Kommunen ska lysa</p>", "i1 • Polisen ska: i2 - synas i2 - höras i1 • Kommunen ska lysa"},
		{"markers mixed in one list", "<p>• synas<br>- höras<br>- lysa</p>", "i1 • synas i1 - höras i1 - lysa"},
		{"letters under numbers", "<p>1. Polisen:<br>a) synas<br>b) höras<br>2. Kommunen:<br>a) lysa<br>b) laga</p>", "i1 1. Polisen: i2 a) synas i2 b) höras i1 2. Kommunen: i2 a) lysa i2 b) laga"},
		{"single dashes under headings", "<h2>Polisen</h2><p>- Synas mer</p><h2>Kommunen</h2><p>- Lysa mer</p>", "h2 Polisen i1 - Synas mer h2 Kommunen i1 - Lysa mer"},
		{"letters", "<p>a. synas</p><p>b. lysa</p><p>A) Ett</p><p>B) Två</p><p>A. Ek skrev under</p>", "i1 a. synas i1 b. lysa i1 A) Ett i1 B) Två p A. Ek skrev under"},
		{"one line after a lead-in", "<p>Vi prioriterar:</p><p>narkotika i skolan.</p>", "p Vi prioriterar: p narkotika i skolan."},
		{"speech beside a list", "<p>– Vi kommer, säger Eva.</p><p>– synas mer</p><p>– lysa mer</p>", "p – Vi kommer, säger Eva. i1 – synas mer i1 – lysa mer"},
		{"a number alone", "<p>1. Polisen ska synas</p>", "p 1. Polisen ska synas"},
		{"numbers with text between", "<p>1. Synas</p><p>Det behövs.</p><p>2. Lysa</p>", "i1 1. Synas p Det behövs. i1 2. Lysa"},
		{"a list under a number", "<p>1. Polisen ska:</p><ul><li>synas</li></ul><p>2. Kommunen ska:</p><ul><li>lysa</li></ul>",
			"i1 1. Polisen ska: i2 synas i1 2. Kommunen ska: i2 lysa"},
		{"a year is no number", "<p>2016. Polisen ska synas</p><p>2017. Polisen ska synas</p>", "p 2016. Polisen ska synas p 2017. Polisen ska synas"},
		{"ordered lists", `<ol start="3"><li>c</li><li value="7">g</li></ol><ol type="a"><li>första</li></ol><ol type="I"><li>ett</li><li>två</li></ol>`,
			"i1 3. c i1 7. g i1 a. första i1 I. ett i1 II. två"},
		{"lists faked in an item", "<ul><li>Polisen ska:<br>- synas<br>- höras</li></ul>", "i1 Polisen ska: i2 - synas i2 - höras"},
		{"a paragraph in an item", "<ul><li>Starta grannsamverkan.<p>Det minskar brotten.</p></li></ul>", "i1 Starta grannsamverkan. p1 Det minskar brotten."},
		{"lines after a lead-in", "<p>Vi lovar att:<br>laga lampor<br>klippa buskar</p>", "p Vi lovar att: i1 laga lampor i1 klippa buskar"},
		{"names after a colon are no items", "<p>Undertecknat av:<br>Karin Berg<br>Bo Al</p>", "p Undertecknat av: p Karin Berg p Bo Al"},
		{"arrows and emoji", "<p>→ synas mer</p><p>✅ lysa mer</p><p>➡️ prata mer</p>", "i1 → synas mer i1 ✅ lysa mer i1 ➡ prata mer"},
		{"item without list", "<li>lös punkt</li>", "i1 lös punkt"},
	})
}

func TestTables(t *testing.T) {
	checkRules(t, []rule{
		{"header cells", "<table><tr><th>Åtgärd</th><th>Vem</th></tr><tr><td>Synas</td><td>Polisen<br>Kommunen</td></tr></table>",
			"c0.0.0h=Åtgärd Åtgärd c0.0.1h=Vem Vem c0.1.0=Åtgärd Synas c0.1.1=Vem Polisen⏎Kommunen"},
		{"a first row of names", "<table><tr><td>Åtgärd</td><td>Vem</td></tr><tr><td>Synas mer på torget varje fredag</td><td>Polisen</td></tr></table>",
			"c0.0.0h=Åtgärd Åtgärd c0.0.1h=Vem Vem c0.1.0=Åtgärd Synas mer på torget varje fredag c0.1.1=Vem Polisen"},
		{"a row over the full width", "<table><tr><th>Åtgärd</th><th>Vem</th></tr><tr><td colspan=2>Trafik</td></tr><tr><td>Mäta</td><td>Polisen</td></tr></table>",
			"c0.0.0h=Åtgärd Åtgärd c0.0.1h=Vem Vem h7 Trafik c0.2.0=Åtgärd Mäta c0.2.1=Vem Polisen"},
		{"a cell over rows", "<table><tr><th>Åtgärd</th><th>Vem</th></tr><tr><td rowspan=2>Mäta</td><td>Polisen</td></tr><tr><td>Kommunen</td></tr></table>",
			"c0.0.0h=Åtgärd Åtgärd c0.0.1h=Vem Vem h7 Mäta c0.1.1=Vem Polisen c0.2.1=Vem Kommunen"},
		{"one row over several", "<table><tr><th>Åtgärd</th><th>Vem</th></tr><tr><td rowspan=2>Mäta farten vid skolan</td><td>Polisen</td></tr><tr><td>Kommunen</td></tr><tr><td>Lysa upp</td><td>Kommunen</td></tr></table>",
			"c0.0.0h=Åtgärd Åtgärd c0.0.1h=Vem Vem c0.1.0=Åtgärd Mäta farten vid skolan c0.1.1=Vem Polisen⏎Kommunen c0.3.0=Åtgärd Lysa upp c0.3.1=Vem Kommunen"},
		{"an area beside several rows", "<table><tr><th>Område</th><th>Åtgärd</th></tr><tr><td rowspan=2>Trafik</td><td>Mäta farten vid skolan</td></tr><tr><td>Bygga hinder på vägen</td></tr></table>",
			"c0.0.0h=Område Område c0.0.1h=Åtgärd Åtgärd h7 Trafik c0.1.1=Åtgärd Mäta farten vid skolan c0.2.1=Åtgärd Bygga hinder på vägen"},
		{"bold names", "<table><tr><td><b>Vad ska göras under året som kommer</b></td><td><b>Vem</b></td></tr><tr><td>Mäta farten</td><td>Polisen</td></tr></table>",
			"c0.0.0h=Vad ska göras under året som kommer Vad ska göras under året som kommer c0.0.1h=Vem Vem c0.1.0=Vad ska göras under året som kommer Mäta farten c0.1.1=Vem Polisen"},
		{"a title row", "<table><tr><th colspan=2>År 2023</th></tr><tr><th>Vad</th><th>Vem</th></tr><tr><td>Mäta</td><td>Polisen</td></tr></table>",
			"h7 År 2023 c0.1.0h=Vad Vad c0.1.1h=Vem Vem c0.2.0=Vad Mäta c0.2.1=Vem Polisen"},
		{"numbers in a column", "<table><tr><td>1</td><td>mäta farten</td></tr><tr><td>2</td><td>lysa upp</td></tr></table>", "i1 1 mäta farten i1 2 lysa upp"},
		{"a list in a cell", "<table><tr><th>Mål</th><th>Åtgärd</th></tr><tr><td>Trafik</td><td><ul><li>mäta</li><li>bygga</li></ul></td></tr><tr><td>Våld</td><td>- synas<br>- höras</td></tr></table>",
			"c0.0.0h=Mål Mål c0.0.1h=Åtgärd Åtgärd c0.1.0=Mål Trafik c0.1.1=Åtgärd mäta c0.1.1=Åtgärd bygga c0.2.0=Mål Våld c0.2.1=Åtgärd - synas c0.2.1=Åtgärd - höras"},
		{"columns of lists", "<table><tr><th>Polisen</th><th>Kommunen</th></tr><tr><td><ul><li>a b</li><li>c d</li></ul></td><td><ul><li>e f</li><li>g h</li></ul></td></tr></table>",
			"h7 Polisen i1 a b i1 c d h7 Kommunen i1 e f i1 g h"},
		{"labels at the side", "<table><tr><th>Polisen</th><td>synas mer</td></tr><tr><th>Kommunen</th><td>lysa mer</td></tr></table>",
			"h7 Polisen p synas mer h7 Kommunen p lysa mer"},
		{"signatures", "<table><tr><td>Anna Ek</td><td>Bo Al</td></tr><tr><td>Kommunalråd</td><td>Polischef</td></tr></table>",
			"p Anna Ek p Kommunalråd p Bo Al p Polischef"},
		{"one column", "<table><tr><td>Polisen lovar.</td></tr><tr><td>Kommunen lovar.</td></tr></table>", "p Polisen lovar. p Kommunen lovar."},
		{"presentation", `<table role="presentation"><tr><td>Vi</td><td>lovar</td></tr><tr><td>att</td><td>vi</td></tr></table>`, "p Vi p lovar p att p vi"},
		{"tables are counted", "<table><tr><th>A</th><th>B</th></tr><tr><td>c</td><td>d</td></tr></table><table><tr><th>E</th><th>F</th></tr><tr><td>g</td><td>h</td></tr></table>",
			"c0.0.0h=A A c0.0.1h=B B c0.1.0=A c c0.1.1=B d c1.0.0h=E E c1.0.1h=F F c1.1.0=E g c1.1.1=F h"},
		{"a caption", "<table><caption>Aktiviteter</caption><tr><th>A</th><th>B</th></tr><tr><td>c</td><td>d</td></tr></table>",
			"h7 Aktiviteter c0.0.0h=A A c0.0.1h=B B c0.1.0=A c c0.1.1=B d"},
	})
}
