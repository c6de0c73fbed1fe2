package gold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lofte/lofte/model"
)

// commitment is a commitment with what its set says of its actors and areas:
// the kinds of the actors, sorted, and the labels of the areas.
type commitment struct {
	model.Commitment
	kinds  []string
	labels []string
}

// linked resolves the ids that the commitments of a record hold. An id that
// the set does not know stands for itself: so gold's labels do.
func linked(promises []model.Promise) []commitment {
	var out []commitment
	for i := range promises {
		p := &promises[i]
		kinds, labels := map[string]string{}, map[string]string{}
		for _, x := range p.Parties {
			id := x.ID
			if id == "" {
				id = string(x.Kind)
			}
			kinds[id] = string(x.Kind)
		}
		for _, a := range p.ProblemAreas {
			if a.ID != "" {
				labels[a.ID] = a.Label
			}
		}
		for _, c := range p.Commitments {
			k := resolve(c.Actors, kinds)
			slices.Sort(k)
			out = append(out, commitment{Commitment: c, kinds: slices.Compact(k), labels: resolve(c.ProblemAreas, labels)})
		}
	}
	return out
}

func resolve(ids []string, names map[string]string) []string {
	return each(ids, func(id string) string {
		if name, ok := names[id]; ok {
			return name
		}
		return id
	})
}

// sameLinks reports whether the areas of two commitments are the same.
func sameLinks(gold, got []string) bool {
	if len(gold) != len(got) {
		return false
	}
	for _, g := range gold {
		if !slices.ContainsFunc(got, func(p string) bool { return sameLabel(g, p) }) {
			return false
		}
	}
	return true
}

// targetKeys gives the targets of a commitment as they are compared at a
// level: all of what was read, then comparator, value, rate and unit, then
// without the unit and without targets that are "all".
func targetKeys(targets []model.Target, l Level) []string {
	var keys []string
	for _, t := range targets {
		core := fmt.Sprintf("%s %s per %s", t.Comparator, figure(t.Value), t.Per)
		switch l {
		case Exact:
			keys = append(keys, strings.Join([]string{core, figure(t.Max), t.Unit, t.During, strconv.FormatBool(t.Soft), strconv.FormatBool(t.Average)}, "|"))
		case Folded:
			keys = append(keys, core+"|"+fold(t.Unit))
		case Fuzzy:
			if t.Comparator != model.All {
				keys = append(keys, core)
			}
		}
	}
	return keys
}

func figure(v *float64) string {
	if v == nil {
		return "0"
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}
