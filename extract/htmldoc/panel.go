package htmldoc

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// panelRank is the level of panel labels on a page whose panels have no
// headings: below all headings, above what only looks like one.
const panelRank = 6

// rankPanels settles one level for the labels of all panels of the page (the
// buttons of an accordion, tabs, summaries): just above the headings in them.
func (p *page) rankPanels() {
	inner := panelRank + 1
	for _, n := range p.doc.FindNodes(p.root).Find("summary, button, a, div, p, span, label, [role=tabpanel]").Nodes {
		panel := n
		if role(n) != "tabpanel" {
			if !p.isPanelLabel(n) {
				continue
			}
			panel = p.panelOf(n)
		}
		inner = min(inner, p.highest(panel))
	}
	p.panelLevel = max(inner-1, 2)
}

// highest is the highest rank of the headings in a part, one below all ranks
// when it has none.
func (p *page) highest(n *html.Node) int {
	rank := panelRank + 1
	if n == nil {
		return rank
	}
	for _, h := range p.doc.FindNodes(n).Find("h1, h2, h3, h4, h5, h6, [role=heading]").Nodes {
		rank = min(rank, headingRank(h))
	}
	return rank
}

// panelOf is the panel that a label belongs to: what it opens, or else what
// follows it or the box that it is alone in; nil when there is none.
func (p *page) panelOf(label *html.Node) *html.Node {
	if panel := p.opens(label); panel != nil {
		return panel
	}
	if is(label, atom.Summary) {
		return label.Parent
	}
	for up, n := 0, label; n != nil && up < panelReach; up, n = up+1, n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if s.Type == html.ElementNode {
				return s
			}
		}
	}
	return nil
}
