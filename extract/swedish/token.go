package swedish

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a single punctuation mark of a block. Start and
// end are byte offsets into the block's text. Low is its lower-case form;
// words keep inner hyphens, slashes, colons and full stops of abbreviations.
type token struct {
	start, end int
	low        string
	kind       tokenKind
	capital    bool // the first letter is upper case
}

type tokenKind uint8

const (
	word tokenKind = iota
	number
	mark
)

// tokenize splits text into tokens in one pass.
func tokenize(text string) []token {
	toks := make([]token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
		case unicode.IsLetter(r):
			end := wordEnd(text, i)
			toks = append(toks, token{i, end, strings.ToLower(text[i:end]), word, unicode.IsUpper(r)})
			i = end
		case unicode.IsDigit(r):
			end := numberEnd(text, i)
			toks = append(toks, token{i, end, strings.ToLower(text[i:end]), number, false})
			i = end
		default:
			toks = append(toks, token{i, i + size, text[i : i+size], mark, false})
			i += size
		}
	}
	return toks
}

// wordEnd is where the word that starts at i ends. A hyphen belongs to the word
// also at its end ("narkotika- och"); a slash, an apostrophe, a colon or a full
// stop only between two letters ("Smedjegatan/Torget", "KinBrå:s", "t.ex").
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if r == '-' || r == '\u2010' || r == '\u2011' {
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return i + size
			}
			i += size
			continue
		}
		if strings.ContainsRune("/'’:.", r) && unicode.IsLetter(next) {
			i += size
			continue
		}
		return i
	}
	return i
}

// numberEnd is where the number that starts at i ends: digits with the letters,
// points, commas, colons, slashes and hyphens between them ("2021-12-06",
// "13.30", "1,5", "2018/2019").
func numberEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if strings.ContainsRune(".,:/-", r) && unicode.IsDigit(next) {
			i += size
			continue
		}
		return i
	}
	return i
}
