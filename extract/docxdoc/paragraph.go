package docxdoc

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
)

// A paragraph is the text of one w:p with what its blocks are decided by.
type paragraph struct {
	properties
	text  strings.Builder
	bold  int // characters in bold, blanks not counted
	links int // characters of hyperlinks
	all   int // characters
	boxes []block
	field int // w:fldChar: depth of fields whose instructions are being read
}

// paragraph reads the w:p that has just started, and its text boxes.
func (w *walker) paragraph() (*paragraph, error) {
	p := &paragraph{}
	err := w.s.children(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" {
			return readProperties(w.s, &p.properties)
		}
		return w.inline(e, p, false)
	})
	return p, err
}

// inline reads what may stand within a paragraph.
func (w *walker) inline(e xml.StartElement, p *paragraph, link bool) error {
	switch e.Name.Local {
	case "r":
		return w.run(p, link)
	case "hyperlink":
		link = true
	case "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo":
	default:
		return w.s.skip()
	}
	return w.s.children(func(e xml.StartElement) error { return w.inline(e, p, link) })
}

// run reads a run of characters of one format.
func (w *walker) run(p *paragraph, link bool) error {
	var f format
	return w.s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			if err := readFormat(w.s, &f); err != nil {
				return err
			}
			f.bold = f.bold || w.styles.bold(f.style)
			return nil
		case "t":
			text, err := w.s.text()
			p.add(text, f, link)
			return err
		case "drawing", "pict", "object", "AlternateContent":
			return w.boxes(e, p)
		}
		p.add(w.sign(e, p), f, link)
		return w.s.skip()
	})
}

// sign is the text that an empty element of a run stands for.
func (w *walker) sign(e xml.StartElement, p *paragraph) string {
	switch e.Name.Local {
	case "tab", "ptab":
		return "\t"
	case "br", "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	case "softHyphen":
		return "\u00ad"
	case "sym":
		if n, err := strconv.ParseUint(attr(e, "char"), 16, 32); err == nil && n > 0 && n <= unicode.MaxRune {
			return string(rune(n))
		}
	case "fldChar":
		switch attr(e, "fldCharType") {
		case "begin":
			p.field++
		case "separate", "end":
			p.field = max(0, p.field-1)
		}
	}
	return ""
}

// add puts text after what the paragraph has.
func (p *paragraph) add(text string, f format, link bool) {
	if f.hidden || p.field > 0 {
		return
	}
	p.text.WriteString(text)
	for _, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		p.all++
		if f.bold {
			p.bold++
		}
		if link {
			p.links++
		}
	}
}

// boxes reads the text boxes of a drawing. Of the two forms in which a drawing
// is kept for new and old programs the first is taken.
func (w *walker) boxes(e xml.StartElement, p *paragraph) error {
	return w.s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			out := w.out
			w.out = nil
			err := w.flow()
			p.boxes = append(p.boxes, w.out...)
			w.out = out
			return err
		case "Fallback":
			return w.s.skip()
		}
		return w.boxes(e, p)
	})
}
