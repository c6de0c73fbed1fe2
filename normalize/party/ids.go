package party

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/place"
)

// AssignIDs sets the ids of the parties of one promise set: the kind, or the
// kind with "-" and the slug of the short name where several share it. A slug
// that is taken gets a number.
func AssignIDs(parties []model.Party) {
	shared := map[model.PartyKind]int{}
	for _, p := range parties {
		shared[p.Kind]++
	}
	taken := map[string]int{}
	for i := range parties {
		p := &parties[i]
		p.ID = string(p.Kind)
		if shared[p.Kind] > 1 {
			p.ID += "-" + model.Slug(shortName(*p))
		}
		taken[p.ID]++
		if n := taken[p.ID]; n > 1 {
			p.ID += "-" + strconv.Itoa(n)
		}
	}
}

// shortName is a party's name without the words for what it is: "Stenungsund",
// "Karlstad", "Angered", "Alebyggen".
func shortName(p model.Party) string {
	if m, ok := place.ByCode(p.Code); ok && p.Code != "" {
		return m.Name
	}
	words := strings.Fields(p.Name)
	kept := slices.DeleteFunc(slices.Clone(words), isFormWord)
	if len(kept) == 0 {
		return p.Name
	}
	name := strings.Join(kept, " ")
	if p.Kind == model.DistrictParty && len(kept) < len(words) && !isFormWord(words[0]) {
		name = strings.TrimSuffix(name, "s")
	}
	return name
}

// isFormWord knows the words that say what a party is.
func isFormWord(w string) bool {
	switch strings.ToLower(w) {
	case "ab", "(publ)", "lokalpolisområde", "polisområde", "polisregion", "stadsdelsförvaltning", "stadsdelsförvaltningen",
		"stadsdelsnämnd", "stadsdelsnämnden", "stadsdel", "stadsdelen", "stadsområde", "sdf", "region":
		return true
	}
	return false
}
