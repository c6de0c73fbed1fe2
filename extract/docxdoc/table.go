package docxdoc

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// A cell is the blocks of one table cell and the columns that it spans.
type cell struct {
	blocks []block
	span   int
	below  bool // goes on with the cell above
}

type row struct {
	cells  []cell
	header bool
}

// Bounds of what a cell may hold.
const (
	maxCell       = 1200 // characters; more is the text of a page
	maxHeaderCell = 40
	maxSignature  = 60
	maxSpan       = 64 // columns
)

// table reads the w:tbl that has just started.
func (w *walker) table() error {
	rows, err := w.rows()
	if err != nil {
		return err
	}
	switch {
	case isLayout(rows):
		return w.add(flowing(rows))
	case isSignatures(rows):
		return w.add(byColumn(rows))
	}
	err = w.add(cells(rows, w.tables))
	w.tables++
	return err
}

// rows reads the rows of a table, also those in content controls.
func (w *walker) rows() (rows []row, err error) {
	err = w.s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			r, err := w.row()
			rows = append(rows, r)
			return err
		case "sdt", "sdtContent", "customXml", "ins":
			more, err := w.rows()
			rows = append(rows, more...)
			return err
		}
		return w.s.skip()
	})
	return rows, err
}

func (w *walker) row() (r row, err error) {
	err = w.s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return w.s.children(func(e xml.StartElement) error {
				r.header = r.header || e.Name.Local == "tblHeader" && on(e)
				return w.s.skip()
			})
		case "tc":
			c, err := w.cell()
			r.cells = append(r.cells, c)
			return err
		case "sdt", "sdtContent", "customXml":
			more, err := w.row()
			r.cells = append(r.cells, more.cells...)
			return err
		}
		return w.s.skip()
	})
	return r, err
}

// cell reads a cell; a table within it is read as its text.
func (w *walker) cell() (c cell, err error) {
	c.span = 1
	out := w.out
	w.out = nil
	err = w.s.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return w.element(e)
		}
		return w.s.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "gridSpan":
				n, _ := strconv.Atoi(attr(e, "val"))
				c.span = min(max(n, 1), maxSpan)
			case "vMerge":
				c.below = attr(e, "val") != "restart"
			}
			return w.s.skip()
		})
	})
	c.blocks, w.out = w.out, out
	return c, err
}

// isLayout reports whether a table only places text: it has one column or one
// row, or a cell with a heading of its own or of more text than a cell holds.
func isLayout(rows []row) bool {
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r.cells))
		for _, c := range r.cells {
			if c.isPage() {
				return true
			}
		}
	}
	return widest < 2 || len(rows) == 1
}

func (c cell) isPage() bool {
	n := 0
	for _, b := range c.blocks {
		if b.Kind == model.Heading && b.Level <= maxHeading {
			return true
		}
		n += utf8.RuneCountInString(b.Text)
	}
	return n > maxCell
}

// flowing gives the blocks of a layout table cell by cell, but for cells of
// nothing but links.
func flowing(rows []row) (out []block) {
	for _, r := range rows {
		for _, c := range r.cells {
			links := 0
			for _, b := range c.blocks {
				if b.Link {
					links++
				}
			}
			if links < minMenu || links < len(c.blocks) {
				out = append(out, c.blocks...)
			}
		}
	}
	return out
}

// isSignatures reports whether a table places names side by side: short cells,
// one of them a role, and no names of columns.
func isSignatures(rows []row) bool {
	role := false
	for _, r := range rows {
		if r.header || len(r.cells) != len(rows[0].cells) {
			return false
		}
		for _, c := range r.cells {
			text := c.text()
			if utf8.RuneCountInString(text) > maxSignature*max(1, len(c.blocks)) || strings.HasSuffix(text, ".") {
				return false
			}
			role = role || hasRole(text)
		}
	}
	return role && !bold(rows[0])
}

var roles = []string{"ordförande", "chef", "kommunalråd", "direktör", "kommunpolis", "borgarråd"}

func hasRole(text string) bool {
	text = strings.ToLower(text)
	for _, r := range roles {
		if strings.Contains(text, r) {
			return true
		}
	}
	return false
}

func byColumn(rows []row) (out []block) {
	for col := range rows[0].cells {
		for _, r := range rows {
			out = append(out, r.cells[col].blocks...)
		}
	}
	return out
}

// cells makes a block of each cell, with the name of its column where the
// first row has names.
func cells(rows []row, table int) (out []block) {
	named := isHeader(rows)
	names := map[int]string{}
	above := map[int]string{}
	for r, row := range rows {
		col := 0
		for _, c := range row.cells {
			text := c.text()
			if c.below {
				text = above[col]
			}
			above[col] = text
			header := row.header || r == 0 && named
			if header {
				names[col] = text
			}
			if text != "" {
				place := &model.Place{Table: table, Row: r, Column: col, Header: header}
				if !header {
					place.Name = names[col]
				}
				out = append(out, block{Block: model.Block{Kind: model.Cell, Text: text, Cell: place}})
			}
			col += c.span
		}
	}
	return out
}

// isHeader reports whether the first row names the columns: it is marked so,
// or its cells are short, none empty, and no sentence.
func isHeader(rows []row) bool {
	if rows[0].header {
		return true
	}
	for _, c := range rows[0].cells {
		text := c.text()
		if text == "" || utf8.RuneCountInString(text) > maxHeaderCell || strings.HasSuffix(text, ".") {
			return false
		}
	}
	return true
}

// bold reports whether all of a row is set as headings are.
func bold(r row) bool {
	for _, c := range r.cells {
		for _, b := range c.blocks {
			if b.Kind != model.Heading {
				return false
			}
		}
	}
	return true
}

// text is the text of a cell, a line for each of its paragraphs.
func (c cell) text() string {
	var lines []string
	for _, b := range c.blocks {
		lines = append(lines, strings.ReplaceAll(strings.TrimSpace(b.Marker+" "+b.Text), "\t", " "))
	}
	return strings.Join(lines, "\n")
}
