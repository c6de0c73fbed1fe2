package party

import (
	"strings"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
)

// PoliceAuthority is the name of the police where no unit is named.
const PoliceAuthority = "Polismyndigheten"

// Options is what is known of the document. The zero value knows nothing.
type Options struct {
	// Municipalities are those for which the document is; a lone "kommunen"
	// is the only one of them.
	Municipalities []place.Municipality
	// Known are parties found so far; a mention of a kind ("polisen",
	// "bolaget") or a short name ("Alebyggen") is the one that it fits.
	Known []model.Party
}

// rules are the kinds of party in the order in which they are tried. A rule
// gives the party that a whole mention names, without its id.
func rules() []func(mention, Options) (model.Party, bool) {
	return []func(mention, Options) (model.Party, bool){
		known, unit, police, district, region, municipality, council, company, association, other,
	}
}

// Canonical gives the party that a mention names as written, without an id and
// span. It is false for a mention that is no party that it knows, and for one
// that needs more of the document than the options tell.
func Canonical(written string, o Options) (model.Party, bool) {
	m, ok := newMention(written)
	if !ok {
		return model.Party{}, false
	}
	for _, rule := range rules() {
		if p, ok := rule(m, o); ok {
			return m.finish(p), true
		}
	}
	return model.Party{}, false
}

// AsNamed makes a party of kind other of a mention that is proved to be one by
// its place ("fastighetsägare" in an actor suffix).
func AsNamed(written string) model.Party {
	return model.Party{Kind: model.OtherParty, Name: strings.Join(strings.Fields(written), " ")}
}

// Kind says what kind of party a mention is, also where its name is not to be
// had: "kommunen" is a municipality, "bolaget" a company.
func Kind(written string) (model.PartyKind, bool) {
	if p, ok := Canonical(written, Options{}); ok {
		return p.Kind, true
	}
	m, ok := newMention(written)
	if !ok {
		return "", false
	}
	return genericKind(m)
}
