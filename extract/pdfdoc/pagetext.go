package pdfdoc

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
)

// gapEm is the gap between two glyphs, in em, that stands for a space. Kerning
// stays below it, and the narrowest spaces of justified lines above.
const gapEm = 0.16

// overlapEm is how far, in em, a glyph may start before the former one's end
// and still belong to the same word.
const overlapEm = 0.35

// baselineEm is how far, in em, the baselines of one word's glyphs may differ.
const baselineEm = 0.05

// directions counts the four ways in which text can run on a page: to the
// right, down, to the left, up.
const directions = 4

// pageText collects the words of one page from glyphs in the order of the
// content stream. Words of each direction are kept apart, each in a frame
// turned so that its text runs to the right; the direction with most
// characters is the page's.
type pageText struct {
	width, height float64
	runs          [directions]run
	rules         []layout.Box
	marks         []layout.Box
	links         []layout.Box
	images        int
	pictured      float64
	outlines      int
	full          bool // the limit of words is reached
	shown, hidden int  // glyphs that are painted, and that are not
}

// run is the words of one direction. The word that grows is words[len-1] while
// open; its text is still in buf.
type run struct {
	words []layout.Word
	chars int
	buf   []byte
	open  bool
	next  float64 // where the next glyph of the word should start
	space bool    // white space came since the last glyph
}

// placed is a glyph's place: origin and end of its advance on the page, size of
// its font there, and the extra advance (character and word spacing) after it.
type placed struct {
	x, y, dx, dy float64
	size         float64
	ink          float64 // share of (dx, dy) that is the glyph's own width
	bold, italic bool
}

// show adds one glyph.
func (p *pageText) show(text string, g placed) {
	direction, ok := g.direction()
	if !ok || g.size <= 0 {
		return
	}
	u, v := p.turn(direction, g.x, g.y)
	r := &p.runs[direction]
	r.glyph(text, u, v, math.Hypot(g.dx, g.dy), g)
	p.full = p.full || len(r.words) >= maxWords
}

// direction says which way the glyph's advance goes; slanted text has none.
func (g placed) direction() (int, bool) {
	const tolerance = 0.1
	along, across := math.Abs(g.dx), math.Abs(g.dy)
	switch {
	case across <= along*tolerance:
		if g.dx < 0 {
			return 2, true
		}
		return 0, true
	case along <= across*tolerance:
		if g.dy < 0 {
			return 3, true
		}
		return 1, true
	}
	return 0, false
}

// turn gives a point's place in the frame of a direction.
func (p *pageText) turn(direction int, x, y float64) (u, v float64) {
	switch direction {
	case 1:
		return y, p.width - x
	case 2:
		return p.width - x, p.height - y
	case 3:
		return p.height - y, x
	}
	return x, y
}

func (r *run) glyph(text string, u, v, advance float64, g placed) {
	if isBlank(text) {
		r.close()
		r.space = true
		return
	}
	if !r.continues(u, v, g) {
		r.close()
		r.begin(u, v, g)
	}
	r.buf = append(r.buf, text...)
	r.chars++
	w := &r.words[len(r.words)-1]
	w.X1 = max(w.X1, u+advance*g.ink)
	r.next = u + advance
}

// continues reports whether a glyph at (u, v) goes on with the open word.
func (r *run) continues(u, v float64, g placed) bool {
	if !r.open || r.space {
		return false
	}
	w := &r.words[len(r.words)-1]
	if math.Abs(v-w.Base) > baselineEm*g.size || math.Abs(g.size-w.Size) > baselineEm*g.size || w.Bold != g.bold {
		return false
	}
	return u > w.X1-overlapEm*g.size && (u < r.next+gapEm*g.size || u < w.X1+gapEm*g.size)
}

func (r *run) begin(u, v float64, g placed) {
	r.words = append(r.words, layout.Word{
		X0: u, X1: u, Base: v, Size: g.size, Bold: g.bold, Italic: g.italic, Space: r.space,
	})
	r.open, r.space = true, false
}

// close ends the open word. A word printed twice in nearly the same place (a
// shadow, or boldness by double printing) is kept once.
func (r *run) close() {
	if !r.open {
		return
	}
	r.open = false
	w := &r.words[len(r.words)-1]
	w.Text = string(r.buf)
	r.buf = r.buf[:0]
	if r.printed(w) {
		r.words = r.words[:len(r.words)-1]
	}
}

// lookBack is how many words back a double print is looked for.
const lookBack = 40

func (r *run) printed(w *layout.Word) bool {
	const near = 0.15 // em
	last := len(r.words) - 1
	for i := last - 1; i >= 0 && i >= last-lookBack; i-- {
		o := &r.words[i]
		if o.Text == w.Text && math.Abs(o.X0-w.X0) < near*w.Size && math.Abs(o.Base-w.Base) < near*w.Size {
			return true
		}
	}
	return false
}

func isBlank(text string) bool {
	if len(text) == 1 {
		return text[0] <= ' '
	}
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && (r == '\u00a0' || (r >= '\u2000' && r <= '\u200a') || r == '\u202f' || r == '\u3000')
}

// page closes the words and gives the page in the frame of its direction.
func (p *pageText) page(number int) layout.Page {
	best := 0
	for i := range p.runs {
		p.runs[i].close()
		if p.runs[i].chars > p.runs[best].chars {
			best = i
		}
	}
	out := layout.Page{Number: number, Width: p.width, Height: p.height, Images: p.images, Outlines: p.outlines}
	out.Pictured = min(p.pictured/(p.width*p.height), 1)
	if best%2 == 1 {
		out.Width, out.Height = p.height, p.width
	}
	out.Rules = p.turnBoxes(best, p.rules)
	out.Marks = p.turnBoxes(best, p.marks)
	out.Words = visible(p.runs[best].words, out.Width, out.Height)
	markLinks(out.Words, p.turnBoxes(best, p.links))
	return out
}

func (p *pageText) turnBoxes(direction int, boxes []layout.Box) []layout.Box {
	if direction == 0 {
		return boxes
	}
	for i, b := range boxes {
		x0, y0 := p.turn(direction, b.X0, b.Y0)
		x1, y1 := p.turn(direction, b.X1, b.Y1)
		boxes[i] = layout.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	}
	return boxes
}

// visible keeps the words on the page; NaN and infinite places are on none.
func visible(words []layout.Word, width, height float64) []layout.Word {
	kept := words[:0]
	for _, w := range words {
		if w.X1 > 0 && w.X0 < width && w.Base > 0 && w.Base < height+w.Size && w.X1 >= w.X0 && strings.TrimSpace(w.Text) != "" {
			kept = append(kept, w)
		}
	}
	return kept
}
