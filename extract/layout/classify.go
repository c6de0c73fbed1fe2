package layout

import (
	"slices"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// What a heading is at most.
const (
	headLines = 3
	headChars = 160
	boldChars = 120
	maxLevel  = 6
	pseudo    = 7 // level of a heading that is only bold
)

// classify decides which blocks are headings, of which rank, and how deep list
// items are nested.
func (m *metrics) classify(blocks []*block) {
	m.plainLists(blocks)
	for _, b := range blocks {
		if b.table == nil && m.isHeading(b) {
			b.kind = model.Heading
		}
	}
	m.rank(blocks)
	m.nest(blocks)
}

// isHeading reports whether a block looks like a heading: larger than the text,
// or bold and short.
func (m *metrics) isHeading(b *block) bool {
	chars := 0
	for i := range b.lines {
		for k := range b.lines[i].words {
			chars += utf8.RuneCountInString(b.lines[i].words[k].Text) + 1
		}
	}
	if len(b.lines) > headLines || chars > headChars || !hasText(b) {
		return false
	}
	sentence := b.last().lastRune() == '.'
	if b.first().drawn || b.marker != "" && !isOrdinal(b.marker) {
		return false
	}
	if b.last().size >= headShare*m.body {
		return !sentence || chars < boldChars/2
	}
	return allBold(b.lines) && !sentence && chars <= boldChars && b.last().size > noteShare*m.body
}

func hasText(b *block) bool {
	for i := range b.lines {
		for k := range b.lines[i].words {
			if hasLetter(b.lines[i].words[k].Text) {
				return true
			}
		}
	}
	return false
}

// isOrdinal reports whether a marker numbers: such headings have one.
func isOrdinal(marker string) bool {
	r, _ := utf8.DecodeRuneInString(marker)
	return r >= '0' && r <= '9'
}

// rank gives headings their level: the largest size is 1, the next 2; a heading
// no larger than the text is a pseudo-heading.
func (m *metrics) rank(blocks []*block) {
	var sizes []int
	for _, b := range blocks {
		if b.kind == model.Heading && b.last().size >= headShare*m.body {
			if c := sizeClass(b.last().size); !slices.Contains(sizes, c) {
				sizes = append(sizes, c)
			}
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	for _, b := range blocks {
		if b.kind != model.Heading {
			continue
		}
		b.level = pseudo
		if i := slices.Index(sizes, sizeClass(b.last().size)); i >= 0 {
			b.level = min(i+1, maxLevel)
		}
	}
}

// nest gives items their depth, by the left edges of the markers, and finds the
// paragraphs inside items.
func (m *metrics) nest(blocks []*block) {
	var edges []float64
	var item *block
	for _, b := range blocks {
		switch {
		case b.table != nil || b.kind == model.Heading:
			edges, item = nil, nil
		case b.kind == model.Item:
			x := b.first().markX - b.left
			edges = deepen(edges, x, b.first().size)
			b.level = len(edges)
			item = b
		case item != nil && m.under(item, b):
			b.level = item.level
		default:
			item = nil
			if b.first().x0-b.left < indentEm*b.first().size {
				edges = nil
			}
		}
	}
}

// deepen is the stack of left edges after an item at x.
func deepen(edges []float64, x, size float64) []float64 {
	for len(edges) > 0 && edges[len(edges)-1] > x+indentEm*size {
		edges = edges[:len(edges)-1]
	}
	if len(edges) == 0 || x > edges[len(edges)-1]+indentEm*size {
		edges = append(edges, x)
	}
	return edges
}

// under reports whether a paragraph stands under the text of an item.
func (m *metrics) under(item, b *block) bool {
	indent := item.first().textX - item.left
	return indent > indentEm*b.first().size && near(b.first().x0-b.left, indent, b.first().size) &&
		sameStyleSize(item.last().size, b.first().size)
}

// plainLists finds lists whose bullets left no trace: paragraphs that hang, and
// indented paragraphs after a line that ends in a colon.
func (m *metrics) plainLists(blocks []*block) {
	for i := 0; i < len(blocks); {
		j, hanging := i, 0
		for j < len(blocks) && m.listLike(blocks[i], blocks[j]) {
			if blocks[j].hang {
				hanging++
			}
			j++
		}
		led := i > 0 && blocks[i-1].table == nil && blocks[i-1].last().lastRune() == ':'
		indented := j > i && blocks[i].first().x0-blocks[i].left > indentEm*blocks[i].first().size
		if j-i >= 2 && (hanging >= 2 || hanging == 1 && led || indented && led) {
			for _, b := range blocks[i:j] {
				b.kind = model.Item
			}
		}
		i = max(j, i+1)
	}
}

// listLike reports whether b could be the sibling of a in a list without
// bullets.
func (m *metrics) listLike(a, b *block) bool {
	return a.table == nil && b.table == nil && b.kind == model.Paragraph && !b.last().bold && !b.first().apart && !b.names &&
		near(a.first().x0-a.left, b.first().x0-b.left, a.first().size) && sameStyleSize(a.last().size, b.last().size) &&
		b.last().lastRune() != ':'
}
