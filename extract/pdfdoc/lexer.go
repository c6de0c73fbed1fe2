package pdfdoc

// kind says what a token of a content stream or CMap is.
type kind uint8

const (
	tokenEnd kind = iota
	tokenNumber
	tokenString
	tokenName
	tokenOpen    // [ or <<
	tokenClose   // ] or >>
	tokenKeyword // an operator
)

// token is one lexical unit. Text holds the decoded bytes of a string, a name
// without its slash, or a keyword; it stays valid until the lexer's reset.
type token struct {
	kind   kind
	number float64
	text   []byte
}

// lexer splits the bytes of a content stream or CMap into tokens (ISO 32000-1,
// 7.2 and 7.3). Nothing is an error: what cannot be a token is passed over, so
// that damage in one place costs that place only. Arrays and dictionaries are
// handed out flat, so that no nesting can exhaust the stack.
type lexer struct {
	data []byte
	pos  int
	text []byte // decoded strings since the last reset
}

// reset makes room for new strings; those of earlier tokens are overwritten.
func (l *lexer) reset() { l.text = l.text[:0] }

// next reads one token.
func (l *lexer) next() token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return token{}
	}
	c := l.data[l.pos]
	switch c {
	case '(':
		return l.literal()
	case '<':
		return l.angle()
	case '>':
		l.pos++
		if l.pos < len(l.data) && l.data[l.pos] == '>' {
			l.pos++
		}
		return token{kind: tokenClose}
	case '[':
		l.pos++
		return token{kind: tokenOpen}
	case ']':
		l.pos++
		return token{kind: tokenClose}
	case '/':
		return l.name()
	case ')', '{', '}':
		l.pos++
		return token{kind: tokenKeyword, text: l.data[l.pos-1 : l.pos]}
	}
	return l.regular()
}

// skipSpace passes white space and comments.
func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		if c == '%' {
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

// angle reads << or a hexadecimal string.
func (l *lexer) angle() token {
	l.pos++
	if l.pos < len(l.data) && l.data[l.pos] == '<' {
		l.pos++
		return token{kind: tokenOpen}
	}
	start := len(l.text)
	half, high := false, byte(0)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d, ok := hexDigit(c)
		if !ok {
			continue
		}
		if half {
			l.text = append(l.text, high<<4|d)
		}
		half, high = !half, d
	}
	if half {
		l.text = append(l.text, high<<4)
	}
	return token{kind: tokenString, text: l.text[start:]}
}

// literal reads a string in parentheses.
func (l *lexer) literal() token {
	start := len(l.text)
	l.pos++
	for depth := 1; l.pos < len(l.data); {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			l.escape()
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return token{kind: tokenString, text: l.text[start:]}
			}
		case '\r':
			if l.pos < len(l.data) && l.data[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		}
		l.text = append(l.text, c)
	}
	return token{kind: tokenString, text: l.text[start:]}
}

// escape reads what follows a backslash.
func (l *lexer) escape() {
	if l.pos >= len(l.data) {
		return
	}
	c := l.data[l.pos]
	l.pos++
	switch {
	case c == '\n':
		return
	case c == '\r':
		if l.pos < len(l.data) && l.data[l.pos] == '\n' {
			l.pos++
		}
		return
	case c >= '0' && c <= '7':
		l.octal(c)
		return
	}
	for i := 0; i < len(escapes); i += 2 {
		if escapes[i] == c {
			c = escapes[i+1]
			break
		}
	}
	l.text = append(l.text, c)
}

// escapes pairs the letter of an escape with its meaning.
const escapes = "n\nr\rt\tb\bf\f"

func (l *lexer) octal(first byte) {
	v := int(first - '0')
	for i := 0; i < 2 && l.pos < len(l.data); i++ {
		c := l.data[l.pos]
		if c < '0' || c > '7' {
			break
		}
		v = v*8 + int(c-'0')
		l.pos++
	}
	l.text = append(l.text, byte(v))
}

// name reads a name, its #xx escapes decoded.
func (l *lexer) name() token {
	start := len(l.text)
	l.pos++
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		if !isRegular(c) {
			break
		}
		l.pos++
		if c == '#' && l.pos+1 < len(l.data) {
			high, ok1 := hexDigit(l.data[l.pos])
			low, ok2 := hexDigit(l.data[l.pos+1])
			if ok1 && ok2 {
				c = high<<4 | low
				l.pos += 2
			}
		}
		l.text = append(l.text, c)
	}
	return token{kind: tokenName, text: l.text[start:]}
}

// regular reads a number or a keyword.
func (l *lexer) regular() token {
	start := l.pos
	for l.pos < len(l.data) && isRegular(l.data[l.pos]) {
		l.pos++
	}
	if l.pos == start { // a delimiter that starts nothing
		l.pos++
	}
	word := l.data[start:l.pos]
	if n, ok := parseNumber(word); ok {
		return token{kind: tokenNumber, number: n}
	}
	return token{kind: tokenKeyword, text: word}
}

// parseNumber reads an integer or real. It forgives what producers are known
// to write: several signs, and a sign inside ("12.-5" is 12).
func parseNumber(word []byte) (float64, bool) {
	i, sign := 0, 1.0
	for i < len(word) && (word[i] == '+' || word[i] == '-') {
		if word[i] == '-' {
			sign = -1
		}
		i++
	}
	value, scale, digits, point := 0.0, 1.0, 0, false
	for ; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			value = value*10 + float64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		case c == '-' && digits > 0:
			return sign * value / scale, true
		default:
			return 0, false
		}
	}
	return sign * value / scale, digits > 0 || point
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// isRegular reports whether c is neither white space nor a delimiter.
func isRegular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return !isSpace(c)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
