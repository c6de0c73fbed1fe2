package links

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/lofte/lofte/corpus/fetch/address"
)

// maxLinks is how many links of a page are taken.
const maxLinks = 20_000

// Link is a link of a page, or an address of a sitemap.
type Link struct {
	URL  string
	Text string
	node *html.Node
}

// Matches reports whether the link's element is what a CSS selector chooses.
func (l Link) Matches(s cascadia.Matcher) bool { return l.node != nil && s.Match(l.node) }

// Sitemap reports whether the address comes from a sitemap, where there is
// neither element nor text.
func (l Link) Sitemap() bool { return l.node == nil }

// Page is the links and the text of a page.
type Page struct {
	Links []Link
	Text  string
}

// Parse reads an HTML page that stands at an address. contentType is what the
// server declares, with its parameters.
func Parse(body []byte, contentType, at string) (*Page, error) {
	root, err := parse(body, contentType)
	if err != nil {
		return nil, fmt.Errorf("links of %s: %w", at, err)
	}
	w := &walker{base: at, seen: map[string]int{}}
	w.walk(root)
	return &Page{Links: w.links, Text: fold(w.text.String())}, nil
}

func parse(body []byte, contentType string) (*html.Node, error) {
	var in io.Reader = bytes.NewReader(body)
	if !utf8.Valid(body) {
		decoded, err := charset.NewReader(in, contentType)
		if err != nil {
			return nil, err
		}
		in = decoded
	}
	return html.Parse(in)
}

type walker struct {
	base  string
	links []Link
	seen  map[string]int // place of an address in links
	text  strings.Builder
}

// walk goes through the tree without recursion, since pages may be nested
// deeply.
func (w *walker) walk(root *html.Node) {
	for n := root; n != nil; n = next(n, root, w.enter(n)) {
	}
}

// next is the node after n in document order, below n only if inside.
func next(n, root *html.Node, inside bool) *html.Node {
	if inside && n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n != root {
		if n.NextSibling != nil {
			return n.NextSibling
		}
		n = n.Parent
	}
	return nil
}

// enter takes what a node says, and reports whether what is in it counts.
func (w *walker) enter(n *html.Node) bool {
	switch {
	case n.Type == html.TextNode:
		w.text.WriteString(n.Data)
	case n.Type != html.ElementNode:
	case n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Template:
		return false
	case n.DataAtom == atom.Base:
		if to, err := address.Resolve(w.base, attribute(n, "href")); err == nil {
			w.base = to
		}
	case n.DataAtom == atom.A || n.DataAtom == atom.Area:
		w.add(n)
	}
	if n.Type == html.ElementNode && !inline(n.DataAtom) {
		w.text.WriteByte(' ')
	}
	return true
}

func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.Small, atom.Mark, atom.Sub, atom.Sup:
		return true
	}
	return false
}

func (w *walker) add(n *html.Node) {
	href := strings.TrimSpace(attribute(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") || len(w.links) >= maxLinks {
		return
	}
	to, err := address.Resolve(w.base, href)
	if err != nil {
		return // mailto, javascript, and what nobody should ask for
	}
	l := Link{URL: to, Text: textOf(n), node: n}
	at, known := w.seen[to]
	switch {
	case !known:
		w.seen[to] = len(w.links)
		w.links = append(w.links, l)
	case w.links[at].Text == "":
		w.links[at] = l
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := n; c != nil; c = next(c, n, true) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
	}
	if b.Len() == 0 {
		b.WriteString(attribute(n, "title") + " " + attribute(n, "aria-label"))
	}
	return fold(b.String())
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// fold makes white space single spaces and drops soft hyphens.
func fold(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}
