package repair

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

var (
	councilName = regexp.MustCompile(`(?i:råd(?:et)?) \((BRA|Bra)\)`)
	openBrace   = regexp.MustCompile(`([{[])[^(){}[\]]*(\))`)
)

// council finds the short name of a crime prevention council without its ring.
func council(_ *content, text string) []edit {
	if !strings.Contains(text, "(B") {
		return nil
	}
	var out []edit
	for _, m := range councilName.FindAllStringSubmatchIndex(text, -1) {
		with := "BRÅ"
		if text[m[2]:m[3]] == "Bra" {
			with = "Brå"
		}
		out = append(out, edit{m[2], m[3], with, model.OCRRepair, 1})
	}
	return out
}

// brace finds a brace that a round bracket closes.
func brace(_ *content, text string) []edit {
	if !strings.ContainsAny(text, "{[") {
		return nil
	}
	var out []edit
	for _, m := range openBrace.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, edit{m[2], m[3], "(", model.OCRRepair, 0})
	}
	return out
}

// spaceBefore finds a blank between a word and the sign that closes its
// clause. It loses nothing and gets no note.
func spaceBefore(_ *content, text string) []edit {
	var out []edit
	for i := strings.IndexByte(text, ' '); i >= 0 && i+1 < len(text); {
		if closes(text, i) {
			out = append(out, edit{from: i, to: i + 1})
		}
		next := strings.IndexByte(text[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return out
}

// closes reports whether a lone sign follows the blank at i, after a word.
func closes(text string, i int) bool {
	if !strings.ContainsRune(",.;:", rune(text[i+1])) {
		return false
	}
	if i+2 < len(text) && text[i+2] != ' ' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune(")”\"»", before)
}

//go:embed data/split.tsv
var splitData string

// tornWords are pairs of a torn word and the whole one.
var tornWords = sync.OnceValue(func() (pairs [][2]string) {
	for s := range strings.SplitSeq(splitData, "\n") {
		if apart, whole, ok := strings.Cut(s, "\t"); ok && !strings.HasPrefix(s, "#") {
			pairs = append(pairs, [2]string{apart, whole})
		}
	}
	return pairs
})

// torn finds words with a blank in them.
func torn(_ *content, text string) []edit {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return nil
	}
	var out []edit
	for _, p := range tornWords() {
		for from := 0; ; {
			i := strings.Index(lower[from:], p[0])
			if i < 0 {
				break
			}
			i += from
			from = i + len(p[0])
			if !inWord(text, i, from) {
				blank := i + strings.IndexByte(p[0], ' ')
				out = append(out, edit{i, from, text[i:blank] + text[blank+1:from], model.OCRRepair, 0})
			}
		}
	}
	return out
}
