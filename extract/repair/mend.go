package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A rule finds what one kind of noise did to a text. Its name is that of the
// noise; does says what is mended.
type rule struct {
	name, does string
	find       func(c *content, text string) []edit
}

// rules are those that need no other proof than the place itself, in the
// order in which they are asked.
func rules() []rule {
	return []rule{
		{"day-one", `"l oktober" is "1 oktober"`, dayOne},
		{"step-one", `"under år l" is "under år 1"`, stepOne},
		{"digit", `"2O18", "3l december" have digits only`, digits},
		{"initial", `"lnbrott" is "Inbrott"`, initialI},
		{"council", `"brottsförebyggande råd (BRA)" is "(BRÅ)"`, council},
		{"brace", `"{skola)" is "(skola)"`, brace},
		{"torn", `"kom munen" is "kommunen"`, torn},
		{"line-hyphen", `"brottsföre-byggande" was broken at a line's end`, lineHyphen},
		{"space", `"och , eller" has a blank too many`, spaceBefore},
	}
}

// doubtful are the rules that hold only in a document that was recognised
// from an image: where at least minHints of its places say so.
func doubtful() []rule {
	return []rule{
		{"confused", `"kornmun" is "kommun", "trygghetsskapancle" is "trygghetsskapande"`, confused},
		{"here", `"det har ska vi" is "det här ska vi"`, here},
		{"lone-one", `"ordna l möte" is "ordna 1 möte"`, loneOne},
		{"diacritic", `"åtgarder" is "åtgärder"`, diacritic},
	}
}

// minHints is how many places must speak for recognition before a doubtful
// rule is followed.
const minHints = 2

// maxRounds bounds how often the rules go over a text that they changed.
const maxRounds = 6

// content is what the rules know of the document.
type content struct {
	lex   *lexicon // with the words of the document
	base  *lexicon // without them
	hints int      // how much speaks for recognition
	tries int      // unknown words for which others were looked for
}

// Mend repairs what recognition got wrong, and words that were broken by
// hyphens or torn apart, where the context proves it. Each repair leaves a
// note in its block. Spelling that is the author's own stays.
func Mend(blocks []Block) {
	c := newContent(blocks)
	c.hints += markerHints(blocks)
	c.plain(blocks)
	for i := range blocks {
		if c.hints >= 2*minHints {
			break
		}
		for _, r := range doubtful() {
			for _, e := range r.find(c, blocks[i].Text) {
				c.hints += e.hint
			}
		}
	}
	if c.hints >= minHints {
		c.doubtful(blocks)
	}
}

// MendRecognised is Mend for a document that is known to have been recognised
// from images.
func MendRecognised(blocks []Block) {
	c := newContent(blocks)
	c.plain(blocks)
	c.doubtful(blocks)
}

func newContent(blocks []Block) *content {
	return &content{lex: newLexicon(soundWords(blocks)), base: newLexicon(nil)}
}

// plain follows the rules that need no proof that the document was recognised.
func (c *content) plain(blocks []Block) {
	numberMarkers(blocks)
	for i := range blocks {
		c.hints += c.mend(&blocks[i], rules())
	}
}

// doubtful follows the rules that need it.
func (c *content) doubtful(blocks []Block) {
	for i := range blocks {
		c.mend(&blocks[i], doubtful())
		c.mend(&blocks[i], rules())
	}
}

// mend follows the rules until they find nothing more in the block, and tells
// how much speaks for recognition.
func (c *content) mend(b *Block, rs []rule) (hints int) {
	for range maxRounds {
		var edits []edit
		for _, r := range rs {
			edits = append(edits, r.find(c, b.Text)...)
		}
		for _, e := range edits {
			hints += e.hint
		}
		if len(edits) == 0 || !b.apply(edits) {
			break
		}
	}
	return hints
}

// Line is the canonical form of text that stands alone, and whether it is
// another than s.
func Line(s string) (string, bool) {
	t, _ := fold(join(Characters(s)))
	return t, t != s
}

// Bounds on what is taken from one document.
const (
	minOwn   = 5      // characters of a word that may prove another
	maxOwn   = 50_000 // such words
	maxTries = 20_000 // unknown words for which others are looked for
)

// mayTry counts an unknown word, and reports whether it may still be looked
// into.
func (c *content) mayTry() bool {
	c.tries++
	return c.tries <= maxTries
}

// soundWords are the words of a document in which no letters stand that
// recognition confuses.
func soundWords(blocks []Block) map[string]bool {
	out := map[string]bool{}
	for i := range blocks {
		for w := range strings.FieldsFuncSeq(blocks[i].Text, notLetter) {
			if len(w) < minOwn || utf8.RuneCountInString(w) < minOwn {
				continue
			}
			if w = strings.ToLower(w); len(out) < maxOwn && !suspicious(w) {
				out[w] = true
			}
		}
	}
	return out
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// suspicious reports whether a word has letters that recognition may have made
// of others.
func suspicious(w string) bool {
	for _, p := range confusions {
		if strings.Contains(w, p.seen) {
			return true
		}
	}
	return false
}
