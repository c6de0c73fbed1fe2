package ocr

import (
	"math"

	"github.com/lofte/lofte/extract/layout"
)

// Drawn lines, in em of the body text.
const (
	ruleLength = 4.0 // longer than any stroke of a letter
	ruleWidth  = 0.3
)

// maxRules bounds how many lines are looked for: a picture may have any number.
const maxRules = 2_000

// rules are the thin straight lines of the page, in pixels.
func (k *ink) rules(size float64) []layout.Box {
	if k == nil || size < leastPixels {
		return nil
	}
	width, height := k.gray.Rect.Dx(), k.gray.Rect.Dy()
	level := func(x, y int) bool { return k.at(x, y) >= darkness }
	upright := func(y, x int) bool { return k.at(x, y) >= darkness }
	out := thin(level, width, height, size)
	for _, b := range thin(upright, height, width, size) {
		out = append(out, layout.Box{X0: b.Y0, Y0: b.X0, X1: b.Y1, Y1: b.X1})
	}
	return out
}

// thin finds runs of dark pixels along the first axis, joins those that touch
// from row to row, and keeps the thin ones.
func thin(dark func(along, across int) bool, length, rows int, size float64) []layout.Box {
	var done, open []layout.Box
	for row := range rows {
		runs := runsOf(dark, length, row, int(ruleLength*size))
		var next []layout.Box
		for _, b := range open {
			if b.Y1 < float64(row) {
				done = append(done, b)
			} else {
				next = append(next, b)
			}
		}
		open = next
		for _, r := range runs {
			open = merge(open, r)
		}
		if len(done)+len(open) > maxRules {
			return nil
		}
	}
	var out []layout.Box
	for _, b := range append(done, open...) {
		if b.Height() <= ruleWidth*size {
			out = append(out, b)
		}
	}
	return out
}

// merge adds a run to the open box that it touches, or opens one.
func merge(open []layout.Box, r layout.Box) []layout.Box {
	for i := range open {
		if b := &open[i]; r.X0 <= b.X1 && r.X1 >= b.X0 {
			*b = layout.Box{X0: min(b.X0, r.X0), Y0: min(b.Y0, r.Y0), X1: max(b.X1, r.X1), Y1: max(b.Y1, r.Y1)}
			return open
		}
	}
	return append(open, r)
}

// runsOf are the dark runs of a row that are long enough. Only every step-th
// pixel is looked at until one is dark.
func runsOf(dark func(along, across int) bool, length, row, least int) (out []layout.Box) {
	least = max(least, 2)
	for x := least - 1; x < length; x += least {
		if !dark(x, row) {
			continue
		}
		from, to := x, x+1
		for from > 0 && dark(from-1, row) {
			from--
		}
		for to < length && dark(to, row) {
			to++
		}
		if to-from >= least {
			out = append(out, layout.Box{X0: float64(from), X1: float64(to), Y0: float64(row), Y1: float64(row + 1)})
		}
		x = int(math.Max(float64(x), float64(to-least)))
	}
	return out
}
