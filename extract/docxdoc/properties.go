package docxdoc

import (
	"encoding/xml"
	"strconv"
)

// properties are those of a paragraph.
type properties struct {
	style   string
	list    listRef
	outline int // level from 1, 0 for none
	left    int // indentation in twentieths of a point
}

// format is that of a run of characters.
type format struct {
	style  string
	bold   bool
	hidden bool
}

// bodyOutline is the outline level of body text in w:outlineLvl.
const bodyOutline = 9

func readProperties(s *scanner, p *properties) error {
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			p.style = attr(e, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < bodyOutline {
				p.outline = min(n+1, maxHeading)
			}
		case "ind":
			left := attr(e, "left")
			if left == "" {
				left = attr(e, "start")
			}
			p.left, _ = strconv.Atoi(left)
		case "numPr":
			return readListRef(s, &p.list)
		}
		return s.skip()
	})
}

func readListRef(s *scanner, ref *listRef) error {
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "ilvl":
			ref.level, _ = strconv.Atoi(attr(e, "val"))
		case "numId":
			ref.num = attr(e, "val")
		}
		return s.skip()
	})
}

func readFormat(s *scanner, f *format) error {
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rStyle":
			f.style = attr(e, "val")
		case "b":
			f.bold = on(e)
		case "vanish", "webHidden":
			f.hidden = on(e)
		}
		return s.skip()
	})
}
