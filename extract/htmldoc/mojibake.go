package htmldoc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// fewestHits is the number of doubly decoded characters from which a text is
// taken for doubly decoded: one alone might be meant. (Pattern n44 of
// ../shared/reference/noise.tsv: "Ã¥" for "å", "â€“" for "–".)
const fewestHits = 2

// mend restores UTF-8 that was read as windows-1252 or windows-1250 and saved
// as UTF-8 again. Only sequences are touched that are the well-formed UTF-8 of
// a character that Swedish pages use; the number of them is returned.
func mend(s string) (string, int) {
	for _, table := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1250} {
		if out, n := mendWith(s, table); n >= fewestHits {
			return out, n
		}
	}
	return s, 0
}

func mendWith(s string, table *charmap.Charmap) (string, int) {
	if !strings.ContainsAny(s, "ÃÂâĂ") {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s))
	n := 0
	for len(s) > 0 {
		if r, size := onceDecoded(s, table); size > 0 {
			b.WriteRune(r)
			s = s[size:]
			n++
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		b.WriteString(s[:size])
		s = s[size:]
	}
	return b.String(), n
}

// onceDecoded reads the character at the start of s that was decoded twice:
// the character meant and the bytes of s that it takes, 0 for none.
func onceDecoded(s string, table *charmap.Charmap) (r rune, size int) {
	if s[0] < utf8.RuneSelf {
		return 0, 0
	}
	var raw []byte
	for i, c := range s {
		byteValue, ok := toByte(c, table)
		if !ok || byteValue < utf8.RuneSelf {
			return 0, 0
		}
		raw = append(raw, byteValue)
		if utf8.FullRune(raw) {
			meant, width := utf8.DecodeRune(raw)
			if meant == utf8.RuneError || width != len(raw) || !expected(meant) {
				return 0, 0
			}
			return meant, i + utf8.RuneLen(c)
		}
	}
	return 0, 0
}

// toByte undoes the decoding of one byte. Bytes that the table leaves free
// were decoded as the control character of the same number.
func toByte(c rune, table *charmap.Charmap) (byte, bool) {
	if c >= 0x80 && c < 0xa0 {
		return byte(c), true
	}
	return table.EncodeRune(c)
}

// expected says whether Swedish pages use the character: letters of Latin-1,
// general punctuation, bullets, and the signs of the upper half of Latin-1.
func expected(r rune) bool {
	switch {
	case r >= 0xc0 && r <= 0xff, r >= 0xa0 && r < 0xc0:
		return true
	case r >= 0x2010 && r <= 0x203a, r == 0x20ac, r == 0x2022:
		return true
	case r >= 0x25a0 && r <= 0x25ff, r >= 0xf000 && r <= 0xf0ff:
		return true
	}
	return r == 0xfeff
}

// lostLetters counts U+FFFD with a letter on either side.
func lostLetters(s string) int {
	n := 0
	for {
		i := strings.IndexRune(s, utf8.RuneError)
		if i < 0 {
			return n
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
		after, _ := utf8.DecodeRuneInString(s)
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			n++
		}
	}
}
