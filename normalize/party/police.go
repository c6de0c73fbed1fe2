package party

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
)

// unit knows police units by their own names: "LPO Karlstad", "Polisen i
// lokalpolisområde Karlstad", "Polisområde Värmland", "Polisregion Väst".
// Polisen i X is a unit where X is one in the table of local police areas and
// no municipality's name, which would say only where.
func unit(m mention, _ Options) (model.Party, bool) {
	for i, w := range m.words {
		w = strings.ToLower(strings.Trim(w, ",("))
		noun, ok := unitNoun(w)
		if !ok && isPoliceLead(w) {
			continue
		}
		if !ok {
			break
		}
		name, ok := unitName(m.words[i+1:])
		return model.Party{Kind: model.PoliceParty, Name: noun + " " + name}, ok
	}
	if p, ok := unitOf(m); ok {
		return p, true
	}
	return policeIn(m)
}

// unitOf knows units with their noun behind: "Västerviks lokalpolisområde".
func unitOf(m mention) (model.Party, bool) {
	noun, ok := unitNoun(m.last())
	if !ok || len(m.words) < 2 {
		return model.Party{}, false
	}
	name, ok := unitName(m.words[:len(m.words)-1])
	if _, isMunicipality := place.ByName(name); !isMunicipality {
		name = strings.TrimSuffix(name, "s")
	}
	return model.Party{Kind: model.PoliceParty, Name: noun + " " + name}, ok
}

// unitNoun gives the indefinite form of the word that names a kind of unit.
func unitNoun(w string) (string, bool) {
	switch w {
	case "lokalpolisområde", "lokalpolisområdet", "lpo", "lokalpolisomr", "lokalpolisomr.":
		return "Lokalpolisområde", true
	case "polisområde", "polisområdet":
		return "Polisområde", true
	case "polisregion", "polisregionen":
		return "Polisregion", true
	}
	return "", false
}

// isPoliceLead knows what may stand before a unit's name.
func isPoliceLead(w string) bool {
	switch w {
	case "polisen", "polis", "polismyndigheten", "i", "inom", "vid", "för", "genom", "kommunpolisen", "områdespolisen",
		"polisens", "polismyndighetens", "/", "-", "–":
		return true
	}
	return false
}

// unitName gives the name of a unit from the words after its noun, as the
// document writes it; what stands in capitals only is given the table's case.
func unitName(words []string) (string, bool) {
	if len(words) > 1 && (words[0] == "i" || words[0] == "för") {
		words = words[1:]
	}
	name := strings.Trim(strings.Join(words, " "), "()., ")
	for _, slash := range []string{" / ", "/ ", " /"} {
		name = strings.ReplaceAll(name, slash, "/")
	}
	if name == "" || strings.ContainsAny(name, ",;:()") {
		return "", false
	}
	if known, ok := tableName(name); ok {
		return known, true
	}
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		if r, _ := utf8.DecodeRuneInString(part); !unicode.IsUpper(r) && !isNamePart(part) {
			return "", false
		}
	}
	return name, strings.ContainsFunc(name, unicode.IsUpper)
}

// tableName gives the name as the tables write it where the document's case is
// lost, and takes off a genitive: "KARLSTAD", "karlstad", "Karlstads".
func tableName(name string) (string, bool) {
	lost := name == strings.ToUpper(name) || !strings.ContainsFunc(name, unicode.IsUpper)
	if area, ok := place.PoliceAreaByName(name); ok && lost {
		return area.Name, true
	}
	m, ok := place.ByForm(name)
	if ok && (lost || name == m.Genitive) {
		return m.Name, true
	}
	return "", false
}

// isNamePart knows the words in lower case that stand in names of units.
func isNamePart(w string) bool {
	return slices.Contains([]string{
		"norra", "södra", "östra", "västra", "nord", "syd", "öst", "väst", "nordost", "nordväst",
		"sydost", "sydväst", "nordöstra", "nordvästra", "sydöstra", "sydvästra", "mellersta", "centrala", "city", "centrum", "älvdal", "län",
	}, w)
}

func policeIn(m mention) (model.Party, bool) {
	if len(m.words) < 3 || m.first() != "polisen" && m.first() != "lokalpolisen" && m.first() != "polis" || m.words[1] != "i" {
		return model.Party{}, false
	}
	name := strings.Join(m.words[2:], " ")
	_, isMunicipality := place.ByForm(name)
	if _, ok := place.PoliceAreaByName(name); !ok || isMunicipality {
		return model.Party{}, false
	}
	return model.Party{Kind: model.PoliceParty, Name: "Lokalpolisområde " + name}, true
}

// police knows the police without a unit: "Polisen", "kommunpolisen",
// "polisens områdespoliser", "Polisen i Ockelbo".
func police(m mention, o Options) (model.Party, bool) {
	_, ok := words().find(m, model.PoliceParty)
	if !ok && len(m.words) > 2 && m.words[1] == "i" {
		head, _ := newMention(m.words[0])
		if e, found := words().find(head, model.PoliceParty); found && e.generic {
			_, ok = place.ByForm(strings.Join(m.words[2:], " "))
			ok = ok || m.words[2] == "kommunen"
		}
	}
	if !ok {
		return model.Party{}, false
	}
	if p, ok := onlyKnown(o, model.PoliceParty); ok {
		return p, true
	}
	return model.Party{Kind: model.PoliceParty, Name: PoliceAuthority}, true
}
