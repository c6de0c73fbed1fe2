package swedish

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// abbreviationData lists the abbreviations after which a full stop ends no
// sentence, from the project's table of abbreviations.
//
//go:embed data/abbreviations.txt
var abbreviationData string

var abbreviations = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, line := range dataLines(abbreviationData) {
		set[line] = true
	}
	return set
})

// sentence is a range of a block: bytes [start, end) without surrounding white
// space, tokens [from, to).
type sentence struct {
	start, end int
	from, to   int
}

// sentences splits a block's text at ".", "!", "?" and "…" where the next token
// starts a sentence: a capital, a digit or a quotation mark after white space.
func sentences(text string, toks []token) []sentence {
	var out []sentence
	from := 0
	for i := range toks {
		if !endsSentence(text, toks, i) {
			continue
		}
		out = append(out, sentence{toks[from].start, toks[i].end, from, i + 1})
		from = i + 1
	}
	if from < len(toks) {
		out = append(out, sentence{toks[from].start, toks[len(toks)-1].end, from, len(toks)})
	}
	return out
}

func endsSentence(text string, toks []token, i int) bool {
	t := toks[i]
	if t.kind != mark || !strings.Contains(".!?…”\"", t.low) {
		return false
	}
	if i+1 == len(toks) {
		return true
	}
	next := toks[i+1]
	if next.start == t.end {
		return false
	}
	if (t.low == "”" || t.low == "\"") && (i == 0 || !strings.Contains(".!?", toks[i-1].low) || toks[i-1].end != t.start) {
		return false
	}
	if t.low == "." && i > 0 && (shortened(toks[i-1]) || toks[i-1].kind == number && !next.capital) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[next.start:])
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("”\"«(–-", r)
}

// shortened reports whether a full stop after t is likely that of an
// abbreviation or an initial.
func shortened(t token) bool {
	return t.kind == word && (abbreviations()[t.low] || utf8.RuneCountInString(t.low) == 1 && t.capital)
}
