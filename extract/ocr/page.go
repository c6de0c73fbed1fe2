package ocr

import (
	"math"

	"github.com/lofte/lofte/extract/layout"
)

// A4 in points.
const (
	a4Width  = 595.0
	a4Height = 842.0
)

// Lines that tell how much the page is turned.
const (
	slopeWidth = 12.0 // em that such a line is wide at least
	maxSlope   = 0.05 // more is no page that was put into a scanner
)

// page places the words of a frame on a page of the size in points; a width of
// 0 takes the size of A4 for the longer side. Skew is taken out. The ink may be
// nil.
func (f frame) page(k *ink, width, height float64, number int) layout.Page {
	if width <= 0 || height <= 0 {
		scale := a4Height / max(f.width, f.height, 1)
		width, height = f.width*scale, f.height*scale
	}
	p := layout.Page{Number: number, Width: width, Height: height, Images: 1, Pictured: 1}
	if f.width == 0 || f.height == 0 {
		return p
	}
	to := transform{x: width / f.width, y: height / f.height, skew: f.skew(), middle: f.width / 2}
	var strokes []float64
	for _, line := range f.lines {
		line, mark := line.look(k)
		if len(line) == 0 {
			continue
		}
		if mark != nil {
			p.Marks = append(p.Marks, to.box(*mark))
		}
		p.Words = append(p.Words, to.words(line)...)
		for _, t := range line {
			strokes = append(strokes, t.stroke*to.x)
		}
	}
	for _, r := range k.rules(f.bodySize()) {
		p.Rules = append(p.Rules, to.box(r))
	}
	embolden(&p, strokes)
	return p
}

// bodySize is the size in pixels of the middle one of the lines.
func (f frame) bodySize() float64 {
	var sizes []float64
	for _, line := range f.lines {
		sizes = append(sizes, line.geometry().size)
	}
	if len(sizes) == 0 {
		return 0
	}
	return median(sizes)
}

// skew is the slope of the page's lines: the median over the long ones.
func (f frame) skew() float64 {
	var slopes []float64
	for _, line := range f.lines {
		if g := line.geometry(); g.width > slopeWidth*g.size && math.Abs(g.slope) < maxSlope {
			slopes = append(slopes, g.slope)
		}
	}
	if len(slopes) == 0 {
		return 0
	}
	return median(slopes)
}

// transform leads from pixels to points on an upright page.
type transform struct {
	x, y   float64 // points a pixel
	skew   float64 // slope of the lines, turned about the middle of the page
	middle float64
}

func (t transform) point(x, y float64) (float64, float64) {
	y -= t.skew * (x - t.middle)
	return (x + t.skew*y) * t.x, y * t.y
}

// box is the box around the turned middles of the sides.
func (t transform) box(b layout.Box) layout.Box {
	x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	x0, _ := t.point(b.X0, y)
	x1, _ := t.point(b.X1, y)
	_, y0 := t.point(x, b.Y0)
	_, y1 := t.point(x, b.Y1)
	return layout.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}
}

// words places the words of a line, all on its baseline and of its size.
func (t transform) words(line tokenLine) []layout.Word {
	g := line.geometry()
	_, base := t.point((line[0].box.X0+line[len(line)-1].box.X1)/2, g.base)
	var out []layout.Word
	for i, w := range line {
		x0, _ := t.point(w.box.X0, g.base)
		x1, _ := t.point(w.box.X1, g.base)
		out = append(out, layout.Word{Text: w.text, X0: x0, X1: x1, Base: base, Size: g.size * t.y,
			Space: i > 0, Confidence: max(w.confidence, leastConfidence)})
	}
	return out
}

// leastConfidence keeps apart what was recognised with no confidence from what
// was read.
const leastConfidence = 0.01
