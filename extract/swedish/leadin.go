package swedish

import "github.com/lofte/lofte/model"

// leadIn is what block b introduces: the list, table or section after it.
// leadsNowhere for a block that introduces nothing.
func leadIn(b, next *block) leadClass {
	if next == nil || len(b.toks) == 0 || b.Kind == model.Cell {
		return leadsNowhere
	}
	listFollows := next.Kind == model.Item || next.Kind == model.Cell
	if b.Kind == model.Item && !(next.Kind == model.Item && (next.Level > b.Level || lettered(next.Marker) && !lettered(b.Marker))) {
		return leadsNowhere
	}
	open := opensList(b) && (listFollows || b.Kind != model.Heading || b.ends() != "är")
	if b.Kind == model.Item {
		if !open {
			return leadsNowhere
		}
		return leadsToPromises
	}
	if !open && !(listFollows && announces(b)) {
		return leadsNowhere
	}
	return classifyLead(b)
}

// opensList reports whether the block ends so that something must follow.
func opensList(b *block) bool {
	switch b.ends() {
	case ":", "att", "…", "genom", "är":
		return true
	case ".":
		n := len(b.toks)
		return n > 3 && b.toks[n-2].low == "." && (b.toks[n-3].low == "." || b.toks[n-3].low == "att") || n > 1 && b.toks[n-2].low == "att"
	}
	return false
}

// announces reports whether a sentence without a colon still introduces the
// list after it: "Polisen lovar följande", "Polisen kommer att".
func announces(b *block) bool {
	if b.last() < 0 {
		return false
	}
	s := b.sents[b.last()]
	if last := b.ends(); modals[last] || openEnds[last] {
		return true
	}
	for _, t := range b.toks[s.from:s.to] {
		if t.low == "följande" || t.low == "nedanstående" {
			return true
		}
	}
	return false
}

// openEnds are words at which no sentence ends.
var openEnds = map[string]bool{
	"tillsammans": true, "gemensamt": true, "dessutom": true, "också": true, "följande": true,
	"på": true, "mot": true, "med": true, "för": true, "till": true, "kring": true,
}

// leadTail is how many words before the colon tell what the items are.
const leadTail = 8

// classifyLead tells what the items of a lead-in are by its last sentences.
func classifyLead(b *block) leadClass {
	flags := b.flags[b.last()]
	before := cueSet(0)
	if b.last() > 0 {
		before = b.flags[b.last()-1]
	}
	tail := b.tailCues(min(leadTail, len(b.toks)-b.afterVerb()))
	promises := flags.has(modalled) && flags.has(actorNamed) || flags.has(vowed) || means(b)
	switch {
	case flags.has(aboutMethod):
		return leadsElsewhere
	case areasFirst(b) && !endsInMeans(b) && !flags.has(vowed):
		return leadsToAreas
	case flags.has(aboutOutcome) && !flags.has(modalled):
		return leadsElsewhere
	case flags.has(aboutFocus) && tail.has(aboutAreas) || tail.has(aboutAreas) && !tail.has(aboutMeans|modalled) || tail.has(aboutAreas) && !promises:
		return leadsToAreas
	case flags.has(aboutFocus) && !flags.has(vowed):
		return leadsToAreas
	case tail.has(aboutAreas) && !endsInMeans(b) && !flags.has(vowed):
		return leadsToAreas
	case flags.has(aboutPlaces) && !endsInMeans(b) && b.ends() == ":" && !endsInAtt(b):
		return leadsToPlaces
	case flags.has(aboutCitizens) && !flags.has(vowed):
		return leadsElsewhere
	case promises || means(b) && before.has(modalled):
		return leadsToPromises
	case flags.has(aboutAim):
		return leadsElsewhere
	case flags.has(aboutFollowUp), flags.has(aboutCitizens), flags.has(aboutCommunication):
		return leadsElsewhere
	case flags.has(aboutMeans) && (flags.has(actorNamed) || flags.has(namesLofte)):
		return leadsToPromises
	}
	return leadsNowhere
}

// areasFirst reports whether a lead-in begins with a word for areas: "Områden som
// vi ska arbeta med:".
func areasFirst(b *block) bool {
	s := b.sents[b.last()]
	for _, c := range b.cuesIn(s) {
		if c.from == s.from && c.class == "area" {
			return true
		}
	}
	return false
}

// afterVerb is the token after the last verb of the block that promises.
func (b *block) afterVerb() int {
	for i := len(b.toks) - 1; i >= 0; i-- {
		if modals[b.toks[i].low] {
			return i + 1
		}
	}
	return 0
}

// tailCues are the cues among the last n tokens of the block.
func (b *block) tailCues(n int) cueSet {
	var set cueSet
	from := len(b.toks) - n
	for _, c := range b.cues {
		if c.to > from {
			set |= cueClasses[c.class]
		}
	}
	return set
}

// means reports whether a lead-in says that the items are how it is done.
func means(b *block) bool {
	return endsInMeans(b) || b.tailCues(4).has(aboutMeans) && b.all().has(actorNamed|namesLofte|vowed)
}

// endsInMeans reports whether the block ends in "genom att:" or "genom:".
func endsInMeans(b *block) bool {
	n := len(b.toks)
	for i := n - 1; i >= 0 && i >= n-5; i-- {
		if b.toks[i].low == "genom" {
			return true
		}
	}
	return false
}

func endsInAtt(b *block) bool {
	n := len(b.toks)
	for i := n - 1; i >= 0 && i >= n-4; i-- {
		if b.toks[i].low == "att" {
			return true
		}
	}
	return false
}

// saysWe reports whether a block speaks of "vi" and what is ours.
func (b *block) saysWe() bool {
	for _, t := range b.toks {
		switch t.low {
		case "vi", "vår", "vårt", "våra":
			return true
		}
	}
	return false
}
