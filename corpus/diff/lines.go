package diff

import (
	"fmt"
	"slices"
	"strings"
)

// Lines tells the changes in one line for each municipality, in the order of
// their names:
//
//	Kil: 1 commitment added, 2 commitments reworded
//
// A change of a promise that several municipalities made stands in the line of
// each.
func (r *Report) Lines(l Language) string {
	var b strings.Builder
	for _, g := range r.byMunicipality(l) {
		var parts []string
		for _, k := range Kinds() {
			if n := g.count(k); n > 0 {
				parts = append(parts, l.phrase(k).of(n))
			}
		}
		fmt.Fprintf(&b, "%s: %s\n", g.name, strings.Join(parts, ", "))
	}
	return b.String()
}

func (p phrase) of(n int) string {
	if n == 1 {
		return fmt.Sprintf(p.one, n)
	}
	return fmt.Sprintf(p.many, n)
}

// group is the changes of one municipality.
type group struct {
	name    string
	changes []*Change
}

func (g *group) count(k Kind) int {
	n := 0
	for _, c := range g.changes {
		if c.Kind == k {
			n++
		}
	}
	return n
}

func (r *Report) byMunicipality(l Language) []group {
	var groups []group
	for i := range r.Changes {
		for _, name := range r.Changes[i].places(l) {
			at := slices.IndexFunc(groups, func(g group) bool { return g.name == name })
			if at < 0 {
				groups = append(groups, group{name: name})
				at = len(groups) - 1
			}
			groups[at].changes = append(groups[at].changes, &r.Changes[i])
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int { return strings.Compare(a.name, b.name) })
	return groups
}

// places are the names of the municipalities that a change is about.
func (c *Change) places(l Language) []string {
	var names []string
	for _, m := range c.Municipalities {
		names = append(names, m.Name)
	}
	if len(names) == 0 {
		return []string{l.terms().unknown}
	}
	return names
}

// Headline tells one change in a line: what, where and for when.
func (c *Change) Headline(l Language) string {
	where := strings.Join(c.places(l), ", ")
	if c.District != "" {
		where += " (" + c.District + ")"
	}
	if c.Period != "" {
		where += " " + when(c.Period)
	}
	return where + ": " + l.phrase(c.Kind).label
}

// Details tell what a change says and said, as plain text.
func (c *Change) Details(l Language) string {
	quote := func(s string) string { return "”" + s + "”" }
	switch c.Kind {
	case PromiseAdded, PromiseRemoved:
		text := c.Title
		if c.Replaces != "" {
			text = strings.TrimSpace(text + " (" + fmt.Sprintf(l.terms().replaces, when(c.Replaces)) + ")")
		}
		return text
	case PeriodChanged:
		return when(c.Was) + " → " + when(c.Period)
	case CommitmentReworded:
		return quote(c.Was) + " → " + quote(c.Text)
	case CommitmentMoved:
		return quote(c.Text) + ": " + strings.Join(c.From, ", ") + " → " + strings.Join(c.To, ", ")
	}
	if len(c.Actors) == 0 {
		return quote(c.Text)
	}
	return strings.Join(c.Actors, ", ") + ": " + quote(c.Text)
}

// when shows a period: one that is all of a year as that year, an unknown one
// as a question mark.
func when(edtf string) string {
	from, to, _ := strings.Cut(edtf, "/")
	year, whole := strings.CutSuffix(from, "-01-01")
	switch {
	case edtf == "":
		return "?"
	case whole && to == year+"-12-31":
		return year
	}
	return edtf
}
