package pdfdoc

import (
	"bytes"
	"math"
	"strconv"
	"unicode"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// loadSimple builds the glyph table of a Type1, TrueType or Type3 font: text
// from ToUnicode, else from the encoding's glyph names; widths from the font,
// else from the standard fonts.
func (d *document) loadSimple(v, descriptor pdf.Value, f *font) *[256]glyph {
	table := new([256]glyph)
	d.encode(table, v, descriptor, f)
	if m := d.toUnicode(v); m != nil {
		for c := range table {
			if text, ok := m.text[uint32(c)]; ok {
				table[c].text = text
			}
		}
	}
	unit := 1.0 / 1000
	if v.Key("Subtype").Name() == "Type3" {
		unit, f.em = type3Units(v)
	}
	simpleWidths(table, v, descriptor, f, unit)
	return table
}

// simpleWidths sets the advances from Widths, and where that is missing from
// the metrics of the standard font that comes closest.
func simpleWidths(table *[256]glyph, v, descriptor pdf.Value, f *font, unit float64) {
	widths, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	missing := descriptor.Key("MissingWidth").Float64() * unit
	standard := standardFace(f.name, f.bold, f.italic)
	for c := range table {
		i := c - first
		switch {
		case widths.Len() == 0:
			for _, r := range table[c].text {
				table[c].width += standard.width(r)
			}
		case i >= 0 && i < widths.Len():
			table[c].width = widths.Index(i).Float64() * unit
		default:
			table[c].width = missing
		}
	}
}

// type3Units gives the unit of a Type3 font's widths in font sizes, and the
// height of its em: glyph space is the font's own there. A font whose box is
// empty does not tell its height, which the widths stand for.
func type3Units(v pdf.Value) (unit, em float64) {
	matrix := v.Key("FontMatrix")
	unit = math.Abs(matrix.Index(0).Float64())
	if em = boxIn(v.Key("FontBBox")).Height() * math.Abs(matrix.Index(3).Float64()); em > 0 {
		return unit, em
	}
	if em = meanWidth(v.Key("Widths")) * unit * widthsOfEm; em > 0 {
		return unit, em
	}
	return unit, 1
}

// widthsOfEm is how many times the mean width of its glyphs a font is high.
const widthsOfEm = 2

// meanWidth is the mean of the widths that are not 0.
func meanWidth(widths pdf.Value) float64 {
	sum, n := 0.0, 0
	for i := 0; i < widths.Len(); i++ {
		if w := widths.Index(i).Float64(); w > 0 {
			sum, n = sum+w, n+1
		}
	}
	return sum / float64(max(n, 1))
}

// encode sets the text of each code from the font's encoding.
func (d *document) encode(table *[256]glyph, v, descriptor pdf.Value, f *font) {
	encoding := v.Key("Encoding")
	base := encoding.Name()
	if encoding.Kind() == pdf.Dict {
		base = encoding.Key("BaseEncoding").Name()
	}
	family := symbolFamily(f.name)
	for c := range table {
		if family != "" && c > ' ' {
			table[c].text = symbolText(family, byte(c))
		} else {
			table[c].text = baseText(base, byte(c))
		}
	}
	if base == "" {
		d.builtin(table, descriptor)
	}
	differences(table, encoding.Key("Differences"))
}

// differences applies the array "code /name /name … code /name …".
func differences(table *[256]glyph, array pdf.Value) {
	c := 0
	for i := 0; i < array.Len(); i++ {
		entry := array.Index(i)
		if entry.Kind() != pdf.Name {
			c = int(entry.Int64())
			continue
		}
		if c >= 0 && c < len(table) {
			if text := differenceText(entry.Name()); text != "" {
				table[c].text = text
			}
		}
		c++
	}
}

// differenceText is the text of a glyph name; a name that only numbers the
// glyph ("g12", "a34") gives nothing.
func differenceText(name string) string {
	if name == ".notdef" {
		return ""
	}
	return glyphText(name)
}

// baseText is the text of a code in one of the named encodings. A font that
// names none has the standard encoding, or WinAnsi's superset of it where that
// leaves a code free.
func baseText(encoding string, c byte) string {
	switch encoding {
	case "MacRomanEncoding":
		return printable(charmap.Macintosh.DecodeByte(c))
	case "WinAnsiEncoding":
		return winAnsiText(c)
	}
	if name := standardEncoding()[c]; name != "" {
		return glyphText(name)
	}
	if text := texGlyphs()[c]; text != "" {
		return text
	}
	return printable(charmap.Windows1252.DecodeByte(c))
}

// winAnsiText is the text of a code in WinAnsiEncoding, which is Windows-1252
// but for a visible hyphen at AD, and bullets at the codes that are free there
// (ISO 32000-1, annex D.2, notes 3 and 6).
func winAnsiText(c byte) string {
	if c == 0xAD {
		return "-"
	}
	if text := printable(charmap.Windows1252.DecodeByte(c)); text != "" || c < ' ' {
		return text
	}
	return "•"
}

func printable(r rune) string {
	if unicode.IsControl(r) || r == '\ufffd' {
		return ""
	}
	return string(r)
}

// builtin reads the encoding that a Type1 font program carries in its clear
// text: lines "dup 11 /ff put".
func (d *document) builtin(table *[256]glyph, descriptor pdf.Value) {
	program := descriptor.Key("FontFile")
	if program.Kind() != pdf.Stream {
		return
	}
	data := d.bytes(program)
	if end := bytes.Index(data, []byte("eexec")); end >= 0 {
		data = data[:end]
	}
	start := bytes.Index(data, []byte("/Encoding"))
	if start < 0 || bytes.HasPrefix(bytes.TrimSpace(data[start+len("/Encoding"):]), []byte("StandardEncoding")) {
		return
	}
	fields := bytes.Fields(data[start:])
	for i := 0; i+3 < len(fields); i++ {
		if string(fields[i]) != "dup" || string(fields[i+3]) != "put" || fields[i+2][0] != '/' {
			continue
		}
		c, err := strconv.Atoi(string(fields[i+1]))
		if err != nil || c < 0 || c > 255 {
			continue
		}
		if text := glyphText(string(fields[i+2][1:])); text != "" {
			table[c].text = text
		}
	}
}
