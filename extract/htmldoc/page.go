package htmldoc

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/lofte/lofte/model"
)

// maxDepth bounds every walk over the tree. The parser keeps at most 512 open
// elements; misnested tags can make the tree a little deeper than that.
const maxDepth = 2048

// page is a parsed page on its way to blocks.
type page struct {
	doc        *goquery.Document
	body       *html.Node
	styles     styleRules
	facts      map[*html.Node]*fact
	ids        map[string]*html.Node
	opened     map[string]bool   // ids of what a control opens
	tabs       map[string]string // id of a tab → its label
	title      *html.Node        // the h1 of the content, nil for none
	firstH1    *html.Node
	headings   int        // h1 and h2
	panelLevel int        // of the labels of panels
	root       *html.Node // what holds the main content
}

// firstTags is the text up to the first tag over the limit, and whether that is
// less than all of it.
func firstTags(text string, limit int) (string, bool) {
	if strings.Count(text, "<") <= limit {
		return text, false
	}
	at := 0
	for range limit + 1 {
		at += strings.IndexByte(text[at:], '<') + 1
	}
	return text[:at-1], true
}

// parse builds the tree of the page.
func parse(text string) (*page, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, &model.ReadError{Code: parseCode(err), Err: fmt.Errorf("can't build the page's tree: %w", err)}
	}
	if tooDeep(root) {
		return nil, &model.ReadError{Code: model.TooDeep, Err: fmt.Errorf("elements nested deeper than %d", maxDepth)}
	}
	doc := goquery.NewDocumentFromNode(root)
	p := &page{doc: doc, body: root}
	if b := doc.Find("body").Nodes; len(b) > 0 {
		p.body = b[0]
	}
	return p, nil
}

// parseCode tells nesting from other damage. The parser has no typed error for
// it; a reader of a string gives no error of its own.
func parseCode(err error) model.Code {
	if strings.Contains(err.Error(), "open stack of elements") {
		return model.TooDeep
	}
	return model.Damaged
}

func tooDeep(root *html.Node) bool {
	depth, n := 0, root
	for {
		switch {
		case n.FirstChild != nil:
			if depth++; depth > maxDepth {
				return true
			}
			n = n.FirstChild
			continue
		case n == root:
			return false
		}
		for n.NextSibling == nil {
			n = n.Parent
			depth--
			if n == root || n == nil {
				return false
			}
		}
		n = n.NextSibling
	}
}

// language is the page's language as a BCP 47 tag, "" when it names none.
func (p *page) language() string {
	for _, element := range []string{"html", "body"} {
		for _, key := range []string{"lang", "xml:lang"} {
			if v := strings.TrimSpace(p.doc.Find(element).AttrOr(key, "")); v != "" {
				return v
			}
		}
	}
	return ""
}

// frames lists the sources of the page's frames.
func (p *page) frames() string {
	return strings.Join(p.doc.Find("frame[src]").Map(func(_ int, s *goquery.Selection) string {
		return s.AttrOr("src", "")
	}), ", ")
}

func truncated(limit int, what string) model.Diagnostic {
	return model.Diagnostic{Code: model.Truncated, Severity: model.Warning,
		Message: fmt.Sprintf("the page has more than %d %s, the rest was left out", limit, what)}
}
