package layout

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Blocks finds the blocks of a document's pages, in reading order, as the
// readers hand them to package extract: "\n" where a line ended inside a block,
// "\f" where a page did. It returns nil for pages without words, and leaves the
// pages as they are.
func Blocks(pages []Page) []model.Block {
	pages = slices.Clone(pages)
	m := measure(pages)
	if m.body == 0 {
		return nil
	}
	columns := columnsOf(pages, m)
	m.learnPitch(columns)
	var blocks []*block
	for _, c := range columns {
		blocks = append(blocks, m.paragraphs(c)...)
	}
	blocks, notes := m.takeNotes(blocks)
	blocks = m.join(blocks)
	m.classify(blocks)
	return m.render(append(blocks, notes...))
}

// columnsOf cuts all pages into columns, running headers and footers left out.
func columnsOf(pages []Page, m *metrics) []*column {
	strips := make([][]slab, len(pages))
	segmenters := make([]*segmenter, len(pages))
	for i := range pages {
		p := &pages[i]
		dropCaps(p, m)
		segmenters[i] = newSegmenter(m, p)
		items := make([]item, len(p.Words))
		for k := range p.Words {
			items[k] = item{Box: coreBox(&p.Words[k]), word: &p.Words[k]}
		}
		strips[i] = slabs(segmenters[i].takeTables(p, items))
	}
	out := furniture(pages, strips, m)
	if leavesNothing(strips, out) {
		out = make([]map[float64]bool, len(pages))
	}
	var columns []*column
	for i, s := range segmenters {
		if n := len(columns); n > 0 && columns[n-1].page == s.page-1 {
			s.former = columns[n-1].table
		}
		var items []item
		for _, strip := range strips[i] {
			if !out[i][strip.y0] {
				items = append(items, strip.items...)
			}
		}
		s.cut(items, rightEdge(items, pages[i].Width), 0)
		for _, c := range s.columns {
			c.split()
			c.attach(pages[i].Marks)
		}
		columns = append(columns, s.columns...)
	}
	return columns
}

// leavesNothing reports whether all rows of a document were taken for furniture:
// then they are what it says, after all.
func leavesNothing(strips [][]slab, furniture []map[float64]bool) bool {
	for i := range strips {
		for _, s := range strips[i] {
			if !furniture[i][s.y0] {
				return false
			}
		}
	}
	return true
}

func newSegmenter(m *metrics, p *Page) *segmenter {
	s := &segmenter{m: m, page: p.Number, width: p.Width}
	for _, r := range p.Rules {
		if r.Height() <= ruleJoin && r.Width() > partRule*p.Width {
			s.rules = append(s.rules, r)
		}
	}
	return s
}

// rightEdge is where the text of a page ends on the right, or could: margins are
// taken to be alike on both sides of a page of short lines.
func rightEdge(items []item, width float64) float64 {
	left, right := width, 0.0
	for _, it := range items {
		left, right = min(left, it.X0), max(right, it.X1)
	}
	return max(right, width-left)
}

// Lengths in em of drawn bullets.
const (
	bulletReach = 3.5  // distance to the text
	bulletSize  = 0.95 // of the greater side
	bulletUp    = 0.85 // centre above the baseline
)

// attach gives drawn bullets to the lines that they stand in front of.
func (c *column) attach(marks []Box) {
	for i := range c.lines {
		l := &c.lines[i]
		for _, mark := range marks {
			middle := (mark.Y0 + mark.Y1) / 2
			if middle > l.base || middle < l.base-bulletUp*l.size || max(mark.Width(), mark.Height()) > bulletSize*l.size {
				continue
			}
			if mark.X1 <= l.x0+1 && l.x0-mark.X1 < bulletReach*l.size {
				l.drawn = true
				l.markX = min(l.markX, mark.X0)
			}
		}
	}
}

// takeNotes takes the footnotes out of the flow of the text and learns their
// marks.
func (m *metrics) takeNotes(blocks []*block) (rest, notes []*block) {
	m.refer(blocks)
	for _, b := range blocks {
		if b.table == nil && m.isNote(b) {
			m.notes[leadingMark(bareMark(b.first().words[0].Text))] = true
			b.kind, b.marker = model.Paragraph, ""
			notes = append(notes, b)
			continue
		}
		rest = append(rest, b)
	}
	return rest, notes
}

// isNote reports whether a block is a footnote: it is smaller than the text and
// begins with a raised mark, or with a mark that the text refers to.
func (m *metrics) isNote(b *block) bool {
	if b.last().size > noteShare*m.body {
		return false
	}
	if b.raised {
		return true
	}
	mark := leadingMark(b.first().words[0].Text)
	return mark != "" && m.references[mark]
}

// leadingMark is the mark at the start of "1Enligt" or "*)", "" without one.
func leadingMark(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !isMark(string(r)) })
	if end < 0 {
		end = len(s)
	}
	if !isMark(s[:end]) {
		return ""
	}
	return s[:end]
}

// refer collects the raised marks of the text.
func (m *metrics) refer(blocks []*block) {
	for _, b := range blocks {
		for i := range b.lines {
			l := &b.lines[i]
			for k := 1; k < len(l.words); k++ {
				if l.raised(k) && isMark(l.words[k].Text) {
					m.references[bareMark(l.words[k].Text)] = true
				}
			}
		}
	}
}

// render composes the blocks' texts.
func (m *metrics) render(blocks []*block) []model.Block {
	var out []model.Block
	var former *table
	tables := 0
	for _, b := range blocks {
		if b.table != nil {
			if former != b.table {
				b.table.number = tables
				tables++
			}
			former = b.table
			out = append(out, b.table.blocks(m)...)
			continue
		}
		text := joinLines(b.lines, m)
		if strings.TrimSpace(text) == "" {
			continue
		}
		block := model.Block{Kind: b.kind, Level: b.level, Text: text, Span: model.Span{Page: b.first().page}, Link: b.isLink()}
		if b.kind == model.Item && b.first().odd {
			block.Marker = b.marker
		} else if b.kind == model.Item && b.marker == "" && b.first().drawn {
			block.Marker = "•"
		}
		out = append(out, block)
	}
	return out
}

func (b *block) isLink() bool {
	for i := range b.lines {
		for k := range b.lines[i].words {
			if !b.lines[i].words[k].Link {
				return false
			}
		}
	}
	return true
}
