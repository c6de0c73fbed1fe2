package docxdoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// maxBoldHeading is the number of characters over which a paragraph in bold
// is no heading.
const maxBoldHeading = 120

// blocks makes the blocks of a paragraph: one, or one for each of its lines.
func (w *walker) blocks(p *paragraph) []block {
	if strings.TrimSpace(p.text.String()) == "" || w.styles.isFrame(p.style) {
		return nil
	}
	ref := p.list
	if ref.num == "" {
		ref = w.styles.list(p.style)
		ref.level = max(ref.level, p.list.level)
	}
	b := block{Block: model.Block{Kind: model.Paragraph, Link: p.links == p.all}, left: p.left}
	if n := w.headingLevel(p); n > 0 {
		b.Kind, b.Level = model.Heading, n
		b.Text = strings.TrimSpace(w.number(ref) + " " + p.text.String())
		return []block{b}
	}
	if inList(ref) {
		if b.Marker = w.numbering.marker(ref); b.Marker != "" {
			b.Kind, b.Level = model.Item, ref.level+1
			b.Text = p.text.String()
			return []block{b}
		}
	}
	return w.lines(p, b)
}

// inList reports whether a reference is to a list: number 0 takes a paragraph
// out of the list of its style.
func inList(ref listRef) bool { return ref.num != "" && ref.num != "0" }

// number is the number that a heading bears, "" for none.
func (w *walker) number(ref listRef) string {
	if !inList(ref) {
		return ""
	}
	if m := w.numbering.marker(ref); strings.ContainsFunc(m, unicode.IsDigit) {
		return m
	}
	return ""
}

// headingLevel is the level of a paragraph as a heading: that of its style or
// its own, 7 for one that is short and all in bold, 0 for none.
func (w *walker) headingLevel(p *paragraph) int {
	if p.outline > 0 {
		return p.outline
	}
	if n := w.styles.heading(p.style); n > 0 {
		return n
	}
	text := strings.TrimSpace(p.text.String())
	bold := p.bold == p.all || w.styles.bold(p.style)
	if !bold || inList(p.list) || utf8.RuneCountInString(text) > maxBoldHeading || strings.ContainsAny(text, "\n\t") {
		return 0
	}
	if m, _ := model.ListMarker(text); m != "" && !strings.ContainsFunc(m, unicode.IsDigit) {
		return 0
	}
	if strings.ContainsAny(text[len(text)-1:], ".,;") {
		return 0
	}
	return 7
}

var spaced = regexp.MustCompile(`\t+`)

// lines makes a block of each line of a paragraph that Word breaks by hand,
// but for lines that go on with a sentence.
func (w *walker) lines(p *paragraph, b block) []block {
	var out []block
	for s := range strings.SplitSeq(p.text.String(), "\n") {
		s = strings.TrimSpace(spaced.ReplaceAllString(s, "\t"))
		if s == "" {
			continue
		}
		if n := len(out); n > 0 && goesOn(out[n-1].Text, s) {
			out[n-1].Text += "\n" + s
			continue
		}
		line := b
		line.Text, line.tabs = s, strings.Contains(s, "\t")
		if m, rest := model.ListMarker(" " + s); m != "" && rest != "" {
			line.Kind, line.Marker, line.Text, line.tabs = model.Item, m, rest, false
			line.Level, line.typed = 1, true
		}
		out = append(out, line)
	}
	return out
}

// goesOn reports whether a line goes on with the sentence of the one before.
func goesOn(before, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) && !strings.ContainsAny(before[len(before)-1:], ".:!?")
}
