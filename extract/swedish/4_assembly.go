package swedish

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Parse reads the promises of a document: cues, outline, facts, assembly. It
// states what stands in the text, verbatim, and interprets nothing.
func Parse(doc *model.Document) *model.Facts {
	r := markCues(doc)
	buildOutline(r)
	f := newFacts(r)
	for _, rule := range Rules() {
		rule.read(f)
	}
	return assemble(f)
}

// assemble is the last pass: it parts the facts into promise sets and counts
// what the rules explained.
func assemble(f *facts) *model.Facts {
	out := &model.Facts{}
	out.Kind, out.KindRule = decideKind(f)
	if f.title != nil {
		t := f.fact(f.title, 0, len(f.title.Text), "title")
		out.Title = &t
	}
	out.Explained, out.Total = f.coverage()
	if out.Kind != model.KindPromise {
		return out
	}
	sets := periodSets(f)
	if len(sets) < 2 {
		out.Sets = []model.SetFacts{f.set(nil, sets)}
		return out
	}
	for _, s := range sets {
		out.Sets = append(out.Sets, f.set(s, sets))
	}
	return out
}

// periodSets are the sections that each hold the promise of one period: those
// of headings with a period and commitments below. Where a period stands in
// the title and no such section has another, there is one set.
func periodSets(f *facts) []*scope {
	var sets []*scope
	for _, c := range f.commitments {
		s := periodScope(c.at)
		if s == nil || s.head == nil {
			continue
		}
		if !containsScope(sets, s) {
			sets = append(sets, s)
		}
	}
	return distinctPeriods(sets)
}

func containsScope(sets []*scope, s *scope) bool {
	for _, o := range sets {
		if o == s {
			return true
		}
	}
	return false
}

// distinctPeriods drops the sections whose heading repeats an earlier period.
func distinctPeriods(sets []*scope) []*scope {
	seen := map[string]bool{}
	var out []*scope
	for _, s := range sets {
		key := datesIn(s.head.toks)
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, s)
	}
	return out
}

// datesIn is the row of months and years in tokens.
func datesIn(toks []token) string {
	var b strings.Builder
	for _, t := range toks {
		if hasYear(t) || months[t.low] {
			b.WriteString(t.low + " ")
		}
	}
	return b.String()
}

// belongs reports whether what stands in a block belongs to set s: it stands in
// its section, or in none of any set. A nil s takes everything.
func belongs(b *block, s *scope, sets []*scope) bool {
	if s == nil {
		return true
	}
	p := periodScope(b)
	if p == s {
		return true
	}
	if p == nil {
		return true
	}
	return !containsScope(sets, p) && datesIn(p.head.toks) == datesIn(s.head.toks)
}

// set collects the facts of one promise set.
func (f *facts) set(s *scope, sets []*scope) model.SetFacts {
	var out model.SetFacts
	out.Title = f.setTitle(s, sets)
	slices.SortStableFunc(f.areas, func(a, b *area) int { return a.Span.Start - b.Span.Start })
	index := map[*area]int{}
	byScope := map[*scope]int{}
	for _, a := range f.areas {
		if belongs(a.at, s, sets) {
			index[a] = len(out.Areas)
			if a.scope != nil {
				byScope[a.scope] = len(out.Areas)
			}
			out.Areas = append(out.Areas, a.AreaFact)
		}
	}
	f.setCommitments(&out, s, sets, index, byScope)
	for _, u := range f.followUps {
		if belongs(u.at, s, sets) {
			out.FollowUps = append(out.FollowUps, u.FollowUpFact)
		}
	}
	f.setPeriods(&out, s, sets)
	f.setPassages(&out, s, sets)
	f.setParties(&out, s, sets)
	return out
}

// setCommitments adds the commitments of a set; one that is printed twice
// counts once.
func (f *facts) setCommitments(out *model.SetFacts, s *scope, sets []*scope, index map[*area]int, byScope map[*scope]int) {
	seen := map[string]bool{}
	for _, c := range f.commitments {
		key := fold(c.Text)
		if !belongs(c.at, s, sets) || seen[key] || s != nil && periodScope(c.at) == nil {
			continue
		}
		seen[key] = true
		if i, ok := byScope[c.area]; ok && c.area != nil {
			c.Areas = []int{i}
		}
		if i, ok := index[c.row]; ok && c.row != nil {
			c.Areas = []int{i}
		}
		out.Commitments = append(out.Commitments, c.CommitmentFact)
	}
}

// setPeriods adds the passages that may give the period, the most trusted first.
// Where a document has several sets, a set's own come before shared ones.
func (f *facts) setPeriods(out *model.SetFacts, s *scope, sets []*scope) {
	for _, own := range []bool{true, false} {
		for _, rule := range []string{validityStatedID, validityHeadingID, validityMentionID, validityTextID, validityInferredID} {
			for _, p := range f.periods {
				if p.Rule == rule && belongs(p.at, s, sets) && own == (s == nil || periodScope(p.at) == s) {
					out.Periods = append(out.Periods, p.PeriodFact)
				}
			}
		}
	}
}

func (f *facts) setPassages(out *model.SetFacts, s *scope, sets []*scope) {
	for _, g := range f.goals {
		if belongs(g.at, s, sets) {
			out.Goals = append(out.Goals, g.Fact)
		}
	}
	for _, p := range f.situations {
		if belongs(p.at, s, sets) && out.Situation == nil {
			out.Situation = &p.Fact
		}
	}
	for _, p := range f.signedOn {
		if belongs(p.at, s, sets) && out.SignedOn == nil {
			out.SignedOn = &p.Fact
		}
	}
	for _, p := range f.districts {
		if out.District == nil {
			out.District = &p.Fact
		}
	}
	seen := map[string]bool{}
	for _, p := range f.signatories {
		if key := fold(p.Name.Text); belongs(p.at, s, sets) && !seen[key] {
			seen[key] = true
			out.Signatories = append(out.Signatories, p.SignatoryFact)
		}
	}
}

// setParties adds the parties, and the passages that may name the municipality:
// the titles, then the text.
func (f *facts) setParties(out *model.SetFacts, s *scope, sets []*scope) {
	for _, p := range f.parties {
		if belongs(p.at, s, sets) {
			out.Parties = append(out.Parties, p.ActorFact)
		}
	}
	for _, b := range f.blocks {
		if b == f.title || b.opens != nil && (b.opens.role == periodRole || b.opens.role == titleRole) {
			out.Places = append(out.Places, f.fact(b, 0, len(b.Text), "title"))
		}
	}
	for _, b := range f.blocks {
		if role := roleOf(b); b != f.title && b.Kind == model.Paragraph && role != furniture && role != outcome && !b.Link {
			out.Places = append(out.Places, f.fact(b, 0, len(b.Text), "text"))
		}
	}
}

// setTitle is the heading of a set where it is not the document's title.
func (f *facts) setTitle(s *scope, sets []*scope) *model.Fact {
	if s == nil && len(sets) == 1 {
		s = sets[0]
	}
	if s == nil || s.head == f.title {
		return nil
	}
	t := f.fact(s.head, 0, len(s.head.Text), "set-title")
	return &t
}

// coverage counts the code points of the blocks and those that rules explained.
func (f *facts) coverage() (explained, total int) {
	explained = f.explained
	for _, b := range f.blocks {
		n := b.Span.Len()
		total += n
		if f.read[b] || b.opens != nil {
			explained += n
		}
	}
	return min(explained, total), total
}
