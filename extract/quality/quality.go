package quality

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// Bar is the score below which a text is garbage.
	Bar = 0.45
	// MinLetters is the number of letters below which a text is not judged.
	MinLetters = 240
	// sample is how many bytes of a text are looked at: from its beginning, its
	// middle and its end.
	sample = 6 << 10
)

// Report is what a text looks like. Score is from 0 to 1, Letters the number of
// letters that it was found by.
type Report struct {
	Score   float64
	Letters int
}

// Garbage reports whether the text is surely no language.
func (r Report) Garbage() bool { return r.Letters >= MinLetters && r.Score < Bar }

// Of judges a text. Its cost has a limit that does not depend on the text's
// length.
func Of(text string) Report {
	var c counts
	for _, part := range parts(text) {
		c.read(part)
	}
	return c.report()
}

// parts are the pieces of a long text that are looked at.
func parts(text string) []string {
	if len(text) <= sample {
		return []string{text}
	}
	const third = sample / 3
	middle := len(text)/2 - third/2
	return []string{whole(text[:third]), whole(text[middle : middle+third]), whole(text[len(text)-third:])}
}

// whole leaves out the words at both ends that were cut through.
func whole(part string) string {
	if i := strings.IndexByte(part, ' '); i >= 0 {
		part = part[i:]
	}
	return part[:strings.LastIndexByte(part, ' ')+1]
}

// counts are what was seen of a text.
type counts struct {
	letters  int     // of words that were judged
	sense    float64 // letters that make sense
	signs    int     // characters that are neither letters nor white space
	broken   int     // characters that no writer types
	words    int
	singles  int     // words of one letter that are no words
	ends     int     // ends of sentences that another word follows
	lower    int     // such that it begins in lower case
	neutral  int     // letters of scripts that are not judged
	foreign  int     // Latin letters that Swedish does not have
	doubt    float64 // what the words lack of the sense of another language
	possible int     // all characters but white space
	leader   rune    // the sign that stood last, and may lead to a page number
}

// read counts the words and signs of a text.
func (c *counts) read(text string) {
	for field := range strings.FieldsSeq(text) {
		c.field(field)
	}
	c.sentences(text)
}

// field counts what stands between white space. A sign that is repeated, as to
// lead to a page number or to write on, counts once.
func (c *counts) field(field string) {
	ornament := isOrnament(field)
	for _, r := range field {
		broken := !ornament && isBroken(r)
		sign := ornament || !broken && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
		switch {
		case sign && r == c.leader:
			continue
		case sign:
			c.signs, c.leader = c.signs+1, r
		default:
			c.leader = 0
		}
		c.possible++
		if broken {
			c.broken++
		}
	}
	c.broken += mojibake(field)
	if isAddress(field) {
		return
	}
	for word := range strings.FieldsFuncSeq(field, between) {
		c.word(strings.TrimFunc(word, isSign))
	}
}

// isOrnament reports whether a field is one character of a font's own, once or
// repeated: a bullet, a box to tick, a part of a formula.
func isOrnament(field string) bool {
	first, size := utf8.DecodeRuneInString(field)
	return unicode.Is(unicode.Co, first) && strings.Trim(field[size:], field[:size]) == ""
}

// isAddress reports whether a field is that of a page or of mail.
func isAddress(field string) bool {
	return strings.Contains(field, "@") || strings.Contains(field, "://") || strings.HasPrefix(field, "www.")
}

// isSign reports whether a character stands before or after words, never within:
// a word that has one inside is no word.
func isSign(r rune) bool {
	if r < utf8.RuneSelf {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	}
	return r == '§' || r == '¤' || r == '«' || r == '»' || r == '•' || r == '…'
}

// between reports whether a character parts words.
func between(r rune) bool {
	return r == '-' || r == '/' || r == '–' || r == '—' || r == ',' || r == '.' || r == ':' || r == '(' || r == ')' ||
		r == '&' || r == '\'' || r == '’' || r == '"' || r == '”' || r == '_'
}

// word judges one word.
func (c *counts) word(word string) {
	n, latin, digits, odd := 0, 0, 0, 0
	for _, r := range word {
		switch {
		case isLatin(r):
			n, latin = n+1, latin+1
		case unicode.IsLetter(r):
			n++
		case unicode.IsDigit(r):
			digits++
		default:
			odd++
		}
	}
	switch {
	case n == 0 || digits > 0 && odd == 0 && n <= 2:
		return
	case latin == 0:
		c.neutral += n
		return
	}
	c.words++
	c.letters += n
	lower := strings.ToLower(word)
	switch {
	case latin < n || odd > 0 || digits > 0 && n > 2 || mixed(word):
	case n == 1:
		if !isWordOfOne(lower) {
			c.singles++
		}
		c.sense++
	default:
		p := plausible(lower)
		c.sense += float64(n) * p
		c.foreign += foreign(lower)
		c.doubt += float64(n) * max(0, neutral-p)
	}
}

func isLatin(r rune) bool {
	const latin1 = 0xC0 // from here on its letters
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return r >= latin1 && unicode.Is(unicode.Latin, r)
}

// isWordOfOne reports whether a letter is a word, or the name of a list's item.
func isWordOfOne(s string) bool { return s == "i" || s == "å" || s == "ö" || s == "a" }

// mixed reports whether a word goes to upper case and back inside, as broken
// fonts do and names of authorities do not.
func mixed(word string) bool {
	changes, former := 0, true
	for i, r := range word {
		upper := unicode.IsUpper(r)
		if i > 0 && upper != former {
			changes++
		}
		former = upper
	}
	const most = 3 // "McDonald"
	return changes > most || changes == most && utf8.RuneCountInString(word) < 2*most
}

// isBroken reports whether a character stands for one that got lost: undecodable
// bytes, codes of fonts without names, control characters.
func isBroken(r rune) bool {
	return r == utf8.RuneError || r >= 0xE000 && r <= 0xF8FF || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Cc, r)
}

// sentences counts ends of sentences within a line, and those after which a word
// in lower case follows.
func (c *counts) sentences(text string) {
	for i := 0; i < len(text); i++ {
		if text[i] != '.' || i < shortest || i+2 >= len(text) || text[i+1] != ' ' {
			continue
		}
		if !endsWord(text[i-shortest : i]) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[i+2:])
		if unicode.IsLetter(r) {
			c.ends++
			if unicode.IsLower(r) {
				c.lower++
			}
		}
	}
}

// shortest is the number of letters before a full stop that make it no
// abbreviation's.
const shortest = 4

func endsWord(tail string) bool {
	for i := range len(tail) {
		if b := tail[i]; b < 'a' && b != 0 || b > 'z' && b < utf8.RuneSelf {
			return false
		}
	}
	return true
}
