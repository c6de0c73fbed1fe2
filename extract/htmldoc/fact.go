package htmldoc

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fact is what was counted in an element, once, before anything is taken away.
type fact struct {
	words   []string // in class and id
	letters int      // letters and digits of its text
	linked  int      // those of them in hyperlinks
	links   int      // hyperlinks with text
	h1      bool     // holds the heading of the content
}

// running is how much text there is outside of hyperlinks.
func (f *fact) running() int { return f.letters - f.linked }

// linkShare is the share of the text that is hyperlinks.
func (f *fact) linkShare() float64 { return float64(f.linked) / float64(max(f.letters, 1)) }

// of gives the facts of an element; an element made later has none.
func (p *page) of(n *html.Node) *fact {
	if f := p.facts[n]; f != nil {
		return f
	}
	return &fact{}
}

// measure counts all elements below n.
func (p *page) measure(n *html.Node, inLink bool) *fact {
	f := &fact{words: classWords(n)}
	link := isLink(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			k := countLetters(c.Data)
			f.letters += k
			if inLink || link {
				f.linked += k
			}
		case html.ElementNode:
			g := p.measure(c, inLink || link)
			f.letters += g.letters
			f.linked += g.linked
			f.links += g.links
		}
	}
	if link && f.letters > 0 {
		f.links++
	}
	p.facts[n] = f
	return f
}

func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// findTitle picks the h1 of the content, the first one inside main content or
// else the first, that is not the name of the site: an h1 that is only a link
// to the start page, or within a part that is never content.
func (p *page) findTitle() {
	h1 := p.doc.Find("h1").Nodes
	if len(h1) > 0 {
		p.firstH1 = h1[0]
	}
	p.headings = p.doc.Find("h1, h2").Length()
	var first *html.Node
	for _, h := range p.doc.Find("h1, [role=heading][aria-level='1']").Nodes {
		if p.of(h).letters == 0 || p.siteName(h) || p.within(h, p.offPage) {
			continue
		}
		if first == nil {
			first = h
		}
		if p.within(h, marksMain) {
			first = h
			break
		}
	}
	p.title = first
	for n := first; n != nil; n = n.Parent {
		if f := p.facts[n]; f != nil {
			f.h1 = true
		}
	}
}

// offPage reports whether a part is not content, whatever heading it has.
func (p *page) offPage(n *html.Node) bool {
	return (p.never(n) || p.hidden(n)) && !p.mostText(p.of(n))
}

// organisation matches the bare name of a municipality or of the police, which
// is no title of a page.
var organisation = regexp.MustCompile(`^(?:\S+ )?\S+ (?:kommun|stad)$|^polisen$|^polismyndigheten$`)

// siteName reports whether an element is a heading with the name of the site:
// the page's first h1 with nothing but an organisation's name while other
// headings follow, or a heading that is only a link to the start page.
func (p *page) siteName(h *html.Node) bool {
	f := p.of(h)
	if !isHeading(h) {
		return false
	}
	if h == p.firstH1 && p.headings > 1 && organisation.MatchString(fold(p.textOf(h))) {
		return true
	}
	if f.linked < f.letters {
		return false
	}
	for _, a := range p.doc.FindNodes(h).Find("a[href]").Nodes {
		if href := attr(a, "href"); href == "/" || strings.Count(strings.TrimSuffix(href, "/"), "/") <= 2 && strings.Contains(href, "://") {
			return true
		}
	}
	return false
}

func (p *page) within(n *html.Node, test func(*html.Node) bool) bool {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if test(n) {
			return true
		}
	}
	return false
}

func marksMain(n *html.Node) bool {
	return is(n, atom.Main, atom.Article) || role(n) == "main" || role(n) == "article"
}
