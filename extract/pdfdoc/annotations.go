package pdfdoc

import (
	"math"

	"github.com/ledongthuc/pdf"
	"github.com/lofte/lofte/extract/layout"
)

// maxAnnotations bounds the annotations of a page that are looked at.
const maxAnnotations = 1000

// Flags of an annotation that is not seen (ISO 32000-1, table 165), and of a
// field that is a button to press (table 226).
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
	pushButton = 1 << 16
)

// annotations draws what the annotations of a page show: the fields of a form
// that was filled in, notes typed on the page, stamps.
func (in *interpreter) annotations(page pdf.Value) {
	list, base := page.Key("Annots"), in.g
	for i := 0; i < list.Len() && i < maxAnnotations; i++ {
		_ = in.doc.attempt(func() {
			a := list.Index(i)
			if !isSeen(a) {
				return
			}
			look := appearance(a)
			if look.value.Kind() != pdf.Stream {
				return
			}
			in.g, in.saved = base, nil
			in.g.ctm = placing(look.value, a.Key("Rect")).times(base.ctm)
			in.form(look, 0)
		})
	}
}

// isSeen reports whether an annotation is a part of the page as it is read, not
// a link, a window that opens or a button.
func isSeen(a pdf.Value) bool {
	switch a.Key("Subtype").Name() {
	case "", "Link", "Popup":
		return false
	}
	if a.Key("F").Int64()&(flagHidden|flagNoView) != 0 {
		return false
	}
	return inherited(a, "FT").Name() != "Btn" || inherited(a, "Ff").Int64()&pushButton == 0
}

// appearance is the form that an annotation shows: its normal one, of the state
// that it is in where it has several.
func appearance(a pdf.Value) external {
	look := a.Key("AP").Key("N")
	if look.Kind() == pdf.Dict {
		look = look.Key(a.Key("AS").Name())
	}
	return external{value: look, id: look.String()}
}

// placing maps the box of an appearance, turned by its own matrix, onto the
// rectangle of its annotation (ISO 32000-1, 12.5.5, algorithm 8.1).
func placing(look, rect pdf.Value) matrix {
	own := identity
	if m := look.Key("Matrix"); m.Len() == len(own) {
		own = matrixIn(m)
	}
	from, to := turned(boxIn(look.Key("BBox")), own), boxIn(rect)
	if from.Width() == 0 || from.Height() == 0 {
		return identity.move(to.X0-from.X0, to.Y0-from.Y0)
	}
	x, y := to.Width()/from.Width(), to.Height()/from.Height()
	return matrix{x, 0, 0, y, to.X0 - from.X0*x, to.Y0 - from.Y0*y}
}

// turned is the box around a box that was transformed.
func turned(b layout.Box, m matrix) layout.Box {
	out := layout.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, corner := range [][2]float64{{b.X0, b.Y0}, {b.X0, b.Y1}, {b.X1, b.Y0}, {b.X1, b.Y1}} {
		x, y := m.apply(corner[0], corner[1])
		out = layout.Box{X0: min(out.X0, x), Y0: min(out.Y0, y), X1: max(out.X1, x), Y1: max(out.Y1, y)}
	}
	return out
}
