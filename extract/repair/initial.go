package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// neverAfterL are the consonants that no Swedish word has after an l at its start.
const neverAfterL = "bcdfghkmnpqrstvx"

// initialI finds a capital I read as l at the start of a word: no Swedish word
// begins so, and with the I it is known.
func initialI(c *content, text string) []edit {
	var out []edit
	words(text, func(from, to int) {
		w := text[from:to]
		if len(w) < minConfused || w[0] != 'l' || !strings.ContainsRune(neverAfterL, rune(w[1])) || !mendable(text, from, to) || !c.lex.knows("i"+w[1:]) {
			return
		}
		with := "i"
		if startsSentence(text, from) || followsNumber(text, from) {
			with = "I"
		}
		out = append(out, edit{from, from + 1, with, model.OCRRepair, 1})
	})
	return out
}

// followsNumber reports whether a number stands before the word at from, as in
// "Fokusområde 2 Inbrott".
func followsNumber(text string, from int) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:from], " "))
	return r >= '0' && r <= '9'
}
