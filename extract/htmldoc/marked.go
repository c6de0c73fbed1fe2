package htmldoc

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// marked makes items of paragraphs that begin with a list marker, and of lines
// that follow a lead-in as a list does. A bullet is enough; a dash or a letter
// needs company, because it also opens what somebody says; a number needs its
// neighbour.
func marked(pieces []piece) []piece {
	marks := readMarks(pieces)
	marks.decide(pieces)
	for i, m := range marks {
		if p := &pieces[i]; m.item {
			p.Kind, p.Level = model.Item, p.Level+1
			p.Marker, p.Text = m.mark, m.rest
		}
	}
	nest(pieces, marks)
	explain(pieces, marks)
	return listedLines(pieces)
}

type markClass int

const (
	noMark markClass = iota
	bullet
	dash // also the "o" of Word
	number
)

type mark struct {
	class      markClass
	mark, rest string
	value      int    // of a number; a is 1
	style      string // of a number: what is around it
	item       bool   // the paragraph became an item
}

type marks []mark

func readMarks(pieces []piece) marks {
	out := make(marks, len(pieces))
	for i, p := range pieces {
		if p.Kind == model.Paragraph && !p.caption {
			out[i] = readMark(p.Text)
		}
	}
	return out
}

func readMark(text string) mark {
	m, rest := marker(text)
	out := mark{mark: m, rest: rest}
	switch {
	case m == "" || rest == "":
	case len(m) == 1 && strings.Contains("-*>o", m), m == "–", m == "—", m == "−":
		out.class = dash
	case strings.ContainsFunc(m, isASCIIAlnum):
		out.class = number
		out.value, out.style = readNumber(m)
	default:
		out.class = bullet
	}
	return out
}

func isASCIIAlnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// readNumber reads "3.", "(3)", "c)" and "C.": the number and the marker
// without it.
func readNumber(m string) (value int, style string) {
	for _, r := range m {
		switch {
		case r >= '0' && r <= '9':
			value = value*10 + int(r-'0')
		case r >= 'a' && r <= 'z':
			value = int(r-'a') + 1
			style += "a"
		case r >= 'A' && r <= 'Z':
			value = int(r-'A') + 1
			style += "A"
		default:
			style += string(r)
		}
	}
	return value, style
}

// decide says of each marker whether it makes an item.
func (m marks) decide(pieces []piece) {
	c := m.company()
	for i := range m {
		switch m[i].class {
		case bullet:
			m[i].item = true
		case number:
			m[i].item = m.neighbour(i, 1) || m.neighbour(i, -1)
		case dash:
			if i == 0 || !m.sameRow(pieces, i-1, i) {
				m.decideRow(pieces, i, c)
			}
		}
	}
}

// neighbour reports whether the nearest number of the same style in one
// direction is the next or the former.
func (m marks) neighbour(i, step int) bool {
	for j := i + step; j >= 0 && j < len(m); j += step {
		if m[j].class == number && m[j].style == m[i].style {
			return m[j].value == m[i].value+step
		}
	}
	return false
}

// company is how often each dash stands before a line of the page, and whether
// somebody speaks behind it.
type company struct {
	lines  map[string]int
	speech map[string]bool
}

func (m marks) company() company {
	c := company{lines: map[string]int{}, speech: map[string]bool{}}
	for _, k := range m {
		if k.class == dash {
			c.lines[k.mark]++
			c.speech[k.mark] = c.speech[k.mark] || spoken(k.rest)
		}
	}
	return c
}

// decideRow makes items of the row of dashes that begins at from, when there
// are several, a lead-in stands above, or the page has more of them and nobody
// speaks on it. Where somebody speaks in the row, only lines that begin with a
// small letter are items.
func (m marks) decideRow(pieces []piece, from int, c company) {
	to := from
	speech := false
	for to < len(m) && m.sameRow(pieces, to, from) {
		speech = speech || spoken(m[to].rest)
		to++
	}
	mark := m[from].mark
	listed := to-from > 1 || from > 0 && strings.HasSuffix(pieces[from-1].Text, ":") || c.lines[mark] > 1 && !c.speech[mark]
	for i := from; i < to; i++ {
		m[i].item = listed && (!speech || startsLow(m[i].rest) && !spoken(m[i].rest))
	}
}

func (m marks) sameRow(pieces []piece, j, i int) bool {
	return m[j].class == dash && m[j].mark == m[i].mark && pieces[j].Level == pieces[i].Level
}

// spoken reports whether a line is somebody's words: a verb of speech after a
// comma or closing sign.
func spoken(text string) bool {
	list := strings.Fields(text)
	for i := 1; i < len(list); i++ {
		if words().verbs[fold(list[i])] && strings.ContainsAny(list[i-1][len(list[i-1])-1:], ",.!?”\"") {
			return true
		}
	}
	return false
}

// explain gives the lines that follow an item within the same paragraph the
// item's level.
func explain(pieces []piece, m marks) {
	for i := 1; i < len(pieces); i++ {
		p, q := &pieces[i], &pieces[i-1]
		if p.Kind == model.Paragraph && p.flow == q.flow && q.Level > p.Level && (m[i-1].item || q.Kind == model.Paragraph) {
			p.Level = q.Level
		}
	}
}
