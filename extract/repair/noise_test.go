package repair_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/repair"
	"github.com/lofte/lofte/model"
)

// recognised is a paragraph whose slips tell that its document was recognised
// from an image.
const recognised = "Polisen och kornmunen har sedan 20l4 ett avtal sarnt en plan."

// read brings paragraphs through all of the package, and gives their texts.
func read(paragraphs ...string) []string {
	blocks := make([]repair.Block, len(paragraphs))
	for i, p := range paragraphs {
		blocks[i] = repair.Clean(model.Block{Kind: model.Paragraph, Text: p})
	}
	repair.Mend(blocks)
	out := make([]string, len(blocks))
	for i, b := range blocks {
		out[i] = b.Text
	}
	return out
}

// TestNoise holds a row for each pattern of the project's table of noise that
// is mended in the text, by its id, and the trap of that row, which stays.
// Each stands in a document that is recognised and in one that is not.
func TestNoise(t *testing.T) {
	tests := []struct {
		id, raw, want string
		trap          string
	}{
		{"n01", "från l oktober 2016", "från 1 oktober 2016", "I oktober träffas parterna."},
		{"n01", "från I oktober 2016", "från 1 oktober 2016", "till I skolan"},
		{"n01", "Fokusområde 2 lnbrott", "Fokusområde 2 Inbrott", "lvu-placering, ljus och lpo, lkprkt"},
		{"n03", "under år l inrikta sig på", "under år 1 inrikta sig på", "år i år ut"},
		{"n04", "den l juli", "den 1 juli", "hela juli"},
		{"n05", "under 201S och 2O18", "under 2015 och 2018", "Lag enligt SOL, LOV, BRÅ och LPO"},
		{"n05", "den l8 maj", "den 18 maj", "Storgatan 12B och väg E45"},
		{"", "Fokusområde 2 lnbrott, och lnsatser mot lnbrott. lnvånarna", "Fokusområde 2 Inbrott, och insatser mot inbrott. Invånarna", "ljus, lampor, lpo, lsö, llama, lnxyz"},
		{"n18", "en lokal-polisområdeschef i Lokalpolisområde Kil", "en lokalpolisområdeschef i Lokalpolisområde Kil",
			"A-traktorer, EPA-traktor, ANDT-arbete, SSPF-grupp, T-bana, Dals-Ed, Malung-Sälen, Ann-Christine, e-post, mc-förare"},
		{"n19", "brottsföre-byggande kommunikations-insatser digitali-sera trygghetsundersök-ningen",
			"brottsförebyggande kommunikationsinsatser digitalisera trygghetsundersökningen", "tre-års-perioden, år-för-år"},
		{"n20", "det inne-\nbär att", "det innebär att", "idrotts- och kulturliv"},
		{"n21", "Narkotika-\noch alkoholrelaterad", "Narkotika- och alkoholrelaterad", "fredags- och lördagskvällar"},
		{"n22", "hastighet-, beteende-, alkohol/drog-kontroller", "hastighet-, beteende-, alkohol/drog-kontroller", "in- och utvändig"},
		{"n24", "trygg\u00adhets\u00adskapande", "trygghetsskapande", "trygghet"},
		{"n25", "trygghets- skapande insatser", "trygghetsskapande insatser", "trygghets- och säkerhetsarbete"},
		{"n26", "lokal läges bild", "lokal lägesbild", "lägets bild"},
		{"n31", "tillsammans \u00a0 med tobak\u2009och\tsnus", "tillsammans med tobak och snus", "tobak (2 st)"},
		{"n32", "arbetet läggs in , sedan 2022 .", "arbetet läggs in, sedan 2022.", "kl .5 och .25"},
		{"n32", "ett avtal ; mål : trygghet", "ett avtal; mål: trygghet", "och/ eller 2018/ 2019"},
		{"n41", "o\ufb03cer \ufb01nns \ufb02er", "officer finns fler", "½ och ²"},
		{"n42", "\uff21\uff11", "A1", "A1"},
		{"n43", "a\u030a a\u0308 o\u0308", "å ä ö", "å ä ö"},
		{"n52", "samverkan {skola, polis och fritid)", "samverkan (skola, polis och fritid)", "[sic] och {x}"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, read(tt.raw)[0], tt.id)
		require.Equal(t, tt.want, read(tt.raw, recognised)[0], tt.id)
		require.Equal(t, tt.trap, read(tt.trap, recognised)[0], "trap of %s", tt.id)
	}
}

// TestRecognised holds the rows that are mended only where several places of
// the document speak for recognition.
func TestRecognised(t *testing.T) {
	tests := []struct{ id, raw, want, trap string }{
		{"n06", "rnecl medborgarlöftet", "med medborgarlöftet", "barn, järnväg, moderna torn, Arne, ungern, korn, hörnet, externa"},
		{"n06", "vvebben är öppen", "webben är öppen", "tvivel"},
		{"n07", "gemensarnt i komrnun", "gemensamt i kommun", "kommunerna, föreningarna, flickorna"},
		{"n08", "trygghetsskapancle", "trygghetsskapande", "Clas, Claes, cykel, inkludera"},
		{"n09", "fokusornraden", "fokusområden", "områden"},
		{"n09", "Malsattningen ar att arbeta", "Målsättningen ar att arbeta", "Arvika, Karlskoga, for"},
		{"n10", "brottsförebyggande råd (BRA)", "brottsförebyggande råd (BRÅ)", "ett bra råd (bra)"},
		{"", "Uppfölining av löftet", "Uppföljning av löftet", "miljö, trafikkontroll, initiativ"},
		{"", "Det har ska vi göra", "Det här ska vi göra", "De har lovat, polisen har ett ansvar"},
		{"", "ordna l trygghetsvandring", "ordna 1 trygghetsvandring", "5 l vatten"},
		{"", "poIisen i k0mmunen", "polisen i kommunen", "IOGT, Ida"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.want, read(tt.raw, recognised)[0], tt.raw)
		require.Equal(t, tt.trap, read(tt.trap, recognised)[0], "trap of %q", tt.raw)
		require.Equal(t, tt.trap, read(tt.trap)[0], "trap of %q", tt.raw)
	}
	require.Equal(t, "Det har ska vi göra", read("Det har ska vi göra", "Polisen lovar.")[0], "one slip is the author's")
}

// TestAuthorsOwn holds what authors wrote; it stays also in a document that
// was recognised (rows n23, n27 to n30, n33 to n40, n59 of the table, which
// are for matching only).
func TestAuthorsOwn(t *testing.T) {
	for _, text := range []string{
		"Kommunen ohc polisen", "En skrfitlig uppföljning", "Kommunen fortätter", "de lokla nätverk", "i de miljörer",
		"utdvalda ställen", "tygghet", "Merborgarlöften", "Granssamverkan", "lokalpolsområde", "s.k orosamtal",
		"social insatsgrupper(SIG)", "in och utvändig belysning", "samverkansmetodmed barnets", "informationsoch dialogmöten",
		"1 200 personer och 73 000 kronor", "minst två st. insatser", "t ex och tex", "”lyckliga gatan” & \"summer camp\"",
		"2018–2019 och 2018—2019", "två gånger på år", "minst tre (3)", "rektor Hasselborg", "till 114 14",
	} {
		require.Equal(t, text, read(text, recognised)[0])
	}
}

// TestNumberMarkers is row n02: a letter before the first item of a numbered
// list.
func TestNumberMarkers(t *testing.T) {
	items := func(markers ...string) []repair.Block {
		var out []repair.Block
		for _, m := range markers {
			out = append(out, repair.Clean(model.Block{Kind: model.Item, Level: 1, Marker: m, Text: "Stölder"}))
		}
		repair.Mend(out)
		return out
	}
	got := items("l .", "2.")
	require.Equal(t, "1.", got[0].Marker)
	require.Equal(t, []repair.Note{{InMarker: true, Code: model.OCRDigit, Message: `list number "l ." read as "1."`}}, got[0].Notes)
	require.Equal(t, "l)", items("k)", "l)", "m)")[1].Marker)
	require.Equal(t, "I.", items("I.", "II.")[0].Marker)
}

// TestLineEnds holds what becomes of hyphens at the end of a line.
func TestLineEnds(t *testing.T) {
	tests := map[string]string{
		"brottsföre-\nbyggande":        "brottsförebyggande",
		"brottsföre-\fbyggande":        "brottsförebyggande",
		"för\u00ad\näldrar":            "föräldrar",
		"Narkotika-\noch alkohol":      "Narkotika- och alkohol",
		"polisen gemen-\nsamt":         "polisen gemensamt",
		"lång-\nsamt kortsiktiga":      "lång- samt kortsiktiga",
		"barn-\neller ungdomsgrupp":    "barn- eller ungdomsgrupp",
		"ANDT-\narbetet":               "ANDT-arbetet",
		"A-\ntraktorer":                "A-traktorer",
		"e-\npost":                     "e-post",
		"it-\nstödet":                  "it-stödet",
		"Malung-\nSälen":               "Malung-Sälen",
		"2018-\n2019":                  "2018-2019",
		"16-\nåringar":                 "16-åringar",
		"och/\neller":                  "och/eller",
		"januari –\n31 december":       "januari – 31 december",
		"en rad\n\nefter tom rad":      "en rad efter tom rad",
		"  mycket \n   luft\t\there ":  "mycket luft here",
		"polisen\r\nlovar":             "polisen lovar",
		"kommun\ufffdn\u200b \ufefflo": "kommun\ufffdn lo",
	}
	for raw, want := range tests {
		require.Equal(t, want, repair.Clean(model.Block{Kind: model.Paragraph, Text: raw}).Text, "%q", raw)
	}
}

// TestBreaks follows the beginning of a page through healing and mending.
func TestBreaks(t *testing.T) {
	b := repair.Clean(model.Block{Kind: model.Paragraph, Text: "den 3l maj gör vi nä-\fringslivet och\fkornmunen trygga , sarnt fler"})
	blocks := []repair.Block{b}
	repair.Mend(blocks)
	b = blocks[0]
	require.Equal(t, "den 31 maj gör vi näringslivet och kommunen trygga, samt fler", b.Text)
	require.Len(t, b.Breaks, 2)
	require.Equal(t, "ringslivet och kommunen trygga, samt fler", b.Text[b.Breaks[0]:])
	require.Equal(t, "kommunen trygga, samt fler", b.Text[b.Breaks[1]:])
	for _, n := range b.Notes {
		require.Contains(t, []string{"31", "kommunen", "samt"}, b.Text[n.From:n.To])
	}
	require.Len(t, b.Notes, 3)
}

// TestMarkers splits markers off items only.
func TestMarkers(t *testing.T) {
	tests := []struct{ text, marker, rest string }{
		{"• Polisen", "•", "Polisen"},
		{"\uf0b7\tPolisen", "\uf0b7", "Polisen"},
		{". .. fotpatrullera", ". ..", "fotpatrullera"},
		{"...utveckla", "...", "utveckla"},
		{"o utbilda", "o", "utbilda"},
		{"a) först", "a)", "först"},
		{"(2) sedan", "(2)", "sedan"},
		{"Polisen", "", "Polisen"},
		{"1.200 kronor", "", "1.200 kronor"},
	}
	for _, tt := range tests {
		b := repair.Clean(model.Block{Kind: model.Item, Level: 1, Text: tt.text})
		require.Equal(t, tt.marker, b.Marker, tt.text)
		require.Equal(t, tt.rest, b.Text, tt.text)
		p := repair.Clean(model.Block{Kind: model.Paragraph, Text: tt.text})
		require.Empty(t, p.Marker)
	}
}
