package place

import "strings"

// isCountyWord knows the words that make a name before them a county's:
// "Kalmar län", "Örebro läns landsting".
func isCountyWord(w string) bool {
	switch w {
	case "län", "läns", "länet", "länets":
		return true
	}
	return false
}

// isStreetWord knows the words that make a genitive before them an address.
func isStreetWord(w string) bool {
	switch w {
	case "väg", "vägen", "gata", "gatan", "gränd", "allé", "backe", "torg":
		return true
	}
	return false
}

// isUnitWord knows the words that a police unit's name begins with.
func isUnitWord(w string) bool {
	switch w {
	case "lokalpolisområde", "lokalpolisområdet", "lokalpolisområdets", "lpo", "polisområde", "polisområdet",
		"polisregion", "polisregionen", "lokalpolisområdeschef", "lokalpolisområdeschefen", "närpolisområde":
		return true
	}
	return false
}

// isUnitPart knows the words in lower case that stand inside a unit's name.
func isUnitPart(w string) bool {
	switch w {
	case "norra", "södra", "östra", "västra", "nord", "syd", "öst", "väst", "nordost", "nordväst", "sydost",
		"sydväst", "city", "centrum", "älvdal":
		return true
	}
	return false
}

// isTitleWord knows the words that may stand in capitals before a name without
// being a person's given name.
func isTitleWord(w string) bool {
	switch w {
	case "för", "i", "från", "mellan", "med", "och", "samt", "polisen", "polis", "kommunen", "kommun", "kommunerna",
		"tryggare", "trygga", "vi", "hela", "området":
		return true
	}
	return isUnitWord(w) || isPromiseWord(w)
}

// isPromiseWord knows medborgarlöfte and its forms and compounds.
func isPromiseWord(w string) bool {
	return strings.HasPrefix(w, "medborgarlöft") || strings.HasPrefix(w, "medborgarloft") || w == "löfte" || w == "löften"
}

// ambiguous reports whether the name is also a word, a given name or a
// surname, so that it needs its surroundings to prove it. Sharing the name
// with a county does not make it so.
func (m Municipality) ambiguous() bool {
	for _, kind := range []string{"common", "substring", "given", "surname"} {
		if strings.Contains(m.Ambiguity, kind) {
			return true
		}
	}
	return false
}

// isWord reports whether the name is also an ordinary word, which a text in
// capitals does not tell from the name.
func (m Municipality) isWord() bool { return strings.Contains(m.Ambiguity, "common_word") }
