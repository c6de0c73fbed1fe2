package place

import "strings"

// unitLength is the most words that a police unit's name has after the word
// lokalpolisområde: "Blekinge Nordöstra Skåne" has three.
const unitLength = 4

// findUnits marks the words that belong to names of police units.
func (s *scan) findUnits() {
	for i, w := range s.words {
		if !isUnitWord(w.fold) {
			continue
		}
		if s.unit == nil {
			s.unit = make([]bool, len(s.words))
		}
		for k := i + 1; k < len(s.words) && k <= i+unitLength; k++ {
			if !s.inUnit(i, k) {
				break
			}
			s.unit[k] = true
		}
	}
}

// inUnit reports whether word k goes on with the unit's name begun at word i: a
// capital or a point of the compass, after white space, a hyphen or a slash.
func (s *scan) inUnit(i, k int) bool {
	gap := s.gap(k)
	joined := strings.Trim(gap, "-/–") == "" && gap != ""
	if !joined && !onOneLine(gap) {
		return false
	}
	w := s.words[k]
	return w.capital || isUnitPart(w.fold) || (k == i+1 && w.fold == "i")
}
