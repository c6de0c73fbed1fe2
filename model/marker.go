package model

import (
	"strings"
	"unicode/utf8"
)

// bullets are the characters that stand alone before a list item: the
// typographic ones, the glyphs that Symbol and Wingdings put in the private
// use area, and what is left of a glyph that could not be decoded.
const bullets = "•·●▪◦‣■□➢➤►▸✓✔❖∙⁃○◆◇\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\ufffd"

// dashes mark an item only when white space follows.
const dashes = "-–—−*>"

// ListMarker splits a line into the list marker at its start and the rest, both
// without surrounding white space. A line without a marker gives "" and the
// line. Markers are bullets, dashes followed by a space, three or more dots,
// and short ordinals: "1.", "1)", "(1)", "a)".
func ListMarker(line string) (marker, rest string) {
	s := strings.TrimSpace(line)
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case s == "":
		return "", s
	case strings.ContainsRune(bullets, r):
		return s[:size], strings.TrimSpace(s[size:])
	case strings.ContainsRune(dashes, r):
		if next, _ := utf8.DecodeRuneInString(s[size:]); isSpace(next) && !startsWithDate(s[size:]) {
			return s[:size], strings.TrimSpace(s[size:])
		}
		return "", s
	case r == '.' || r == '…':
		return dotMarker(s)
	case r == 'o' && strings.HasPrefix(s, "o ") && strings.HasPrefix(line, " "):
		return "o", strings.TrimSpace(s[1:])
	}
	return ordinalMarker(s)
}

// startsWithDate reports whether a text starts with a date of ISO 8601: a dash
// before it joins it to another.
func startsWithDate(s string) bool {
	const form = "dddd-dd-dd"
	s = strings.TrimLeft(s, " \t\u00a0")
	if len(s) < len(form) {
		return false
	}
	for i := range len(form) {
		if digit := s[i] >= '0' && s[i] <= '9'; digit != (form[i] == 'd') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' }

// dotMarker splits "… text", "...text" and ". .. text".
func dotMarker(s string) (marker, rest string) {
	dots, end := 0, 0
	for i, r := range s {
		if r == '…' {
			dots += 3
		} else if r == '.' {
			dots++
		} else if !isSpace(r) {
			end = i
			break
		}
	}
	if dots < 3 || end == 0 {
		return "", s
	}
	return strings.TrimSpace(s[:end]), s[end:]
}

// ordinalMarker splits "1. text", "12) text", "(3) text" and "a) text".
func ordinalMarker(s string) (marker, rest string) {
	i := 0
	open := s[0] == '('
	if open {
		i++
	}
	start := i
	for i < len(s) && i-start < 2 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	digits := i > start
	if !digits && i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
		i++
	}
	if i == start || i+1 >= len(s) {
		return "", s
	}
	closed := s[i] == ')' || (digits && !open && s[i] == '.')
	next, _ := utf8.DecodeRuneInString(s[i+1:])
	if !closed || !isSpace(next) {
		return "", s
	}
	return s[:i+1], strings.TrimSpace(s[i+1:])
}
