package htmldoc

import (
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hidden reports whether an element is off the screen and stays there: a
// collapsed panel can be opened by the reader and is content.
func (p *page) hidden(n *html.Node) bool {
	return p.offScreen(n) && !p.isPanel(n)
}

func (p *page) offScreen(n *html.Node) bool {
	if hasAttr(n, "hidden") || strings.EqualFold(attr(n, "aria-hidden"), "true") {
		return true
	}
	if s := attr(n, "style"); s != "" && hides(squeeze(s)) {
		return true
	}
	if p.styles.any(p.styles.hidden, n) {
		return true
	}
	return p.named(n, "hidden") && !p.named(n, "shown")
}

// panelReach is how many elements up the name of an accordion counts for the
// panels in it.
const panelReach = 2

// isPanel reports whether an element is a panel that something opens, by its
// role, by a control that names its id, or by its own or its parents' class.
func (p *page) isPanel(n *html.Node) bool {
	if role(n) == "tabpanel" || is(n, atom.Details) || p.opened[attr(n, "id")] {
		return true
	}
	for up := 0; n != nil && up <= panelReach; up++ {
		if p.named(n, "panel") || is(n, atom.Details) {
			return true
		}
		n = n.Parent
	}
	return false
}

// controlKeys are the attributes with the id of what a control opens.
var controlKeys = [...]string{"aria-controls", "data-target", "data-bs-target", "href"}

// findControls notes the ids of the page and which of them a control opens.
func (p *page) findControls() {
	p.ids, p.opened, p.tabs = map[string]*html.Node{}, map[string]bool{}, map[string]string{}
	p.doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if p.ids[id] == nil {
			p.ids[id] = s.Nodes[0]
		}
		if role(s.Nodes[0]) == "tab" {
			p.tabs[id] = strings.Join(strings.Fields(s.Text()), " ")
		}
	})
	p.doc.Find("[aria-controls], [data-target], [data-bs-target], [href^='#'], [onclick]").
		Each(func(_ int, s *goquery.Selection) {
			for _, key := range controlKeys {
				if id := strings.TrimPrefix(s.AttrOr(key, ""), "#"); id != "" {
					p.opened[id] = true
				}
			}
			for _, m := range quoted.FindAllStringSubmatch(s.AttrOr("onclick", ""), -1) {
				p.opened[strings.TrimPrefix(m[1], "#")] = true
			}
		})
}

// quoted matches the strings in a script, ids of what it shows among them.
var quoted = regexp.MustCompile(`['"]([^'"]+)['"]`)

// isToggle reports whether an element opens a panel of the text, so that its
// own text is the panel's heading.
func (p *page) isToggle(n *html.Node) bool {
	if is(n, atom.Summary) || p.named(n, "toggle") {
		return true
	}
	if is(n, atom.Button) && p.within(n.Parent, isHeading) {
		return true
	}
	panel := p.opens(n)
	return panel != nil && p.of(panel).running() > p.of(panel).linked && !p.within(panel, p.fixture)
}

// opens is the panel that a control opens: the one that it names, or what
// follows it; nil for an element that is no control.
func (p *page) opens(n *html.Node) *html.Node {
	for _, key := range controlKeys[:3] {
		if panel := p.ids[strings.TrimPrefix(attr(n, key), "#")]; panel != nil {
			return panel
		}
	}
	if !hasAttr(n, "aria-expanded") {
		return nil
	}
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode {
			return s
		}
	}
	return nil
}

// fixture is what belongs to the site, not to the page.
func (p *page) fixture(n *html.Node) bool {
	return p.never(n) || is(n, atom.Nav, atom.Header, atom.Footer, atom.Aside) || byRole(n) || p.calledFurniture(n) && !p.holdsContent(n)
}

// tabLabel is the text of the tab that a panel belongs to.
func (p *page) tabLabel(n *html.Node) string {
	if role(n) != "tabpanel" {
		return ""
	}
	return p.tabs[attr(n, "aria-labelledby")]
}
