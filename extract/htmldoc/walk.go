package htmldoc

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	pseudoRank       = 7 // level of a heading that only looks like one
	blockquoteIndent = 5 // in spaces: 40 pixels in all browsers
)

func (w *writer) children(n *html.Node, at scope) {
	for c := n.FirstChild; c != nil && !w.done(); c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data, at)
		case html.ElementNode:
			w.element(c, at)
		}
	}
}

// element writes an element. Inline elements run on in the current flow, all
// others end it before and after themselves.
func (w *writer) element(n *html.Node, at scope) {
	switch {
	case is(n, atom.Br):
		w.lineBreak()
		return
	case is(n, atom.Table):
		w.flush()
		w.table(n, at)
		w.flush()
		return
	}
	at = w.look(n, at)
	if !blocky(n) && !w.page.isPanelLabel(n) {
		w.inline(n, at)
		return
	}
	w.flush()
	if label := w.page.tabLabel(n); label != "" {
		w.text(label, scope{heading: w.page.panelLevel})
		w.flush()
	}
	w.children(n, w.enter(n, at))
	w.flush()
}

// inline writes an inline element, but for footnote marks and labels that the
// site puts into its links.
func (w *writer) inline(n *html.Node, at scope) {
	switch {
	case w.footnoteMark(n), at.link && !isLink(n) && words().labels[fold(w.page.textOf(n))]:
		return
	case is(n, atom.Wbr):
		return
	case isLink(n) && isLink(n.PrevSibling):
		w.text(" ", at) // buttons side by side
	case is(n, atom.Q):
		w.text("”", at)
		w.children(n, at)
		w.text("”", at)
		return
	}
	w.children(n, at)
}

// look adds how an element's text looks. Underlined text counts as bold, old
// pages underline their headings.
func (w *writer) look(n *html.Node, at scope) scope {
	css := style(n)
	switch {
	case is(n, atom.B, atom.Strong, atom.U), css != "" && embolds(css), w.page.styles.any(w.page.styles.bold, n), bigFont(n):
		at.bold = true
	case strings.Contains(css, "font-weight:normal"), strings.Contains(css, "font-weight:400"):
		at.bold = false
	}
	at.link = at.link || isLink(n)
	at.indent += marginOf(css)
	return at
}

// bigFont reports whether an old font element is clearly above the size of
// running text, which is 3 (or 2 on many pages).
func bigFont(n *html.Node) bool {
	if !is(n, atom.Font) {
		return false
	}
	size := strings.TrimSpace(attr(n, "size"))
	return size == "+1" || size == "+2" || size == "+3" || len(size) == 1 && size >= "4" && size <= "7"
}

// enter is the scope inside a block element.
func (w *writer) enter(n *html.Node, at scope) scope {
	if rank := headingRank(n); rank > 0 {
		at.heading, at.title = rank, n == w.page.title
		return at
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		return at.enterList(n)
	case atom.Li:
		return at.enterItem(n)
	case atom.Dl:
		at.list = &list{depth: at.depth() + 1}
	case atom.Dd:
		return at.enterItem(n)
	case atom.Dt, atom.Legend, atom.Caption:
		at.heading = pseudoRank
	case atom.Pre, atom.Xmp:
		at.pre = true
	case atom.Figcaption:
		at.caption = true
	case atom.Blockquote:
		at.indent += blockquoteIndent
	default:
		return w.enterBox(n, at)
	}
	return at
}

// enterBox is the scope inside an element that says nothing by itself.
func (w *writer) enterBox(n *html.Node, at scope) scope {
	p := w.page
	switch role(n) {
	case "list":
		return at.enterList(n)
	case "listitem":
		return at.enterItem(n)
	}
	switch {
	case at.heading > 0:
	case p.isPanelLabel(n):
		at.heading = p.panelLevel
	case p.named(n, "caption"):
		at.caption = true
	case p.named(n, "heading") && !holdsBlocks(n):
		at.rankBy = true
	}
	return wordItem(n, at)
}

// holdsBlocks reports whether an element has block elements among its children.
func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && blocky(c) {
			return true
		}
	}
	return false
}

// isPanelLabel reports whether an element, outside of real headings, is the
// label of a panel of the text. Forms are gone, so a label element opens one
// by a checkbox.
func (p *page) isPanelLabel(n *html.Node) bool {
	if is(n, atom.Label) {
		return true
	}
	if !is(n, atom.Summary, atom.Button, atom.A, atom.Div, atom.P, atom.Span) || !p.isToggle(n) || p.within(n.Parent, isHeading) {
		return false
	}
	return p.doc.FindNodes(n).Find("h1, h2, h3, h4, h5, h6").Length() == 0
}

func (s scope) depth() int {
	if s.list != nil {
		return s.list.depth
	}
	return 0
}

func (s scope) enterList(n *html.Node) scope {
	s.list = &list{depth: s.depth() + 1, ordered: is(n, atom.Ol), style: attr(n, "type"), next: 1}
	if start, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil {
		s.list.next = start
	}
	return s
}

func (s scope) enterItem(n *html.Node) scope {
	if s.list == nil {
		s.list = &list{depth: 1}
	}
	item := &listItem{level: s.list.depth}
	if s.list.ordered {
		if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "value"))); err == nil {
			s.list.next = v
		}
		item.marker = ordinal(s.list.next, s.list.style)
		s.list.next++
	}
	s.item, s.heading = item, 0
	return s
}
