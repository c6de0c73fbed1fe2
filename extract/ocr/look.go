package ocr

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
)

// Bullets, in em.
const (
	bulletLeast  = 0.12 // shorter side
	bulletMost   = 0.6  // longer side
	bulletAspect = 2.0
	bulletGap    = 0.2 // white between it and the text
	bulletReach  = 2.5 // to the left of the text
	bulletTop    = 0.8 // over the baseline
)

// bullet is what a bullet is read as, whatever tesseract took it for.
const bullet = "•"

// look compares a line with the image: it takes out words where there is no ink
// and signs that stand for wide white space, names bullets, measures strokes,
// and finds a bullet that was not read as a word.
func (l tokenLine) look(k *ink) (out tokenLine, mark *layout.Box) {
	for i, t := range l {
		t.text = withoutStrays(t.text, i, l)
		if t.text == "" || k != nil && !k.any(t.box) {
			continue
		}
		t.stroke = k.stroke(t.box)
		out = append(out, t)
	}
	if len(out) == 0 || k == nil {
		return out, nil
	}
	g := out.geometry()
	if len(out) > 1 && k.isBullet(out[0], out[1], g) {
		out[0].text = bullet
		return out, nil
	}
	if b, ok := k.bulletBefore(out[0], g); ok {
		return out, &b
	}
	return out, nil
}

// strays are signs that tesseract reads into wide white space in front of a
// word.
const strays = "=<>~|_^:;«"

// withoutStrays takes such signs off the i-th word of a line: before a letter
// in lower case, where none of them can stand, and alone within the line. An
// opening quote stays if the line closes it.
func withoutStrays(text string, i int, line tokenLine) string {
	rest := strings.TrimLeft(text, strays)
	if i == 0 || rest == text {
		return text
	}
	if strings.Contains(text, "«") && line.closes(i) {
		return text
	}
	if r, _ := utf8.DecodeRuneInString(rest); rest == "" && text != ":" && text != ";" || unicode.IsLower(r) {
		return rest
	}
	return text
}

func (l tokenLine) closes(i int) bool {
	for _, t := range l[i:] {
		if strings.Contains(t.text, "»") {
			return true
		}
	}
	return false
}

// isBullet reports whether the first word of a line is a bullet by its form:
// small, about as wide as high, with white space behind, and no letter or digit
// that is as high as one.
func (k *ink) isBullet(t, next token, g geometry) bool {
	if utf8.RuneCountInString(t.text) > 2 || t.text == "-" || t.text == "–" {
		return false
	}
	b, ok := k.bounds(t.box)
	lettered := strings.ContainsFunc(t.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if !ok || lettered && b.Height() >= xHeight*bulletLetter*g.size {
		return false
	}
	return bulletShaped(b, g) && next.box.X0-t.box.X1 >= bulletGap*g.size
}

// bulletLetter is the share of the x-height below which a letter is a bullet.
const bulletLetter = 0.85

func bulletShaped(b layout.Box, g geometry) bool {
	short, long := min(b.Width(), b.Height()), max(b.Width(), b.Height())
	return short >= bulletLeast*g.size && long <= bulletMost*g.size && long <= bulletAspect*short &&
		b.Y1 <= g.base+bulletLeast*g.size && b.Y0 >= g.base-bulletTop*g.size
}

// bulletBefore finds a bullet to the left of the first word of a line: the only
// ink there.
func (k *ink) bulletBefore(t token, g geometry) (layout.Box, bool) {
	area := layout.Box{
		X0: math.Max(0, t.box.X0-bulletReach*g.size), X1: t.box.X0 - bulletGap*g.size,
		Y0: g.base - bulletTop*g.size, Y1: g.base + bulletLeast*g.size,
	}
	b, ok := k.bounds(area)
	if !ok || b.X0 <= area.X0 || b.X1 >= area.X1 || b.Y0 <= area.Y0 || !bulletShaped(b, g) {
		return layout.Box{}, false
	}
	return b, true
}
