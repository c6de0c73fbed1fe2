package textdoc

import (
	"strings"

	"github.com/lofte/lofte/extract/furniture"
	"github.com/lofte/lofte/model"
)

// blocks lays the lines out as blocks.
func blocks(ls []line) []model.Block {
	b := builder{ls: ls, widths: widths(ls)}
	b.levels = headings(ls, b.widths)
	for i := 0; i < len(ls); {
		i = b.block(i)
	}
	return b.out
}

// A builder holds the lines with what was found out about them, the blocks
// so far, and the items that are open, outermost first.
type builder struct {
	ls     []line
	widths map[int]int
	levels []int
	tables int
	open   []openItem
	out    []model.Block
}

// minNesting is by how many characters a nested item is indented at least.
const minNesting = 2

type openItem struct{ indent, column int }

// block makes the block that starts at line i and returns the line after it.
func (b *builder) block(i int) int {
	if b.ls[i].table != nil {
		b.out = append(b.out, cells(b.ls[i], b.tables)...)
		b.tables++
		b.open = nil
		return i + 1
	}
	to := b.end(i)
	blk := model.Block{Kind: model.Paragraph, Text: text(b.ls[i:to]), Span: model.Span{Page: b.ls[i].page}}
	switch l := b.ls[i]; {
	case l.marker != "":
		blk.Kind, blk.Marker, blk.Level = model.Item, l.marker, b.nest(l)
	case b.levels[i] > 0:
		blk.Kind, blk.Level = model.Heading, b.levels[i]
		b.open = nil
	default:
		blk.Level = b.within(l)
		blk.Link = furniture.IsFileName(l.text)
	}
	b.out = append(b.out, blk)
	return to
}

// end is the line after the block that starts at line i.
func (b *builder) end(i int) int {
	to := i + 1
	if b.levels[i] > 0 {
		for to < len(b.ls) && b.levels[i] == 1 && sameTitle(b.ls[to-1], b.ls[to], b.levels[to]) {
			to++
		}
		return to
	}
	for to < len(b.ls) && (b.levels[to] == 0 || b.ls[to].soft) &&
		continues(b.ls[i], b.ls[to-1], b.ls[to], b.widths[b.ls[to].column]) {
		to++
	}
	return to
}

// sameTitle reports whether a title in capitals goes on in the line below.
func sameTitle(l, next line, level int) bool {
	return next.gap == 0 && level > 0 && l.marker == "" && l.column == next.column &&
		capitals(l.text) && !strings.HasSuffix(l.text, ":")
}

// nest is the depth of an item among the open ones, and opens it.
func (b *builder) nest(l line) int {
	for len(b.open) > 0 && b.open[len(b.open)-1].indent > l.indent {
		b.open = b.open[:len(b.open)-1]
	}
	if n := len(b.open); n == 0 || l.indent >= b.open[n-1].indent+minNesting {
		b.open = append(b.open, openItem{l.indent, l.textColumn()})
	} else {
		b.open[n-1] = openItem{l.indent, l.textColumn()}
	}
	return len(b.open)
}

// within is the level of the item that a paragraph belongs to by its
// indentation, 0 for none; the items that it does not belong to are closed.
func (b *builder) within(l line) int {
	for len(b.open) > 0 {
		if top := b.open[len(b.open)-1]; l.indent > top.indent && l.indent >= top.column-1 {
			return len(b.open)
		}
		b.open = b.open[:len(b.open)-1]
	}
	return 0
}

// text joins the lines of a block as the contract between the readers and
// package extract wants it.
func text(ls []line) string {
	var s strings.Builder
	for i, l := range ls {
		switch {
		case i == 0:
		case l.page != ls[i-1].page:
			s.WriteByte('\f')
		default:
			s.WriteByte('\n')
		}
		if i == 0 && l.marker != "" {
			s.WriteString(l.rest)
			continue
		}
		s.WriteString(l.text)
	}
	return s.String()
}
