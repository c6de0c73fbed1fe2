package htmldoc

import (
	"strings"

	"golang.org/x/net/html"
)

// styleRules is what the page's own style sheets say of single classes.
type styleRules struct {
	hidden map[string]bool // not shown
	bold   map[string]bool // shown in bold
}

// readStyles reads the rules of the page's style elements that have one class
// as their selector (".noscript{display:none}"). Rules within at-rules hold
// for some media only and are left out.
func (p *page) readStyles() {
	p.styles = styleRules{hidden: map[string]bool{}, bold: map[string]bool{}}
	for _, n := range p.doc.Find("style").Nodes {
		if n.FirstChild != nil {
			p.styles.read(n.FirstChild.Data)
		}
	}
}

func (s styleRules) read(css string) {
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selector := strings.TrimSpace(css[:open])
		end := closingBrace(css, open)
		if !strings.HasPrefix(selector, "@") {
			s.rule(selector, squeeze(css[open+1:end]))
		}
		css = css[min(end+1, len(css)):]
	}
}

// closingBrace is where the brace that opens at open is closed, the end of the
// sheet when it is not.
func closingBrace(css string, open int) int {
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(css)
}

func (s styleRules) rule(selectors, body string) {
	off, bold := hides(body), embolds(body)
	if !off && !bold {
		return
	}
	for _, sel := range strings.Split(selectors, ",") {
		sel = strings.TrimSpace(sel)
		class := strings.TrimPrefix(sel, ".")
		if class == sel || strings.ContainsAny(class, " .:#>+~[*") {
			continue
		}
		s.hidden[class] = s.hidden[class] || off
		s.bold[class] = s.bold[class] || bold
	}
}

// hides reports whether declarations without white space take an element off
// the screen, the tricks for screen readers among them.
func hides(css string) bool {
	for _, v := range []string{"display:none", "visibility:hidden", "left:-9", "clip:rect(0", "clip:rect(1px", "text-indent:-9"} {
		if strings.Contains(css, v) {
			return true
		}
	}
	return false
}

func embolds(css string) bool {
	_, value, ok := strings.Cut(css, "font-weight:")
	return ok && (strings.HasPrefix(value, "bold") || value != "" && value[0] >= '6' && value[0] <= '9')
}

// any reports whether one of the element's classes is in the set.
func (styleRules) any(set map[string]bool, n *html.Node) bool {
	if len(set) == 0 {
		return false
	}
	for _, class := range strings.Fields(attr(n, "class")) {
		if set[class] {
			return true
		}
	}
	return false
}
