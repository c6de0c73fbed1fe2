package amount

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/jamforare.tsv
var comparatorLines string

//go:embed data/handelser.tsv
var eventLines string

//go:embed data/undantag.tsv
var exceptionLines string

// rows gives the cells of a table's lines.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

var events = sync.OnceValue(func() []string {
	var out []string
	for _, row := range rows(eventLines) {
		out = append(out, strings.Split(row[0], "|")...)
	}
	return out
})

// event reports whether w, alone or as the head of a compound, is something
// that happens or is put up and can be counted.
func event(w string) bool {
	for _, e := range events() {
		head, compound := strings.CutPrefix(e, "-")
		if strings.HasSuffix(w, head) && (len(w) > len(head) && len(head) > 3 || len(w) == len(head) && !compound) {
			return w != "årskurs"
		}
	}
	return false
}

var exceptions = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, row := range rows(exceptionLines) {
		out[row[0]] = strings.Split(row[1], "|")
	}
	return out
})

// isA reports whether w is one of the excepted nouns of the given kind, or a
// compound of a longer one.
func isA(w string, kinds ...string) bool {
	for _, k := range kinds {
		for _, e := range exceptions()[k] {
			if w == e || len(e) > 5 && strings.HasSuffix(w, e) {
				return true
			}
		}
	}
	return false
}

func hasSuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

func hasPrefix(w string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// function words end the noun phrase that a number begins.
func functionWord(w string) bool {
	switch w {
	case "i", "på", "av", "för", "till", "från", "med", "mot", "om", "under", "över", "vid", "hos", "per", "inom", "efter",
		"före", "innan", "mellan", "bland", "kring", "genom", "utan", "och", "eller", "samt", "men", "som", "där", "när",
		"att", "så", "än", "ska", "skall", "kommer", "kan", "bör", "är", "har", "ha", "varje", "varav", "varannan", "var", "årligen",
		"the", "inklusive", "exempelvis", "både", "utöver", "runt", "längs", "ut", "in", "upp", "ner", "får", "den", "det", "de",
		"dem", "en", "ett", "senast", "utspridda", "minst", "högst", "genomföras", "genomförs", "hållas", "hålls", "anordnas":
		return true
	}
	return false
}

// adjective reports whether w, before a noun, looks like an adjective: in the
// plural by -a or -e, in the singular by the endings of indefinite ones.
func adjective(w string, plural bool) bool {
	switch w {
	case "extra", "bra", "större", "mindre", "ytterligare", "fler", "flera", "olika", "äkta":
		return true
	}
	if plural {
		return hasSuffix(w, "a", "e")
	}
	switch w {
	case "ny", "nytt", "stor", "stort", "öppen", "öppet", "hel", "helt", "bred", "brett", "mobil", "mobilt", "digital", "digitalt",
		"lokal", "lokalt", "kort", "halv", "halvt", "lång", "långt", "fast", "årlig", "årligt", "enskild", "enskilt", "samordnad", "särskild", "särskilt", "riktad", "riktat",
		"fördjupad", "gratis", "allmän", "allmänt", "trygg", "tryggt", "separat":
		return true
	}
	return hasSuffix(w, "ig", "igt", "isk", "iskt", "ad", "at", "ande", "ende", "sam", "samt", "bar", "bart", "ell", "ellt") && !event(w) && !hasSuffix(w, "stad", "samtal")
}

// pluralNoun reports whether w has the form of an indefinite plural.
func pluralNoun(w string) bool {
	return event(w) && !hasSuffix(w, "ing", "tillfälle") || len(w) > 3 && hasSuffix(w, "ar", "er", "or", "en", "are", "r", "n") && !hasSuffix(w, "ern", "orn", "arna", "erna")
}
