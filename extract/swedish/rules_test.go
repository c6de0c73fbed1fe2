package swedish

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// fired are the ids of the rules that left a fact in a document, whatever kind
// the document was found to be.
func fired(notation string) map[string]bool {
	r := markCues(document(notation))
	buildOutline(r)
	f := newFacts(r)
	for _, rule := range Rules() {
		rule.read(f)
	}
	ids := map[string]bool{}
	for _, c := range f.commitments {
		id := c.Rule
		if strings.HasPrefix(id, itemID) {
			id = itemID
		}
		ids[id] = true
	}
	for _, a := range f.areas {
		ids[a.Rule] = true
		ids[areaFocusID] = ids[areaFocusID] || a.Priority
	}
	for _, p := range f.periods {
		ids[p.Rule] = true
	}
	for _, u := range f.followUps {
		ids[u.Rule] = true
	}
	for _, ps := range [][]*passage{f.goals, f.situations, f.signedOn, f.districts} {
		for _, p := range ps {
			ids[p.Rule] = true
		}
	}
	for _, s := range f.signatories {
		ids[s.Name.Rule] = true
	}
	for _, p := range f.parties {
		ids[p.Rule] = true
	}
	return ids
}

func TestEveryRuleFiresOnItsExampleAndNotOnItsCounterexample(t *testing.T) {
	rules := Rules()
	require.NotEmpty(t, rules)
	seen := map[string]bool{}
	for _, rule := range rules {
		t.Run(rule.ID, func(t *testing.T) {
			require.False(t, seen[rule.ID], "two rules have this id")
			seen[rule.ID] = true
			require.NotEmpty(t, rule.What)
			require.NotEmpty(t, rule.Example)
			require.NotEmpty(t, rule.Counterexample)
			require.True(t, fired(rule.Example)[rule.ID], "did not fire on its example")
			require.False(t, fired(rule.Counterexample)[rule.ID], "fired on its counterexample")
		})
	}
}

func TestEveryFactStandsAtItsSpan(t *testing.T) {
	for _, rule := range Rules() {
		doc := document(rule.Example)
		facts := Parse(doc)
		for _, set := range facts.Sets {
			for _, c := range set.Commitments {
				require.Equal(t, c.Text, doc.Slice(c.Span))
			}
			for _, a := range set.Areas {
				require.Equal(t, a.Text, doc.Slice(a.Span))
			}
			for _, p := range set.Periods {
				require.Equal(t, p.Text, doc.Slice(p.Span))
			}
			for _, p := range set.Parties {
				require.Equal(t, p.Text, doc.Slice(p.Span))
			}
		}
	}
}

// actorsOf writes the actors of a commitment as their words, with companions
// after a plus.
func actorsOf(c model.CommitmentFact) string {
	var parts, with []string
	for _, a := range c.Actors {
		parts = append(parts, a.Text)
	}
	for _, a := range c.With {
		with = append(with, a.Text)
	}
	s := strings.Join(parts, ", ")
	if len(with) > 0 {
		s += " + " + strings.Join(with, ", ")
	}
	return s
}

func TestCommitmentsOfLayouts(t *testing.T) {
	cases := []struct{ name, notation, text, actors string }{
		{"subject", "# Löfte\n## Medborgarlöfte 2020\n• Polisen och Åre kommun ska ordna ett möte.", "Polisen och Åre kommun ska ordna ett möte.", "Polisen, Åre kommun"},
		{"actor heading", "# Löfte\n## Kommunens åtaganden\n• Ordna ett möte.", "Ordna ett möte.", "Kommunens"},
		{"actor line above a list", "# Löfte\n## Trafik\nPolisens insatser\n• Mäta farten.", "Mäta farten.", "Polisens"},
		{"answer to what we do", "# Löfte\n## Vad gör vi åt inbrotten?\nVi tror att märkning hjälper. Vi startar åtta nya områden.", "Vi startar åtta nya områden.", "Vi"},
		{"lead-in as somebody", "# Löfte\nPolisen och Åre kommun lovar.\n## Som kommun lovar vi att\n• ordna ett möte", "ordna ett möte", "Som kommun"},
		{"answer to what an actor does", "# Medborgarlöfte 2020\n## Vad gör polisen?\nVi är många. Vi håller förhör inom 24 timmar.", "Vi håller förhör inom 24 timmar.", "polisen"},
		{"lead-in", "# Löfte\nUnder 2020 lovar polisen att:\n• ordna ett möte", "ordna ett möte", "polisen"},
		{"lead-in with a reflexive verb", "# Löfte\nFör att öka tryggheten åtar sig polisen att\n• ordna ett möte", "ordna ett möte", "polisen"},
		{"actor above a list", "# Löfte\n## Trafik\nKommunens insatser\n• Farthinder på Storgatan", "Farthinder på Storgatan", "Kommunens"},
		{"answer to those concerned", "# Löfte\n## Polisen lovar\n• Snabb återkoppling till skolan vid brott", "Snabb återkoppling till skolan vid brott", "Polisen"},
		{"lines that lost their markers", "# Löfte\nPolisen och Åre kommun lovar:\nMopedkontroller en gång i veckan.\nPolisen besöker skolan.", "Mopedkontroller en gång i veckan.", "Polisen, Åre kommun"},
		{"numbered like a section", "# Löfte\n## 4.1 Trafik\n4.1.1 Polisen ansvarar för att farten mäts.", "Polisen ansvarar för att farten mäts.", "Polisen"},
		{"lead-in with companion", "# Löfte\nPolisen ska tillsammans med kommunen minska brotten genom att:\n• ordna ett möte", "ordna ett möte", "Polisen + kommunen"},
		{"suffix in brackets", "# Löfte\n## Det här lovar vi\n• Ordna ett möte. (Polis och kommun)", "Ordna ett möte.", "Polis, kommun"},
		{"suffix before the full stop", "# Löfte\n## Det här lovar vi\n• Ordna ett möte (kommunen).", "Ordna ett möte", "kommunen"},
		{"letters of a legend", "# Löfte\nP är polisen och K är kommunen.\n## Det här lovar vi\n• Ordna ett möte (K).", "Ordna ett möte", "K"},
		{"letters of a legend joined", "# Löfte\nP = Polisen, K = Åre kommun\n## Det här lovar vi\n• Ordna ett möte (P, K)", "Ordna ett möte", "P, K"},
		{"letters in a table", "# Löfte\nP står för polisen och K står för kommunen.\n| Åtgärd | Ansvarig\n| Mäta farten | P/K", "Mäta farten", "P/K"},
		{"letters in brackets behind actors", "# Löfte\nBakom löftet står polisen (P) och Åre kommun (K).\n## Det här lovar vi\n• Ordna ett möte (P+K)", "Ordna ett möte", "P, K"},
		{"letters with what they mean", "# Löfte\nP betyder att polisen svarar för punkten, K att Åre kommun gör det.\n## Det här lovar vi\n• Ordna ett möte (K)", "Ordna ett möte", "K"},
		{"crosses under actors", "# Löfte\n| Det här gör vi | Polisen | Kommunen\n| Ordna ett möte | | X", "Ordna ett möte", "Kommunen"},
		{"crosses under letters", "# Löfte\nP = polisen, K = kommunen\n| Det här gör vi | P | K\n| Ordna ett möte | x | x", "Ordna ett möte", "P, K"},
		{"a label and who answers", "# Löfte\n## Trafik\nInsats: Ordna ett möte.\nAnsvar: Polisen", "Ordna ett möte.", "Polisen"},
		{"in the present under a numbered promise", "# Löfte\n## Löfte 1: Trafik\nPolisen håller kontroller. Kommunen målar om.", "Polisen håller kontroller.", "Polisen"},
		{"we under an actor that vows", "# Löfte\n## Vad polisen förbinder sig till\nVi söker av skolan med hund. Det är viktigt.", "Vi söker av skolan med hund.", "polisen"},
		{"vow of an association", "# Löfte\n## Det här lovar vi\n• Trygga Vuxna lovar att vandra i hamnen.", "Trygga Vuxna lovar att vandra i hamnen.", "Trygga Vuxna"},
		{"agent of a present passive", "# Löfte\n## Polisen lovar\n• Den som har haft inbrott får råd av polisen.", "Den som har haft inbrott får råd av polisen.", "polisen"},
		{"whoever acts, with a limit, under a vow", "# Löfte\n## Vad polisen förbinder sig till\nDen som tipsar oss får svar inom två veckor. Det betyder mycket.", "Den som tipsar oss får svar inom två veckor.", "polisen"},
		{"object first", "# Löfte\n## Vad gör vi åt inbrotten?\nTrygghetsvandringar ordnar vi på våren.", "Trygghetsvandringar ordnar vi på våren.", "vi"},
		{"an insertion behind the verb", "# Löfte\n## Trafik\n• Kommunen inrättar, med stöd av polisen, en grupp.", "Kommunen inrättar, med stöd av polisen, en grupp.", "Kommunen + polisen"},
		{"letters that nobody explains", "# Löfte\n## Det här lovar vi\n• Ordna ett möte (K)", "Ordna ett möte (K)", "Det här lovar vi"},
		{"bare suffix", "# Löfte\n## Det här lovar vi\n• Ordna ett möte. Polis", "Ordna ett möte.", "Polis"},
		{"label", "# Löfte\n## Trafik\n• Polis: mäter farten varje vecka.", "mäter farten varje vecka.", "Polis"},
		{"label of all", "# Löfte\n## Trafik\n• Tillsammans: Mopedträff i september.\n• Polisen: Mäter farten.", "Mopedträff i september.", "Tillsammans"},
		{"responsible", "# Löfte\n## Trafik\n• Mäta farten. Ansvarig: kommunen", "Mäta farten.", "kommunen"},
		{"passive", "# Löfte\n## Trafik\n• Brister ska åtgärdas av kommunen inom tio dagar.", "Brister ska åtgärdas av kommunen inom tio dagar.", "kommunen"},
		{"we under an actor", "# Löfte\n## Polisen lovar\n• Vi ska ordna ett möte.", "Vi ska ordna ett möte.", "Polisen"},
		{"nested", "# Löfte\n## Aktiviteter\n1. Polisen ska störa handeln genom att:\n  a) söka med hund", "söka med hund", "Polisen"},
		{"prose", "# Löfte\n## Medborgarlöfte\nMinst två gånger per termin ska polisen finnas på plats.", "Minst två gånger per termin ska polisen finnas på plats.", "polisen"},
		{"present among promises", "# Löfte\n## Trafik\nKommunen bygger två farthinder. Polisen ska mäta farten.", "Kommunen bygger två farthinder.", "Kommunen"},
		{"undertakings below a background", "# Löfte\n## Bakgrund\n### Polisens åtaganden\n• Mäta farten", "Mäta farten", "Polisens"},
		{"under an area of a list", "# Löfte\n## Våra prioriteringar\n### Trafik\n• Polisen ska mäta farten.", "Polisen ska mäta farten.", "Polisen"},
		{"promises where areas are announced", "# Löfte\n## Vi fokuserar på\n• Polisen ska mäta farten.\n• Kommunen ska bygga farthinder.", "Polisen ska mäta farten.", "Polisen"},
		{"not what somebody feels", "# Löfte\n## Trafik\nKommunen upplever att många kör för fort. Polisen ska mäta farten.", "Polisen ska mäta farten.", "Polisen"},
		{"answer to what is done", "# Löfte\n## Vad gör vi åt inbrotten?\nKommunen lånar ut märkpennor.", "Kommunen lånar ut märkpennor.", "Kommunen"},
		{"company among promises", "# Löfte\n## Trafik\nI Å ska Bärkehus AB byta lampor. Polisen ska mäta farten.", "I Å ska Bärkehus AB byta lampor.", "Bärkehus AB"},
		{"passive under an actor", "# Löfte\n## Kommunens åtaganden\nBuskage kommer att beskäras före midsommar.", "Buskage kommer att beskäras före midsommar.", "Kommunens"},
		{"passive in the present under an actor", "# Löfte\n## Polisens åtaganden\nSärskilda insatser riktas mot langarna. Polisen ska synas i centrum.", "Särskilda insatser riktas mot langarna.", "Polisens"},
		{"verb before its subject", "# Löfte\n## Trafik\n• Varje vecka besöker polisen skolorna.\n• Kommunen bygger farthinder.", "Varje vecka besöker polisen skolorna.", "polisen"},
		{"verb after a clause", "# Löfte\n## Det här lovar vi\n• När polisen träffar på en ungdom ringer polisen socialjouren.", "När polisen träffar på en ungdom ringer polisen socialjouren.", "polisen"},
		{"verb of the clause", "# Löfte\n## Kommunen lovar\n• När en granne ringer polisen väcks fältgruppen.", "När en granne ringer polisen väcks fältgruppen.", "Kommunen"},
		{"general lead", "# Löfte\nPolisen och Åre kommun lovar att öka tryggheten genom följande aktiviteter:\n## Trafik\n• Mäta farten.", "Mäta farten.", "Polisen, Åre kommun"},
		{"unknown name that vows", "# Löfte\n## Eidar lovar att:\n• byta dörrar", "byta dörrar", "Eidar"},
		{"table", "# Löfte\n| Åtgärd | Ansvarig | När\n| Mäta farten | Polisen tillsammans med kommunen | 2020", "Mäta farten", "Polisen + kommunen"},
		{"table of what we do", "# Löfte\n| Vad vi gör | Vem | När\n| Mäter farten | Polisen | 2020", "Mäter farten", "Polisen"},
		{"columns by actor", "# Löfte\n## Det här lovar vi\n| Polisen | Kommunen\n| Mäta farten varje vecka | Laga lampor varje dag", "Mäta farten varje vecka", "Polisen"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			facts := Parse(document(c.notation))
			require.Len(t, facts.Sets, 1)
			require.NotEmpty(t, facts.Sets[0].Commitments)
			got := facts.Sets[0].Commitments[0]
			require.Equal(t, c.text, got.Text)
			require.Equal(t, c.actors, actorsOf(got))
		})
	}
}

// linksOf writes each commitment of a document with the areas it is linked to.
func linksOf(notation string) (out []string) {
	for _, set := range Parse(document(notation)).Sets {
		for _, c := range set.Commitments {
			link := c.Text + " →"
			for _, a := range c.Areas {
				link += " " + set.Areas[a].Text
			}
			out = append(out, link)
		}
	}
	return out
}

func TestAreasOfTableRows(t *testing.T) {
	cases := []struct {
		name, notation string
		links          []string
	}{
		{
			"beside columns of actors", "# Medborgarlöfte 2020\n| Problem | Polisens insatser | Kommunens insatser\n| Buskörning | Mäta farten varje vecka | Bygga två farthinder",
			[]string{"Mäta farten varje vecka → Buskörning", "Bygga två farthinder → Buskörning"},
		},
		{
			"over several rows", "# Medborgarlöfte 2020\n| Område | Åtgärd | Ansvarig\n| Trafik | Mäta farten | Polisen\n|| Bygga farthinder | Kommunen\n| Droger | Söka med hund | Polisen",
			[]string{"Mäta farten → Trafik", "Bygga farthinder → Trafik", "Söka med hund → Droger"},
		},
		{
			"in front of a row, without a name", "# Medborgarlöfte 2020\n|| Polisen | Kommunen\n| Buskörning | Mäta farten varje vecka | Bygga två farthinder",
			[]string{"Mäta farten varje vecka → Buskörning", "Bygga två farthinder → Buskörning"},
		},
		{
			"not the parts of a year", "# Medborgarlöfte 2020\n|| Polisen | Kommunen\n| Januari–mars | Mäta farten varje vecka | Bygga två farthinder",
			[]string{"Mäta farten varje vecka →", "Bygga två farthinder →"},
		},
		{
			"not of a row without such a column", "# Medborgarlöfte 2020\n| Plats | Åtgärd | Ansvarig\n| Torget | Mäta farten | Polisen",
			[]string{"Mäta farten →"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.links, linksOf(c.notation)) })
	}
}

// areasOf are the labels of the areas of a document.
func areasOf(notation string) (labels []string) {
	for _, set := range Parse(document(notation)).Sets {
		for _, a := range set.Areas {
			labels = append(labels, a.Text)
		}
	}
	return labels
}

func TestHeadingsAboutTheDocumentAreNoAreas(t *testing.T) {
	const letterhead = "####### Kinda kommun\n2017-01-19\nKommunledningskontoret\nDnr KS 2017/18\nBox 54\nTill invånarna i Kinda kommun\n# Medborgarlöfte – ett brev till dig\n####### Trafik\nPolisen ska mäta farten."
	for name, notation := range map[string]string{
		"title below a letterhead": letterhead,
		"subtitle with the year":   "# Medborgarlöfte\n## Kinda 2022\n### Trafik\n• Polisen ska mäta farten.",
	} {
		t.Run(name, func(t *testing.T) { require.Equal(t, []string{"Trafik"}, areasOf(notation)) })
	}
	require.Equal(t, []string{"Trafik 2022"}, areasOf("# Medborgarlöfte 2022\n## Trafik 2022\n• Polisen ska mäta farten."), "the title has its year")
}

func TestAreasBelowAFocusHeading(t *testing.T) {
	require.Equal(t, []string{"Unga i riskzonen", "Trygghet i centrum"},
		areasOf("# Medborgarlöfte 2020\n## Vi fokuserar på\nUnga i riskzonen\nTrygghet i centrum\n## Polisen lovar\n• Synlig polis varje dag"))
}

func TestAQuestionWhatWeDoIsAnArea(t *testing.T) {
	require.Equal(t, []string{"Vad gör vi åt inbrotten?"}, areasOf("# Medborgarlöfte 2020\n## Vad gör vi åt inbrotten?\nPolisen ska märka cyklar."))
	require.Empty(t, areasOf("# Medborgarlöfte 2020\n## Vad gör vi?\nPolisen ska märka cyklar."))
}

func TestAnAreaBelowItsAnnouncementIsOne(t *testing.T) {
	require.Equal(t, []string{"Narkotika", "Trafik"},
		areasOf("# Medborgarlöfte 2020\n# 2 Problemområden\n# 2.1 Narkotika\n# Polisen ska\n• söka med hund\n# 2.2 Trafik\n# Polisen ska\n• mäta farten"))
}

// labelled is a table without a header, whose rows are written "label: value".
func labelled(rows ...string) *model.Document {
	d := document("# Medborgarlöfte 2020")
	for r, row := range rows {
		label, value, _ := strings.Cut(row, ": ")
		add(d, model.Block{Kind: model.Cell, Text: label, Cell: &model.Place{Row: r}})
		add(d, model.Block{Kind: model.Cell, Text: value, Cell: &model.Place{Row: r, Column: 1}})
	}
	return d
}

func TestTablesWithLabelsInFront(t *testing.T) {
	facts := Parse(labelled("Vad vi gör: Mäter farten", "Vem: Polisen", "Plats: Torget", "När: Hela året", "Vad vi gör: Bygger farthinder", "Vem: Kommunen", "När: Senast i maj"))
	require.Len(t, facts.Sets, 1)
	cs := facts.Sets[0].Commitments
	require.Len(t, cs, 2)
	require.Equal(t, "Mäter farten", cs[0].Text)
	require.Equal(t, "Polisen", actorsOf(cs[0]))
	require.Equal(t, "Bygger farthinder", cs[1].Text)
	require.Equal(t, "Kommunen", actorsOf(cs[1]))
	require.Equal(t, "Senast i maj", cs[1].Deadline.Text)

	for name, rows := range map[string][]string{
		"other labels":    {"Adress: Storgatan 1", "När: Hela året"},
		"no deed":         {"Vem: Polisen", "När: Hela året"},
		"a deed alone":    {"Insats: Mäter farten", "Syfte: Lugnare trafik"},
		"actors in front": {"Polisen: Mäter farten", "När: Hela året", "Åtgärd: Bygger farthinder"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, set := range Parse(labelled(rows...)).Sets {
				require.Empty(t, set.Commitments)
			}
		})
	}
}

func TestNoCommitments(t *testing.T) {
	cases := map[string]string{
		"no actor line":          "# Löfte\n## Trafik\nPolisens resurser\n• Mätning av farten.",
		"quotation":              "# Nytt löfte klart\n– Vi ska vara mer synliga, säger kommunpolis Ada Berg.",
		"wishes":                 "# Löfte\nMedborgarna vill att vi ska:\n• synas mer till fots",
		"outcomes":               "# Uppföljning av medborgarlöftet 2018\n• Polisen ska mäta farten.",
		"method":                 "# Medborgarlöfte\n## Så går det till\n• Kommunen och polisen hämtar in kunskap.",
		"aims of a method":       "# Medborgarlöfte\nEtt medborgarlöfte ska:\n• öka tryggheten",
		"places":                 "# Löfte\nOtrygga platser enligt enkäten är:\n• Stora torget",
		"not of a party":         "# Löfte\nPolisen och Åre kommun lovar:\nOmrådena kommer från enkäten i höst.",
		"a call":                 "# Löfte\nPolisen och Åre kommun lovar:\nHar du sett något? Ring 114 14.",
		"feedback to all":        "# Löfte\n## Trafik\n• Återkoppling till medborgarna varje halvår.",
		"background":             "# Löfte\n## Bakgrund\nPolisen ska enligt lagen förebygga brott.",
		"what an actor has":      "# Löfte\n## Bakgrund\nKommunens skolor\n• Centralskolan i Å",
		"announced":              "# Löfte\n## Trygghet\nDärför lovar polisen det här.",
		"as it is":               "# Löfte\n## Trafik\nKommunen bygger redan farthinder.",
		"passive aim":            "# Löfte\n## Polisens åtaganden\nBrotten ska minskas.",
		"refused":                "# Löfte\n## Det här lovar polisen inte\n• Ordna kameror.",
		"furniture":              "# Löfte\n## Relaterat\n• Polisen lovar fler kontroller i Ånge",
		"validity":               "# Löfte\n## Trafik\n• Medborgarlöftet gäller från 1 januari 2020.",
		"communication":          "# Löfte\n## Trafik\n• Medborgarlöftet offentliggörs på hemsidor.",
		"actors of outcomes":     "# Löfte\n## Så har det gått\n### Polisens insatser\n• Fartkontroller i byn varje vecka",
		"actors of a background": "# Löfte\n## Bakgrund\n### Polisen\n• Fler anmälningar i byn",
		"actors with wishes":     "# Löfte\n## Medborgarnas önskemål\n### Kommunen\n• Fler farthinder i byn",
	}
	for name, notation := range cases {
		t.Run(name, func(t *testing.T) {
			for _, set := range Parse(document(notation)).Sets {
				require.Empty(t, set.Commitments)
			}
		})
	}
}

func TestPromiseSets(t *testing.T) {
	facts := Parse(document("# Åre – medborgarlöften\nMålet är ett tryggt Åre.\n## Medborgarlöfte 2019\n• Polisen ska mäta farten.\n## Medborgarlöfte 2018\n• Polisen ska ordna ett möte.\n## Uppföljning av medborgarlöfte 2017\n• Polisen har mätt farten."))
	require.Len(t, facts.Sets, 2)
	require.Equal(t, "Medborgarlöfte 2019", facts.Sets[0].Title.Text)
	require.Len(t, facts.Sets[1].Commitments, 1)
	require.Equal(t, "Polisen ska ordna ett möte.", facts.Sets[1].Commitments[0].Text)
	for _, set := range facts.Sets {
		require.Len(t, set.Goals, 1, "what stands above the sets belongs to each")
	}
}

func TestAreasThatRunIntoTheirPromises(t *testing.T) {
	set := Parse(document("# Löfte\n## Våra löften\nÖppen droghandel. Polisen ska söka med hund.\nUngas trygghet. Kommunen ska ordna feriejobb.")).Sets[0]
	require.Len(t, set.Areas, 2)
	require.Equal(t, "Ungas trygghet", set.Areas[1].Text)
	require.Equal(t, []int{1}, set.Commitments[1].Areas)
	set = Parse(document("# Löfte\n## Våra löften\nTack för alla svar. Polisen ska söka med hund.")).Sets[0]
	require.Empty(t, set.Areas)
}

func TestPlaceAndYearBelowATitle(t *testing.T) {
	set := Parse(document("# Medborgarlöfte\n# Falköping 2023\n• Polisen ska mäta farten.")).Sets[0]
	require.Empty(t, set.Areas)
	require.Len(t, set.Commitments, 1)
	set = Parse(document("# Medborgarlöfte\n# Trafik under 2023\n• Polisen ska mäta farten.")).Sets[0]
	require.Len(t, set.Areas, 1)
}

func TestSentencesOfTwoActors(t *testing.T) {
	set := Parse(document("# Löfte\nPolisen och Åre kommun lovar:\nPolisen går till fots varje fredag. Kommunen lagar lampor inom en vecka.")).Sets[0]
	require.Len(t, set.Commitments, 2)
	require.Equal(t, "Polisen", actorsOf(set.Commitments[0]))
	require.Equal(t, "Kommunen", actorsOf(set.Commitments[1]))
}

func TestTheOneArea(t *testing.T) {
	areas := func(sentence string) []string {
		var labels []string
		for _, a := range Parse(document("# Löfte\n" + sentence + "\n## Polisen lovar att:\n• mäta farten")).Sets[0].Areas {
			labels = append(labels, a.Text)
		}
		return labels
	}
	require.Equal(t, []string{"våld i unga parrelationer"}, areas("Problemområdet för 2022 är våld i unga parrelationer."))
	require.Equal(t, []string{"otrygghet i centrum"}, areas("Det problem som parterna har valt är otrygghet i centrum."))
	for _, sentence := range []string{"Fokusområdet är valt utifrån dialogen.", "Problemområdet har varit känt länge.", "Fokusområdet är samma som förut."} {
		require.Empty(t, areas(sentence), sentence)
	}
}

func TestQuotations(t *testing.T) {
	for notation, want := range map[string]bool{
		"– Det känns bra, säger kommunpolis Ada Berg.":                 true,
		"• Alla nior får utbildning i hur man säger nej till alkohol.": false,
		"- Vi ska synas mer, säger Ada Berg.":                          true,
	} {
		require.Equal(t, want, quotation(markCues(document(notation)).blocks[0]), notation)
	}
}
