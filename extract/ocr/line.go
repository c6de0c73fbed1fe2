package ocr

import (
	"slices"
	"strings"
	"unicode"
)

// Heights of letters over the baseline in em, and depths below it: about those
// of the fonts that offices use.
const (
	capHeight   = 0.72
	xHeight     = 0.52
	descent     = 0.21
	leastPixels = 4 // height of a word that tells a size
)

// shape is which parts of the line the glyphs of a word reach.
type shape struct {
	tall, deep bool
	middle     bool // has a letter of x-height or a tall one
}

func shapeOf(word string) shape {
	var s shape
	for _, r := range word {
		switch {
		case strings.ContainsRune("gpqy", r):
			s.deep, s.middle = true, true
		case strings.ContainsRune("jQ()[]{}/|@§", r):
			s.tall, s.deep, s.middle = true, true, true
		case strings.ContainsRune(",;", r):
			s.deep = true
		case strings.ContainsRune("bdfhiklt", r), unicode.IsUpper(r), unicode.IsDigit(r), strings.ContainsRune("åäöé!?%&", r):
			s.tall, s.middle = true, true
		case unicode.IsLetter(r):
			s.middle = true
		}
	}
	return s
}

// measure estimates the size of a word's font in pixels and its baseline.
func (t token) measure() (size, base float64, ok bool) {
	s := shapeOf(t.text)
	if !s.middle || t.box.Height() < leastPixels {
		return 0, 0, false
	}
	above := xHeight
	if s.tall {
		above = capHeight
	}
	// A comma hangs less deep than a g.
	below := 0.0
	if s.deep {
		below = descent
		if strings.ContainsAny(t.text, ",;") && !strings.ContainsAny(t.text, "gpqyjQ()[]{}/|@§") {
			below = descent * commaShare
		}
	}
	size = t.box.Height() / (above + below)
	return size, t.box.Y1 - below*size, true
}

// commaShare is how deep a comma hangs, as a share of the descent.
const commaShare = 0.65

// geometry is what the words of a line tell together.
type geometry struct {
	size  float64 // em in pixels
	base  float64 // baseline in pixels, at the line's middle
	slope float64 // of the baseline
	width float64
}

// geometry measures a line. The size is the lower median over its words: boxes
// err by taking in what belongs to other lines.
func (l tokenLine) geometry() geometry {
	var sizes, bases, xs, ys []float64
	for _, t := range l {
		if size, base, ok := t.measure(); ok {
			sizes, bases = append(sizes, size), append(bases, base)
			xs, ys = append(xs, (t.box.X0+t.box.X1)/2), append(ys, base)
		}
	}
	g := geometry{size: l[0].box.Height(), base: l[0].box.Y1, width: l[len(l)-1].box.X1 - l[0].box.X0}
	if len(sizes) > 0 {
		g.size, g.base, g.slope = median(sizes), median(bases), slope(xs, ys)
	}
	return g
}

// median sorts the figures and gives the lower one in the middle.
func median(figures []float64) float64 {
	slices.Sort(figures)
	return figures[(len(figures)-1)/2]
}

// slope is that of the straight line through the points with the least
// squares, 0 for points above one another.
func slope(xs, ys []float64) float64 {
	n := float64(len(xs))
	var sx, sy, sxx, sxy float64
	for i, x := range xs {
		sx, sy, sxx, sxy = sx+x, sy+ys[i], sxx+x*x, sxy+x*ys[i]
	}
	d := n*sxx - sx*sx
	if d <= 1 {
		return 0
	}
	return (n*sxy - sx*sy) / d
}
