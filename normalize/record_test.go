package normalize

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
)

// source is a document of one text, and facts that stand in it.
type source struct {
	t   *testing.T
	doc *model.Document
}

func newSource(t *testing.T, text string) source {
	return source{t, &model.Document{Text: text, Source: model.Source{SHA256: model.Digest([]byte(text))}}}
}

// fact is the first place of a passage in the text.
func (s source) fact(passage string) model.Fact {
	s.t.Helper()
	at := strings.Index(s.doc.Text, passage)
	require.GreaterOrEqual(s.t, at, 0, "%q is not in the text", passage)
	start := utf8.RuneCountInString(s.doc.Text[:at])
	return model.Fact{Text: passage, Span: model.Span{Start: start, End: start + utf8.RuneCountInString(passage)}, Rule: "test"}
}

func (s source) actor(class model.ActorClass, passage string) model.ActorFact {
	return model.ActorFact{Fact: s.fact(passage), Class: class}
}

func (s source) period(basis model.Basis, passage string) model.PeriodFact {
	return model.PeriodFact{Fact: s.fact(passage), Basis: basis}
}

// promise is the one promise of the record of a set.
func (s source) promise(set model.SetFacts) model.Promise {
	r := Record(s.doc, &model.Facts{Kind: model.KindPromise, Sets: []model.SetFacts{set}})
	require.Len(s.t, r.Promises, 1)
	return r.Promises[0]
}

func TestRecordOfAPromise(t *testing.T) {
	s := newSource(t, "Medborgarlöfte 2019\nLPO Karlstad och Kils kommun\n• genomföra minst en trafikkontroll varannan vecka i genomsnitt.\nLöftet följs upp varje halvår av polisen och kommunen.\nKil den 3 mars 2019")
	commitment := model.CommitmentFact{
		Fact: s.fact("genomföra minst en trafikkontroll varannan vecka i genomsnitt."), Form: model.ItemForm,
		Actors: []model.ActorFact{s.actor(model.PoliceActor, "LPO Karlstad")},
		With:   []model.ActorFact{s.actor(model.MunicipalActor, "kommunen")},
	}
	signed := s.fact("Kil den 3 mars 2019")
	p := s.promise(model.SetFacts{
		Parties:     []model.ActorFact{s.actor(model.PoliceActor, "LPO Karlstad"), s.actor(model.MunicipalActor, "Kils kommun")},
		Periods:     []model.PeriodFact{s.period(model.Title, "Medborgarlöfte 2019")},
		Commitments: []model.CommitmentFact{commitment},
		FollowUps: []model.FollowUpFact{{
			Fact:        s.fact("Löftet följs upp varje halvår av polisen och kommunen."),
			Responsible: []model.ActorFact{s.actor(model.PoliceActor, "polisen"), s.actor(model.MunicipalActor, "kommunen")},
		}},
		SignedOn: &signed,
	})
	require.Equal(t, "1715", p.Municipalities[0].Code)
	require.Equal(t, []string{"police", "municipality"}, []string{p.Parties[0].ID, p.Parties[1].ID})
	require.Equal(t, "Lokalpolisområde Karlstad", p.Parties[0].Name)
	require.Equal(t, "2019-01-01/2019-12-31", p.Validity.EDTF)
	c := p.Commitments[0]
	require.Equal(t, []string{"police"}, c.Actors)
	require.Equal(t, []string{"municipality"}, c.With)
	require.Len(t, c.Targets, 1)
	require.Equal(t, "P2W", c.Targets[0].Per)
	require.Equal(t, c.Targets[0].Text, s.doc.Slice(*c.Targets[0].Span))
	require.Equal(t, "P6M", p.FollowUp[0].Every)
	require.Equal(t, []string{"police", "municipality"}, p.FollowUp[0].Responsible)
	require.Equal(t, "2019-03-03", p.SignedOn)
}

func TestTheMostTrustedPeriodWins(t *testing.T) {
	s := newSource(t, "Medborgarlöfte 2021–2022. Löftet gäller 2021-05-01 - 2022-05-01. Polisen ska under 2020 mäta farten.")
	periods := []model.PeriodFact{
		s.period(model.Stated, "Löftet gäller 2021-05-01 - 2022-05-01."),
		s.period(model.Title, "Medborgarlöfte 2021–2022"),
		s.period(model.InText, "Polisen ska under 2020 mäta farten."),
	}
	v := s.promise(model.SetFacts{Periods: periods}).Validity
	require.Equal(t, "2021-05-01", v.From)
	require.Equal(t, model.Stated, v.Basis)
	v = s.promise(model.SetFacts{Periods: periods[1:]}).Validity
	require.Equal(t, "2022-12-31", v.To)
	require.Nil(t, s.promise(model.SetFacts{}).Validity)
}

func TestPeriodInferredFromFollowUp(t *testing.T) {
	s := newSource(t, "En skriftlig uppföljning sammanställs senast februari 2020. En slutrapport lämnas i oktober 2020.")
	v := s.promise(model.SetFacts{Periods: []model.PeriodFact{s.period(model.Inferred, "En skriftlig uppföljning sammanställs senast februari 2020.")}}).Validity
	require.Equal(t, "2019-01-01", v.From)
	require.Equal(t, model.Inferred, v.Basis)
	require.Nil(t, s.promise(model.SetFacts{Periods: []model.PeriodFact{s.period(model.Inferred, "En slutrapport lämnas i oktober 2020.")}}).Validity)
}

func TestOpenPeriod(t *testing.T) {
	s := newSource(t, "Löftet gäller från och med den 1 januari 2019 och tills vidare.")
	v := s.promise(model.SetFacts{Periods: []model.PeriodFact{s.period(model.Stated, s.doc.Text)}}).Validity
	require.True(t, v.Open)
	require.Equal(t, "2019-01-01/..", v.EDTF)
}

func TestEveryPartyAndEveryMunicipality(t *testing.T) {
	s := newSource(t, "Polisen och kommunerna Stenungsund, Tjörn och Orust. Vi lovar. Kommunerna lovar.")
	named := []model.ActorFact{s.actor(model.PoliceActor, "Polisen")}
	for _, m := range []string{"Stenungsund", "Tjörn", "Orust"} {
		named = append(named, s.actor(model.MunicipalActor, m))
	}
	p := s.promise(model.SetFacts{Parties: named, Commitments: []model.CommitmentFact{
		{Fact: s.fact("Vi lovar."), Actors: []model.ActorFact{s.actor(model.EveryParty, "Vi")}},
		{Fact: s.fact("Kommunerna lovar."), Actors: []model.ActorFact{s.actor(model.EveryMunicipality, "Kommunerna")}},
	}})
	all := []string{"police", "municipality-stenungsund", "municipality-tjorn", "municipality-orust"}
	require.Len(t, p.Municipalities, 3)
	require.Equal(t, all, p.Commitments[0].Actors)
	require.Equal(t, all[1:], p.Commitments[1].Actors)
}

func TestMunicipalityOfThePoliceAlone(t *testing.T) {
	s := newSource(t, "Helsingborg – medborgarlöften\nPolisen lovar att synas.")
	title := s.fact("Helsingborg – medborgarlöften")
	title.Rule = "title"
	p := s.promise(model.SetFacts{Parties: []model.ActorFact{s.actor(model.PoliceActor, "Polisen")}, Places: []model.Fact{title}})
	require.Equal(t, "1283", p.Municipalities[0].Code)
	require.Len(t, p.Parties, 1)
	require.Equal(t, "Polismyndigheten", p.Parties[0].Name)
}

func TestNoPromisesIsAnEmptyList(t *testing.T) {
	s := newSource(t, "Nyheter")
	r := Record(s.doc, &model.Facts{Kind: model.KindOther, Explained: 1, Total: 7})
	require.NotNil(t, r.Promises)
	require.Empty(t, r.Promises)
	require.Equal(t, model.Coverage, r.Diagnostics[0].Code)
	require.InDelta(t, 0.142, *r.Diagnostics[0].Value, 1e-9)
}
