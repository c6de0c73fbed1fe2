package place

// Form says how a text names a municipality.
type Form int

// The forms. Official holds the word kommun or stad (or Region Gotland), as
// does every name of an enumeration that has it at its end: "Tjörns och Orust
// kommuner". Unit is a name inside that of a police unit, which covers other
// municipalities too.
const (
	Official Form = iota + 1 // "Kils kommun", "kommunen i Kil", "Staden Göteborg"
	Name                     // "Kil"
	Genitive                 // "Kils"
	Unit                     // "Karlstad" in "Lokalpolisområde Karlstad"
)

// String names the form: "official", "name", "genitive" or "unit".
func (f Form) String() string {
	switch f {
	case Official:
		return "official"
	case Name:
		return "name"
	case Genitive:
		return "genitive"
	case Unit:
		return "unit"
	}
	return "none"
}

// Mention is a place in a text that names a municipality: bytes [Start, End).
type Mention struct {
	Municipality Municipality
	Start, End   int
	Form         Form
}

// Mentions finds the municipalities that a text names, in order and without
// overlap. Names in lower case count only with "kommun" or "stad" beside them,
// and not for names that are also words ("vara kommun"). The cost is linear in
// the length of the text.
func Mentions(text string) []Mention {
	s := scan{text: text, words: words(text), index: gazetteer()}
	s.findHits()
	s.findUnits()
	s.widenHits()
	s.joinChains()
	var found []Mention
	for i := range s.hits {
		if h := &s.hits[i]; s.proven(h) {
			found = append(found, s.mention(h))
		}
	}
	return found
}

// ByForm finds the municipality that the whole of a text names, in any form:
// "Kils kommun", "Kil kommun", "kommunen i Kil", "Kils", "Göteborg stad",
// "Region Gotland", "ARBOGA KOMMUN". What else a name may be does not matter here.
func ByForm(form string) (Municipality, bool) {
	s := scan{text: form, words: words(form), index: gazetteer(), lower: true}
	s.findHits()
	s.widenHits()
	if len(s.hits) != 1 {
		return Municipality{}, false
	}
	h := s.hits[0]
	if h.from != 0 || h.to != len(s.words) {
		return Municipality{}, false
	}
	return s.index.municipalities[h.municipality], true
}

func (s *scan) mention(h *hit) Mention {
	return Mention{
		Municipality: s.index.municipalities[h.municipality],
		Start:        s.words[h.from].start,
		End:          s.words[h.to-1].end,
		Form:         h.form,
	}
}
