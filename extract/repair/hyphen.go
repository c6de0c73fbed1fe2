package repair

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pageMark stands for a page's beginning until fold has noted its offset.
const pageMark = '\f'

// join puts the lines of a block together: a word that was broken by a hyphen
// is healed, other lines are joined by a blank. Page marks stay, without
// blanks of their own.
func join(s string) string {
	if !strings.ContainsAny(s, "\n\f") {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	pending := "" // what ends the lines so far, before it is known how they go on
	for s != "" {
		i := strings.IndexAny(s, "\n\f")
		if i < 0 {
			i = len(s)
		}
		piece := strings.TrimSpace(s[:i])
		marks := ""
		for i < len(s) && (s[i] == '\n' || s[i] == '\f' || s[i] == ' ' || s[i] == '\t') {
			if s[i] == '\f' {
				marks += string(pageMark)
			}
			i++
		}
		s = s[i:]
		if pending == "" {
			pending = piece + marks
			continue
		}
		head, between := meet(pending, piece)
		out.WriteString(head)
		out.WriteString(between)
		pending = piece + marks
	}
	out.WriteString(pending)
	return out.String()
}

// meet says what becomes of the end of a line and what stands between it and
// the next line: nothing, the blank, and the marks of pages that begin there.
func meet(line, next string) (head, between string) {
	head = strings.TrimRight(line, string(pageMark))
	marks := line[len(head):]
	if head == "" || next == "" {
		return head, " " + marks
	}
	switch r, size := utf8.DecodeLastRuneInString(head); {
	case r == '-' && len(head) > size:
		word := lastToken(head[:len(head)-size])
		switch hyphen(word, next) {
		case broken:
			return head[:len(head)-size], marks
		case compound:
			return head, marks
		}
	case r == '/' && unicode.IsLetter(before(head, size)):
		return head, marks
	}
	return head, " " + marks
}

func before(s string, size int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return r
}

// What a hyphen at the end of a line is.
type lineEnd int

const (
	suspended lineEnd = iota // "Narkotika-" before "och": stays, and a blank follows
	compound                 // "A-" before "traktorer": stays, nothing follows
	broken                   // "brottsföre-" before "byggande": goes
)

// conjunctions after which a suspended compound goes on.
var conjunctions = map[string]bool{"och": true, "eller": true, "samt": true, "respektive": true,
	"som": true, "men": true, "inte": true, "till": true, "&": true, "kontra": true, "resp.": true}

// adverbs in "-samt" whose first half is no word that a compound begins with, so
// that "samt" is their end and no conjunction.
var adverbs = map[string]bool{"gemen": true, "spar": true, "verk": true, "tvek": true, "var": true}

// prefixes are written with a hyphen although they are in lower case.
var prefixes = map[string]bool{"mc": true, "it": true, "tv": true, "pc": true, "gps": true, "id": true,
	"sms": true, "icke": true, "vd": true, "pm": true, "pr": true, "hbtq": true, "hbtqi": true, "ex": true, "epa": true}

// hyphen judges the hyphen between word, at the end of a line, and next.
func hyphen(word, next string) lineEnd {
	r, _ := utf8.DecodeRuneInString(next)
	end, _ := utf8.DecodeLastRuneInString(word)
	token := firstToken(next)
	switch {
	case token == "samt" && adverbs[strings.ToLower(word)]:
		return broken
	case conjunctions[strings.TrimRight(strings.ToLower(token), ",;")] || !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return suspended
	case unicode.IsDigit(end) && (unicode.IsDigit(r) || unicode.IsLower(r)):
		return compound
	case !unicode.IsLetter(end):
		return suspended
	case unicode.IsUpper(end) || utf8.RuneCountInString(word) == 1 || prefixes[strings.ToLower(word)]:
		return compound
	case unicode.IsUpper(r) || unicode.IsDigit(r):
		return compound
	}
	return broken
}

// lastToken is the last run of letters, digits and hyphens of s.
func lastToken(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

func firstToken(s string) string {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// fold makes one blank of all white space, and takes the page marks out into
// offsets.
func fold(s string) (text string, breaks []int) {
	var out strings.Builder
	out.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case r == pageMark:
			breaks = append(breaks, out.Len())
			if blank {
				breaks[len(breaks)-1]++
			}
		case unicode.IsSpace(r):
			blank = out.Len() > 0
		default:
			if blank {
				out.WriteByte(' ')
				blank = false
			}
			out.WriteRune(r)
		}
	}
	text = out.String()
	for i := range breaks {
		breaks[i] = min(breaks[i], len(text))
	}
	return text, breaks
}
