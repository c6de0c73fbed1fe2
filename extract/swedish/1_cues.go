package swedish

import (
	_ "embed"
	"sort"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
)

//go:embed data/cues.tsv
var cueData string

var cueLexicon = sync.OnceValue(func() *lexicon { return newLexicon(cueData) })

// cueSet is the set of cue classes that a sentence or a block holds.
type cueSet uint32

// The cue classes; the words of each are in data/cues.tsv, but for those below
// dated, which the tokens themselves show.
const (
	aboutValidity cueSet = 1 << iota
	aboutAgreement
	aboutFollowUp
	aboutCommunication
	aboutFocus
	aboutAim
	aboutCitizens
	aboutOutcome
	aboutSpeech
	aboutSigning
	aboutAreas
	aboutPlaces
	aboutMeans
	aboutRevision
	aboutMethod
	dated       // a year
	namesLofte  // the promise itself
	vowed       // "lovar" and its like
	modalled    // any verb that promises
	actorNamed  // an actor
	finiteVerbs // any finite verb
)

var cueClasses = map[string]cueSet{
	"validity": aboutValidity, "agreement": aboutAgreement, "followup": aboutFollowUp,
	"communication": aboutCommunication, "focus": aboutFocus, "aim": aboutAim, "citizens": aboutCitizens,
	"outcome": aboutOutcome, "speech": aboutSpeech, "signing": aboutSigning, "area": aboutAreas,
	"places": aboutPlaces, "means": aboutMeans, "revision": aboutRevision, "method": aboutMethod,
}

func (s cueSet) has(c cueSet) bool { return s&c != 0 }

// block is a block of the document with what the first pass marked in it.
type block struct {
	model.Block
	index int // in reading.blocks
	toks  []token
	sents []sentence
	flags []cueSet // for each sentence
	union cueSet   // of all sentences
	cues  []cue
	in    *scope // the innermost section that holds the block
	opens *scope // the section that the block heads, if any
	// at is a byte of the text and the code points before it, from which the
	// next place is counted on: rules read a block from front to end.
	at struct{ bytes, points int }
}

// reading is one document on its way through the passes.
type reading struct {
	doc    *model.Document
	blocks []*block
	root   *scope
	title  *block
}

// markCues is the first pass: it splits the blocks into tokens and sentences
// and marks the cue words in them.
func markCues(doc *model.Document) *reading {
	r := &reading{doc: doc}
	topics := labelsTopics(doc)
	for _, b := range doc.Blocks {
		for _, part := range splitLabel(doc, splitNumber(doc, b), topics) {
			r.blocks = append(r.blocks, newBlock(part, len(r.blocks)))
		}
	}
	return r
}

func newBlock(b model.Block, index int) *block {
	out := &block{Block: b, index: index, toks: tokenize(b.Text)}
	out.sents = sentences(b.Text, out.toks)
	out.cues = cueLexicon().find(out.toks)
	out.flags = make([]cueSet, len(out.sents))
	c := 0
	for i, s := range out.sents {
		for ; c < len(out.cues) && out.cues[c].from < s.to; c++ {
			out.flags[i] |= cueClasses[out.cues[c].class]
		}
		out.flags[i] |= tokenCues(out.toks[s.from:s.to])
		out.union |= out.flags[i]
	}
	return out
}

// tokenCues are the classes that single tokens show.
func tokenCues(toks []token) cueSet {
	var set cueSet
	for i, t := range toks {
		switch {
		case vows[t.low]:
			set |= vowed | modalled | finiteVerbs
		case modals[t.low]:
			set |= modalled | finiteVerbs
		case finite(t.low):
			set |= finiteVerbs
		case hasYear(t):
			set |= dated
		case promiseNoun(t.low):
			set |= namesLofte
		}
		if _, ok := mentionAt(toks, i); ok {
			set |= actorNamed
		}
	}
	return set
}

// all is the union of the sentences' cues.
func (b *block) all() cueSet { return b.union }

// cuesIn are the cues that begin in a sentence.
func (b *block) cuesIn(s sentence) []cue { return b.cuesBetween(s.from, s.to) }

// cuesBetween are the cues that begin at tokens [from, to).
func (b *block) cuesBetween(from, to int) []cue {
	at := func(token int) int {
		return sort.Search(len(b.cues), func(i int) bool { return b.cues[i].from >= token })
	}
	return b.cues[at(from):at(to)]
}

// last is the index of the last sentence, -1 for none.
func (b *block) last() int { return len(b.sents) - 1 }

// ends reports the last token in lower case, "" for a block without tokens.
func (b *block) ends() string {
	if len(b.toks) == 0 {
		return ""
	}
	return b.toks[len(b.toks)-1].low
}

// text is the part of the block that tokens [from, to) cover.
func (b *block) text(from, to int) string {
	if from >= to {
		return ""
	}
	return b.Text[b.toks[from].start:b.toks[to-1].end]
}

// splitRunIn splits a paragraph in which a heading ran into the sentence after
// it: "Ungdomar och narkotika Polisen kommer att …". Swedish writes "polisen"
// with a capital only where a sentence starts.
func splitRunIn(doc *model.Document, b model.Block) []model.Block {
	if b.Kind != model.Paragraph {
		return []model.Block{b}
	}
	toks := tokenize(b.Text)
	i := runInEnd(toks)
	if i == 0 {
		return []model.Block{b}
	}
	head, rest := b, b
	cut := toks[i-1].end
	head.Kind, head.Level = model.Heading, pseudoLevel
	head.Text, head.Span = b.Text[:cut], doc.Within(b, 0, cut)
	rest.Text, rest.Span = b.Text[toks[i].start:], doc.Within(b, toks[i].start, len(b.Text))
	return []model.Block{head, rest}
}

// splitLabel splits a paragraph that begins with the name of a part of the
// document, as "Bakgrund. …" and "Uppföljning: …" do, or of an area; other
// paragraphs go on to splitRunIn.
func splitLabel(doc *model.Document, b model.Block, topics bool) []model.Block {
	if b.Kind != model.Paragraph || b.Level > 0 {
		return splitRunIn(doc, b)
	}
	toks := tokenize(b.Text)
	i := partLabel(toks)
	if i == 0 && topics {
		i = topicLabel(toks)
	}
	if i == 0 {
		return splitRunIn(doc, b)
	}
	head, rest := b, b
	head.Kind, head.Level = model.Heading, runInLevel
	head.Text, head.Span = b.Text[:toks[i-1].start], doc.Within(b, 0, toks[i-1].start)
	rest.Text, rest.Span = b.Text[toks[i].start:], doc.Within(b, toks[i].start, len(b.Text))
	return []model.Block{head, rest}
}

// runInLevel is the level of a heading that runs into its one paragraph: below
// all others, and its section ends with the paragraph.
const runInLevel = pseudoLevel + 1

// maxLabelWords is how many words such a name may have.
const maxLabelWords = 2

// partLabel is the token after the full stop or colon of such a name, 0 for none.
func partLabel(toks []token) int {
	for i := 1; i+1 < len(toks) && i <= maxLabelWords; i++ {
		if low := toks[i].low; low != "." && low != ":" {
			continue
		}
		switch headingRole(toks[:i]) {
		case areaList:
			if toks[i].low == "." {
				return i + 1
			}
		case situation, followUp, goals, validity, promise, method:
			if toks[0].capital && toks[i+1].capital {
				return i + 1
			}
		}
		return 0
	}
	return 0
}

// maxTopicWords is how many words a name of an area may have that runs into its
// paragraph.
const maxTopicWords = 5

// labelsTopics reports whether several paragraphs of a document begin with the name
// of an area: one alone may be a short sentence.
func labelsTopics(doc *model.Document) bool {
	n := 0
	for _, b := range doc.Blocks {
		if b.Kind == model.Paragraph && b.Level == 0 && topicLabel(tokenize(beginning(b.Text))) > 0 {
			n++
		}
	}
	return n > 1
}

// labelBytes is how much of a paragraph can tell that it begins with a label.
const labelBytes = 300

// beginning is the first words of a text.
func beginning(text string) string {
	if len(text) <= labelBytes {
		return text
	}
	return text[:max(0, strings.LastIndexByte(text[:labelBytes], ' '))]
}

// topicLabel is the token after the full stop or colon of a name of an area that
// runs into what is promised about it, 0 for none: "Öppen droghandel. Polisen kommer
// att störa handeln." The promise must follow at once, with its actor.
func topicLabel(toks []token) int {
	for i := 1; i+1 < len(toks) && i <= maxTopicWords; i++ {
		if toks[i].kind == word {
			continue
		}
		if low := toks[i].low; low != "." && low != ":" || !toks[0].capital || hasVerb(toks[:i]) || responsibleWords[toks[0].low] {
			return 0
		}
		for k := range toks[:i] {
			if _, ok := mentionAt(toks, k); ok || k < i-1 && presentVerb(toks, k) || doingPassives[toks[k].low] {
				return 0
			}
		}
		p, ok := phraseAt(toks, i+1)
		if ok && toks[i+1].capital && p.to < len(toks) && modals[toks[p.to].low] && headingRole(toks[:i]) == unknown {
			return i + 1
		}
		return 0
	}
	return 0
}

// pseudoLevel is the level of headings that are none in the source's own terms.
const pseudoLevel = 7

// maxRunIn is how many words a heading may have that ran into its paragraph.
const maxRunIn = 6

// runInEnd is the token after a heading that ran into the text, 0 for none.
func runInEnd(toks []token) int {
	for i := 1; i < len(toks) && i <= maxRunIn && toks[i-1].kind == word && !finite(toks[i-1].low); i++ {
		low := toks[i].low
		if !toks[i].capital || low != "polisen" && low != "kommunen" && low != "polismyndigheten" {
			continue
		}
		prev := toks[i-1].low
		if prev == "och" || prev == "samt" || prev == "för" || prev == "av" || prev == "med" || prev == "i" || toks[i-1].capital && i > 1 {
			return 0
		}
		p, ok := phraseAt(toks, i)
		if ok && p.to < len(toks) && modals[toks[p.to].low] {
			if first, ok := mentionAt(toks, 0); ok && first.to > 0 {
				return 0
			}
			return i
		}
	}
	return 0
}
