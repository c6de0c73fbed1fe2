package topic

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// kind says what a match of the trie is.
type kind int

const (
	stem kind = iota + 1
	phrase
	exclude
)

// entry is a stem, phrase or excluded word of a term. One that is inner counts
// inside a compound too.
type entry struct {
	term  int
	kind  kind
	inner bool
	needs []string
}

// node is a node of the trie over the bytes of all words of a vocabulary.
type node struct {
	bytes   []byte  // the bytes that go on,
	next    []*node // and where each leads
	entries []entry
}

func (n *node) child(b byte) *node {
	if i := bytes.IndexByte(n.bytes, b); i >= 0 {
		return n.next[i]
	}
	return nil
}

func (n *node) add(word string, e entry) {
	at := n
	for i := range len(word) {
		child := at.child(word[i])
		if child == nil {
			child = &node{}
			at.bytes, at.next = append(at.bytes, word[i]), append(at.next, child)
		}
		at = child
	}
	at.entries = append(at.entries, e)
}

// match is an entry found at the bytes [start, end) of a folded text.
type match struct {
	entry
	start, end int
}

// find gives all matches in a folded text, by start. From each letter it walks
// no further than the longest word of the vocabulary.
func (n *node) find(text string) []match {
	var found []match
	letters := 0
	for i, r := range text {
		if !isWord(r) {
			letters = 0
			continue
		}
		if letters == 0 || letters >= lettersBefore {
			found = n.walk(found, text, i, letters > 0)
		}
		letters++
	}
	return found
}

// lettersBefore is the fewest letters that the first part of a compound has.
const lettersBefore = 3

func (n *node) walk(found []match, text string, start int, inside bool) []match {
	at := n
	for i := start; i < len(text); i++ {
		at = at.child(text[i])
		if at == nil {
			break
		}
		for _, e := range at.entries {
			if inside && !e.inner || e.kind == phrase && !endsWord(text, i+1) {
				continue
			}
			found = append(found, match{entry: e, start: start, end: i + 1})
		}
	}
	return found
}

// endsWord reports whether no word goes on at byte i.
func endsWord(text string, i int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[i:])
	return i == len(text) || !isWord(last) || !isWord(next)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
