package htmldoc

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return true
		}
	}
	return false
}

// role is the element's ARIA role, lower case.
func role(n *html.Node) string { return strings.ToLower(strings.TrimSpace(attr(n, "role"))) }

// style is the element's style attribute, lower case and without white space.
func style(n *html.Node) string { return squeeze(attr(n, "style")) }

func squeeze(css string) string {
	return strings.ToLower(strings.Join(strings.Fields(css), ""))
}

// is reports whether the element is one of the given kind.
func is(n *html.Node, kinds ...atom.Atom) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, k := range kinds {
		if n.DataAtom == k {
			return true
		}
	}
	return false
}

// sectional elements hold parts of a page; only their ids say what they are
// for, the id of a heading repeats its text.
func sectional(n *html.Node) bool {
	return is(n, atom.Div, atom.Section, atom.Article, atom.Nav, atom.Aside, atom.Header, atom.Footer, atom.Main,
		atom.Ul, atom.Ol, atom.Table, atom.Td, atom.Form, atom.Center)
}

// headingRank is 1 to 6 for a heading, 0 for anything else.
func headingRank(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	if role(n) != "heading" {
		return 0
	}
	if v := attr(n, "aria-level"); len(v) == 1 && v[0] >= '1' && v[0] <= '6' {
		return int(v[0] - '0')
	}
	return 2 // the level that ARIA gives a heading without one
}

func isHeading(n *html.Node) bool { return headingRank(n) > 0 }

// isLink reports whether the element is a hyperlink with a target.
func isLink(n *html.Node) bool { return is(n, atom.A) && hasAttr(n, "href") }

// blocky elements start and end a block.
func blocky(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp:
		return true
	}
	s := attr(n, "style")
	return s != "" && displaysAsBlock(squeeze(s)) || role(n) == "heading" || role(n) == "listitem"
}

func displaysAsBlock(css string) bool {
	for _, v := range []string{"display:block", "display:list-item", "display:flex", "display:grid"} {
		if strings.Contains(css, v) {
			return true
		}
	}
	return false
}

// classWords are the words in the element's class, and in its id where that
// names a part of the page: "sv-cookieConsent" gives sv, cookie, consent.
func classWords(n *html.Node) []string {
	words := splitWords(nil, attr(n, "class"))
	if sectional(n) {
		words = splitWords(words, attr(n, "id"))
	}
	return words
}

func splitWords(words []string, s string) []string {
	start := -1
	var last rune
	for i, r := range s {
		letter := unicode.IsLetter(r)
		hump := unicode.IsUpper(r) && unicode.IsLower(last)
		if start >= 0 && (!letter || hump) {
			words = append(words, strings.ToLower(s[start:i]))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
		last = r
	}
	if start >= 0 {
		words = append(words, strings.ToLower(s[start:]))
	}
	return words
}
