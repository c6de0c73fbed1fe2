package swedish

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
	if s.rank() == partRank && o.loneArea(open, s) {
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

// loneArea reports whether an open section names its area in so many words and has
// nothing before the heading of s, which says what is done about it: "Problemområde:
// Trafik" above "Det här lovar vi". Where several areas stand so, they are a list.
func (o *outliner) loneArea(open, s *scope) bool {
	i := open.head.index
	if open.role != areaRole || !open.area.explicit || i != s.head.index-1 {
		return false
	}
	above := o.r.blocks[i-1].opens
	return above == nil || above.role != areaRole
}
