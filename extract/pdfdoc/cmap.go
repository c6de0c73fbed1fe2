package pdfdoc

import (
	"unicode/utf16"
)

// cmap maps the codes of a font to text (a ToUnicode CMap) or to character
// identifiers (an encoding CMap), after ISO 32000-1, 9.7.5 and 9.10.3.
type cmap struct {
	text   map[uint32]string // bfchar, bfrange
	cid    map[uint32]uint32 // cidchar, cidrange
	widths [5]bool           // lengths in bytes of the codes, from the code space ranges
	budget int               // entries that may still be added
}

// parseCMap reads the bytes of a CMap stream. It takes what it understands and
// passes over the rest.
func parseCMap(data []byte, maxEntries int) *cmap {
	m := &cmap{text: map[uint32]string{}, cid: map[uint32]uint32{}, budget: maxEntries}
	l := &lexer{data: data}
	var args []token
	for {
		t := l.next()
		switch t.kind {
		case tokenEnd:
			return m
		case tokenKeyword:
			m.section(string(t.text), args)
			args = args[:0]
			l.reset()
		default:
			if len(args) < maxOperands {
				args = append(args, t)
			}
		}
	}
}

// section takes the operands of one "end…" operator.
func (m *cmap) section(operator string, args []token) {
	switch operator {
	case "endcodespacerange":
		for _, t := range args {
			if t.kind == tokenString && len(t.text) < len(m.widths) {
				m.widths[len(t.text)] = true
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.put(code(args[i].text), utf16Text(args[i+1].text))
		}
	case "endbfrange":
		m.ranges(args)
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.putCID(code(args[i].text), uint32(args[i+1].number))
		}
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.cidRange(code(args[i].text), code(args[i+1].text), uint32(args[i+2].number))
		}
	}
}

// ranges reads "<lo> <hi> <text>" and "<lo> <hi> [<text> …]".
func (m *cmap) ranges(args []token) {
	for i := 0; i+2 < len(args); {
		low, high := code(args[i].text), code(args[i+1].text)
		i += 2
		if args[i].kind != tokenOpen {
			m.textRange(low, high, args[i].text)
			i++
			continue
		}
		i++
		for c := low; i < len(args) && args[i].kind != tokenClose; i++ {
			m.put(c, utf16Text(args[i].text))
			c++
		}
		i++
	}
}

// textRange maps consecutive codes to texts whose last unit counts up.
func (m *cmap) textRange(low, high uint32, first []byte) {
	if high < low || len(first) == 0 {
		return
	}
	next := append([]byte(nil), first...)
	for c := low; ; c++ {
		if m.budget <= 0 {
			return
		}
		m.put(c, utf16Text(next))
		if c == high {
			return
		}
		for i := len(next) - 1; i >= 0; i-- {
			if next[i]++; next[i] != 0 {
				break
			}
		}
	}
}

func (m *cmap) cidRange(low, high, first uint32) {
	for c := low; c <= high && m.budget > 0; c++ {
		m.putCID(c, first+c-low)
		if c == high {
			return
		}
	}
}

func (m *cmap) put(c uint32, text string) {
	if m.budget > 0 {
		m.budget--
		m.text[c] = text
	}
}

func (m *cmap) putCID(c, cid uint32) {
	if m.budget > 0 {
		m.budget--
		m.cid[c] = cid
	}
}

// code is the number that the bytes of a string spell, the last four of them.
func code(b []byte) uint32 {
	n := uint32(0)
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

// utf16Text decodes UTF-16BE; a single byte is that character.
func utf16Text(b []byte) string {
	switch len(b) {
	case 1:
		return string(rune(b[0]))
	case 2:
		r := rune(b[0])<<8 | rune(b[1])
		if r == 0 {
			return ""
		}
		return string(r)
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
