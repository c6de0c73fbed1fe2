package pdfdoc

import (
	"math"
	"unicode/utf8"
)

// textOperator carries out the operators of ISO 32000-1, 9.3 and 9.4, and
// reports whether op is one.
func (in *interpreter) textOperator(op []byte, args []token) bool {
	last := token{}
	if len(args) > 0 {
		last = args[len(args)-1]
	}
	switch string(op) {
	case "Tj":
		in.show(last.text)
	case "TJ":
		in.showArray(args)
	case "Td":
		in.nextLine(args)
	case "TD":
		in.g.leading = -last.number
		in.nextLine(args)
	case "Tm":
		if len(args) >= 6 {
			in.text = matrixOf(args)
			in.line = in.text
		}
	case "T*":
		in.newLine()
	case "'":
		in.newLine()
		in.show(last.text)
	case "\"":
		if len(args) >= 3 {
			in.g.wordSpace, in.g.charSpace = args[len(args)-3].number, args[len(args)-2].number
		}
		in.newLine()
		in.show(last.text)
	case "BT":
		in.text, in.line = identity, identity
	case "ET":
	case "Tf":
		in.selectFont(args)
	default:
		return in.textState(op, last.number)
	}
	return true
}

// textState sets one parameter of the text state.
func (in *interpreter) textState(op []byte, value float64) bool {
	switch string(op) {
	case "Tc":
		in.g.charSpace = value
	case "Tw":
		in.g.wordSpace = value
	case "Tz":
		in.g.stretch = value / 100
	case "TL":
		in.g.leading = value
	case "Ts":
		in.g.rise = value
	case "Tr":
		in.g.mode = int(value)
	default:
		return false
	}
	return true
}

func (in *interpreter) selectFont(args []token) {
	if len(args) < 2 {
		return
	}
	in.g.font = in.fonts[string(args[len(args)-2].text)]
	in.g.size = args[len(args)-1].number
}

func (in *interpreter) nextLine(args []token) {
	if len(args) < 2 {
		return
	}
	in.line = in.line.move(args[len(args)-2].number, args[len(args)-1].number)
	in.text = in.line
}

func (in *interpreter) newLine() {
	in.line = in.line.move(0, -in.g.leading)
	in.text = in.line
}

// showArray shows the strings of TJ and moves by its numbers, in thousandths
// of the font size.
func (in *interpreter) showArray(args []token) {
	for _, t := range args {
		switch t.kind {
		case tokenNumber:
			in.text = in.text.move(-t.number/1000*in.g.size*in.g.stretch, 0)
		case tokenString:
			in.show(t.text)
		}
	}
}

// show puts the glyphs of a string on the page and moves on behind them.
func (in *interpreter) show(s []byte) {
	f := in.g.font
	if f == nil || len(s) == 0 {
		return
	}
	m := in.text.times(in.g.ctm)
	stretch := in.g.size * in.g.stretch
	upX, upY := m[2]*in.g.size, m[3]*in.g.size
	at := placed{size: math.Hypot(upX, upY) * f.em, bold: f.bold || in.g.mode == boldMode, italic: f.italic}
	x, y := m.apply(0, in.g.rise)
	total := 0.0
	f.decode(s, func(g *glyph, space bool) {
		width := g.width * stretch
		advance := width + in.g.charSpace*in.g.stretch
		if space {
			advance += in.g.wordSpace * in.g.stretch
		}
		if g.text != "" {
			at.x, at.y = x+m[0]*total, y+m[1]*total
			at.dx, at.dy, at.ink = m[0]*advance, m[1]*advance, 1
			if advance > width && advance > 0 {
				at.ink = width / advance
			}
			in.glyph(g.text, at)
		}
		total += advance
	})
	in.text = in.text.move(total, 0)
}

// glyph shows one glyph, or the text that stands for it and its neighbours.
func (in *interpreter) glyph(text string, at placed) {
	if in.replacing > 0 {
		text, in.actual = in.actual, ""
		if text == "" {
			return
		}
	}
	if in.g.mode == hiddenMode {
		in.page.hidden++
	} else {
		in.page.shown++
	}
	in.page.show(text, at)
}

// actualLimit is the greatest number of characters of a replacement text that
// is believed: it stands for a ligature or a hyphen, never for a line.
const actualLimit = 4

// begin opens marked content; ActualText among its properties replaces the
// text inside.
func (in *interpreter) begin(args []token) {
	replaces := false
	for i := 0; i+1 < len(args); i++ {
		if args[i].kind == tokenName && string(args[i].text) == "ActualText" && args[i+1].kind == tokenString {
			text := textString(args[i+1].text)
			replaces = text != "" && utf8.RuneCountInString(text) <= actualLimit
			if replaces {
				in.actual = text
				in.replacing++
			}
		}
	}
	if len(in.marked) < maxOperands {
		in.marked = append(in.marked, replaces)
	}
}

func (in *interpreter) end() {
	n := len(in.marked)
	if n == 0 {
		return
	}
	if in.marked[n-1] {
		in.replacing--
		in.actual = ""
	}
	in.marked = in.marked[:n-1]
}

// textString decodes a text string: UTF-16 with its mark, else Latin text.
func textString(b []byte) string {
	if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF {
		return utf16Text(b[2:])
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

// pathOperator carries out the operators that build and paint paths, and
// reports whether op is one.
func (in *interpreter) pathOperator(op []byte, args []token) bool {
	n := len(args)
	switch string(op) {
	case "re":
		if n >= 4 {
			in.path.rectangle(in.g.ctm, args[n-4].number, args[n-3].number, args[n-2].number, args[n-1].number)
		}
	case "m":
		if n >= 2 {
			in.path.moveTo(in.g.ctm.apply(args[n-2].number, args[n-1].number))
		}
	case "l":
		if n >= 2 {
			in.path.lineTo(in.g.ctm.apply(args[n-2].number, args[n-1].number))
		}
	case "c", "v", "y":
		in.curve(args)
	case "h":
		in.path.closePath()
	case "n":
		in.path.clear()
	default:
		return in.paint(op)
	}
	return true
}

func (in *interpreter) curve(args []token) {
	for i := 0; i+1 < len(args); i += 2 {
		in.path.curveTo(in.g.ctm.apply(args[i].number, args[i+1].number))
	}
}

func (in *interpreter) paint(op []byte) bool {
	switch string(op) {
	case "f", "F", "f*":
		in.path.paint(in.page, true, false)
	case "B", "B*", "b", "b*":
		in.path.paint(in.page, true, true)
	case "S":
		in.path.paint(in.page, false, true)
	case "s":
		in.path.closePath()
		in.path.paint(in.page, false, true)
	default:
		return false
	}
	in.path.clear()
	return true
}
