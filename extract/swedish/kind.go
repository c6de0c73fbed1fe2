package swedish

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
)

// decideKind tells what the document is by its title and what was found in it:
//
//	follow_up  the title or first headings announce a follow-up, or no promise
//	           stands beside the outcomes
//	promise    commitments were found
//	other      everything else
func decideKind(f *facts) (model.Kind, string) {
	switch {
	case followUpTitle(f):
		return model.KindFollowUp, "follow-up-title"
	case minutes(f):
		return model.KindOther, "minutes"
	case genre(f):
		return model.KindOther, "genre"
	case nextPromise(f):
		return model.KindOther, "next-promise"
	case press(f) && !listedPromises(f) && !statedPromise(f):
		return model.KindOther, "press"
	case len(f.commitments) > 0 && !promissory(f):
		return model.KindOther, "no-promise-named"
	case len(f.commitments) > 0:
		return model.KindPromise, "commitments"
	case f.outcomes() > 0:
		return model.KindFollowUp, "outcomes"
	}
	return model.KindOther, "no-commitments"
}

// titleReach is how many of the first headings may announce a follow-up.
const titleReach = 2

// headingReach is how many of the first headings may do so in a document that
// makes no promises.
const headingReach = 4

// followUpTitle reports whether the title, or the heading right below it, says
// that the document reports on a promise, and no heading opens another promise.
// Of several lines in the place of a title, as a letterhead is, the first that
// names a promise counts.
func followUpTitle(f *facts) bool {
	seen, named := 0, false
	for _, b := range f.blocks {
		if b.opens == nil || b.opens.lead {
			continue
		}
		seen++
		if seen > headingReach {
			return false
		}
		first := seen == 1 || !named && (b.opens.role == titleRole || b.index <= letterheadReach)
		named = named || b.all().has(namesLofte)
		if reports(b) && (first || b.index <= titleReach || len(f.commitments) == 0 && b.frontCues(whole(b)).has(aboutFollowUp)) {
			return true
		}
	}
	return false
}

// reports reports whether a heading announces an account of a promise:
// "Uppföljning av medborgarlöftet 2018", "Så gick det med medborgarlöftet".
func reports(b *block) bool {
	flags := b.all()
	if b.opens.role == titleRole && headingRole(b.toks) == outcome && flags.has(dated) {
		return true
	}
	if !flags.has(namesLofte) || flags.has(vowed) {
		return false
	}
	if b.opens.role == titleRole && flags.has(aboutFollowUp) && !hasWord(b.toks, "och") {
		return true
	}
	first := b.frontCues(whole(b))
	return first.has(aboutFollowUp) || first.has(aboutOutcome) || headingRole(b.toks) == outcome
}

// press reports whether the document is an article about promises: people are
// quoted in it.
func press(f *facts) bool {
	for _, b := range f.blocks {
		if roleOf(b) != furniture && quotation(b) && (b.all().has(aboutSpeech) || hasWord(b.toks, "jag")) {
			return true
		}
	}
	return false
}

// statedPromise reports whether an article gives the promise itself: its period
// and several undertakings.
func statedPromise(f *facts) bool {
	stated := false
	for _, p := range f.periods {
		stated = stated || p.Rule == validityStatedID
	}
	n := 0
	for _, c := range f.commitments {
		if !f.answer(c.at) {
			n++
		}
	}
	return stated && n > 1
}

// answer reports whether a block is what somebody says in an interview: a lone
// paragraph with a dash.
func (f *facts) answer(b *block) bool {
	if b.Marker != "–" && b.Marker != "—" {
		return false
	}
	for _, i := range []int{b.index - 1, b.index + 1} {
		if i >= 0 && i < len(f.blocks) && f.blocks[i].Marker == b.Marker {
			return false
		}
	}
	return true
}

// promissory reports whether the document says that it is a promise: in its
// title, in a heading or a sentence with its period, or by a verb that vows.
func promissory(f *facts) bool {
	for _, p := range f.periods {
		if p.Rule != validityTextID && p.Rule != validityInferredID && (p.at.all().has(namesLofte) || p.Rule == validityStatedID) {
			return true
		}
	}
	for _, b := range f.blocks {
		if b.opens != nil && b.opens.role == titleRole && b.all().has(namesLofte) {
			return true
		}
		role := roleOf(b)
		if role == furniture || role == outcome || role == citizens || role == method {
			continue
		}
		if b.all().has(vowed) && b.all().has(actorNamed) || thisPromise(b) {
			return true
		}
	}
	return false
}

// thisPromise reports whether a block speaks of the promise in the definite form.
func thisPromise(b *block) bool {
	if b.Link || !b.all().has(namesLofte) {
		return false
	}
	for _, t := range b.toks {
		if promiseNoun(t.low) && (strings.HasSuffix(t.low, "löftet") || strings.HasSuffix(t.low, "löftena")) {
			return true
		}
	}
	return false
}

// minutes reports whether the document is the minutes of a board: by the words
// that only minutes have.
func minutes(f *facts) bool {
	n := 0
	for _, b := range f.blocks {
		for i := range b.toks {
			if minutesLexicon().classAt(b.toks, i) != "" {
				n++
			}
		}
	}
	return n > 1
}

//go:embed data/minutes.tsv
var minutesData string

var minutesLexicon = sync.OnceValue(func() *lexicon { return newLexicon(minutesData) })

//go:embed data/genres.tsv
var genreData string

var genreLexicon = sync.OnceValue(func() *lexicon { return newLexicon(genreData) })

// genreReach is how many of the first blocks may name the document's genre.
const genreReach = 5

// genre reports whether a short line at the start says that the document is of
// a kind that speaks about promises: minutes, a leading article, a letter.
func genre(f *facts) bool {
	for i, b := range f.blocks {
		if i < letterheadReach && introduced(b) {
			return true
		}
		if i >= genreReach || len(b.toks) == 0 || len(b.toks) > maxHeadingTokens {
			continue
		}
		class, end := genreLexicon().match(b.toks, 0)
		if class == "other" && (end == len(b.toks) || b.toks[end].kind != word || b.Kind == model.Heading) {
			return true
		}
	}
	return false
}

// introduced reports whether a paragraph begins by naming the genre of the
// document: "Det här är en vägledning för …".
func introduced(b *block) bool {
	class, end := genreLexicon().match(b.toks, 0)
	if class != "introduction" {
		return false
	}
	return genreLexicon().classAt(b.toks, end) == "other"
}

// nextPromise reports whether the title is about a promise that is still to be
// made: "Säg vad du tycker inför nästa medborgarlöfte".
func nextPromise(f *facts) bool {
	for _, b := range f.blocks {
		if b.opens == nil || b.opens.role != titleRole {
			continue
		}
		for i, t := range b.toks {
			if i > 0 && promiseNoun(t.low) && (b.toks[i-1].low == "nästa" || b.toks[i-1].low == "kommande") {
				return true
			}
		}
		return false
	}
	return false
}

// listedPromises reports whether at least two commitments stand in a list that
// a party's own lead-in or heading opens.
func listedPromises(f *facts) bool {
	n := 0
	for _, c := range f.commitments {
		if c.Rule != proseID && (promisedAbove(c.at.in) || c.at.Cell != nil) {
			n++
		}
	}
	return n > 1
}

// outcomes counts the blocks that tell what has been done.
func (f *facts) outcomes() int {
	n := 0
	for _, b := range f.blocks {
		if roleOf(b) == outcome && b.all().has(aboutOutcome) {
			n++
		}
	}
	return n
}
