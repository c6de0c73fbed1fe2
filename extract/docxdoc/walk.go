package docxdoc

import (
	"encoding/xml"

	"github.com/lofte/lofte/model"
)

// A block is a raw block with what was known of its paragraph.
type block struct {
	model.Block
	tabs  bool // parts are set apart by tabs
	typed bool // the marker was typed by hand
	left  int  // indentation
}

// A walker reads the body in reading order.
type walker struct {
	s         *scanner
	styles    styles
	numbering *numbering
	maxBlocks int
	tables    int
	out       []block
}

// flow reads paragraphs and tables to the end of the element that has just
// started.
func (w *walker) flow() error { return w.s.children(w.element) }

// element reads an element that stands among paragraphs.
func (w *walker) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		p, err := w.paragraph()
		if err != nil {
			return err
		}
		return w.add(append(w.blocks(p), p.boxes...))
	case "tbl":
		return w.table()
	case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "AlternateContent", "Choice":
		return w.flow()
	}
	return w.s.skip()
}

func (w *walker) add(bs []block) error {
	w.out = append(w.out, bs...)
	if len(w.out) > w.maxBlocks {
		return fail(model.TooLarge, "word document of more than %d blocks", w.maxBlocks)
	}
	return nil
}
