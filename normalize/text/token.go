package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind classes tokens.
type Kind uint8

// The kinds: a run of letters, a run of ASCII digits, any other character.
const (
	Word Kind = iota
	Digits
	Mark
)

// Token is a word, a run of digits or one other character. Text is folded,
// Start and End are bytes of the source.
type Token struct {
	Text       string
	Kind       Kind
	Start, End int
	Space      bool // white space, or nothing, before it
	Upper      bool // begins with a capital in the source
	Caps       bool // two or more letters, all of them capitals in the source
}

// Is reports whether t is one of the given words or marks.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Text == w {
			return true
		}
	}
	return false
}

// Tokens splits s. White space only separates.
func Tokens(s string) []Token {
	f := Fold(s)
	ts := make([]Token, 0, len(s)/5+1)
	space := true
	for i := 0; i < len(f.Text); {
		kind, n := lex(f.Text[i:])
		if f.Text[i] == ' ' {
			space, i = true, i+1
			continue
		}
		t := Token{Text: f.Text[i : i+n], Kind: kind, Space: space}
		t.Start, t.End = f.Range(i, i+n)
		t.Upper, t.Caps = capitals(s[t.Start:t.End])
		ts = append(ts, t)
		space, i = false, i+n
	}
	return ts
}

// lex gives the kind and length of the token at the start of s.
func lex(s string) (Kind, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isDigit(r):
		return Digits, run(s, isDigit)
	case unicode.IsLetter(r):
		return Word, run(s, unicode.IsLetter)
	}
	return Mark, size
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func run(s string, in func(rune) bool) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !in(r) }); i >= 0 {
		return i
	}
	return len(s)
}

func capitals(s string) (first, all bool) {
	letters := 0
	all = true
	for i, r := range s {
		upper := unicode.IsUpper(r)
		if i == 0 {
			first = upper
		}
		letters++
		all = all && upper
	}
	return first, all && letters > 1
}
