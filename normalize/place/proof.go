package place

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// proven reports whether a hit names a municipality beyond doubt.
func (s *scan) proven(h *hit) bool {
	m := s.index.municipalities[h.municipality]
	switch {
	case h.form == Official || h.form == Unit || h.chained:
		return true
	case !m.ambiguous():
		return true
	case s.person(h) || s.suspended(h):
		return false
	}
	return s.titled(h) || s.afterPromise(h) || s.afterPreposition(h, m)
}

// person reports whether a capital before the name makes it a surname, or one
// after it a given name: "Torbjörn Lund", "Nora Berg".
func (s *scan) person(h *hit) bool {
	if !s.index.municipalities[h.municipality].ambiguous() || h.form == Official {
		return false
	}
	if h.from > 0 && s.plainSpace(h.from) {
		if w := s.words[h.from-1]; w.capital && !isTitleWord(w.fold) {
			return true
		}
	}
	if h.to < len(s.words) && s.plainSpace(h.to) {
		w := s.words[h.to]
		return w.capital && !w.shout && !isTitleWord(w.fold)
	}
	return false
}

func (s *scan) plainSpace(i int) bool { return s.gap(i) == " " || s.gap(i) == "\u00a0" }

// suspended reports whether the name is the first part of a compound that is
// finished later: "Mark- och miljödomstolen".
func (s *scan) suspended(h *hit) bool {
	after := s.text[s.words[h.to-1].end:]
	return strings.HasPrefix(after, "- ") || strings.HasPrefix(after, "-\n")
}

// titled reports whether medborgarlöfte follows: "Vara – medborgarlöften",
// "Stockholm, Norrmalm – medborgarlöften", "Kils medborgarlöfte".
func (s *scan) titled(h *hit) bool {
	for k := h.to; k < len(s.words) && k < h.to+titleReach; k++ {
		gap := strings.Trim(s.gap(k), " \u00a0–—-,:|")
		if gap != "" {
			return false
		}
		if isPromiseWord(s.words[k].fold) {
			return s.startsLine(h.from) || h.form == Genitive
		}
	}
	return false
}

// titleReach is how many words after a name may stand before medborgarlöften
// in a title.
const titleReach = 3

func (s *scan) startsLine(i int) bool {
	if i == 0 {
		return true
	}
	gap := s.gap(i)
	return strings.ContainsAny(gap, "\n\f|>»")
}

// afterPromise reports whether "Medborgarlöfte" stands before: "Medborgarlöfte
// Kil", "Medborgarlöfte 2019 för Vara", "Medborgarlöfte Mora 2020". Without a
// preposition the name must end the title or stand before punctuation.
func (s *scan) afterPromise(h *hit) bool {
	bare := true
	for k := h.from; k > 0; k-- {
		if strings.Trim(s.gap(k), " \u00a0–—-,:/") != "" {
			return false
		}
		w := s.words[k-1]
		switch {
		case isPromiseWord(w.fold):
			return !bare || s.rightEdge(h)
		case w.fold == "för" || w.fold == "i":
			bare = false
		case !isYear(w.fold):
			return false
		}
	}
	return false
}

// rightEdge reports whether no ordinary word goes on after the name.
func (s *scan) rightEdge(h *hit) bool {
	if h.to >= len(s.words) || !onOneLine(s.gap(h.to)) {
		return true
	}
	w := s.words[h.to]
	return isYear(w.fold) || w.fold == "och"
}

func isYear(w string) bool {
	return len(w) == len("2019") && strings.Trim(w, "0123456789") == ""
}

// afterPreposition reports whether "i" stands before the name: "i Kil". In a
// text in capitals that proves nothing for a name that is a word.
func (s *scan) afterPreposition(h *hit, m Municipality) bool {
	if h.from == 0 || !onOneLine(s.gap(h.from)) || s.words[h.from-1].fold != "i" {
		return false
	}
	first, size := utf8.DecodeRuneInString(s.text[s.words[h.from-1].start:])
	shouting := unicode.IsUpper(first) && s.words[h.from].shout && size > 0
	return !m.isWord() || !shouting
}
