package htmldoc

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The share of the page's running text that a part marked as main content must
// have: some sites mark only the start of it, and each of several articles may
// be a section.
const (
	mainShare    = 0.4
	articleShare = 0.8
)

// pickRoot takes the part that the page itself marks as its main content, the
// outermost first; without a credible mark all of the page is the root, and
// what is beside the content is taken away by judging each part.
func (p *page) pickRoot() {
	p.root = p.body
	for _, mark := range []struct {
		selector string
		share    float64
	}{{"main, [role=main]", mainShare}, {"article, [role=article]", articleShare}} {
		for _, n := range p.doc.Find(mark.selector).Nodes {
			if float64(p.of(n).running()) >= mark.share*float64(p.of(p.body).running()) && p.of(n).letters > 0 {
				p.root = n
				return
			}
		}
	}
}

// Thresholds of a part that only leads elsewhere.
const (
	fewLinks  = 3   // hyperlinks
	mostLinks = 0.7 // share of its text
	allLinks  = 0.9
)

// aside reports whether a part beside or within the content belongs to the
// site: lists of links, boxes headed "Kontakt" or "Relaterat".
func (p *page) aside(n *html.Node) bool {
	if p.holdsContent(n) || !sectional(n) && !is(n, atom.Li) {
		return false
	}
	return p.teaser(n) || sectional(n) && (p.leadsElsewhere(n) || p.headedAsFurniture(n))
}

// teaserLetters is the length up to which a part under a linked heading only
// advertises another page.
const teaserLetters = 400

// teaser reports whether a part is a short text under a heading that is a link
// to another page.
func (p *page) teaser(n *html.Node) bool {
	if p.of(n).links == 0 || p.of(n).letters > teaserLetters {
		return false
	}
	h := p.doc.FindNodes(n).Find("h1, h2, h3, h4, h5, h6").First()
	if h.Length() == 0 || p.of(h.Nodes[0]).linkShare() < 1 {
		return false
	}
	a := h.Find("a[href]").AddSelection(h.Closest("a[href]")).First()
	href := a.AttrOr("href", "#")
	return href != "" && href[0] != '#' && !strings.HasPrefix(href, "javascript:")
}

func (p *page) leadsElsewhere(n *html.Node) bool {
	f := p.of(n)
	if f.links >= 2 && f.linkShare() >= allLinks && p.contents(n) {
		return true
	}
	if f.links >= fewLinks && f.linkShare() >= mostLinks {
		return !is(n, atom.Ul, atom.Ol) || !p.inFlow(n)
	}
	return f.links > 0 && f.letters <= boxLetters && p.linkBox(n)
}

// linkBox reports whether a part is a heading and links, and nothing else.
func (p *page) linkBox(n *html.Node) bool {
	if is(n, atom.Ul, atom.Ol) {
		return false
	}
	headings := 0
	for _, h := range p.doc.FindNodes(n).Find("h2, h3, h4, h5, h6").Nodes {
		headings += p.of(h).running()
	}
	return headings > 0 && p.of(n).running() == headings
}

// contents reports whether all links of a part lead to places in the page.
func (p *page) contents(n *html.Node) bool {
	for _, a := range p.doc.FindNodes(n).Find("a[href]").Nodes {
		if href := attr(a, "href"); len(href) < 2 || href[0] != '#' || hasAttr(a, "aria-expanded") {
			return false
		}
	}
	return true
}

// inFlow reports whether a list follows a line of the text, as a list of
// attachments does.
func (p *page) inFlow(n *html.Node) bool {
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode && p.of(s).letters > 0 {
			return (is(s, atom.P, atom.Ul, atom.Ol) || isHeading(s)) && p.of(s).running() > 0 && !isFurnitureHeading(p.textOf(s))
		}
	}
	return false
}

// boxLetters is the length up to which a part is looked at as a box.
const boxLetters = 4000

// headedAsFurniture reports whether a part begins with a heading of furniture
// and has no heading of the text.
func (p *page) headedAsFurniture(n *html.Node) bool {
	if p.of(n).letters > boxLetters || !isFurnitureHeading(p.firstLine(n)) {
		return false
	}
	for _, h := range p.doc.FindNodes(n).Find("h1, h2, h3, h4, h5, h6, [role=heading]").Nodes {
		if !isFurnitureHeading(p.textOf(h)) {
			return false
		}
	}
	return true
}

func isFurnitureHeading(line string) bool {
	return len(line) <= longestEntry && words().headings[fold(line)]
}

func (p *page) textOf(n *html.Node) string { return p.doc.FindNodes(n).Text() }

// firstLine is the text of a part up to the end of its first block or line.
func (p *page) firstLine(n *html.Node) string {
	w := &writer{page: p, stopAt: 1}
	w.element(n, scope{})
	w.flush()
	if len(w.flows) == 0 {
		return ""
	}
	return w.flows[0].lines[0].text()
}

// below reports whether n stands in the tree below top.
func (p *page) below(n, top *html.Node) bool {
	return p.within(n, func(m *html.Node) bool { return m == top })
}
