package htmldoc

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// deadElements hold no text of the page.
const deadElements = "script, style, noscript, noframes, template, iframe, object, embed, svg, canvas, audio, video, map, " +
	"input, select, textarea, datalist, progress, meter, head, link, meta, math, rp, rt, area, img, picture, source"

// holdsContent guards a part against rules that only look at its name: it has
// the content's heading, or most of the page's running text.
func (p *page) holdsContent(n *html.Node) bool {
	f := p.of(n)
	return f.h1 || p.mostText(f)
}

func (p *page) mostText(f *fact) bool { return f.running()*2 > p.of(p.body).running() }

// clear takes everything away that is not content and picks the root.
func (p *page) clear() {
	p.readStyles()
	p.doc.Find(deadElements).Remove()
	p.facts = map[*html.Node]*fact{}
	p.measure(p.body, false)
	p.findControls()
	p.findTitle()
	p.prune(p.body, p.furniture)
	p.pickRoot()
	p.prune(p.root, p.aside)
}

// prune removes the elements below n that the test names. What is left below
// them is not looked at.
func (p *page) prune(n *html.Node, test func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode:
			n.RemoveChild(c)
		case c.Type == html.ElementNode && test(c):
			n.RemoveChild(c)
			c.PrevSibling = nil
			p.uncount(n, p.of(c))
		case c.Type == html.ElementNode:
			p.prune(c, test)
		}
		c = next
	}
}

// uncount takes a removed part's text off its ancestors.
func (p *page) uncount(n *html.Node, gone *fact) {
	for ; n != nil; n = n.Parent {
		if f := p.facts[n]; f != nil {
			f.letters -= gone.letters
			f.linked -= gone.linked
			f.links -= gone.links
		}
	}
}

// furniture reports whether an element is around the content, by what it is,
// by its role, or by the words of its class and id.
func (p *page) furniture(n *html.Node) bool {
	if p.never(n) || p.hidden(n) {
		return !p.mostText(p.of(n)) || p.contentOutside(n)
	}
	if p.siteName(n) {
		return true
	}
	if p.holdsContent(n) {
		return false
	}
	return p.byElement(n) || byRole(n) || p.calledFurniture(n)
}

// never names the parts that are not content even when they have an h1.
func (p *page) never(n *html.Node) bool {
	switch role(n) {
	case "dialog", "alertdialog", "search":
		return true
	}
	return is(n, atom.Dialog) || p.named(n, "never")
}

// contentOutside reports whether the page has its content elsewhere than in n,
// so that n is not it however long it is: the text of a cookie dialog can be
// longer than a promise.
func (p *page) contentOutside(n *html.Node) bool {
	for _, m := range p.doc.Find("main, article, [role=main], h1").Nodes {
		if p.of(m).letters > 0 && !p.below(m, n) && !p.below(n, m) && !p.siteName(m) && !p.within(m, p.never) {
			return true
		}
	}
	return false
}

// byElement judges by the element alone. Within an article a footer may close
// the text itself, a header opens it, and an aside may be a box of facts: there
// they are furniture when they hold links.
func (p *page) byElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Form:
		return true
	case atom.Aside:
		return !p.within(n.Parent, marksMain) || p.of(n).links > 0 || p.headedAsFurniture(n)
	case atom.Header:
		return !p.within(n.Parent, marksMain)
	case atom.Footer:
		return !p.within(n.Parent, marksMain) || p.of(n).links > 0
	case atom.Button:
		return !p.isToggle(n)
	}
	return false
}

func byRole(n *html.Node) bool {
	switch role(n) {
	case "navigation", "banner", "contentinfo", "complementary", "menu", "menubar", "toolbar", "tablist", "alert", "status", "log", "tooltip":
		return true
	}
	return false
}

// calledFurniture goes by the names alone, where no name says the opposite.
func (p *page) calledFurniture(n *html.Node) bool {
	return p.named(n, "furniture") && !p.named(n, "content") && !p.named(n, "heading") && !isHeading(n)
}

// named reports whether the element's class or id has a word of the kind. Flow
// elements carry the page's own words in their classes less reliably than
// boxes do, but a paragraph of class "breadcrumb" is one.
func (p *page) named(n *html.Node, kind string) bool {
	f := p.of(n)
	return len(f.words) > 0 && !is(n, atom.Body, atom.Html, atom.Main) && words().classes[kind].in(f.words)
}
