package layout

import (
	"unicode"

	"github.com/lofte/lofte/model"
)

// join puts together what a column's or a page's end has parted: sentences,
// items and tables.
func (m *metrics) join(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if n := len(out); n > 0 && b.opens {
			former := out[n-1]
			if former.table != nil && b.table != nil && b.table.continues(former.table) {
				former.table.adopt(b.table, m)
				continue
			}
			if former.table == nil && b.table == nil && former.closes && m.goesOn(former, b) {
				former.lines = append(former.lines, b.lines...)
				former.closes = b.closes
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// goesOn reports whether b is the rest of a, which ended with its column.
func (m *metrics) goesOn(a, b *block) bool {
	last, first := a.last(), b.first()
	if b.kind == model.Item || !sameStyleSize(last.size, first.size) || last.bold != first.bold {
		return false
	}
	if hyphened(last) && first.startsLower() {
		return true
	}
	if last.finished() {
		return a.kind == model.Item && m.hangsOn(a, b)
	}
	if first.startsLower() {
		return true
	}
	if a.names || b.names {
		return false
	}
	return last.full(first) && (len(b.lines) > 1 || first.finished()) && len(a.lines)+len(b.lines) > 2
}

func hyphened(l *line) bool {
	r := l.lastRune()
	return r == '-' || r == '\u00ad' || r == '\u2010'
}

// hangsOn reports whether b stands where the text of item a would go on, and
// reads like its next sentence.
func (m *metrics) hangsOn(a, b *block) bool {
	own := a.first().textX - a.left
	return own > indentEm*b.first().size && near(b.first().x0-b.left, own, b.first().size) &&
		a.last().full(b.first()) && unicode.IsUpper(b.first().firstRune())
}
