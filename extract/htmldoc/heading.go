package htmldoc

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// Lengths in words of a paragraph that is shown as a heading.
const (
	headingWords  = 25 // at most without a colon at the end
	leadInWords   = 70 // at most with one
	sentenceWords = 8  // at most with a full stop
)

// mostBold is the share of bold text on a page above which bold type marks
// nothing.
const mostBold = 0.6

// boldMeans reports whether bold type can mark headings on the page.
func (w *writer) boldMeans() bool {
	bold, all := 0, 0
	for _, f := range w.flows {
		if f.at.heading > 0 {
			continue
		}
		for _, l := range f.lines {
			for _, r := range l {
				n := countLetters(r.text)
				all += n
				if r.bold {
					bold += n
				}
			}
		}
	}
	return float64(bold) <= mostBold*float64(all)
}

// headingLike reports whether lines look like a heading: bold (or of a class
// for headings), and short or a lead-in.
func (f *flow) headingLike(lines []line) bool {
	for _, l := range lines {
		if (!l.bold() || f.plain) && !f.at.rankBy {
			return false
		}
	}
	return headingText(joined(lines))
}

// bodyWords is the length from which a sentence in a heading element is body
// text that somebody wanted large.
const bodyWords = 35

func tooLong(text string) bool {
	return len(strings.Fields(text)) > bodyWords && endsSentence(text)
}

// withoutNames makes paragraphs of the bold names of people who sign: an office
// stands below, or another line of the same paragraph that is no body.
func withoutNames(pieces []piece) []piece {
	for i := 0; i+1 < len(pieces); i++ {
		p, next := &pieces[i], &pieces[i+1]
		if p.Kind != model.Heading || p.Level != pseudoRank || !nameLike(p.Text) || next.Kind == model.Heading {
			continue
		}
		office := holdsOffice(next.Text) && next.words() <= contactWords
		if office || next.flow == p.flow && !opensBody(next.Text) {
			p.Kind, p.Level = model.Paragraph, 0
		}
	}
	return pieces
}

// headingText judges by the text alone.
func headingText(text string) bool {
	n := len(strings.Fields(text))
	if m, _ := marker(text); m != "" && !strings.ContainsAny(m, "0123456789") {
		return false
	}
	switch {
	case strings.HasSuffix(text, ":"):
		return n <= leadInWords
	case strings.HasSuffix(text, "?"):
		return n <= headingWords
	case endsSentence(text):
		return n <= sentenceWords
	}
	return n <= headingWords
}

// opensBody reports whether a line can stand under a heading: a list item or a
// sentence, where under a name stands an office.
func opensBody(text string) bool {
	return startsMarked(text) || endsSentence(text) && !holdsOffice(text)
}
