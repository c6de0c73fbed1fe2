package swedish

import (
	"github.com/lofte/lofte/model"
)

var areaHeadingRule = Rule{
	ID:   areaHeadingID,
	What: "reads a problem area from each heading that has commitments under it and names neither a party nor a part of the document",
	Example: `# Kinda – medborgarlöften
# Fokusområde Narkotika:
• Polisen ska upptäcka narkotikabrott.`,
	Counterexample: `# Kinda – medborgarlöften
# Aktiviteter
• Polisen ska upptäcka narkotikabrott.`,
	read: readAreaHeadings,
}

func readAreaHeadings(f *facts) {
	seen := map[*scope]bool{}
	for _, c := range f.commitments {
		s := areaScope(c.at.in)
		if s == nil {
			continue
		}
		c.area = s
		if !seen[s] {
			seen[s] = true
			f.headingArea(s)
		}
	}
}

// areaScope is the nearest section around a commitment whose heading can name
// an area, nil for none.
func areaScope(s *scope) *scope {
	for ; s != nil && s.head != nil; s = s.parent {
		if s.lead {
			continue
		}
		if s.role == areaRole || s.role == unknown {
			return s
		}
		if s.role == titleRole || s.role == periodRole || s.role.closed() {
			return nil
		}
	}
	return nil
}

// headingArea records the area of a section, or links the section to the listed
// area that its heading refers to.
func (f *facts) headingArea(s *scope) {
	h := s.area
	label := s.head.text(h.from, h.to)
	for _, a := range f.areas {
		if a.scope == s {
			return
		}
		if a.scope == nil && refersTo(h, label, a) && sameSet(a.at, s.head) {
			a.scope = s
			f.read[s.head] = true
			return
		}
	}
	if h.to <= h.from || h.to-h.from > maxLabelTokens || neutralHeading(s) {
		return
	}
	rank := h.number
	if promiseNoun(s.head.toks[0].low) {
		rank = 0
	}
	a := f.addArea(s.head, h.from, h.to, model.InHeading, areaHeadingID, rank)
	a.scope = s
}

// neutralHeading reports whether an unknown heading is a sentence about the
// promise rather than the name of an area.
func neutralHeading(s *scope) bool {
	flags := s.head.all()
	return s.role == unknown && (flags.has(vowed) || flags.has(namesLofte))
}

// sameSet reports whether two blocks stand in the same promise set, or one of
// them above all sets.
func sameSet(a, b *block) bool {
	p, q := periodScope(a), periodScope(b)
	return p == q || p == nil || q == nil
}

// periodScope is the section of a period that holds a block, nil for none.
func periodScope(b *block) *scope {
	s := b.in
	if b.opens != nil && b.opens.role == periodRole {
		s = b.opens
	}
	for ; s != nil; s = s.parent {
		if s.role == periodRole {
			return s
		}
	}
	return nil
}

// refersTo reports whether a heading means a listed area: by its number, or by
// its words.
func refersTo(h areaHeading, label string, a *area) bool {
	if h.number > 0 && h.number == a.Rank && (h.to <= h.from || overlap(label, a.Text) > 0) {
		return true
	}
	return overlap(label, a.Text) >= sameArea
}

// sameArea is the share of common words from which two labels are one area.
const sameArea = 0.6

// overlap is the share of the words of two labels that both have; a label whose
// words all stand in the other counts in full when it has more than one.
func overlap(a, b string) float64 {
	x, y := words(a), words(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	common := 0
	for w := range x {
		if y[w] {
			common++
		}
	}
	if small := min(len(x), len(y)); common == small && small > 1 {
		return 1
	}
	return float64(common) / float64(len(x)+len(y)-common)
}

// words is the set of the words of a text, without small ones.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, t := range tokenize(s) {
		if t.kind != mark && !smallWords[t.low] {
			out[t.low] = true
		}
	}
	return out
}
