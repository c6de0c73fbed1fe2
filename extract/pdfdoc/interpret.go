package pdfdoc

import (
	"bytes"

	"github.com/ledongthuc/pdf"
)

// graphics is the graphics state as far as text and shapes depend on it
// (ISO 32000-1, 8.4 and 9.3).
type graphics struct {
	ctm       matrix
	font      *font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // horizontal scaling, 1 is 100 %
	leading   float64
	rise      float64
	mode      int
}

// Text rendering modes (ISO 32000-1, 9.3.6): filled and stroked, by which some
// programs make bold, and invisible, in which OCR programs put their text.
const (
	boldMode   = 2
	hiddenMode = 3
)

// interpreter runs the operators of one page's content streams and of the
// forms that they draw.
type interpreter struct {
	doc        *document
	page       *pageText
	g          graphics
	saved      []graphics
	text, line matrix
	path       path
	resources  pdf.Value
	fonts      map[string]*font
	active     map[string]bool // forms being drawn
	marked     []bool          // for each open marked content, whether it replaces its text
	actual     string          // replacement text still to show
	replacing  int             // open marked contents that replace their text
}

// readPage interprets the n-th page, counted from 0.
func (d *document) readPage(n int) *pageText {
	page := d.pageList[n]
	box := pageBox(page)
	p := &pageText{}
	in := &interpreter{doc: d, page: p, active: map[string]bool{}}
	in.g = graphics{stretch: 1, ctm: p.frame(box.X0, box.Y0, box.X1, box.Y1, int(inherited(page, "Rotate").Int64()))}
	_ = d.attempt(func() { p.links = links(page, in.g.ctm) })
	in.use(inherited(page, "Resources"))
	seen := in.g
	in.run(d.content(page.Key("Contents")), 0)
	in.g = seen
	in.annotations(page)
	return p
}

// frame sets the page's size and gives the transformation from user space to
// the page as it is seen: turned by a multiple of 90 degrees, y downward.
func (p *pageText) frame(x0, y0, x1, y1 float64, rotate int) matrix {
	w, h := x1-x0, y1-y0
	p.width, p.height = w, h
	switch ((rotate % 360) + 360) % 360 {
	case 90:
		p.width, p.height = h, w
		return matrix{0, 1, 1, 0, -y0, -x0}
	case 180:
		return matrix{-1, 0, 0, 1, x1, -y0}
	case 270:
		p.width, p.height = h, w
		return matrix{0, -1, -1, 0, y1, x1}
	}
	return matrix{1, 0, 0, -1, -x0, y1}
}

// content joins the streams of a page; a token never spans two of them.
func (d *document) content(v pdf.Value) []byte {
	if v.Kind() != pdf.Array {
		return d.bytes(v)
	}
	var parts [][]byte
	for i := 0; i < v.Len(); i++ {
		var stream pdf.Value
		if d.attempt(func() { stream = v.Index(i) }) == nil && stream.Kind() == pdf.Stream {
			parts = append(parts, d.bytes(stream))
		}
		if d.left <= 0 {
			break
		}
	}
	return bytes.Join(parts, []byte("\n"))
}

// use sets the resources in force and loads their fonts.
func (in *interpreter) use(resources pdf.Value) {
	in.resources = resources
	in.fonts = in.doc.fontSet(resources.Key("Font"))
}

// fontSet loads the fonts of a resource dictionary, each only once in the
// document.
func (d *document) fontSet(v pdf.Value) map[string]*font {
	if v.Kind() != pdf.Dict {
		return nil
	}
	key := v.String()
	if set, ok := d.fontSets[key]; ok {
		return set
	}
	set := map[string]*font{}
	d.fontSets[key] = set
	for _, name := range v.Keys() {
		_ = d.attempt(func() {
			dict := v.Key(name)
			id := dict.String()
			f, ok := d.fonts[id]
			if !ok {
				f = d.loadFont(dict)
				d.fonts[id] = f
			}
			set[name] = f
		})
	}
	return set
}

// run interprets one stream of operators.
func (in *interpreter) run(data []byte, depth int) {
	l := &lexer{data: data}
	args := make([]token, 0, 16)
	for {
		t := l.next()
		switch t.kind {
		case tokenEnd:
			return
		case tokenKeyword:
			if in.exhausted() {
				return
			}
			if string(t.text) == "BI" {
				in.inlineImage(l)
			} else {
				in.operator(t.text, args, depth)
			}
			args = args[:0]
			l.reset()
		default:
			if len(args) < maxOperands {
				args = append(args, t)
			}
		}
	}
}

// exhausted counts an operator and reports whether a limit is reached.
func (in *interpreter) exhausted() bool {
	in.doc.operators--
	switch {
	case in.doc.operators < 0:
		in.doc.truncated = "operators"
	case in.page.full:
		in.doc.truncated = "words on a page"
	default:
		return false
	}
	return true
}

// inlineImage passes over "BI … ID data EI".
func (in *interpreter) inlineImage(l *lexer) {
	for {
		t := l.next()
		if t.kind == tokenEnd || (t.kind == tokenKeyword && string(t.text) == "ID") {
			break
		}
	}
	for l.pos < len(l.data) {
		i := bytes.Index(l.data[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.data)
			break
		}
		at := l.pos + i
		l.pos = at + 2
		if at > 0 && isSpace(l.data[at-1]) && (l.pos >= len(l.data) || isSpace(l.data[l.pos])) {
			break
		}
	}
	in.page.image(in.g.ctm)
}

// operator carries out one operator. Those without effect on text and shapes
// are passed over.
func (in *interpreter) operator(op []byte, args []token, depth int) {
	if in.textOperator(op, args) || in.pathOperator(op, args) {
		return
	}
	switch string(op) {
	case "q":
		if len(in.saved) < maxGraphics {
			in.saved = append(in.saved, in.g)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			in.g = in.saved[n-1]
			in.saved = in.saved[:n-1]
		}
	case "cm":
		if len(args) >= 6 {
			in.g.ctm = matrixOf(args).times(in.g.ctm)
		}
	case "Do":
		if len(args) > 0 {
			in.draw(string(args[len(args)-1].text), depth)
		}
	case "BMC":
		in.begin(nil)
	case "BDC":
		in.begin(args)
	case "EMC":
		in.end()
	}
}

func matrixOf(args []token) matrix {
	var m matrix
	for i := range m {
		m[i] = args[len(args)-6+i].number
	}
	return m
}

// draw shows an external object: a form is interpreted in its own space, an
// image noted.
func (in *interpreter) draw(name string, depth int) {
	x := in.doc.external(in.resources.Key("XObject"), name)
	switch x.value.Key("Subtype").Name() {
	case "Image":
		in.page.image(in.g.ctm)
	case "Form":
		in.form(x, depth)
	}
}

// external is an external object with the text of its dictionary, which names
// it: the text of a stream ends in its offset.
type external struct {
	value pdf.Value
	id    string
}

// external finds an object of a resource dictionary, each only once.
func (d *document) external(objects pdf.Value, name string) external {
	key := objects.String() + name
	if x, ok := d.externals[key]; ok {
		return x
	}
	var x external
	_ = d.attempt(func() {
		x.value = objects.Key(name)
		x.id = x.value.String()
	})
	d.externals[key] = x
	return x
}

// form interprets a form XObject (ISO 32000-1, 8.10). Forms that draw
// themselves, and those beyond the limits, are left out.
func (in *interpreter) form(x external, depth int) {
	object, id := x.value, x.id
	if in.active[id] || depth >= in.doc.opts.FormDepth || in.doc.drawn >= maxForms {
		return
	}
	in.doc.drawn++
	data, ok := in.doc.forms[id]
	if !ok {
		data = in.doc.bytes(object)
		in.doc.forms[id] = data
	}
	in.active[id] = true
	saved, stack, resources, fonts := in.g, in.saved, in.resources, in.fonts
	text, line := in.text, in.line
	in.saved = nil
	if m := object.Key("Matrix"); m.Len() == len(identity) {
		in.g.ctm = matrixIn(m).times(in.g.ctm)
	}
	if own := object.Key("Resources"); !own.IsNull() {
		in.use(own)
	}
	in.run(data, depth+1)
	in.g, in.saved, in.resources, in.fonts = saved, stack, resources, fonts
	in.text, in.line = text, line
	delete(in.active, id)
}
