package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text in the form in which tables are looked up, with the bytes
// of the source that each of its bytes came from.
type Folded struct {
	Text        string
	starts, end []int32
}

// Fold lower-cases s, composes its letters (NFC), makes every dash "-", every
// double quote `"`, every single one "'", and every white space " ", opens
// ligatures and full-width forms, and drops invisible characters.
func Fold(s string) Folded {
	f := folder{starts: make([]int32, 0, len(s)), ends: make([]int32, 0, len(s))}
	f.out.Grow(len(s))
	if norm.NFC.IsNormalString(s) {
		for i, r := range s {
			f.add(r, i, i+width(s[i:], r))
		}
		return f.folded()
	}
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		from := it.Pos()
		segment := it.Next()
		for _, r := range string(segment) {
			f.add(r, from, it.Pos())
		}
	}
	return f.folded()
}

// Range turns the range [start, end) of f.Text into bytes of the source.
func (f Folded) Range(start, end int) (int, int) {
	if start >= end || end > len(f.starts) {
		return 0, 0
	}
	return int(f.starts[start]), int(f.end[end-1])
}

// width is the number of bytes that r takes at the start of s; an invalid byte
// is read as utf8.RuneError and takes one.
func width(s string, r rune) int {
	if r == utf8.RuneError {
		_, n := utf8.DecodeRuneInString(s)
		return n
	}
	return utf8.RuneLen(r)
}

type folder struct {
	out          strings.Builder
	starts, ends []int32
}

func (f *folder) folded() Folded {
	return Folded{Text: f.out.String(), starts: f.starts, end: f.ends}
}

// add writes the folded form of r, which stands in [from, to) of the source.
func (f *folder) add(r rune, from, to int) {
	before := f.out.Len()
	switch {
	case r < utf8.RuneSelf:
		f.out.WriteByte(lowerASCII(byte(r)))
	case invisible(r):
	case r >= '\ufb00' && r <= '\ufb06':
		f.out.WriteString(ligature(r))
	default:
		f.out.WriteRune(foldRune(r))
	}
	for range f.out.Len() - before {
		f.starts = append(f.starts, int32(from))
		f.ends = append(f.ends, int32(to))
	}
}

func lowerASCII(b byte) byte {
	switch {
	case b >= 'A' && b <= 'Z':
		return b + 'a' - 'A'
	case b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == '\v':
		return ' '
	}
	return b
}

// ligature opens a Latin ligature of the block Alphabetic Presentation Forms.
func ligature(r rune) string {
	return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\ufb00']
}

func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// foldRune folds a rune outside ASCII to one rune.
func foldRune(r rune) rune {
	switch {
	case r >= '\u2010' && r <= '\u2015', r == '\u2212', r == '\ufe58', r == '\uff0d':
		return '-'
	case r == '”', r == '“', r == '„', r == '«', r == '»', r == '‟':
		return '"'
	case r == '’', r == '‘', r == '´', r == '‚', r == '‛':
		return '\''
	case r >= '\uff01' && r <= '\uff5e':
		return unicode.ToLower(r - 0xfee0)
	case unicode.IsSpace(r):
		return ' '
	}
	return unicode.ToLower(r)
}
