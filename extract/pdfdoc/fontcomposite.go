package pdfdoc

import (
	"github.com/ledongthuc/pdf"
)

// composite is a Type0 font: codes of several bytes, looked up lazily.
type composite struct {
	glyphs       []glyph // by code, for codes below len(glyphs)
	lengths      [5]bool // byte lengths of codes; none set means two
	text         *cmap   // nil without ToUnicode
	encoding     *cmap   // nil for Identity
	widths       map[uint32]float64
	defaultWidth float64
	symbol       string // family of a symbolic font
}

// defaultDW is the width in em of a glyph of a composite font that has neither
// W nor DW (ISO 32000-1, 9.7.4.3).
const defaultDW = 1.0

// unknownWidth in em is taken for the glyphs of a font whose widths are lost.
const unknownWidth = 0.5

func (d *document) loadComposite(v, descendant pdf.Value, name string) *composite {
	c := &composite{defaultWidth: defaultDW, symbol: symbolFamily(name)}
	if descendant.IsNull() {
		c.defaultWidth = unknownWidth
	} else if dw := descendant.Key("DW"); !dw.IsNull() {
		c.defaultWidth = dw.Float64() / 1000
	}
	c.widths = readWidths(descendant.Key("W"))
	if encoding := v.Key("Encoding"); encoding.Kind() == pdf.Stream {
		c.encoding = parseCMap(d.bytes(encoding), maxCodes)
		c.lengths = c.encoding.widths
	}
	c.text = d.toUnicode(v)
	c.glyphs = make([]glyph, c.highest()+1)
	for i := range c.glyphs {
		c.glyphs[i].width = -1 // not yet looked up
	}
	return c
}

// highest is the greatest code whose glyph is worth a slot of its own.
func (c *composite) highest() uint32 {
	top := uint32(0)
	if c.text != nil {
		for code := range c.text.text {
			if code < maxCodes && code > top {
				top = code
			}
		}
	}
	return top
}

// readWidths reads the W array: "first [w w …]" and "first last w".
func readWidths(w pdf.Value) map[uint32]float64 {
	widths, budget := map[uint32]float64{}, maxCodes
	for i := 0; i+1 < w.Len() && budget > 0; {
		first, second := uint32(w.Index(i).Int64()), w.Index(i+1)
		if second.Kind() == pdf.Array {
			for j := 0; j < second.Len() && budget > 0; j++ {
				widths[first+uint32(j)] = second.Index(j).Float64() / 1000
				budget--
			}
			i += 2
			continue
		}
		last, width := uint32(second.Int64()), w.Index(i+2).Float64()/1000
		for c := first; c <= last && budget > 0; c++ {
			widths[c] = width
			budget--
		}
		i += 3
	}
	return widths
}

func (c *composite) decode(s []byte, show func(g *glyph, space bool)) {
	for len(s) > 0 {
		n := c.length(s)
		code := code(s[:n])
		if code < uint32(len(c.glyphs)) {
			g := &c.glyphs[code]
			if g.width < 0 {
				*g = c.lookup(code)
			}
			show(g, n == 1 && code == ' ')
		} else {
			g := c.lookup(code)
			show(&g, n == 1 && code == ' ')
		}
		s = s[n:]
	}
}

// length is how many bytes the next code takes: two unless the encoding's code
// space knows other lengths only.
func (c *composite) length(s []byte) int {
	n := 2
	if !c.lengths[2] {
		for i := 1; i < len(c.lengths); i++ {
			if c.lengths[i] {
				n = i
				break
			}
		}
	}
	return min(n, len(s))
}

func (c *composite) lookup(code uint32) glyph {
	cid := code
	if c.encoding != nil {
		cid = c.encoding.cid[code]
	}
	width, ok := c.widths[cid]
	if !ok {
		width = c.defaultWidth
	}
	return glyph{text: c.textOf(code), width: max(width, 0)}
}

func (c *composite) textOf(code uint32) string {
	if c.text != nil {
		if text, ok := c.text.text[code]; ok {
			return text
		}
	}
	if c.symbol != "" && code > ' ' && code < 0x100 {
		return symbolText(c.symbol, byte(code))
	}
	return unknownText
}
