package swedish

import "slices"

// opening is how many words of a sentence tell what it is about.
const opening = 4

// notUndertaking reports whether sentence i of a block is no undertaking though
// it stands where one could: it speaks of the promise's period, of following
// up, of making it known, of citizens' wishes or of what has been done.
func notUndertaking(b *block, i int) bool {
	if i >= len(b.sents) {
		return true
	}
	flags, s := b.flags[i], b.sents[i]
	front := b.frontCues(s)
	switch {
	case flags.has(namesLofte) && flags.has(aboutValidity) && flags.has(dated) && !flags.has(vowed):
		return true
	case front.has(aboutFollowUp) && (!actorFirst(b, s) && !infinitive(b) || workSubject(b.toks[s.from:s.to])):
		return true
	case flags.has(namesLofte) && flags.has(aboutFollowUp) && !flags.has(vowed):
		return true
	case flags.has(namesLofte) && flags.has(aboutCommunication) && !flags.has(vowed):
		return true
	case flags.has(aboutCommunication) && (!flags.has(modalled) && stated(b, s) || answersFor(b, s)):
		return true
	case flags.has(aboutOutcome) && !flags.has(modalled) && !infinitive(b):
		return true
	case front.has(aboutCitizens) && !infinitive(b) && !actorFirst(b, s):
		return true
	case flags.has(aboutMethod):
		return true
	case focusOnly(b, i):
		return true
	case front.has(aboutSigning) || flags.has(aboutSigning) && flags.has(dated):
		return true
	}
	return false
}

// actorFirst reports whether a sentence begins with who acts.
func actorFirst(b *block, s sentence) bool {
	_, ok := phraseAt(b.toks[:s.to], s.from)
	return ok
}

// frontCues are the cues among the first words of a sentence.
func (b *block) frontCues(s sentence) cueSet {
	var set cueSet
	for _, c := range b.cuesIn(s) {
		if c.from >= s.from && c.from < s.from+opening && c.from < s.to {
			set |= cueClasses[c.class]
		}
	}
	return set
}

// stated reports whether the subject of a sentence only is something: "LPO
// Karlstad är sammankallande".
func stated(b *block, s sentence) bool { return followedBy(b, s, "är", "har") }

// answersFor reports whether a sentence names who has a task: "Kommunen ansvarar
// för att …".
func answersFor(b *block, s sentence) bool { return followedBy(b, s, "ansvarar", "svarar") }

// followedBy reports whether a sentence begins with who acts and one of the verbs.
func followedBy(b *block, s sentence, verbs ...string) bool {
	p, ok := phraseAt(b.toks[:s.to], s.from)
	return ok && p.to < s.to && slices.Contains(verbs, b.toks[p.to].low)
}

// focusOnly reports whether a sentence only says where the work is directed.
func focusOnly(b *block, i int) bool {
	flags := b.flags[i]
	return flags.has(aboutFocus) && flags.has(modalled) && !flags.has(vowed) && directs(b, b.sents[i])
}

// directs reports whether the focus is what the sentence's verb says, not an
// addition such as "med särskilt fokus på".
func directs(b *block, s sentence) bool {
	for _, c := range b.cuesIn(s) {
		if c.from < s.from || c.to > s.to || c.class != "focus" {
			continue
		}
		if c.from == s.from {
			return true
		}
		prev := b.toks[c.from-1].low
		if prev == "med" || prev == "där" || prev == "," {
			return false
		}
		return c.from-s.from <= maxClause+4
	}
	return false
}
