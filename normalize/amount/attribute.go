package amount

import "github.com/lofte/lofte/normalize/text"

// attributeReach is how many tokens the attributes of a noun may take.
const attributeReach = 12

// attributive reports whether a preposition at i can begin an attribute of the
// noun before it: "kontroller av langning", "sök med hund".
func (s *scanner) attributive(i int) bool {
	return s.is(i, "av", "med", "mot", "för", "i", "på", "kring", "om", "vid", "till", "hos", "från", "gällande", "rörande", "avseende", "runt", "bland", "längs", "inom")
}

// joins reports whether nothing but attributes stands between a noun that ends
// before i and the rate at j: "två sök med hund per termin".
func (s *scanner) joins(i, j int) bool {
	if i == j {
		return true
	}
	if !s.attributive(i) || j-i > attributeReach || j < i {
		return false
	}
	for k := i; k < j; k++ {
		_, number := text.Cardinal(s.word(k))
		switch {
		case s.is(k, "och", "samt", "eller", ","):
			if !s.nominal(k + 1) {
				return false
			}
		case s.ts[k].Kind != text.Word && !s.is(k, "-", "\""), s.taken[k], number, in(modal, s.word(k)), s.is(k, "att", "som", "där", "när"):
			return false
		}
	}
	return true
}

// nominal reports whether the word at k, after "och", goes on with nouns
// rather than with another action: it is no infinitive or passive, and what
// looks like a present tense has no object behind it.
func (s *scanner) nominal(k int) bool {
	w := s.word(k)
	switch {
	case w == "" || infinitiveForm(w) || hasSuffix(w, "as", "es", "rs", "ds"):
		return false
	case !hasSuffix(w, "r"):
		return true
	}
	return k+1 >= s.b || s.ts[k+1].Kind != text.Word || s.taken[k+1] || in(function, s.word(k+1))
}

// infinitiveForm reports whether w ends as infinitives do and as no definite
// plural does.
func infinitiveForm(w string) bool {
	return len(w) > 2 && hasSuffix(w, "a") && !hasSuffix(w, "arna", "erna", "orna") && !in(anyAdjective|definite, w)
}

// rateBehind reports whether a rate that a number can take follows the noun
// that ends before j, at once or after its attributes.
func (s *scanner) rateBehind(j int) bool {
	for _, r := range s.rates {
		if r.First >= j {
			return r.First == j || !r.Named && s.joins(j, r.First)
		}
	}
	return false
}

// perOccasion reports whether a rate per event stands at j, which is none in
// the calendar and lets no other one in: "två timmar per kväll".
func (s *scanner) perOccasion(j int) bool {
	if !s.is(j, "per", "/") || s.rateAt(j) {
		return false
	}
	w := s.word(j + 1)
	return event(w) || hasSuffix(w, "kväll", "natt", "pass", "helgkväll", "dagtid", "matchdag")
}
