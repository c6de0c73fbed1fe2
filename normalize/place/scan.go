package place

import "strings"

// scan is one pass over a text. lower takes names in lower case too.
type scan struct {
	text  string
	words []word
	index *index
	hits  []hit
	unit  []bool // which words belong to the name of a police unit
	lower bool
}

// hit is a form of the table found in the words [from, to); after widening
// they hold the word kommun or stad beside it too, while [name, to) is what
// the table has. chained says that a neighbour in an enumeration is proven.
type hit struct {
	municipality   int
	name, from, to int
	form           Form
	chained        bool
}

func (s *scan) findHits() {
	for i := 0; i < len(s.words); {
		end, n := s.index.forms.longest(s.text, s.words, i)
		if end == nil || !s.wellCased(i, end) {
			i++
			continue
		}
		s.hits = append(s.hits, hit{municipality: end.municipality, name: i, from: i, to: i + n, form: end.kind})
		i += n
	}
}

// wellCased asks for a capital, but for full forms of names that are nothing
// else.
func (s *scan) wellCased(i int, end *node) bool {
	if s.lower || s.words[i].capital {
		return true
	}
	return end.kind == Official && !s.index.municipalities[end.municipality].ambiguous()
}

// widenHits takes the words that make a name an official one into the hit.
func (s *scan) widenHits() {
	kept := s.hits[:0]
	for _, h := range s.hits {
		if s.elsewhere(h) {
			continue
		}
		if s.kommunAfter(h) {
			h.to++
			h.form = Official
		}
		if n := s.kommunBefore(h); n > 0 {
			h.from -= n
			h.form = Official
		}
		if s.unit != nil && h.form != Official && s.unit[h.name] {
			h.form = Unit
		}
		kept = append(kept, h)
	}
	s.hits = kept
}

// kommunAfter reports whether "kommun" or "stad" follows a bare name.
func (s *scan) kommunAfter(h hit) bool {
	if h.form == Official || h.to >= len(s.words) || !joinsName(s.gap(h.to)) {
		return false
	}
	switch s.words[h.to].fold {
	case "kommun", "kommuns", "stad", "stads":
		return true
	}
	return false
}

// kommunBefore counts the words before a name that say that it is a
// municipality: "kommunen i Kil", "kommunen Kil", "Staden Göteborg".
func (s *scan) kommunBefore(h hit) int {
	if h.form != Name || h.from == 0 || !onOneLine(s.gap(h.from)) {
		return 0
	}
	switch s.words[h.from-1].fold {
	case "kommunen", "staden":
		return 1
	case "i":
		if h.from > 1 && s.words[h.from-2].fold == "kommunen" && onOneLine(s.gap(h.from-1)) {
			return 2
		}
	}
	return 0
}

// elsewhere reports whether a name names no municipality: a county, a region,
// a street, a web or mail address.
func (s *scan) elsewhere(h hit) bool {
	if h.form == Official {
		return false
	}
	before, after := s.charBefore(h.from), s.text[s.words[h.to-1].end:]
	if before == '@' || before == '.' || before == '_' {
		return true
	}
	if strings.HasPrefix(after, ".se") || strings.HasPrefix(after, "@") {
		return true
	}
	if h.from > 0 && onOneLine(s.gap(h.from)) && s.words[h.from-1].fold == "region" {
		return true
	}
	if h.to >= len(s.words) || !onOneLine(s.gap(h.to)) {
		return false
	}
	next := s.words[h.to].fold
	return isCountyWord(next) || (h.form == Genitive || s.sameGenitive(h)) && isStreetWord(next)
}

func (s *scan) sameGenitive(h hit) bool {
	m := s.index.municipalities[h.municipality]
	return m.Name == m.Genitive
}

// charBefore is the byte before word i, 0 at the start of the text.
func (s *scan) charBefore(i int) byte {
	if start := s.words[i].start; start > 0 {
		return s.text[start-1]
	}
	return 0
}

// gap is what stands between word i-1 and word i.
func (s *scan) gap(i int) string { return s.text[s.words[i-1].end:s.words[i].start] }
