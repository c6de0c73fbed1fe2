package amount

// The questions here are put to a whole sentence [a, b).

// modal reports whether the sentence binds somebody.
func (s *scanner) modal(a, b int) bool {
	for k := a; k < b; k++ {
		if s.is(k, "ska", "skall", "kommer", "lovar", "bör", "måste", "åtar") {
			return true
		}
	}
	return false
}

// surveyed reports whether the sentence tells what people answered.
func (s *scanner) surveyed(a, b int) bool {
	for k := a; k < b; k++ {
		if s.is(k, "upplever", "känner", "uppger", "uppgav", "svarade", "svarat", "anser", "ansåg", "tycker", "tyckte", "enligt", "visar", "visade", "undersökningen", "mätningen", "enkäten", "oroar") {
			return true
		}
	}
	return false
}

// reports tells whether the sentence says what was done or happened rather
// than what will be.
func (s *scanner) reports(a, b int) bool {
	if s.modal(a, b) {
		return false
	}
	for k := a; k < b; k++ {
		if s.is(k, "anmäldes", "skedde", "inträffade", "gjordes", "hölls", "genomförde", "deltog", "svarade", "minskade", "ökade", "besöktes", "utförde", "drabbades") {
			return true
		}
		if hasSuffix(s.word(k), "fördes", "ordnades", "ollerades", "kades", "tades", "rades", "sattes", "nades") {
			return true
		}
		if s.is(k, "har", "hade") && s.supine(k+1, b) {
			return true
		}
	}
	return false
}

// supineReach is how many words may stand between "har" and its supine.
const supineReach = 4

func (s *scanner) supine(k, b int) bool {
	for j := k; j < b && j < k+supineReach; j++ {
		w := s.word(j)
		if len(w) > 3 && hasSuffix(w, "fört", "förts", "gjort", "gjorts", "hållit", "hållits", "erats", "erat", "dats", "nats", "mälts", "mält", "skett", "inträffat", "besökt", "besökts") {
			return true
		}
	}
	return false
}

// soft reports whether the sentence only aims at its figures.
func (s *scanner) soft(a, b int) bool {
	for k := a; k < b; k++ {
		w := s.word(k)
		if hasPrefix(w, "målsättning", "sträva", "strävan", "ambition", "eftersträva") || w == "bör" || w == "siktar" ||
			(w == "målet" || w == "mål") && s.is(k+1, "är") {
			return true
		}
	}
	return false
}

// average reports whether the sentence means its figures on average.
func (s *scanner) average(a, b int) bool {
	for k := a; k < b; k++ {
		if s.is(k, "i") && s.is(k+1, "snitt", "genomsnitt", "medel", "medeltal") || s.is(k, "genomsnittligt", "snitt") {
			return true
		}
	}
	return false
}
