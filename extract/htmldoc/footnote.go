package htmldoc

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// noteMark is the text of a footnote mark: "1", "[2]", "*", "a)".
var noteMark = regexp.MustCompile(`^\[?(\d{1,2}|\*{1,3}|†|[a-z])[\]).]?$`)

// bracketMark is a mark that needs no raised type to be one: "[1]".
var bracketMark = regexp.MustCompile(`^\[(\d{1,2}|[a-z])\]$`)

// footnoteMark reports whether an inline element is a footnote mark: raised
// text of that form that is no exponent (m²), or a link to a place in the page
// with a number in brackets.
func (w *writer) footnoteMark(n *html.Node) bool {
	if !is(n, atom.Sup, atom.A) {
		return false
	}
	text := strings.TrimSpace(w.page.textOf(n))
	if is(n, atom.A) {
		return strings.HasPrefix(attr(n, "href"), "#") && bracketMark.MatchString(text)
	}
	return noteMark.MatchString(text) && !w.exponent(text)
}

// exponent reports whether a raised 2 or 3 follows "m", as in m² and km².
func (w *writer) exponent(text string) bool {
	if (text != "2" && text != "3") || w.before() != 'm' {
		return false
	}
	l := w.lines[len(w.lines)-1].text()
	unit := l[strings.LastIndexAny(l, " 0123456789")+1:]
	return unit == "m" || unit == "km" || unit == "cm" || unit == "dm" || unit == "mm"
}
