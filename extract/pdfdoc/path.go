package pdfdoc

import (
	"math"

	"github.com/lofte/lofte/extract/layout"
)

// Sizes of shapes in points.
const (
	ruleThickness = 3.0  // a filled shape up to this thin is a line
	ruleLength    = 8.0  // and at least this long
	markSize      = 12.0 // a shape up to this size each way may be a bullet
	markLeast     = 0.8
	shadeLeast    = 8.0  // a filled area from this to
	shadeMost     = 90.0 // this height may shade a row or a cell
	letterLeast   = 2.0  // a filled shape with curves from this to
	letterMost    = 48.0 // this size may be a letter's outline
)

// path is the path under construction, in page space: for each subpath its
// bounding box and its straight lines along the axes.
type path struct {
	boxes  []layout.Box
	curved []bool // by box, whether its subpath has a curve
	lines  []layout.Box
	open   bool
	startX float64
	startY float64
	lastX  float64
	lastY  float64
}

func (p *path) clear() {
	p.boxes, p.curved, p.lines, p.open = p.boxes[:0], p.curved[:0], p.lines[:0], false
}

func (p *path) moveTo(x, y float64) {
	if len(p.boxes) >= maxShapes {
		p.open = false
		return
	}
	p.boxes = append(p.boxes, layout.Box{X0: x, Y0: y, X1: x, Y1: y})
	p.curved = append(p.curved, false)
	p.open = true
	p.startX, p.startY, p.lastX, p.lastY = x, y, x, y
}

func (p *path) lineTo(x, y float64) {
	if !p.open {
		p.moveTo(x, y)
		return
	}
	const straight = 0.5
	if (math.Abs(x-p.lastX) < straight) != (math.Abs(y-p.lastY) < straight) && len(p.lines) < maxShapes {
		p.lines = append(p.lines, layout.Box{
			X0: min(x, p.lastX), Y0: min(y, p.lastY), X1: max(x, p.lastX), Y1: max(y, p.lastY),
		})
	}
	p.include(x, y)
	p.lastX, p.lastY = x, y
}

func (p *path) include(x, y float64) {
	if !p.open {
		p.moveTo(x, y)
		return
	}
	b := &p.boxes[len(p.boxes)-1]
	b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, x), min(b.Y0, y), max(b.X1, x), max(b.Y1, y)
}

// curveTo goes to a point, by way of others, of which the subpath's box keeps
// account.
func (p *path) curveTo(x, y float64) {
	p.include(x, y)
	p.lastX, p.lastY = x, y
	if p.open {
		p.curved[len(p.curved)-1] = true
	}
}

func (p *path) closePath() {
	if p.open {
		p.lineTo(p.startX, p.startY)
	}
}

func (p *path) rectangle(m matrix, x, y, w, h float64) {
	p.moveTo(m.apply(x, y))
	p.lineTo(m.apply(x+w, y))
	p.lineTo(m.apply(x+w, y+h))
	p.lineTo(m.apply(x, y+h))
	p.closePath()
}

// paint hands the path's shapes to the page: filled thin ones are rules, small
// ones marks; a stroke leaves its straight lines as rules.
func (p *path) paint(page *pageText, fill, stroke bool) {
	for i, b := range p.boxes {
		w, h := b.Width(), b.Height()
		if fill && p.curved[i] && max(w, h) >= letterLeast && max(w, h) <= letterMost {
			page.outlines++
		}
		switch {
		case w <= markSize && h <= markSize && w >= markLeast && h >= markLeast:
			page.mark(b)
		case fill && min(w, h) <= ruleThickness && max(w, h) >= ruleLength:
			page.rule(b)
		case fill && h >= shadeLeast && h <= shadeMost:
			page.rule(b)
		}
	}
	if !stroke {
		return
	}
	for _, l := range p.lines {
		if max(l.Width(), l.Height()) >= ruleLength {
			page.rule(l)
		}
	}
}

func (p *pageText) rule(b layout.Box) {
	if len(p.rules) < maxShapes {
		p.rules = append(p.rules, b)
	}
}

func (p *pageText) mark(b layout.Box) {
	if len(p.marks) < maxShapes {
		p.marks = append(p.marks, b)
	}
}

// image notes a picture that fills the unit square of m.
func (p *pageText) image(m matrix) {
	x0, y0 := m.apply(0, 0)
	x1, y1 := m.apply(1, 1)
	b := layout.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	if b.Width() <= markSize && b.Height() <= markSize {
		p.mark(b)
		return
	}
	p.images++
	w := min(b.X1, p.width) - max(b.X0, 0)
	h := min(b.Y1, p.height) - max(b.Y0, 0)
	if w > 0 && h > 0 {
		p.pictured += w * h
	}
}
