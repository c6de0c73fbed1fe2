package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var areaListRule = Rule{
	ID:   areaListID,
	What: "reads problem areas from the list under a heading or a lead-in that speaks of areas",
	Example: `# Arvika – medborgarlöften
Vi har valt följande prioriterade områden:
1. Narkotika
2. Trafik
# Det här lovar vi
• Polisen ska hålla trafikkontroller.`,
	Counterexample: `# Arvika – medborgarlöften
Otrygga platser enligt enkäten:
• Torget
• Parken
# Det här lovar vi
• Polisen ska hålla trafikkontroller.`,
	read: readAreaLists,
}

// maxLabelTokens is how long the name of an area may be; what is longer
// describes something.
const maxLabelTokens = 16

func readAreaLists(f *facts) {
	for _, b := range f.blocks {
		if f.namedBelow(b) {
			from, to := labelRange(b)
			f.addArea(b, from, to, model.List, areaListID, 0).scope = b.opens
			continue
		}
		if b.opens != nil || f.read[b] || !f.inAreaList(b) {
			continue
		}
		from, to := labelRange(b)
		if to <= from || undertakes(b) || to-from > maxLabelTokens {
			continue
		}
		f.addArea(b, from, to, model.List, areaListID, atoi(strings.Trim(b.Marker, ".() ")))
	}
}

// namedBelow reports whether a heading is the area that the heading right above
// it announces: "Prioriterat problem" / "Narkotika bland unga".
func (f *facts) namedBelow(b *block) bool {
	if b.index == 0 || b.opens == nil || b.opens.lead || b.opens.role != unknown || len(b.toks) == 0 || len(b.toks) > maxLabelTokens {
		return false
	}
	above := f.blocks[b.index-1].opens
	from, to := labelRange(b)
	return above != nil && !above.lead && above.role == areaList && to > from
}

// inAreaList reports whether b is an entry of a list of areas: by what leads the
// list, or because the same words head a section further on.
func (f *facts) inAreaList(b *block) bool {
	if roleOf(b) == areaList && f.inFirstList(b) && listed(b, f.reading) {
		return true
	}
	if b.Kind == model.Heading {
		return false
	}
	return b.Kind == model.Item && len(b.toks) <= maxLabelTokens && f.headsLater(b)
}

// headsLater reports whether a later heading has the words of b.
func (f *facts) headsLater(b *block) bool {
	if f.headings == nil {
		f.headings = map[string]int{}
		for _, o := range f.blocks {
			if o.opens != nil && !o.opens.lead {
				h := readAreaHeading(o.toks)
				f.headings[fold(o.text(h.from, h.to))] = o.index
			}
		}
	}
	return f.headings[fold(b.Text)] > b.index
}

// addArea records an area whose label is tokens [from, to) of b.
func (f *facts) addArea(b *block, from, to int, basis model.Basis, rule string, rank int) *area {
	a := &area{at: b, scope: b.opens}
	a.AreaFact = model.AreaFact{Fact: f.fact(b, b.toks[from].start, b.toks[to-1].end, rule), Basis: basis, Rank: rank}
	f.areas = append(f.areas, a)
	f.read[b] = true
	return a
}

// listed reports whether b is an entry of a list: an item, or one of several
// short lines without a verb.
func listed(b *block, r *reading) bool {
	if b.Kind == model.Item {
		return true
	}
	if b.in.level == runInLevel {
		return len(b.toks) <= maxLabelTokens && !b.all().has(finiteVerbs)
	}
	return shortLine(b) && (shortLine(r.neighbour(b, 1)) || shortLine(r.neighbour(b, -1)))
}

// maxLineTokens is how long an entry of a list without markers may be.
const maxLineTokens = 8

func shortLine(b *block) bool {
	return b != nil && b.Kind == model.Paragraph && len(b.toks) > 0 && len(b.toks) <= maxLineTokens &&
		!b.all().has(finiteVerbs) && !strings.Contains(".:", b.ends())
}

// neighbour is the block n places after b in the same section, nil for none.
func (r *reading) neighbour(b *block, n int) *block {
	i := b.index + n
	if i < 0 || i >= len(r.blocks) || r.blocks[i].in != b.in {
		return nil
	}
	return r.blocks[i]
}

// inFirstList reports whether b belongs to the first list of its section: what
// comes after a paragraph of another kind is none of the heading's business.
func (f *facts) inFirstList(b *block) bool {
	if b.in.lead {
		return true
	}
	end, ok := f.firstLists[b.in]
	if !ok {
		end = f.endOfFirstList(b.in)
		f.firstLists[b.in] = end
	}
	return b.index < end
}

// endOfFirstList is the block after the first list of a section.
func (f *facts) endOfFirstList(s *scope) int {
	begun := false
	for i := s.head.index + 1; i < len(f.blocks); i++ {
		o := f.blocks[i]
		below := o.in == s || o.in.parent == s && o.in.lead
		entry := below && (o.Kind == model.Item || shortLine(o))
		if begun && !entry {
			return i
		}
		if !below && o.opens != nil && !o.opens.lead {
			return i
		}
		begun = begun || entry
	}
	return len(f.blocks)
}

// labelRange is the tokens of an entry that name the area: up to a full stop,
// or to a colon or dash behind which it is explained.
func labelRange(b *block) (from, to int) {
	to = len(b.toks)
	for i, t := range b.toks {
		if i > 0 && t.kind == mark && strings.Contains(":.–;", t.low) {
			to = i
			break
		}
	}
	for to > 0 && b.toks[to-1].kind == mark && strings.Contains(",;", b.toks[to-1].low) {
		to--
	}
	if to > 1 && (b.toks[to-1].low == "och" || b.toks[to-1].low == "samt") {
		to--
	}
	h := readAreaHeading(b.toks[:to])
	if h.explicit || b.Kind == model.Heading && h.from < h.to {
		return h.from, max(h.to, h.from)
	}
	return 0, to
}

// undertakes reports whether a block has a subject that promises or does
// something: a verb that promises, any other in the present, or a passive with
// its agent.
func undertakes(b *block) bool {
	p, ok := subjectOf(b)
	if !ok {
		return false
	}
	if b.all().has(modalled) || p.from > b.sents[0].from {
		return true
	}
	return p.to < len(b.toks) && !states[b.toks[p.to].low] && presentVerb(b.toks, p.to)
}

// states are verbs in the present that do nothing.
var states = map[string]bool{
	"är": true, "har": true, "vill": true, "kan": true, "bör": true, "måste": true, "får": true, "hade": true, "var": true,
	"skulle": true, "lovade": true, "fick": true, "gav": true, "blev": true, "anser": true, "känner": true, "tycker": true,
}
