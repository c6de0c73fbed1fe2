package htmldoc

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// piece is a block on its way out, with what later steps need to know of it.
type piece struct {
	model.Block
	flow    int      // number of the flow that it is from
	indent  int      // how far in the line stands, in spaces
	anchors []string // texts of its hyperlinks, where it is nothing else
	title   bool     // the heading of the content
	caption bool     // text of a picture
}

func (p *piece) words() int { return len(strings.Fields(p.Text)) }

// blocks writes the root's content and settles what each piece of it is.
func (p *page) blocks() []model.Block {
	p.rankPanels()
	w := &writer{page: p}
	if p.title != nil && !p.below(p.title, p.root) {
		w.element(p.title, scope{})
	}
	w.children(p.root, scope{})
	w.flush()
	pieces := marked(withoutNames(w.pieces()))
	pieces = p.withoutFurniture(pieces)
	out := make([]model.Block, len(pieces))
	for i := range pieces {
		out[i] = pieces[i].Block
	}
	return out
}

// pieces turns flows into blocks.
func (w *writer) pieces() []piece {
	var out []piece
	bold := w.boldMeans()
	w.flows = joinColumns(w.flows)
	for i := range w.flows {
		f := &w.flows[i]
		f.plain = !bold
		if f.at.heading == 0 {
			f.lines = columns(f.lines)
		}
		afterColon := len(out) > 0 && strings.HasSuffix(out[len(out)-1].Text, ":")
		for _, p := range f.pieces(afterColon) {
			p.flow = i
			out = append(out, p)
		}
	}
	return out
}

func (f *flow) pieces(afterColon bool) []piece {
	at := f.at
	switch {
	case at.cell != nil:
		b := model.Block{Kind: model.Cell, Text: joined(f.lines), Cell: at.cell, Link: linkOnly(f.lines)}
		switch {
		case at.word:
			b.Marker, b.Text = marker(b.Text)
		case at.item != nil:
			b.Marker = at.item.marker
		}
		return []piece{{Block: b}}
	case at.heading > 0 && !tooLong(joined(f.lines)):
		return []piece{{Block: model.Block{Kind: model.Heading, Level: at.heading, Text: joined(f.lines), Link: linkOnly(f.lines)}, title: at.title}}
	}
	groups := f.groups(afterColon)
	out := make([]piece, len(groups))
	for i := range groups {
		out[i] = piece{Block: f.block(groups[i].lines), caption: at.caption, indent: at.indent + groups[i].lines[0].indent()}
		if out[i].Link {
			out[i].anchors = anchors(groups[i].lines)
		}
	}
	return out
}

// block is the block of one group of lines.
func (f *flow) block(lines []line) model.Block {
	b := model.Block{Kind: model.Paragraph, Level: f.at.level(), Text: joined(lines), Link: linkOnly(lines)}
	switch {
	case f.at.kind() == model.Item:
		b.Kind = model.Item
		b.Marker = f.at.item.marker
		f.at.item.used = true
		if f.at.word {
			b.Marker, b.Text = wordMarker(b.Text)
		}
	case f.at.item == nil && !f.at.caption && f.headingLike(lines):
		b.Kind, b.Level = model.Heading, pseudoRank
	}
	return b
}

// anchors are the texts of the hyperlinks in lines.
func anchors(lines []line) []string {
	var out []string
	for _, l := range lines {
		for _, r := range l {
			if r.link && countLetters(r.text) > 0 {
				out = append(out, r.text)
			}
		}
	}
	return out
}

// linkOnly reports whether lines are hyperlinks and nothing else.
func linkOnly(lines []line) bool {
	found := false
	for _, l := range lines {
		if l.text() == "" {
			continue
		}
		if !l.link() {
			return false
		}
		found = true
	}
	return found
}
