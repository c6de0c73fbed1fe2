package layout

// Box is a rectangle in points (1/72 inch), the origin at the page's top left
// corner, y downward.
type Box struct {
	X0, Y0, X1, Y1 float64
}

// Width is the horizontal extent in points.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height is the vertical extent in points.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// holds reports whether the point lies in the box.
func (b Box) holds(x, y float64) bool {
	return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1
}

// union is the smallest box around both.
func (b Box) union(c Box) Box {
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// Word is a run of text without white space, in one font, on one baseline.
//
// Size is the font's size in points as it stands on the page; where a source
// has boxes only (OCR), the height of its line serves. Base is the y of the
// baseline. Space says that the source had white space before the word; a gap
// on the page has the same effect, so that a source that places every word
// may leave it unset. Confidence is a recogniser's, 0 to 1, and 0 where the
// text was read, not recognised.
type Word struct {
	Text       string
	X0, X1     float64
	Base       float64
	Size       float64
	Bold       bool
	Italic     bool
	Space      bool
	Link       bool // inside the area of a hyperlink
	Confidence float64

	initial bool // begins with a drop cap
}

// Page is one page of positioned text with what is drawn around it.
//
// Rules are thin lines, borders of tables and separators over footnotes, and
// shaded areas of the height of a table's row. Marks are small filled shapes and
// images that may be bullets. Images counts the pictures and Pictured is the
// share of the page that they cover, 0 to 1. Outlines counts the filled shapes
// with curves that are as large as letters.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Words         []Word
	Rules         []Box
	Marks         []Box
	Images        int
	Pictured      float64
	Outlines      int
}
