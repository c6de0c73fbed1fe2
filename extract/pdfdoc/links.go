package pdfdoc

import (
	"github.com/ledongthuc/pdf"
	"github.com/lofte/lofte/extract/layout"
)

// maxLinks bounds the annotations of a page that are looked at.
const maxLinks = 1000

// links gives the areas of a page's hyperlinks, in the page's space.
func links(page pdf.Value, m matrix) []layout.Box {
	var out []layout.Box
	annots := page.Key("Annots")
	for i := 0; i < annots.Len() && i < maxLinks; i++ {
		a := annots.Index(i)
		if a.Key("Subtype").Name() != "Link" || a.Key("A").Key("S").Name() == "GoTo" || !a.Key("Dest").IsNull() {
			continue
		}
		r := a.Key("Rect")
		x0, y0 := m.apply(r.Index(0).Float64(), r.Index(1).Float64())
		x1, y1 := m.apply(r.Index(2).Float64(), r.Index(3).Float64())
		out = append(out, layout.Box{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)})
	}
	return out
}

// markLinks marks the words whose middle lies in one of the areas.
func markLinks(words []layout.Word, areas []layout.Box) {
	for _, area := range areas {
		for i := range words {
			w := &words[i]
			x, y := (w.X0+w.X1)/2, w.Base-w.Size/4
			if x >= area.X0 && x <= area.X1 && y >= area.Y0 && y <= area.Y1 {
				w.Link = true
			}
		}
	}
}
