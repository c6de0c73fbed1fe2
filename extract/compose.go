package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/repair"
	"github.com/lofte/lofte/model"
)

// maxTitle is the number of characters over which a paragraph is no title.
const maxTitle = 120

// language is the one that this package reads for.
const language = "sv"

// compose makes the raw blocks of a reader canonical, and the document's text
// of them.
func compose(doc *model.Document) {
	blocks := clean(doc.Blocks, says)
	if len(blocks) == 0 && doc.Source.TextLayer != model.OCR {
		blocks = clean(doc.Blocks, shows)
	}
	if doc.Source.TextLayer == model.OCR {
		repair.MendRecognised(blocks)
	} else {
		repair.Mend(blocks)
	}
	c := composer{doc: doc}
	doc.Blocks = make([]model.Block, 0, len(blocks))
	for i := range blocks {
		c.add(&blocks[i])
	}
	doc.Text = c.text.String()
	if doc.Source.Language == "" {
		doc.Source.Language = language
	}
	setTitle(doc)
}

// clean makes the texts of raw blocks canonical, and keeps some of them.
func clean(raw []model.Block, keep func(model.Block) bool) []repair.Block {
	blocks := make([]repair.Block, 0, len(raw))
	for _, r := range raw {
		for _, part := range cellItems(r) {
			if b := repair.Clean(part); keep(b.Block) {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// says reports whether a block has anything to read. A sign alone says
// something only in a cell of a table.
func says(b model.Block) bool {
	if b.Kind == model.Cell {
		return b.Text != ""
	}
	return strings.ContainsFunc(b.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// shows reports whether a block has signs that its writer may have meant, though
// they are nothing to read aloud: a tick, a formula. In a document of nothing else
// they are its text. Recognition sees such signs in any speck.
func shows(b model.Block) bool {
	return strings.ContainsFunc(b.Text, func(r rune) bool {
		return r != utf8.RuneError && unicode.IsGraphic(r) && !unicode.IsSpace(r)
	})
}

// A composer writes the blocks one after the other and counts code points.
type composer struct {
	doc    *model.Document
	text   strings.Builder
	offset int // code points written
	page   int // page of the last of them
}

func (c *composer) write(s string) {
	c.text.WriteString(s)
	c.offset += utf8.RuneCountInString(s)
}

// add writes a block on a line of its own, after a blank line where another
// group begins.
func (c *composer) add(b *repair.Block) {
	if n := len(c.doc.Blocks); n > 0 {
		c.write("\n")
		if !sameGroup(c.doc.Blocks[n-1], b.Block) {
			c.write("\n")
		}
	}
	c.startPage(b.Span.Page, c.offset)
	marker := c.offset
	if b.Marker != "" {
		c.write(b.Marker + " ")
	}
	start := c.offset
	c.write(b.Text)
	b.Span.Start, b.Span.End = start, c.offset
	b.Span.Page = c.page
	c.pageBreaks(b)
	c.notes(b, marker)
	c.doc.Blocks = append(c.doc.Blocks, b.Block)
}

// startPage notes that a page begins at offset, if it is one after the last.
func (c *composer) startPage(page, offset int) {
	if page > c.page {
		c.page = page
		c.doc.Pages = append(c.doc.Pages, model.PageStart{Page: page, Start: offset})
	}
}

func (c *composer) pageBreaks(b *repair.Block) {
	if c.page == 0 {
		return
	}
	for _, at := range b.Breaks {
		c.startPage(c.page+1, b.Span.Start+utf8.RuneCountInString(b.Text[:at]))
	}
}

// notes turns the repairs of a block into diagnostics.
func (c *composer) notes(b *repair.Block, marker int) {
	for _, n := range b.Notes {
		span := model.Span{Start: marker, End: marker + utf8.RuneCountInString(b.Marker), Page: b.Span.Page}
		if !n.InMarker {
			span.Start = b.Span.Start + utf8.RuneCountInString(b.Text[:n.From])
			span.End = span.Start + utf8.RuneCountInString(b.Text[n.From:n.To])
			span.Page = c.doc.PageAt(span.Start)
		}
		c.doc.Diagnostics = append(c.doc.Diagnostics, model.Diagnostic{
			Code: n.Code, Severity: model.Info, Message: n.Message, Span: &span})
	}
}

// sameGroup reports whether two blocks stand in the same list or table.
func sameGroup(a, b model.Block) bool {
	if a.Kind == model.Cell && b.Kind == model.Cell {
		return a.Cell != nil && b.Cell != nil && a.Cell.Table == b.Cell.Table
	}
	return a.Kind == model.Item && (b.Kind == model.Item || b.Kind == model.Paragraph && b.Level > 0)
}

// setTitle takes the title from the first heading, else from the first
// paragraph if it is short and no sentence.
func setTitle(doc *model.Document) {
	if doc.Source.Title != "" {
		doc.Source.Title, _ = repair.Line(doc.Source.Title)
	}
	for _, b := range doc.Blocks {
		if b.Kind == model.Heading {
			titleFrom(doc, b)
			return
		}
	}
	if len(doc.Blocks) == 0 || doc.Source.Title != "" {
		return
	}
	b := doc.Blocks[0]
	if b.Kind == model.Paragraph && utf8.RuneCountInString(b.Text) <= maxTitle && !strings.HasSuffix(b.Text, ".") {
		titleFrom(doc, b)
	}
}

// titleFrom makes the text of a block the title, unless the reader knows
// another.
func titleFrom(doc *model.Document, b model.Block) {
	if doc.Source.Title == "" {
		doc.Source.Title = b.Text
	}
	if doc.Source.Title == b.Text {
		span := b.Span
		doc.Source.TitleSpan = &span
	}
}
