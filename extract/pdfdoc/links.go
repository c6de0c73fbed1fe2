package pdfdoc

import (
	"github.com/ledongthuc/pdf"
	"github.com/lofte/lofte/extract/layout"
)

// links gives the areas of a page's hyperlinks, in the page's space.
func links(page pdf.Value, m matrix) []layout.Box {
	var out []layout.Box
	annots := page.Key("Annots")
	for i := 0; i < annots.Len() && i < maxAnnotations; i++ {
		a := annots.Index(i)
		if a.Key("Subtype").Name() != "Link" || a.Key("A").Key("S").Name() == "GoTo" || !a.Key("Dest").IsNull() {
			continue
		}
		out = append(out, turned(boxIn(a.Key("Rect")), m))
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
