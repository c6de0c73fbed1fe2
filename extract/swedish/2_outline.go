package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// scope is a section of the outline: what a heading or a lead-in opens, up to
// where it ends. Facts inherit period, area and actor from the scopes above
// them; the nearest wins.
type scope struct {
	parent *scope
	head   *block // nil for the root
	level  int
	role   role
	// lead says that the head introduces the list below it and nothing else.
	lead  bool
	class leadClass // what a lead-in introduces
	actor actorPhrase
	every bool // the head names every party
	area  areaHeading
	// general is a lead-in that introduces sections, not a list: it gives the
	// actors where nothing nearer does.
	general *block
	year    bool
}

// leadClass is what a lead-in says its items are.
type leadClass uint8

const (
	leadsNowhere leadClass = iota
	leadsToPromises
	leadsToAreas
	leadsToPlaces
	leadsElsewhere // wishes, aims, outcomes, follow-up: no commitments
)

// buildOutline is the second pass: it finds the headings and lead-ins and gives
// every block the section that holds it.
func buildOutline(r *reading) {
	o := &outliner{r: r, root: &scope{level: -1}, repeated: repeatedHeadings(r.blocks), actorsAbove: map[*scope]int{}}
	r.root = o.root
	o.top = o.root
	for i, b := range r.blocks {
		o.place(i, b)
	}
	undatedPeriods(r.blocks)
}

// undatedPeriods gives a heading that names the promise without its year the
// role of a period where its equal beside it has one: "Nytt medborgarlöfte"
// above "Medborgarlöfte 2015".
func undatedPeriods(blocks []*block) {
	type place struct {
		parent *scope
		level  int
	}
	dated := map[place]bool{}
	for _, b := range blocks {
		if b.opens != nil && b.opens.role == periodRole {
			dated[place{b.opens.parent, b.opens.level}] = true
		}
	}
	for _, b := range blocks {
		s := b.opens
		if s == nil || s.lead || s.role != promise && s.role != unknown || !b.all().has(namesLofte) || numbered(b.toks) {
			continue
		}
		if dated[place{s.parent, s.level}] {
			s.role = periodRole
		}
	}
}

type outliner struct {
	r        *reading
	root     *scope
	top      *scope
	repeated map[string]bool
	// actorsAbove are the sections of areas that are parted by actors, with the
	// level of the actors' headings: their equals name actors too.
	actorsAbove map[*scope]int
}

// place puts block b into the outline.
func (o *outliner) place(i int, b *block) {
	next := o.after(i)
	switch {
	case headingLike(b, next):
		o.heading(b, next)
	default:
		o.leaveLists(b)
		b.in = o.top
		class := leadIn(b, next)
		if class == leadsNowhere && o.announcesAreas(b) {
			class = leadsToAreas
		}
		if class != leadsNowhere {
			o.lead(b, class, next)
		}
	}
}

// announcesAreas reports whether a paragraph speaks of a number of areas and as
// many short items follow: "… enats om tre fokusområden."
func (o *outliner) announcesAreas(b *block) bool {
	count := announcedAreas(b)
	if count < 2 || b.Kind != model.Paragraph {
		return false
	}
	n := 0
	for _, item := range o.r.blocks[b.index+1:] {
		if item.Kind != model.Item {
			break
		}
		if undertakes(item) || len(item.toks) > maxLabelTokens {
			return false
		}
		n++
	}
	return n == count
}

// announcedAreas is the number that stands before a word for areas, 0 for none.
func announcedAreas(b *block) int {
	for _, c := range b.cues {
		if c.class != "area" {
			continue
		}
		for i := max(0, c.from-2); i < c.to; i++ {
			if n := numberWords[b.toks[i].low]; n > 1 {
				return n
			}
			if n := atoi(b.toks[i].low); n > 1 && n <= maxEnumerated {
				return n
			}
		}
	}
	return 0
}

// after is the block that follows block i, nil at the end.
func (o *outliner) after(i int) *block {
	if i+1 < len(o.r.blocks) {
		return o.r.blocks[i+1]
	}
	return nil
}

// leaveLists closes the lead-ins that do not hold b.
func (o *outliner) leaveLists(b *block) {
	for o.top.lead && !holds(o.top, b) {
		o.top = o.top.parent
	}
}

// holds reports whether the list that s leads goes on with b.
func holds(s *scope, b *block) bool {
	head := s.head
	switch {
	case b.Kind == model.Cell:
		return head.Kind != model.Item
	case head.Kind == model.Item:
		return b.Level > head.Level || b.Kind == model.Item && b.Level == head.Level && lettered(b.Marker) && !lettered(head.Marker)
	case b.Kind == model.Item:
		return true
	case b.Level > 0:
		return true
	}
	return unmarkedItem(s, b)
}

// lettered reports whether a marker is a letter, as below a numbered item.
func lettered(marker string) bool {
	return len(marker) == 2 && marker[0] >= 'a' && marker[0] <= 'z'
}

// unmarkedItem reports whether a paragraph goes on with a promise that the
// lead-in left open, as a list whose markers got lost.
func unmarkedItem(s *scope, b *block) bool {
	if s.class != leadsToPromises || b.Kind != model.Paragraph || len(b.toks) == 0 || b.toks[0].capital {
		return false
	}
	return true
}

// heading opens the section of a heading.
func (o *outliner) heading(b, next *block) {
	s := &scope{head: b}
	o.classify(s, next)
	for o.top.lead || o.closes(o.top, s) {
		o.top = o.top.parent
	}
	s.parent = o.top
	if s.role == unknown && s.parent.role.closed() && s.parent.level < s.level {
		s.role = s.parent.role
	}
	if s.role == unknown && o.actorsAbove[s.parent] == s.level {
		s.role = actorRole
		s.actor = actorPhrase{actors: []mention{{0, len(b.toks), model.NamedActor, false}}, to: len(b.toks)}
	}
	if s.role == actorRole && (s.parent.role == unknown || s.parent.role == areaRole) && s.parent != o.root {
		o.actorsAbove[s.parent] = s.level
	}
	b.in, b.opens = o.top, s
	o.top = s
}

// Ranks order headings of one level by their roles: a section stays open for
// the headings of a higher rank.
const (
	titleRank = iota
	periodRank
	partRank
	areaRank
	actorRank
	innerRank
	leafRank
)

// rank is how long a section of the role stays open among its equals.
func (s *scope) rank() int {
	switch {
	case s.role == titleRole:
		return titleRank
	case s.role == periodRole:
		return periodRank
	case s.role.closed():
		return leafRank
	case s.role == promise && len(s.actor.actors) == 0:
		return partRank
	case s.hasActor():
		return actorRank
	}
	return areaRank
}

func (s *scope) hasActor() bool { return len(s.actor.actors) > 0 || s.every }

// closes reports whether the heading of s ends the open section.
func (o *outliner) closes(open, s *scope) bool {
	if open == o.root || open.role == titleRole && open.head == o.r.title {
		return false
	}
	if open.level != s.level {
		return open.level > s.level
	}
	if open.rank() == actorRank && s.rank() == areaRank && open.head.index == s.head.index-1 {
		return false
	}
	incoming := s.rank()
	if incoming == leafRank || incoming == partRank {
		incoming = partRank
		if o.repeated[fold(s.head.Text)] {
			incoming = innerRank
		}
	}
	return open.rank() >= incoming
}

// classify gives a heading's section its role, actors and area.
func (o *outliner) classify(s *scope, next *block) {
	b := s.head
	toks := b.toks
	s.level = headingLevel(b)
	s.year = b.all().has(dated)
	if o.r.title == nil {
		o.r.title = b
		s.role, s.level = titleRole, 0
		return
	}
	s.role = headingRole(toks)
	lofte := len(toks) > 0 && promiseNoun(toks[0].low)
	switch {
	case s.role.closed() && !promisesHere(b):
	case s.year && b.all().has(namesLofte) && !numbered(toks) || onlyYears(toks):
		s.role = periodRole
	case lofte && !numbered(toks) && leadIn(b, next) != leadsToAreas:
		s.role = promise
	default:
		o.actorOrArea(s, next)
	}
}

// promisesHere reports whether a heading is itself a promise, whatever else its
// words speak of: "Så här lovar polisen att …".
func promisesHere(b *block) bool { return b.all().has(vowed) && b.all().has(actorNamed) }

// numbered reports whether a heading counts a promise: "Löfte 1", "Löfte nr 2".
func numbered(toks []token) bool {
	h := readAreaHeading(toks)
	return h.explicit && (h.number > 0 || h.to > h.from)
}

func onlyYears(toks []token) bool {
	for _, t := range toks {
		if t.kind != mark && !hasYear(t) {
			return false
		}
	}
	return len(toks) > 0
}

// actorOrArea decides whether a heading names who acts or what about.
func (o *outliner) actorOrArea(s *scope, next *block) {
	b := s.head
	if p, every, ok := actorHeading(b.toks); ok {
		s.role, s.actor, s.every = actorRole, p, every
		if onlyWe(p) {
			s.role, s.actor, s.every = promise, actorPhrase{}, true
		}
		if leadIn(b, next) == leadsToPromises {
			s.class = leadsToPromises
		}
		return
	}
	if h := readAreaHeading(b.toks); h.explicit && h.to > h.from && !b.all().has(vowed) {
		s.role, s.area = areaRole, h
		return
	}
	if class := leadIn(b, next); class != leadsNowhere {
		s.class = class
		s.role = leadRole(class)
		s.actor, _ = subjectOf(b)
		s.every = len(s.actor.actors) == 0 && b.all().has(vowed)
		if class == leadsToPromises && aimThenMeans(b) {
			s.role, s.area = areaRole, readAreaHeading(b.toks)
		}
		return
	}
	if s.role == promise {
		s.every = b.saysWe()
		return
	}
	s.area = readAreaHeading(b.toks)
	if s.area.explicit {
		s.role = areaRole
	}
}

// onlyWe reports whether a heading names nobody but "vi".
func onlyWe(p actorPhrase) bool {
	for _, m := range p.actors {
		if m.class != model.EveryParty {
			return false
		}
	}
	return len(p.actors) > 0
}

// aimThenMeans reports whether a heading without a subject names an aim and
// goes on "genom att:": "Förebygga narkotikamissbruket genom att:".
func aimThenMeans(b *block) bool {
	if b.all().has(modalled) || b.all().has(actorNamed) {
		return false
	}
	h := readAreaHeading(b.toks)
	return h.to > h.from && h.to < len(b.toks) && b.toks[h.to].low == "genom"
}

func leadRole(c leadClass) role {
	switch c {
	case leadsToPromises:
		return promise
	case leadsToAreas:
		return areaList
	case leadsToPlaces:
		return places
	}
	return method
}

// lead opens the list of a lead-in. One that introduces sections and no list
// belongs to the section around it.
func (o *outliner) lead(b *block, class leadClass, next *block) {
	s := &scope{parent: o.top, head: b, lead: true, class: class, level: o.top.level}
	s.role = leadRole(class)
	if shut := o.shutting(); shut != unknown {
		s.role, s.class = shut, leadsElsewhere
	}
	s.actor, _ = subjectOf(b)
	s.every = len(s.actor.actors) == 0 && (b.all().has(vowed) || class == leadsToPromises && b.saysWe())
	if next != nil && next.Kind != model.Item && next.Kind != model.Cell && headingLike(next, nil) {
		if class == leadsToPromises {
			open := o.top
			for open.role.closed() && open.parent != nil {
				open = open.parent
			}
			open.general = b
		}
		return
	}
	b.opens = s
	o.top = s
}

// shutting is the role of a section around that no lead-in opens again: what has
// been done, what others want, what belongs to the page and not to the text.
func (o *outliner) shutting() role {
	for s := o.top; s != nil; s = s.parent {
		switch s.role {
		case outcome, citizens, furniture, method:
			return s.role
		case periodRole, titleRole, areaRole, actorRole, promise:
			return unknown
		}
	}
	return unknown
}

// headingLevel is the level of a heading; what only looks like one is lowest.
func headingLevel(b *block) int {
	if b.Kind == model.Heading && b.Level > 0 {
		return b.Level
	}
	return pseudoLevel
}

// repeatedHeadings are the headings that stand more than once: parts of each
// area, not of the document.
func repeatedHeadings(blocks []*block) map[string]bool {
	seen, repeated := map[string]bool{}, map[string]bool{}
	for _, b := range blocks {
		if b.Kind != model.Heading {
			continue
		}
		key := fold(b.Text)
		repeated[key] = repeated[key] || seen[key]
		seen[key] = true
	}
	return repeated
}

// fold is a text for comparison: lower case, without the marks at its ends.
func fold(s string) string { return strings.Trim(strings.ToLower(s), " .:;,…•-–—?!\"”") }

// maxHeadingTokens is the length up to which a paragraph can be a heading that
// its source did not mark as one.
const maxHeadingTokens = 12

// headingLike reports whether a block heads a section: a heading of the source,
// or a short paragraph that ends in a colon without a verb, or one that names
// an area in so many words.
func headingLike(b, next *block) bool {
	if b.Kind == model.Heading {
		return true
	}
	if b.Kind != model.Paragraph || b.Level > 0 || len(b.toks) == 0 || len(b.toks) > maxHeadingTokens {
		return false
	}
	if b.all().has(finiteVerbs) {
		return false
	}
	if h := readAreaHeading(b.toks); h.explicit && (h.number > 0 || strings.Contains(b.Text, ":")) && b.toks[0].capital {
		return b.ends() != "."
	}
	return len(b.sents) == 1 && b.ends() == ":" && b.toks[0].capital && (next == nil || next.Kind != model.Heading)
}
