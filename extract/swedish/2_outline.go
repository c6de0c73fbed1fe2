package swedish

import (
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
	next    int // the block that would go on with the list of a lead-in
}

// leadClass is what a lead-in says its items are.
type leadClass uint8

// The lead classes.
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
		o.leaveRunIn(b)
		o.leaveLists(b)
		o.top.next = b.index + 1
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

// leaveRunIn closes the section of a heading that ran into its paragraph, once b
// is past that paragraph.
func (o *outliner) leaveRunIn(b *block) {
	for s := o.top; s != nil; s = s.parent {
		if s.head != nil && s.level == runInLevel && b.index > s.head.index+1 {
			o.top = s.parent
		}
	}
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
	return s.class == leadsToPromises && (bareEntry(b) || promisedLine(s, b))
}

// promisedLine reports whether a paragraph is a line of what a lead-in with a
// colon promises: it says who does something, or is a short sentence without a
// verb right below such lines.
func promisedLine(s *scope, b *block) bool {
	if b.Kind != model.Paragraph || b.Level > 0 || len(b.sents) == 0 || s.head.ends() != ":" {
		return false
	}
	if s.next != b.index || b.all().has(namesLofte|aboutFollowUp|aboutSigning) {
		return false
	}
	if actorFirst(b, b.sents[0]) {
		return undertakes(b)
	}
	return len(b.sents) == 1 && b.ends() == "." && len(b.toks) <= maxLabelTokens && b.toks[0].capital && !b.all().has(finiteVerbs)
}

// bareEntry reports whether a paragraph reads as an entry of a list that lost
// its markers: it goes on in lower case, or says what somebody is to do.
func bareEntry(b *block) bool {
	if b.Kind != model.Paragraph || b.Level > 0 || len(b.toks) == 0 {
		return false
	}
	return !b.toks[0].capital && b.toks[0].kind == word || infinitive(b)
}

// heading opens the section of a heading.
func (o *outliner) heading(b, next *block) {
	s := &scope{head: b}
	o.classify(s, next)
	for o.top.lead || o.closes(o.top, s) {
		o.top = o.top.parent
	}
	s.parent = o.top
	if s.parent.role.closed() && s.parent.level < s.level && s.goesOn() {
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

// goesOn reports whether the heading of s parts the closed section around it and
// opens none of its own: a name that could be an area's, a time, or who has done or
// wished it. "Polisen" below "Bakgrund" promises nothing, "Polisens åtaganden" does.
func (s *scope) goesOn() bool {
	around := s.parent.role
	switch s.role {
	case unknown, timeRole:
		return around != areaList
	case actorRole:
		if around == outcome || around == citizens || around == furniture {
			return !s.head.all().has(vowed)
		}
		return around != areaList && onlyNames(s.head.toks)
	}
	return false
}

// onlyNames reports whether a heading holds actors and nothing else.
func onlyNames(toks []token) bool {
	p := actorsIn(bareHeading(toks), 0)
	for _, m := range p.actors {
		if m.genitive || m.class == model.EveryParty {
			return false
		}
	}
	return len(p.actors) > 0
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
	s.next = b.index + 1
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
