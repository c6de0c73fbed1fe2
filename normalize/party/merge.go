package party

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Merge joins mentions of the same party, in the order in which the parties
// first come: the same kind and short name. The police without a unit are the
// unit where the document names just one. The fuller name stands, the other
// stays in as_written; the span is the first one's.
func Merge(mentions []model.Party) []model.Party {
	var merged []model.Party
	for _, p := range mentions {
		i := slices.IndexFunc(merged, func(q model.Party) bool { return same(p, q) })
		if i < 0 {
			merged = append(merged, p)
			continue
		}
		merged[i] = join(merged[i], p)
	}
	return withoutAuthority(mostExact(merged))
}

// mostExact drops the polisområde and the polisregion where a lokalpolisområde is
// named: they hold it, and do not promise beside it.
func mostExact(parties []model.Party) []model.Party {
	if !slices.ContainsFunc(parties, isLocalUnit) {
		return parties
	}
	return slices.DeleteFunc(parties, func(p model.Party) bool {
		return p.Kind == model.PoliceParty && p.Name != PoliceAuthority && !isLocalUnit(p)
	})
}

func isLocalUnit(p model.Party) bool {
	return p.Kind == model.PoliceParty && strings.HasPrefix(p.Name, "Lokalpolisområde ")
}

func same(p, q model.Party) bool {
	return p.Kind == q.Kind && strings.EqualFold(shortName(p), shortName(q))
}

// join adds what q knows to p.
func join(p, q model.Party) model.Party {
	if len(q.Name) > len(p.Name) {
		p.Name, q.Name = q.Name, p.Name
	}
	for _, w := range append([]string{q.Name}, q.AsWritten...) {
		if !strings.EqualFold(w, p.Name) && !slices.Contains(p.AsWritten, w) {
			p.AsWritten = append(slices.Clone(p.AsWritten), w)
		}
	}
	return p
}

// withoutAuthority takes the police authority into the police unit, where
// there is one unit.
func withoutAuthority(parties []model.Party) []model.Party {
	unit, authority, units := -1, -1, 0
	for i, p := range parties {
		switch {
		case p.Kind != model.PoliceParty:
		case p.Name == PoliceAuthority:
			authority = i
		default:
			unit, units = i, units+1
		}
	}
	if units != 1 || authority < 0 {
		return parties
	}
	joined := parties[unit]
	for _, w := range append(slices.Clone(parties[authority].AsWritten), PoliceAuthority) {
		if !slices.Contains(joined.AsWritten, w) {
			joined.AsWritten = append(slices.Clone(joined.AsWritten), w)
		}
	}
	parties[min(unit, authority)] = joined
	return slices.Delete(parties, max(unit, authority), max(unit, authority)+1)
}
