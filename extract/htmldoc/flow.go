package htmldoc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// run is a stretch of text with one look.
type run struct {
	text string
	bold bool
	link bool
}

// line is what stands between two line breaks.
type line []run

// text is the line's text, white space around it taken off. Spaces that don't
// break are kept inside.
func (l line) text() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.text)
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace)
}

// indent is the number of spaces before the text.
func (l line) indent() int {
	n := 0
	for _, r := range l {
		for _, c := range r.text {
			if !unicode.IsSpace(c) {
				return n
			}
			n++
		}
	}
	return n
}

// all reports whether every run with letters or digits passes, and one is there.
func (l line) all(test func(run) bool) bool {
	found := false
	for _, r := range l {
		if countLetters(r.text) == 0 {
			continue
		}
		if !test(r) {
			return false
		}
		found = true
	}
	return found
}

func (l line) bold() bool { return l.all(func(r run) bool { return r.bold }) }
func (l line) link() bool { return l.all(func(r run) bool { return r.link }) }

// flow is the text of one block element, or loose text between two, with the
// place where it stands.
type flow struct {
	lines []line // at least one has text
	at    scope
	plain bool // bold type says nothing here
}

// scope is where in the page a text stands. It is handed down the tree by
// value.
type scope struct {
	heading int  // rank of the heading, 0 outside
	rankBy  bool // a class says that the paragraph is a heading
	bold    bool // in bold type
	link    bool // in a hyperlink
	indent  int  // of the block, in spaces
	pre     bool // line ends of the source are line ends
	caption bool // text of a picture
	title   bool // the heading of the content
	word    bool // a list marker stands in front of the text
	cell    *model.Place
	list    *list     // innermost list
	item    *listItem // innermost item
}

// list is a list that is being read.
type list struct {
	depth   int
	ordered bool
	style   string // value of type: 1, a, A, i, I
	next    int    // number of the next item
}

// listItem is an item that is being read. Its first text is the item, later
// ones are paragraphs in it.
type listItem struct {
	level  int
	marker string
	used   bool
}

// writer gathers flows from the tree.
type writer struct {
	page   *page
	flows  []flow
	tables int // tables of data so far
	lines  []line
	at     scope
	open   bool // the current flow has text
	stopAt int  // stop after so many flows, 0 for never
}

func (w *writer) done() bool { return w.stopAt > 0 && len(w.flows) >= w.stopAt }

// text adds text, white space folded as a browser does. Spaces that don't
// break are not white space to it.
func (w *writer) text(s string, at scope) {
	if at.pre {
		parts := strings.Split(s, "\n")
		for i, part := range parts {
			if i > 0 {
				w.lineBreak()
			}
			w.add(strings.ReplaceAll(strings.TrimRight(part, "\r"), "\t", "    "), at)
		}
		return
	}
	s = foldSpace(s)
	if s != "" && s[0] == ' ' && w.atSpace() {
		s = s[1:]
	}
	w.add(s, at)
}

// add puts text into the current line as it is.
func (w *writer) add(s string, at scope) {
	if s == "" {
		return
	}
	if !w.open && strings.TrimFunc(s, unicode.IsSpace) != "" {
		w.open, w.at = true, at
	}
	if len(w.lines) == 0 {
		w.lines = append(w.lines, nil)
	}
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], run{text: s, bold: at.bold, link: at.link})
}

// atSpace reports whether the current line is empty or ends in a space.
func (w *writer) atSpace() bool {
	if len(w.lines) == 0 {
		return true
	}
	l := w.lines[len(w.lines)-1]
	return len(l) == 0 || strings.HasSuffix(l[len(l)-1].text, " ")
}

// before is the last character of the current line, 0 for none.
func (w *writer) before() rune {
	if len(w.lines) == 0 || len(w.lines[len(w.lines)-1]) == 0 {
		return 0
	}
	l := w.lines[len(w.lines)-1]
	r, _ := utf8.DecodeLastRuneInString(l[len(l)-1].text)
	return r
}

func (w *writer) lineBreak() { w.lines = append(w.lines, nil) }

// flush ends the current flow.
func (w *writer) flush() {
	if w.open {
		w.flows = append(w.flows, flow{lines: trimLines(w.lines), at: w.at})
	}
	w.lines, w.open = nil, false
}

// trimLines takes empty lines off both ends.
func trimLines(lines []line) []line {
	for len(lines) > 0 && lines[0].text() == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].text() == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// foldSpace makes one space of each run of ASCII white space.
func foldSpace(s string) string {
	if !strings.ContainsAny(s, "\t\n\r\f") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// levelOf is the block level of a text in an item.
func (s scope) level() int {
	if s.item != nil {
		return s.item.level
	}
	return 0
}

// kind is what the flow would be by its element alone.
func (s scope) kind() model.BlockKind {
	switch {
	case s.heading > 0:
		return model.Heading
	case s.item != nil && !s.item.used:
		return model.Item
	}
	return model.Paragraph
}
