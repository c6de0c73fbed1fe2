package pdfdoc

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// glyph is what one code of a font shows: its text, "" for nothing known, and
// its advance in em.
type glyph struct {
	text  string
	width float64
}

// font decodes the strings that a content stream shows in it.
//
// A simple font has a glyph for each byte. A composite font (Type0) reads codes
// of one to four bytes as its encoding's code space says, two as a rule.
type font struct {
	name         string
	bold, italic bool
	em           float64 // height of the em in units of the font size
	simple       *[256]glyph
	composite    *composite
}

// unknownText stands for a glyph without any mapping to text.
const unknownText = "\ufffd"

// boldNames and italicNames are parts of font names, in lower case. The TeX
// names are those of Computer Modern, its European variants and the URW fonts.
var (
	boldNames   = []string{"bold", "black", "heavy", "demi", "cmbx", "sfbx", "ecbx", "cmssbx", "sfsx", "-medi", "lmbx"}
	italicNames = []string{"italic", "oblique", "cmti", "sfti", "ecti", "slant", "-ital", "-it"}
)

// loadFont reads a font dictionary.
func (d *document) loadFont(v pdf.Value) *font {
	f := &font{name: baseName(v.Key("BaseFont").Name()), em: 1}
	descriptor := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		var descendant pdf.Value
		_ = d.attempt(func() {
			descendant = v.Key("DescendantFonts").Index(0)
			descriptor = descendant.Key("FontDescriptor")
		})
		f.composite = d.loadComposite(v, descendant, f.name)
	}
	f.style(descriptor)
	if f.composite == nil {
		f.simple = d.loadSimple(v, descriptor, f)
	}
	return f
}

// baseName takes the subset tag ("ABCDEF+") off a font's name.
func baseName(name string) string {
	if len(name) > 7 && name[6] == '+' {
		name = name[7:]
	}
	return name[:min(len(name), maxNameLength)]
}

// forceBold is the bit of a font descriptor's flags for bold glyphs.
const forceBold = 1 << 18

// boldWeight is the FontWeight from which a font counts as bold.
const boldWeight = 600

func (f *font) style(descriptor pdf.Value) {
	lower := strings.ToLower(f.name)
	f.bold = containsAny(lower, boldNames) || descriptor.Key("Flags").Int64()&forceBold != 0 ||
		descriptor.Key("FontWeight").Float64() >= boldWeight
	f.italic = containsAny(lower, italicNames) || descriptor.Key("ItalicAngle").Float64() != 0
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// decode calls show for every code of the string. Space says that the code is
// the single byte 32, to which word spacing applies.
func (f *font) decode(s []byte, show func(g *glyph, space bool)) {
	if f.composite != nil {
		f.composite.decode(s, show)
		return
	}
	for _, c := range s {
		show(&f.simple[c], c == ' ')
	}
}

// toUnicode reads the font's ToUnicode CMap, nil without one.
func (d *document) toUnicode(v pdf.Value) *cmap {
	stream := v.Key("ToUnicode")
	if stream.Kind() != pdf.Stream {
		return nil
	}
	m := parseCMap(d.bytes(stream), maxCodes)
	if len(m.text) == 0 {
		return nil
	}
	for code, text := range m.text {
		m.text[code] = unexpert(text)
	}
	return m
}
