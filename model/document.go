package model

import (
	"sort"
	"unicode/utf8"
)

// BlockKind names what a block is.
type BlockKind string

// The kinds of blocks.
const (
	Heading   BlockKind = "heading"
	Paragraph BlockKind = "paragraph"
	Item      BlockKind = "item" // list item
	Cell      BlockKind = "cell" // table cell
)

// Block is one unit of layout: a heading, a paragraph, a list item or a table
// cell.
//
// A reader hands blocks on with Text as the source has it: list marker
// perhaps still in front, "\n" where a line of the source ended, "\f" where a
// page ended, Span unset but for Span.Page. Package extract then makes the
// text canonical, takes the marker off into Marker, and sets Span, which never
// covers the marker.
type Block struct {
	Kind BlockKind `json:"kind"`
	// Level is 1 to 6 for a heading whose rank is known and 7 for one that
	// only looks like one (a bold paragraph). For an item it is the depth of
	// nesting from 1. For a paragraph inside an item it is that item's level,
	// for any other paragraph 0.
	Level  int    `json:"level,omitempty"`
	Marker string `json:"marker,omitempty"` // list marker as written: "•", "1.", "a)"
	Text   string `json:"text"`
	Span   Span   `json:"span"`
	Cell   *Place `json:"cell,omitempty"` // where in which table, for a cell
	Link   bool   `json:"link,omitempty"` // all of the text is a hyperlink
}

// Place is the place of a cell: table, row and column count from 0. Name is
// the text of the column's header cell, "" where the table has none. Header
// says that the cell is itself such a header.
type Place struct {
	Table  int    `json:"table"`
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Name   string `json:"name,omitempty"`
	Header bool   `json:"header,omitempty"`
}

// PageStart says that a page begins at a code point of the canonical text.
type PageStart struct {
	Page  int `json:"page"`
	Start int `json:"start"`
}

// Document is what a reader makes of the bytes of one source: canonical text,
// blocks in reading order, and what was noticed on the way.
//
// The text holds each block on a line of its own, list markers in front;
// Text[b.Span] is b.Text for every block b.
type Document struct {
	Source      Source
	Text        string
	Blocks      []Block
	Pages       []PageStart // ascending; empty for a source without pages
	Diagnostics []Diagnostic
}

// Slice returns the text that the span covers.
func (d *Document) Slice(s Span) string { return s.Slice(d.Text) }

// PageAt is the 1-based page that holds code point offset, 0 for a document
// without pages.
func (d *Document) PageAt(offset int) int {
	i := sort.Search(len(d.Pages), func(i int) bool { return d.Pages[i].Start > offset })
	if i == 0 {
		return 0
	}
	return d.Pages[i-1].Page
}

// Within turns the byte range [from, to) of b.Text into a span of the document.
func (d *Document) Within(b Block, from, to int) Span {
	start := b.Span.Start + utf8.RuneCountInString(b.Text[:from])
	end := start + utf8.RuneCountInString(b.Text[from:to])
	return Span{Start: start, End: end, Page: d.PageAt(start)}
}
