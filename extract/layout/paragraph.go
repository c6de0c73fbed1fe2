package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// block is a block under construction: its lines and what is known of it.
type block struct {
	kind   model.BlockKind
	level  int
	marker string
	lines  []line
	left   float64 // left edge of its column
	hang   bool    // later lines are further right than the first
	table  *table
	opens  bool // first of its column
	closes bool // last of its column
	raised bool // starts with a raised mark: a footnote
	names  bool // in a column whose lines stand alone
}

func (b *block) first() *line { return &b.lines[0] }
func (b *block) last() *line  { return &b.lines[len(b.lines)-1] }

// paragraphs cuts the lines of a column into blocks.
func (m *metrics) paragraphs(c *column) []*block {
	if c.table != nil {
		return []*block{{kind: model.Cell, table: c.table, opens: true, closes: true}}
	}
	m.setEdges(c)
	c.findNames()
	var out []*block
	var b *block
	for i := range c.lines {
		l := &c.lines[i]
		if b != nil && m.hangs(b, l) {
			last := b.lines[len(b.lines)-1]
			b.lines = b.lines[:len(b.lines)-1]
			b = &block{kind: model.Paragraph, left: c.left, lines: []line{last}, names: c.names, hang: true}
			out = append(out, b)
		} else if b == nil || m.breaks(b, l) {
			b = &block{kind: model.Paragraph, left: c.left, marker: l.marker, names: c.names}
			if l.marker != "" || l.drawn {
				b.kind = model.Item
			}
			b.raised = len(l.words) > 1 && l.raised(0) && isMark(l.words[0].Text)
			out = append(out, b)
		} else if len(b.lines) == 1 && l.x0-b.first().textX > indentEm*l.size {
			b.hang = true
		}
		b.lines = append(b.lines, *l)
	}
	if len(out) > 0 {
		out[0].opens, out[len(out)-1].closes = true, true
	}
	return out
}

// hangs reports whether the last line of paragraph b begins a hanging paragraph
// that goes on with l: an item of a list without bullets, after one that ended
// with a full line.
func (m *metrics) hangs(b *block, l *line) bool {
	last := b.last()
	shift := l.x0 - last.x0
	return b.kind == model.Paragraph && len(b.lines) > 1 && shift > indentEm*l.size && shift < firstIndent*l.size &&
		b.lines[len(b.lines)-2].finished() && !last.finished() && last.full(l) && l.startsLower() &&
		l.marker == "" && !l.drawn && l.base-last.base <= m.widest(b, l)
}

// What a column of names and titles is at most.
const (
	nameLines = 10
	nameWords = 5 // per line, on the average
)

// findNames decides whether a column beside others holds names, titles and the
// like: few short lines, none of which ends a sentence.
func (c *column) findNames() {
	if !c.beside || len(c.lines) > nameLines {
		return
	}
	words := 0
	for i := range c.lines {
		l := &c.lines[i]
		if l.finished() || l.marker != "" || l.drawn {
			return
		}
		words += len(l.words)
	}
	c.names = words <= nameWords*len(c.lines)
}

// Widths in em, and shares, by which a column's right edge is judged.
const (
	ragEm      = 4.0       // lines of a ragged edge end at most this far from it
	edgeShare  = 0.3       // share of lines at an edge that proves it
	chunkShare = 2.0 / 3.0 // the same for one paragraph's own edge
	chunkLines = 3
	chunkWidth = 20.0 // em that a paragraph with an edge of its own is wide
)

// setEdges finds for every line where its column ends on the right: where
// enough lines end, else where the column's room does. A paragraph of even
// lines has an edge of its own.
func (m *metrics) setEdges(c *column) {
	longest, at := 0.0, 0
	for i := range c.lines {
		longest = max(longest, c.lines[i].x1)
	}
	for i := range c.lines {
		if c.lines[i].x1 >= longest-ragEm*c.lines[i].size {
			at++
		}
	}
	edge := c.limit
	if at >= chunkLines && float64(at) >= edgeShare*float64(len(c.lines)) {
		edge = longest
	}
	own := 0.0
	for i := 0; i < len(c.lines); {
		j := i + 1
		for j < len(c.lines) && c.lines[j].base-c.lines[j-1].base <= pitchFactor*m.pitchOf(c.lines[j].size) &&
			sameStyleSize(c.lines[j].size, c.lines[j-1].size) {
			j++
		}
		own = setChunkEdge(c.lines[i:j], edge, own)
		i = j
	}
}

// setChunkEdge sets the edge of lines without white between them: their own if
// they prove one, that of the paragraph before if they stay within it, else the
// column's. It returns the proven edge that is in force, 0 for none.
func setChunkEdge(lines []line, edge, former float64) float64 {
	longest, left, at := 0.0, lines[0].x0, 0
	for i := range lines {
		longest, left = max(longest, lines[i].x1), min(left, lines[i].x0)
	}
	for i := range lines[:len(lines)-1] {
		if lines[i].x1 >= longest-ragEm*lines[i].size {
			at++
		}
	}
	own := 0.0
	if len(lines) >= chunkLines && longest-left >= chunkWidth*lines[0].size &&
		float64(at) >= chunkShare*float64(len(lines)-1) {
		own = longest
	} else if longest <= former {
		own = former
	}
	for i := range lines {
		lines[i].edge = edge
		if own > 0 {
			lines[i].edge = own
		}
	}
	return own
}

// breaks reports whether line l begins a new block after b.
func (m *metrics) breaks(b *block, l *line) bool {
	last := b.last()
	gap := l.base - last.base
	soft := last.full(l) && !last.finished() && l.startsLower()
	switch {
	case l.apart:
		return true
	case b.raised && sameStyleSize(last.size, l.size) && gap <= pitchFactor*m.pitchOf(l.size):
		return l.raised(0) && isMark(l.words[0].Text)
	case l.drawn || l.marker != "" && !m.dashInside(b, l):
		return true
	case !sameStyleSize(last.size, l.size):
		return true
	case last.bold != l.bold && !(soft && gap <= pitchFactor*m.pitchOf(l.size)):
		return true
	case gap > m.widest(b, l):
		return true
	case m.indentBreaks(b, l):
		return true
	}
	return b.names && (!soft || b.isName()) || !last.full(l) && m.hardEnd(b, l)
}

// isName reports whether a block is one line of several words that all begin in
// upper case, as a name above a title.
func (b *block) isName() bool {
	words := b.first().words
	for i := range words {
		if r, _ := utf8.DecodeRuneInString(words[i].Text); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(b.lines) == 1 && len(words) > 1
}

// dashInside reports whether a dash at the start of a line is punctuation of
// the sentence that runs on, not a marker.
func (m *metrics) dashInside(b *block, l *line) bool {
	if !strings.ContainsAny(l.marker, "-–—") || b.last().finished() || !l.startsLower() || !b.last().full(l) {
		return false
	}
	if b.kind == model.Item {
		return near(l.x0, b.first().textX, l.size) && !near(l.x0, b.first().markX, l.size/2)
	}
	return near(l.x0, b.last().x0, l.size) && len(b.lines) > 1
}

// raisedFactor is how much more room a line with a raised mark may take.
const raisedFactor = 1.2

// widest is the greatest pitch at which l still belongs to b.
func (m *metrics) widest(b *block, l *line) float64 {
	limit := pitchFactor * m.pitchOf(l.size)
	if l.hasRaised() || b.last().hasRaised() {
		limit *= raisedFactor
	}
	if n := len(b.lines); n >= 2 {
		limit = max(limit, (b.lines[n-1].base-b.lines[n-2].base)*pitchFactor)
	}
	return limit
}

// firstIndent is the most, in em, that the first line of a paragraph is indented.
const firstIndent = 4.0

// indentBreaks reports whether the left edge of l says that a new block begins.
func (m *metrics) indentBreaks(b *block, l *line) bool {
	last, first := b.last(), b.first()
	shift := l.x0 - last.x0
	if len(b.lines) == 1 {
		shift = l.x0 - first.textX
	}
	indent := indentEm * l.size
	if b.kind == model.Item {
		if len(b.lines) == 1 {
			return shift < -indent && !last.full(l) && !near(l.x0, first.markX, l.size)
		}
		return shift < -indent || shift > 2*indent && !last.full(l)
	}
	switch {
	case shift > indent:
		return len(b.lines) > 1 || last.finished() || !last.full(l)
	case shift < -firstIndent*l.size:
		return true
	case shift < -indent:
		return len(b.lines) > 1 && !first.words[0].initial || !last.full(l)
	}
	return false
}

// wellFilled is the share of a column's width that a line ends behind if the
// next word was moved down for lack of room.
const wellFilled = 0.6

// hardEnd decides about a line that had room for the next word: a new block
// begins unless the sentence plainly goes on, or a bracket adds to it.
func (m *metrics) hardEnd(b *block, l *line) bool {
	last := b.last()
	if l.firstRune() == '(' {
		return false
	}
	if unicode.IsLower(l.firstRune()) && !last.finished() {
		return len(b.lines) == 1 && last.x1-b.left < wellFilled*(last.edge-b.left)
	}
	return true
}
