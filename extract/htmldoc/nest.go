package htmldoc

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/lofte/lofte/model"
)

// deeper is how many spaces a marked line stands further in than the one that
// it is nested under; pixelsASpace makes spaces of margins.
const (
	deeper       = 2
	pixelsASpace = 8
)

// rung is a list that is open while marked lines are nested.
type rung struct {
	key    string // marker, or style of a number
	number bool
	indent int
	level  int
}

// nest gives marked lines their depth: further in is deeper, another marker is
// deeper below a line that ends in a colon, below a number, or when the former
// marker comes again. A real list that follows a number stands under it.
func nest(pieces []piece, m marks) {
	for from := 0; from < len(pieces); {
		to := from
		for to < len(pieces) && (pieces[to].Kind == model.Item || pieces[to].Kind == model.Paragraph && pieces[to].Level > 0) {
			to++
		}
		if to > from {
			nestRow(pieces[from:to], m[from:to])
		}
		from = to + 1
	}
}

func nestRow(pieces []piece, m marks) {
	last := map[string]int{}
	for i := range m {
		if m[i].item {
			last[m[i].key()] = i
		}
	}
	var open []rung
	for i := range pieces {
		if m[i].item {
			colon := i > 0 && strings.HasSuffix(pieces[i-1].Text, ":")
			open = climb(open, m[i], pieces[i].indent, func(top rung) bool { return colon || last[top.key] > i })
			pieces[i].Level += open[len(open)-1].level
			continue
		}
		if top := len(open) - 1; top >= 0 && open[top].number {
			pieces[i].Level += open[top].level + 1
		}
	}
}

// climb closes and opens lists so that the last one holds a line with the mark.
// Levels count from 0.
func climb(open []rung, k mark, indent int, below func(rung) bool) []rung {
	for len(open) > 1 && open[len(open)-1].indent >= indent+deeper {
		open = open[:len(open)-1]
	}
	next := rung{key: k.key(), number: k.class == number, indent: indent}
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].key == next.key && abs(open[i].indent-indent) < deeper {
			return open[:i+1]
		}
	}
	if len(open) == 0 {
		return append(open, next)
	}
	top := open[len(open)-1]
	if indent >= top.indent+deeper || top.number && !next.number || top.key != next.key && below(top) {
		next.level = top.level + 1
		return append(open, next)
	}
	next.level = top.level
	open[len(open)-1] = next
	return open
}

func abs(n int) int { return max(n, -n) }

// key tells the markers of one list from those of another.
func (k mark) key() string {
	if k.class == number {
		return "number " + k.style
	}
	return k.mark
}

// margin matches what sets a block in from the left.
var margin = regexp.MustCompile(`(?:margin|padding)-left:(\d{1,4})(px|pt)`)

// marginOf is the indentation of a block by its style, in spaces.
func marginOf(css string) int {
	m := margin.FindStringSubmatch(css)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n / pixelsASpace
}
