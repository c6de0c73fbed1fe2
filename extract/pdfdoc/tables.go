package pdfdoc

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/glyphs.tsv
var glyphData string

//go:embed data/standard.tsv
var standardData string

//go:embed data/widths.tsv
var widthData string

//go:embed data/symbols.tsv
var symbolData string

//go:embed data/tex.tsv
var texData string

// rows calls f with the fields of each line of a table that is no comment.
func rows(data string, f func(fields []string)) {
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			f(strings.Split(line, "\t"))
		}
	}
}

// glyphNames maps the names of the Adobe Glyph List to characters.
var glyphNames = sync.OnceValue(func() map[string]rune {
	names := make(map[string]rune, 1000)
	rows(glyphData, func(f []string) { names[f[0]] = hexRune(f[1]) })
	return names
})

// standardEncoding is the glyph name of each code in StandardEncoding.
var standardEncoding = sync.OnceValue(func() *[256]string {
	var names [256]string
	rows(standardData, func(f []string) { names[hexRune(f[0])&0xFF] = f[1] })
	return &names
})

// symbolGlyphs gives the character of a code, after the family of the font and
// a slash: "wingdings/A7" as "wingdings" + "/" + string of the byte.
var symbolGlyphs = sync.OnceValue(func() map[string]string {
	glyphs := map[string]string{}
	rows(symbolData, func(f []string) { glyphs[f[0]+"/"+string(hexRune(f[1]))] = f[2] })
	return glyphs
})

// texGlyphs is the text of the control codes in TeX fonts without glyph names.
var texGlyphs = sync.OnceValue(func() map[byte]string {
	glyphs := map[byte]string{}
	rows(texData, func(f []string) { glyphs[byte(hexRune(f[0]))] = f[1] })
	return glyphs
})

// symbolFamilies are the fonts whose codes are pictures, not letters, by a part
// of their names in lower case.
var symbolFamilies = []string{"wingdings", "webdings", "dingbats", "symbol"}

// symbolFamily is the family that a font's name tells, "" for a font of letters.
func symbolFamily(name string) string {
	lower := strings.ToLower(name)
	for _, family := range symbolFamilies {
		if strings.Contains(lower, family) && !strings.Contains(lower, "segoe") {
			return family
		}
	}
	return ""
}

// symbolText is the text of a code in a symbolic font: the character that the
// tables give, else the private use character that Windows gives it; markers
// of list items are known by both.
func symbolText(family string, c byte) string {
	if text, ok := symbolGlyphs()[family+"/"+string(rune(c))]; ok {
		return text
	}
	return string(rune(0xF000 + int(c)))
}

// face is a column of the width table.
type face int

// The faces of the standard fonts; Courier has one width for all.
const (
	helvetica face = iota + 1
	helveticaBold
	times
	timesBold
	timesItalic
	timesBoldItalic
	courier
)

// courierWidth is the advance of every glyph of Courier in em.
const courierWidth = 0.6

// standardWidths gives the advance of a character in em for each face.
var standardWidths = sync.OnceValue(func() map[rune][]float64 {
	widths := make(map[rune][]float64, 256)
	names := glyphNames()
	rows(widthData, func(f []string) {
		row := make([]float64, len(f))
		for i := 1; i < len(f); i++ {
			w, _ := strconv.Atoi(f[i])
			row[i] = float64(w) / 1000
		}
		widths[names[f[0]]] = row
	})
	return widths
})

// standardFace guesses the face whose metrics come closest to a font's name.
func standardFace(name string, bold, italic bool) face {
	lower := strings.ToLower(name)
	switch {
	case strings.Contains(lower, "courier"), strings.Contains(lower, "mono"):
		return courier
	case strings.Contains(lower, "times"), strings.Contains(lower, "serif") && !strings.Contains(lower, "sans"),
		strings.Contains(lower, "roman"), strings.Contains(lower, "garamond"), strings.Contains(lower, "georgia"):
		return timesFace(bold, italic)
	case bold:
		return helveticaBold
	}
	return helvetica
}

func timesFace(bold, italic bool) face {
	switch {
	case bold && italic:
		return timesBoldItalic
	case bold:
		return timesBold
	case italic:
		return timesItalic
	}
	return times
}

// width is the advance of a character in em, 0 when the table lacks it.
func (f face) width(r rune) float64 {
	if f == courier {
		return courierWidth
	}
	if row := standardWidths()[r]; row != nil {
		return row[f]
	}
	return 0
}

func hexRune(s string) rune {
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil {
		return 0
	}
	return rune(n)
}

// glyphText is the text that a glyph's name stands for (Adobe Glyph List
// specification): listed names, uniXXXX and uXXXXX, parts joined by "_", and
// anything after a full stop as a variant, as are small capitals and old style
// figures with names of their own. Unknown names give "".
func glyphText(name string) string {
	if r, ok := glyphNames()[name]; ok {
		return string(r)
	}
	if i := strings.IndexByte(name, '.'); i > 0 {
		return glyphText(name[:i])
	}
	if strings.Contains(name, "_") {
		return ligatureText(name)
	}
	if base, ok := strings.CutSuffix(name, "oldstyle"); ok {
		return glyphText(base)
	}
	if base, ok := strings.CutSuffix(name, "small"); ok {
		return strings.ToLower(glyphText(base))
	}
	if strings.HasPrefix(name, "uni") && len(name) >= 7 && len(name)%4 == 3 {
		var b strings.Builder
		for i := 3; i+4 <= len(name); i += 4 {
			b.WriteRune(hexRune(name[i : i+4]))
		}
		return strings.Trim(b.String(), "\x00")
	}
	if len(name) >= 5 && len(name) <= 7 && name[0] == 'u' {
		if r := hexRune(name[1:]); r > 0 {
			return string(r)
		}
	}
	return ""
}

// Expert fonts have small capitals and old style figures at the codes of Latin-1
// moved up to here, in Unicode's private use area (Adobe Glyph List).
const (
	expertFirst = 0xF720
	expertLast  = 0xF7FF
	expertBase  = 0xF700
)

// unexpert gives a text with the characters of expert fonts as those that they are
// variants of.
func unexpert(text string) string {
	return strings.Map(func(r rune) rune {
		if r < expertFirst || r > expertLast || !unicode.IsGraphic(r-expertBase) {
			return r
		}
		return r - expertBase
	}, text)
}

// ligatureText joins the texts of "f_f_i"; "" when a part is unknown.
func ligatureText(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		text := ""
		if part != "" {
			text = glyphText(part)
		}
		if text == "" {
			return ""
		}
		b.WriteString(text)
	}
	return b.String()
}
