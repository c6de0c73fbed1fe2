package amount

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/jamforare.tsv
var comparatorLines string

//go:embed data/handelser.tsv
var eventLines string

//go:embed data/undantag.tsv
var exceptionLines string

//go:embed data/ordklasser.tsv
var classLines string

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

// class is a set of the classes that a word belongs to.
type class uint32

// The classes of data/ordklasser.tsv, which says what each decides, and opener:
// the words that a figure may begin with.
const (
	label class = 1 << iota
	times
	piece
	function
	anyAdjective
	singularAdjective
	manner
	definite
	circumstance
	everybody
	modal
	survey
	report
	opener
	adverb
	persons
)

func classNamed(name string) class {
	for i, n := range []string{"label", "times", "piece", "function", "adjective", "adjectiveSingular", "manner", "definite", "circumstance",
		"everybody", "modal", "survey", "report", "opener", "adverb", "persons"} {
		if n == name {
			return 1 << i
		}
	}
	return 0
}

var classes = sync.OnceValue(func() map[string]class {
	out := map[string]class{}
	for _, row := range rows(classLines) {
		for _, w := range strings.Split(row[1], "|") {
			out[w] |= classNamed(row[0])
		}
	}
	for first := range comparatorPhrases() {
		out[first] |= opener
	}
	return out
})

// in reports whether w belongs to one of the classes.
func in(c class, w string) bool { return classes()[w]&c != 0 }

// heads are nouns that count alone or as the last part of a compound.
type heads struct {
	alone, compound map[string]bool
}

// add takes a noun form up. One with a hyphen in front counts only inside a
// compound, and a form shorter than least only alone.
func (h *heads) add(form string, least int) {
	if h.alone == nil {
		h.alone, h.compound = map[string]bool{}, map[string]bool{}
	}
	head, inside := strings.CutPrefix(form, "-")
	if !inside {
		h.alone[head] = true
	}
	if len(head) >= least {
		h.compound[head] = true
	}
}

func (h heads) has(w string) bool {
	if h.alone[w] {
		return true
	}
	for i := 1; i < len(w); i++ {
		if utf8.RuneStart(w[i]) && h.compound[w[i:]] {
			return true
		}
	}
	return false
}

// shortestEvent and shortestException are how many bytes a noun must have to
// be taken for the head of a compound; shorter ones end too many other words.
const (
	shortestEvent     = 4
	shortestException = 6
)

var events = sync.OnceValue(func() heads {
	var h heads
	for _, row := range rows(eventLines) {
		for _, form := range strings.Split(row[0], "|") {
			h.add(form, shortestEvent)
		}
	}
	return h
})

//go:embed data/neutrum.tsv
var neuterLines string

// neuters are nouns that look alike in the singular and the plural.
var neuters = sync.OnceValue(func() heads {
	var h heads
	for _, row := range rows(neuterLines) {
		h.add(row[0], shortestEvent)
	}
	return h
})

// clock reports whether w is a span of time rather than what fills one, as a
// "temavecka" does.
func clock(w string) bool { return isA(w, "clock") && !event(w) }

// event reports whether w, alone or as the head of a compound, is something
// that happens or is put up and can be counted.
func event(w string) bool { return events().has(w) && !in(label, w) && !isA(w, "seeming") }

var exceptions = sync.OnceValue(func() map[string]*heads {
	out := map[string]*heads{}
	for _, row := range rows(exceptionLines) {
		out[row[0]] = &heads{}
		for _, form := range strings.Split(row[1], "|") {
			out[row[0]].add(form, shortestException)
		}
	}
	return out
})

// isA reports whether w is one of the excepted nouns of the given kinds.
func isA(w string, kinds ...string) bool {
	for _, k := range kinds {
		if h := exceptions()[k]; h != nil && h.has(w) {
			return true
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

// adjective reports whether w, before a noun, looks like an adjective: in the
// plural by -a or -e, in the singular by the endings of indefinite ones.
func adjective(w string, plural bool) bool {
	switch {
	case in(anyAdjective, w):
		return true
	case plural:
		return hasSuffix(w, "a", "e") && !hasSuffix(w, "are")
	case in(singularAdjective, w):
		return true
	}
	return hasSuffix(w, "ig", "igt", "isk", "iskt", "ad", "at", "ande", "ende", "sam", "samt", "bar", "bart", "ell", "ellt") && !event(w) && !hasSuffix(w, "stad", "samtal")
}

// pluralNoun reports whether w has the form of an indefinite plural.
func pluralNoun(w string) bool {
	if event(w) && !hasSuffix(w, "ing", "tillfälle") {
		return true
	}
	return neuters().has(w) || len(w) > 3 && hasSuffix(w, "are", "r", "n") && !hasSuffix(w, "arna", "erna", "orna")
}
