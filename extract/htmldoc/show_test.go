package htmldoc

import (
	"fmt"
	"strings"

	"github.com/lofte/lofte/model"
)

// show writes blocks one a line, as the golden files have them.
func show(d *model.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		fmt.Fprintf(&b, "%-9s %s\n", label(k), strings.ReplaceAll(k.Text, "\n", "⏎"))
	}
	return b.String()
}

func label(k model.Block) string {
	s := string(k.Kind[:1])
	if k.Level > 0 {
		s += fmt.Sprint(k.Level)
	}
	if k.Cell != nil {
		s += fmt.Sprintf("%d.%d.%d", k.Cell.Table, k.Cell.Row, k.Cell.Column)
		if k.Cell.Header {
			s += "h"
		}
		if k.Cell.Name != "" {
			s += "=" + k.Cell.Name
		}
	}
	if k.Link {
		s += "L"
	}
	if k.Marker != "" {
		s += " " + k.Marker
	}
	return s
}
