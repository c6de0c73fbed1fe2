package party

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
)

// municipality knows municipalities in all their forms, and the words for the
// municipality and its departments where the document is for just one.
func municipality(m mention, o Options) (model.Party, bool) {
	if found, ok := place.ByForm(m.text); ok && (m.capital() || len(m.words) > 1) {
		return ofMunicipality(found), true // "vara" and "mark" are words
	}
	if _, ok := words().find(m, model.MunicipalityParty); !ok {
		return model.Party{}, false
	}
	if p, ok := onlyKnown(o, model.MunicipalityParty); ok {
		return p, true
	}
	if len(o.Municipalities) == 1 {
		return ofMunicipality(o.Municipalities[0]), true
	}
	return model.Party{}, false
}

func ofMunicipality(m place.Municipality) model.Party {
	return model.Party{Kind: model.MunicipalityParty, Name: m.Official, Code: m.Code}
}

// district knows the administrations of city districts: "Angereds
// stadsdelsförvaltning".
func district(m mention, o Options) (model.Party, bool) {
	return fromVocabulary(m, o, model.DistrictParty)
}

// region knows the regions: "Region Kronoberg", but not Region Gotland, which
// is a municipality.
func region(m mention, o Options) (model.Party, bool) {
	if _, ok := place.ByForm(m.text); ok {
		return model.Party{}, false
	}
	for _, county := range place.Counties() {
		if strings.EqualFold(county.Region, m.text) {
			return model.Party{Kind: model.RegionParty, Name: county.Region}, true
		}
	}
	return fromVocabulary(m, o, model.RegionParty)
}

// council knows the councils for crime prevention and the like, which are
// parties of kind other: "lokala brottsförebyggande rådet i Kiruna kommun".
func council(m mention, _ Options) (model.Party, bool) {
	for _, w := range m.words {
		w = strings.ToLower(w)
		if w == "brå" || w == "rådet" || w == "råd" || strings.HasSuffix(w, "rådet") || strings.HasSuffix(w, "sråd") {
			return model.Party{Kind: model.OtherParty, Name: m.text}, !strings.HasSuffix(w, "området")
		}
		if !isCouncilLead(w) {
			break
		}
	}
	return model.Party{}, false
}

func isCouncilLead(w string) bool {
	switch w {
	case "lokala", "lokalt", "det", "brottsförebyggande", "kommunens", "trygghets-", "och":
		return true
	}
	return false
}

// company knows companies by AB, by the endings that public housing has, and
// by name.
func company(m mention, o Options) (model.Party, bool) {
	if p, ok := fromVocabulary(m, o, model.CompanyParty); ok {
		return p, true
	}
	named := m.capital() && len(m.words) <= longestCompany
	incorporated := m.first() == "ab" || m.last() == "ab" || isCompanyAbbreviation(m.text)
	if named && (incorporated || hasCompanyEnding(m.last())) {
		return model.Party{Kind: model.CompanyParty, Name: m.text}, true
	}
	return model.Party{}, false
}

// longestCompany is the most words of a company's name that is known only by
// its ending.
const longestCompany = 5

// isCompanyAbbreviation knows names like KBAB.
func isCompanyAbbreviation(s string) bool {
	return len(s) >= 4 && strings.HasSuffix(s, "AB") && isAbbreviation(s)
}

// hasCompanyEnding knows the endings of names of housing and property
// companies; institutions that end alike are none.
func hasCompanyEnding(w string) bool {
	for _, none := range []string{"ungdomshem", "vårdhem", "barnhem", "familjehem", "behandlingshem"} {
		if w == none {
			return false
		}
	}
	for _, ending := range []string{"bostäder", "bostad", "hem", "byggen", "fastigheter", "lokaler", "trafiken", "trafik", "energi"} {
		if stem, ok := strings.CutSuffix(w, ending); ok && utf8.RuneCountInString(stem) >= shortestStem {
			return true
		}
	}
	return false
}

// shortestStem is the fewest letters before such an ending: "Junehem".
const shortestStem = 3

// association knows associations by the words for them and by name.
func association(m mention, o Options) (model.Party, bool) {
	return fromVocabulary(m, o, model.AssociationParty)
}

// other knows rescue services, authorities and groups.
func other(m mention, o Options) (model.Party, bool) {
	return fromVocabulary(m, o, model.OtherParty)
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
