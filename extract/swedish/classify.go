package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// classify gives a heading's section its role, actors and area.
func (o *outliner) classify(s *scope, next *block) {
	b := s.head
	toks := b.toks
	s.level = headingLevel(b)
	s.year = b.all().has(dated)
	if o.r.title == nil && !o.letterhead(b) && headingRole(toks) != furniture {
		o.r.title = b
		s.role, s.level = titleRole, 0
		return
	}
	if o.r.title != nil && b.index == o.r.title.index+1 && !o.r.title.all().has(dated) && placeAndYear(toks) {
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
	case s.role == unknown && areasListed(toks) && next != nil && next.Kind != model.Heading:
		s.role = areaList
	case s.role == unknown && timeHeading(toks):
		s.role = timeRole
	default:
		o.actorOrArea(s, next)
	}
}

// letterhead reports whether a heading is only the names of those who publish,
// and another heading follows that can be the title.
func (o *outliner) letterhead(b *block) bool {
	for i := 0; i < len(b.toks); {
		p, ok := phraseAt(b.toks, i)
		switch {
		case ok:
			i = p.to
		case b.toks[i].kind == mark:
			i++
		default:
			return false
		}
	}
	for _, next := range o.r.blocks[b.index+1 : min(b.index+1+letterheadReach, len(o.r.blocks))] {
		if next.Kind == model.Heading && next.all().has(namesLofte) {
			return true
		}
	}
	return false
}

// letterheadReach is within how many blocks after a letterhead the title stands.
const letterheadReach = 8

// promisesHere reports whether a heading is itself a promise, whatever else its
// words speak of: "Så här lovar polisen att …".
func promisesHere(b *block) bool {
	return b.all().has(vowed) && b.all().has(actorNamed) && !refuses(b.toks)
}

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
	if h := readAreaHeading(b.toks); h.number > 0 && h.explicit && h.to > h.from && !b.all().has(vowed) {
		s.role, s.area = areaRole, h
		return
	}
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
		if asksWhatWeDo(b) {
			s.role, s.area = areaRole, areaHeading{to: len(b.toks), explicit: true}
		}
		return
	}
	s.area = readAreaHeading(b.toks)
	if s.area.explicit {
		s.role = areaRole
	}
}

// asksWhatWeDo reports whether a heading asks what is done about something: "Vad
// gör vi åt inbrotten?" It names an area as its own words do.
func asksWhatWeDo(b *block) bool {
	return headingLexicon().classAt(b.toks, 0) == "area/start" && b.ends() == "?"
}

// onlyWe reports whether a heading names nobody but "vi".
func onlyWe(p actorPhrase) bool { return len(p.actors) > 0 && everybodyActs(p) }

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

// titleReachInLines is how many of the first blocks may be a title that no mark
// of the source tells from a paragraph.
const titleReachInLines = 3

// titleLike reports whether a paragraph at the start is the name of a promise:
// "Medborgarlöfte för trygghet i Ovanåkers kommun".
func titleLike(b *block) bool {
	return b.index < titleReachInLines && promiseNoun(b.toks[0].low) && b.toks[0].capital &&
		!b.all().has(aboutValidity) && len(b.sents) == 1 && b.ends() != "." && b.ends() != ":"
}

// headingLike reports whether a block heads a section: a heading of the source,
// or a short paragraph without a verb that ends in a colon, names an area in so
// many words, names nothing but an actor above a list, or stands first and names
// the promise.
func headingLike(b, next *block) bool {
	if b.Kind == model.Heading {
		return true
	}
	if b.Kind != model.Paragraph || b.Level > 0 || len(b.toks) == 0 || len(b.toks) > maxHeadingTokens {
		return false
	}
	if namesWho(b, next) {
		return true
	}
	if b.all().has(finiteVerbs) {
		return false
	}
	if titleLike(b) {
		return true
	}
	if h := readAreaHeading(b.toks); h.explicit && (h.number > 0 || strings.Contains(b.Text, ":")) && b.toks[0].capital {
		return b.ends() != "." || strings.Contains(b.Text, ":") && len(b.sents) == 1
	}
	return len(b.sents) == 1 && b.ends() == ":" && b.toks[0].capital && (next == nil || next.Kind != model.Heading)
}

// namesWho reports whether a line right above a list only says whose the items
// are, or that they are what is done: "Polisens insatser", "Gemensamma åtgärder".
func namesWho(b, next *block) bool {
	if next == nil || next.Kind != model.Item || len(b.toks) > maxLabelItem || b.toks[len(b.toks)-1].kind == mark {
		return false
	}
	p, _, ok := actorHeading(b.toks)
	return ok && b.toks[0].capital && !ownsOthers(b.toks, p) || neutralNoun(b.toks)
}

// ownsOthers reports whether a line names what an actor has rather than does:
// "Kommunens skolor".
func ownsOthers(toks []token, p actorPhrase) bool {
	for _, m := range p.actors {
		if m.genitive && !actorFillers[toks[len(toks)-1].low] {
			return true
		}
	}
	return false
}

// placeAndYear reports whether a line is the second of a title without a year: the
// name of the place and the year, as in "Falköping 2023".
func placeAndYear(toks []token) bool {
	named, dated := false, false
	for _, t := range toks {
		if t.kind == word && (!t.capital || len(toks) > maxLabelItem) {
			return false
		}
		named, dated = named || t.kind == word, dated || hasYear(t)
	}
	return named && dated && !promiseNoun(toks[0].low)
}
