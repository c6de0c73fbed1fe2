package diff

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// casts tell the actors of two promises apart, so that they can be compared.
// A party that is the only one of its kind in both promises is known by the
// kind, for its name may be written in another way; else by code or name.
type casts struct{ sole map[model.PartyKind]bool }

func newCasts(a, b *model.Promise) casts {
	c := casts{sole: map[model.PartyKind]bool{}}
	for _, p := range []*model.Promise{a, b} {
		count := map[model.PartyKind]int{}
		for _, party := range p.Parties {
			count[party.Kind]++
			several := count[party.Kind] > 1
			if known, seen := c.sole[party.Kind]; !seen || known {
				c.sole[party.Kind] = !several
			}
		}
	}
	return c
}

// key names who does a commitment; "" is unknown.
func (c casts) key(p *model.Promise, ids []string) string {
	var keys []string
	for _, id := range ids {
		keys = append(keys, c.actor(p, id))
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), " ")
}

func (c casts) actor(p *model.Promise, id string) string {
	at := slices.IndexFunc(p.Parties, func(party model.Party) bool { return party.ID == id })
	if at < 0 {
		return id
	}
	party := p.Parties[at]
	switch {
	case c.sole[party.Kind]:
		return string(party.Kind)
	case party.Code != "":
		return string(party.Kind) + ":" + party.Code
	}
	return string(party.Kind) + ":" + model.Slug(party.Name)
}

// names are the names of parties, for people.
func names(p *model.Promise, ids []string) []string {
	var out []string
	for _, id := range ids {
		name := id
		for _, party := range p.Parties {
			if party.ID == id {
				name = party.Name
			}
		}
		out = append(out, name)
	}
	return out
}
