package swedish

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

func TestActorPhrases(t *testing.T) {
	cases := []struct {
		text    string
		actors  []string
		classes []model.ActorClass
		with    []string
	}{
		{"Polisen ska", []string{"Polisen"}, []model.ActorClass{model.PoliceActor}, nil},
		{"Polismydnigheten ska", []string{"Polismydnigheten"}, []model.ActorClass{model.PoliceActor}, nil},
		{"LPO södra Vätterbygden lovar", []string{"LPO södra Vätterbygden"}, []model.ActorClass{model.PoliceActor}, nil},
		{"Västerviks lokalpolisområde lovar", []string{"Västerviks lokalpolisområde"}, []model.ActorClass{model.PoliceActor}, nil},
		{"Polisen i Östra Norrbotten och kommunen lovar", []string{"Polisen i Östra Norrbotten", "kommunen"}, []model.ActorClass{model.PoliceActor, model.MunicipalActor}, nil},
		{"Upplands Väsby kommun ska", []string{"Upplands Väsby kommun"}, []model.ActorClass{model.MunicipalActor}, nil},
		{"Göteborgs Stad ska", []string{"Göteborgs Stad"}, []model.ActorClass{model.MunicipalActor}, nil},
		{"Kommunens fältassistenter ska", []string{"Kommunens"}, []model.ActorClass{model.MunicipalActor}, nil},
		{"Polisen tillsammans med Umeå kommun lovar", []string{"Polisen"}, []model.ActorClass{model.PoliceActor}, []string{"Umeå kommun"}},
		{"kommunen med stöd av polisen ska", []string{"kommunen"}, []model.ActorClass{model.MunicipalActor}, []string{"polisen"}},
		{"kommunerna Stenungsund, Tjörn och Orust ger", []string{"Stenungsund", "Tjörn", "Orust"}, []model.ActorClass{model.MunicipalActor, model.MunicipalActor, model.MunicipalActor}, nil},
		{"Tekniska verken (TVAB) kommer", []string{"Tekniska verken (TVAB)"}, []model.ActorClass{model.NamedActor}, nil},
		{"bostadsbolaget AB Eidar ska", []string{"AB Eidar"}, []model.ActorClass{model.NamedActor}, nil},
		{"föreningen Nattvaket ska", []string{"Nattvaket"}, []model.ActorClass{model.NamedActor}, nil},
		{"Föreningen Nattvaket ska", []string{"Föreningen Nattvaket"}, []model.ActorClass{model.NamedActor}, nil},
		{"LPO Piteå älvdal lovar", []string{"LPO Piteå älvdal"}, []model.ActorClass{model.PoliceActor}, nil},
		{"Region Kronoberg ska", []string{"Region Kronoberg"}, []model.ActorClass{model.RegionActor}, nil},
		{"Vi ska", []string{"Vi"}, []model.ActorClass{model.EveryParty}, nil},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			doc := document(c.text)
			r := markCues(doc)
			b := r.blocks[0]
			p, ok := phraseAt(b.toks, 0)
			require.True(t, ok)
			var texts, with []string
			var classes []model.ActorClass
			for _, a := range r.actorFacts(b, p.actors, "test") {
				texts, classes = append(texts, a.Text), append(classes, a.Class)
			}
			for _, a := range r.actorFacts(b, p.with, "test") {
				with = append(with, a.Text)
			}
			require.Equal(t, c.actors, texts)
			require.Equal(t, c.classes, classes)
			require.Equal(t, c.with, with)
		})
	}
}

func TestNoActorPhrases(t *testing.T) {
	for _, text := range []string{"Synlig polis", "Biltrafik på torget", "Trygga bostäder", "Genomföra insatser", "En polis som är lätt att nå", "Trygghetsvandringar ska genomföras"} {
		toks := tokenize(text)
		_, ok := phraseAt(toks, 0)
		require.False(t, ok, text)
	}
}

func TestHeadingRoles(t *testing.T) {
	cases := map[string]role{
		"Uppföljning": followUp, "Så följer vi upp löftena": followUp, "Uppföljning av Medborgarlöften 2017": outcome,
		"Så har det gått": outcome, "Det här lovade vi": outcome, "Lägesbild": situation, "Bakgrund": situation,
		"Effekt": goals, "På längre sikt vill vi": goals, "Relaterad information": furniture, "Kontakt": furniture,
		"Vad invånarna säger": citizens, "Löftesperiod": validity, "Problemområden:": areaList, "Aktiviteter": promise,
		"Det här ska vi göra": promise, "Så går det till": method, "Trafik": unknown, "Narkotika och unga": unknown,
		"Föreningar som berörs": places, "Det här kan vi inte lova": method, "Det lovar polisen inte": method,
		"Vi lovar att inte blunda": promise, "Så tas löftena fram": method, "Vad förväntar vi oss av dig?": citizens,
		"Vad gör vi åt inbrotten?": unknown, "Vad gör vi?": promise,
		"Det gör vi ihop": promise, "Trygghet för dig": unknown,
	}
	for text, want := range cases {
		require.Equal(t, want, headingRole(tokenize(text)), text)
	}
}

func TestTimeHeadings(t *testing.T) {
	for _, text := range []string{"Januari–mars", "Kvartal 1 (januari–mars)", "Hela året", "Hösten 2022", "Under våren", "Q1", "Tertial 2:", "Första halvåret"} {
		require.True(t, timeHeading(tokenize(text)), text)
	}
	for _, text := range []string{"Sommaren i Båstad", "2022", "Vårbruk", "Trafik hela året", "Andra", "Åretrunt-boende"} {
		require.False(t, timeHeading(tokenize(text)), text)
	}
}

func TestAreasAcrossTimeHeadings(t *testing.T) {
	set := Parse(document("# Löfte\n## Trafik\n### Våren\n• Polisen ska mäta farten.\n### Hösten\n• Kommunen ska bygga farthinder.")).Sets[0]
	require.Len(t, set.Areas, 1)
	require.Equal(t, "Trafik", set.Areas[0].Text)
	require.Equal(t, []int{0}, set.Commitments[1].Areas)
}

func TestTopicLabels(t *testing.T) {
	for text, want := range map[string]int{
		"Öppen droghandel. Polisen kommer att störa handeln.": 3,
		"Trafik: Kommunen ska bygga farthinder.":              2,
	} {
		require.Equal(t, want, topicLabel(tokenize(text)), text)
	}
	for _, text := range []string{
		"Insats: Polisen ska mäta farten.", "Ansvarig: Polisen ska mäta farten.", "Det är bra. Polisen ska mäta farten.",
		"Trafik. Många kör för fort.", "Många kör för fort. Polisen ska mäta farten.", "Insatser riktas mot langarna. Polisen ska synas.", "Löfte 1: Polisen ska mäta farten.", "Bakgrund. Polisen ska mäta farten.",
		"Vi lyssnar. Polisen ska mäta farten i Å.", "Polisen. Kommunen ska bygga.",
	} {
		require.Zero(t, topicLabel(tokenize(text)), text)
	}
}

func TestAreaAboveAPromise(t *testing.T) {
	set := Parse(document("# Löfte\n## Prioriterat problem: Trafik\n## Vi lovar att göra detta\n• Polisen ska mäta farten.")).Sets[0]
	require.Len(t, set.Areas, 1)
	require.Equal(t, []int{0}, set.Commitments[0].Areas)
	set = Parse(document("# Löfte\n## Problemområde: Trafik\n## Problemområde: Droger\n## Vi lovar att göra detta\n• Polisen ska mäta farten.")).Sets[0]
	require.Empty(t, set.Commitments[0].Areas)
}

func TestAreasListed(t *testing.T) {
	for _, text := range []string{"Årets fokusområden", "Våra tre prioriteringar", "Prioriterade problemområden 2022"} {
		require.True(t, areasListed(tokenize(text)) || headingRole(tokenize(text)) == areaList, text)
	}
	for _, text := range []string{"Otrygga områden", "Fokusområden för kommunen", "Regeringens prioriteringar"} {
		require.False(t, areasListed(tokenize(text)), text)
	}
}

func TestSectionNumbers(t *testing.T) {
	for _, number := range []string{"4.1", "4.1.12", "2.10.1"} {
		require.True(t, multilevel(number), number)
	}
	for _, number := range []string{"4", "13.30", "9.05", "2019", "1.12.2019", "114.14", "", "4.", "1.0"} {
		require.False(t, multilevel(number), number)
	}
	doc := document("# Löfte\n2.1 Narkotika\n4.5 kilo narkotika\n13.30 Samling")
	for i, want := range []string{"Löfte", "Narkotika", "4.5 kilo narkotika", "13.30 Samling"} {
		b := splitNumber(doc, doc.Blocks[i])
		require.Equal(t, want, b.Text)
		require.Equal(t, want, doc.Slice(b.Span))
	}
}

func TestAreaHeadings(t *testing.T) {
	cases := []struct {
		text, label string
		number      int
		explicit    bool
	}{
		{"Fokusområde Narkotika:", "Narkotika", 0, true},
		{"Löfte 1: Trafiksäkerhet", "Trafiksäkerhet", 1, true},
		{"Löfte 2", "", 2, true},
		{"Prioriterat område: Störande körning", "Störande körning", 0, true},
		{"3. Våld i offentlig miljö", "Våld i offentlig miljö", 3, false},
		{"B – Hastigheter", "Hastigheter", 0, false},
		{"Område B – Hastigheter", "Hastigheter", 0, true},
		{"A-traktorer", "A-traktorer", 0, false},
		{"I Kil", "I Kil", 0, false},
		{"Löfte nr 2 – Skolan fri från droger", "Skolan fri från droger", 2, true},
		{"Förebygga missbruket genom att:", "Förebygga missbruket", 0, false},
		{"Trafik", "Trafik", 0, false},
		{"Medborgarlöfte 1 juni–31 december 2018", "Medborgarlöfte 1 juni–31 december 2018", 0, false},
		{"Medborgarlöfte 1 juni–31 december 2018", "Medborgarlöfte 1 juni–31 december 2018", 0, false},
		{"Medborgarlöfte – ett brev till dig", "Medborgarlöfte – ett brev till dig", 0, false},
		{"Medborgarlöfte – Trafik", "Trafik", 0, true},
		{"Löfte två: Trygghet", "Trygghet", 2, true},
	}
	for _, c := range cases {
		toks := tokenize(c.text)
		h := readAreaHeading(toks)
		label := ""
		if h.to > h.from {
			label = c.text[toks[h.from].start:toks[h.to-1].end]
		}
		require.Equal(t, c.label, label, c.text)
		require.Equal(t, c.number, h.number, c.text)
		require.Equal(t, c.explicit, h.explicit, c.text)
	}
}

func TestSentences(t *testing.T) {
	cases := map[string][]string{
		"Genomföra minst två st. insatser mot droger. Polisen ansvarar.": {"Genomföra minst två st. insatser mot droger.", "Polisen ansvarar."},
		"Det gäller t.ex. A-traktorer, bl.a. i Sveg.":                    {"Det gäller t.ex. A-traktorer, bl.a. i Sveg."},
		"Den 30 juni 2019. Två möten hålls.":                             {"Den 30 juni 2019.", "Två möten hålls."},
		"Vad gör vi? Det här.":                                           {"Vad gör vi?", "Det här."},
		"Projektet ”Trygg.” Sedan kommer mer.":                           {"Projektet ”Trygg.”", "Sedan kommer mer."},
	}
	for text, want := range cases {
		toks := tokenize(text)
		var got []string
		for _, s := range sentences(text, toks) {
			got = append(got, text[s.start:s.end])
		}
		require.Equal(t, want, got, text)
	}
}

func TestConditions(t *testing.T) {
	cases := map[string]string{
		"genomföra insatser, om underrättelseläget medger detta.": "om underrättelseläget medger detta",
		"Polisen ska vid behov låna in personal.":                 "vid behov",
		"Insatser i den mån underrättelseläget tillåter det.":     "i den mån underrättelseläget tillåter det",
		"genomsöka utrymmen med hund, när rektor begär det":       "när rektor begär det",
		"laga skyndsamt, om vädret tillåter inom 48 timmar.":      "om vädret tillåter",
		"stötta dem, i mån av deltagare varje fredag.":            "i mån av deltagare",
		"gå ut, om inte något kräver polisens tid på annat håll.": "om inte något kräver polisens tid på annat håll",
		"svara när det är möjligt med hänsyn till sekretessen.":   "när det är möjligt med hänsyn till sekretessen",
		"söka med hund, i den omfattning som läget motiverar.":    "i den omfattning som läget motiverar",
		"Polisen ska berätta om droger i skolan.":                 "",
		"informera, om vad skadegörelse får för följder":          "",
		"Polisen ska prata med de boende när den patrullerar.":    "",
	}
	for text, want := range cases {
		r := markCues(document(text))
		got := ""
		if f := conditionIn(r, r.blocks[0], 0, len(r.blocks[0].toks)); f != nil {
			got = f.Text
		}
		require.Equal(t, want, got, text)
	}
}
