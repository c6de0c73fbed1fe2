package party_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/party"
	"github.com/lofte/lofte/normalize/place"
)

func inKil(t *testing.T) party.Options {
	t.Helper()
	m, ok := place.ByName("Kil")
	require.True(t, ok)
	return party.Options{Municipalities: []place.Municipality{m}}
}

// canonicalCases are parties as written in a document of Kil, with what they
// are.
var canonicalCases = []struct{ written, kind, name string }{
	{"LPO Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"lpo Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"lokalpolisområdet Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"LOKALPOLISOMRÅDE KARLSTAD", "police", "Lokalpolisområde Karlstad"},
	{"Polisen i lokalpolisområde Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"Polisen, lokalpolisområde Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"Polisen (LPO Karlstad)", "police", "Lokalpolisområde Karlstad"},
	{"lokalpolisområdet i Karlstad", "police", "Lokalpolisområde Karlstad"},
	{"LPO Karlstads", "police", "Lokalpolisområde Karlstad"},
	{"LPO södra Vätterbygden", "police", "Lokalpolisområde södra Vätterbygden"},
	{"lokalpolisområdet Storgöteborg nordost", "police", "Lokalpolisområde Storgöteborg nordost"},
	{"LPO Eskilstuna / Strängnäs", "police", "Lokalpolisområde Eskilstuna/Strängnäs"},
	{"Lokalpolisområde Blekinge Nordöstra Skåne", "police", "Lokalpolisområde Blekinge Nordöstra Skåne"},
	{"Västerviks lokalpolisområde", "police", "Lokalpolisområde Västervik"},
	{"Södra Fyrbodals lokalpolisområde", "police", "Lokalpolisområde Södra Fyrbodal"},
	{"Västerås lokalpolisområde", "police", "Lokalpolisområde Västerås"},
	{"Polisområde Värmland", "police", "Polisområde Värmland"},
	{"polisområdet Värmland", "police", "Polisområde Värmland"},
	{"Polisregion Bergslagen", "police", "Polisregion Bergslagen"},
	{"Polisen i Östra Norrbotten", "police", "Lokalpolisområde Östra Norrbotten"},
	{"Polisen i Ockelbo", "police", "Polismyndigheten"},
	{"Polisen", "police", "Polismyndigheten"},
	{"polis", "police", "Polismyndigheten"},
	{"POLISEN:", "police", "Polismyndigheten"},
	{"Polismydnigheten", "police", "Polismyndigheten"},
	{"kommunpolisen", "police", "Polismyndigheten"},
	{"polisens områdespoliser", "police", "Polismyndigheten"},
	{"Kil kommun", "municipality", "Kils kommun"},
	{"Haparanda kommun", "municipality", "Haparanda stad"},
	{"Göteborg stad", "municipality", "Göteborgs Stad"},
	{"Region Gotland", "municipality", "Region Gotland"},
	{"ARBOGA KOMMUN", "municipality", "Arboga kommun"},
	{"kommunen", "municipality", "Kils kommun"},
	{"(Kommun)", "municipality", "Kils kommun"},
	{"Kommunens individ- och familjeomsorg", "municipality", "Kils kommun"},
	{"Socialtjänsten", "municipality", "Kils kommun"},
	{"Region Kronoberg", "region", "Region Kronoberg"},
	{"Västra Götalandsregionen", "region", "Västra Götalandsregionen"},
	{"Örebro läns landsting", "region", "Örebro läns landsting"},
	{"Angereds stadsdelsförvaltning", "district", "Angereds stadsdelsförvaltning"},
	{"Stadsdelsnämnden Västra Göteborg", "district", "Stadsdelsnämnden Västra Göteborg"},
	{"AB Alebyggen", "company", "AB Alebyggen"},
	{"Alebyggen", "company", "Alebyggen"},
	{"Karlstads Bostads AB", "company", "Karlstads Bostads AB"},
	{"Kirunabostäder (KBAB)", "company", "Kirunabostäder"},
	{"Tekinska verken (TVAB)", "company", "Tekniska verken"},
	{"KBAB", "company", "KBAB"},
	{"Junehem", "company", "Junehem"},
	{"Västtrafik", "company", "Västtrafik"},
	{"Poseidon", "company", "Poseidon"},
	{"Vuxen på stan", "association", "Vuxen på stan"},
	{"Nattvandrarna", "association", "Nattvandrarna"},
	{"Klippans Fastighetsägareförening", "association", "Klippans Fastighetsägareförening"},
	{"Räddningstjänst", "other", "Räddningstjänst"},
	{"Bohus Räddningstjänstförbund", "other", "Bohus Räddningstjänstförbund"},
	{"fastighetsägare", "other", "fastighetsägare"},
	{"lokala brottsförebyggande rådet i Kiruna kommun", "other", "lokala brottsförebyggande rådet i Kiruna kommun"},
	{"Lokala Brå", "other", "Lokala Brå"},
}

func TestCanonical(t *testing.T) {
	require.NotEmpty(t, canonicalCases)
	for _, c := range canonicalCases {
		got, ok := party.Canonical(c.written, inKil(t))
		require.True(t, ok, c.written)
		require.Equal(t, c.kind, string(got.Kind), c.written)
		require.Equal(t, c.name, got.Name, c.written)
		require.Equal(t, c.kind == "municipality", got.Code != "", c.written)
	}
}

func TestNotCanonical(t *testing.T) {
	for _, written := range []string{
		"", " ", "kommunen", "stadsdelsförvaltningen", "bolaget", "regionen", "chef lokalpolisområde Klippan",
		"Lokalpolisområdeschef", "Lokalpolisområde Klippan och Klippans kommun", "Polisen och kommunen", "trygghet",
		"ungdomshem", "bostadsområdet", "Anna Andersson", "polisanmälan", "Polisen lovar att", "LPO i samverkan", "hem", "vårt lokalpolisområde", "vara", "mark", "en förening", "en stadsdel",
		"området", "\xff",
	} {
		got, ok := party.Canonical(written, party.Options{})
		require.False(t, ok, "%q: %v", written, got)
	}
}

func TestKindWithoutADocument(t *testing.T) {
	for written, want := range map[string]model.PartyKind{
		"kommunen": model.MunicipalityParty, "bolaget": model.CompanyParty, "Polis": model.PoliceParty,
		"stadsdelsförvaltningen": model.DistrictParty, "Stadsdelsförvaltningens": model.DistrictParty, "Kils kommun": model.MunicipalityParty, "föreningarna": model.AssociationParty,
	} {
		got, ok := party.Kind(written)
		require.True(t, ok, written)
		require.Equal(t, want, got, written)
	}
	_, ok := party.Kind("trygghet")
	require.False(t, ok)
}

func TestCanonicalKnowsTheDocument(t *testing.T) {
	o := party.Options{Known: []model.Party{
		{Kind: model.PoliceParty, Name: "Lokalpolisområde Motala"},
		{Kind: model.CompanyParty, Name: "AB Alebyggen"},
		{Kind: model.DistrictParty, Name: "Angereds stadsdelsförvaltning"},
		{Kind: model.OtherParty, Name: "Ungdomens hus"},
	}}
	for written, want := range map[string]string{
		"Polisen": "Lokalpolisområde Motala", "Alebyggen": "AB Alebyggen", "bolaget": "AB Alebyggen",
		"stadsdelsförvaltningen": "Angereds stadsdelsförvaltning", "ungdomens hus": "Ungdomens hus",
	} {
		got, ok := party.Canonical(written, o)
		require.True(t, ok, written)
		require.Equal(t, want, got.Name, written)
	}
}

func TestAsWritten(t *testing.T) {
	got, _ := party.Canonical("LPO Karlstad", party.Options{})
	require.Equal(t, []string{"LPO Karlstad"}, got.AsWritten)
	got, _ = party.Canonical("Tekinska verken (TVAB)", party.Options{})
	require.Equal(t, []string{"Tekinska verken", "TVAB"}, got.AsWritten)
	got, _ = party.Canonical("Kils kommun", party.Options{})
	require.Empty(t, got.AsWritten)
}

func TestAssignIDs(t *testing.T) {
	parties := []model.Party{
		{Kind: model.PoliceParty, Name: "Lokalpolisområde Södra Fyrbodal"},
		{Kind: model.MunicipalityParty, Name: "Stenungsunds kommun", Code: "1415"},
		{Kind: model.MunicipalityParty, Name: "Tjörns kommun", Code: "1419"},
		{Kind: model.DistrictParty, Name: "Västra Göteborgs stadsdelsförvaltning"},
		{Kind: model.DistrictParty, Name: "Stadsdelsförvaltningen Angered"},
		{Kind: model.CompanyParty, Name: "AB Alebyggen"},
		{Kind: model.CompanyParty, Name: "Alebyggen AB"},
	}
	party.AssignIDs(parties)
	var ids []string
	for _, p := range parties {
		ids = append(ids, p.ID)
	}
	require.Equal(t, []string{
		"police", "municipality-stenungsund", "municipality-tjorn", "district-vastra-goteborg", "district-angered",
		"company-alebyggen", "company-alebyggen-2",
	}, ids)
}

func TestMerge(t *testing.T) {
	got := party.Merge([]model.Party{
		{Kind: model.PoliceParty, Name: "Polismyndigheten", AsWritten: []string{"polisen"}},
		{Kind: model.MunicipalityParty, Name: "Boxholms kommun", Code: "0560"},
		{Kind: model.PoliceParty, Name: "Lokalpolisområde Motala"},
		{Kind: model.MunicipalityParty, Name: "Boxholms kommun", Code: "0560", AsWritten: []string{"kommunen"}},
		{Kind: model.CompanyParty, Name: "Alebyggen"},
		{Kind: model.CompanyParty, Name: "AB Alebyggen"},
		{Kind: model.PoliceParty, Name: "Polisområde Östergötland"},
	})
	require.Equal(t, []model.Party{
		{Kind: model.PoliceParty, Name: "Lokalpolisområde Motala", AsWritten: []string{"polisen", "Polismyndigheten"}},
		{Kind: model.MunicipalityParty, Name: "Boxholms kommun", Code: "0560", AsWritten: []string{"kommunen"}},
		{Kind: model.CompanyParty, Name: "AB Alebyggen", AsWritten: []string{"Alebyggen"}},
	}, got)
}

func TestMergeKeepsUnitsWithoutALocalOne(t *testing.T) {
	units := []model.Party{{Kind: model.PoliceParty, Name: "Polisområde Halland"}, {Kind: model.PoliceParty, Name: "Polisregion Syd"}}
	require.Equal(t, units, party.Merge(units))
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
	}{
		{"Kommunen, Region Kronoberg", []string{"Kommunen", "Region Kronoberg"}},
		{"Polis och Kungälvs kommun", []string{"Polis", "Kungälvs kommun"}},
		{"Polis/kommun", []string{"Polis", "kommun"}},
		{"Kils kommun/polis", []string{"Kils kommun", "polis"}},
		{"LPO Eskilstuna/Strängnäs samt kommunen", []string{"LPO Eskilstuna/Strängnäs", "kommunen"}},
		{"Kommunens individ- och familjeomsorg", []string{"Kommunens individ- och familjeomsorg"}},
		{"Polisen,\nkommunen & Västtrafik", []string{"Polisen", "kommunen", "Västtrafik"}},
		{" , ", nil},
	} {
		var got []string
		for _, p := range party.Split(c.list) {
			require.Equal(t, p.Text, c.list[p.Start:p.End])
			got = append(got, p.Text)
		}
		require.Equal(t, c.want, got, c.list)
	}
}

var canonicalSeeds = []string{
	"", "LPO Karlstad", "Polisen i Östra Norrbotten", "Kirunabostäder (KBAB)", "Polis/kommun och", "(", "()", "lokalpolisområde",
	"\xff\xfe", "Region", "AB", "LPO \u0301",
}

func FuzzCanonical(f *testing.F) {
	require.NotEmpty(f, canonicalSeeds)
	for _, seed := range canonicalSeeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		p, ok := party.Canonical(written, party.Options{})
		require.Equal(t, ok, p.Name != "" && p.Kind != "")
		for _, part := range party.Split(written) {
			require.Equal(t, part.Text, written[part.Start:part.End])
		}
		party.Kind(written)
		parties := []model.Party{p, p}
		party.AssignIDs(parties)
		require.NotEqual(t, parties[0].ID, parties[1].ID)
	})
}
