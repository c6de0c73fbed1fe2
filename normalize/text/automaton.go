package text

import (
	"unicode"
	"unicode/utf8"
)

// Term is something to look for, in any case: a stem, which takes any ending,
// or a word or phrase.
type Term struct {
	Text string
	Stem bool
}

// Match says which term (by its place in the list given to [New]) stands in
// the bytes [Start, End) of the text. For a stem End is the end of the stem.
type Match struct {
	Term       int
	Start, End int
}

// Automaton finds all of its terms in one pass over a text. It does not change
// and may be used by several goroutines.
type Automaton struct {
	terms []Term
	nodes []node
}

// node is a state. Its edges lie in next, by byte; out lists the terms that
// end here; link is the state of the longest proper suffix, and dict the
// nearest one along the links that has terms.
type node struct {
	next       map[byte]int32
	out        []int32
	depth      int32
	link, dict int32
}

// New builds the automaton of terms. An empty term never matches.
func New(terms []Term) *Automaton {
	a := &Automaton{terms: terms, nodes: []node{{}}}
	for i, t := range terms {
		a.insert(Fold(t.Text).Text, int32(i))
	}
	a.connect()
	return a
}

func (a *Automaton) insert(s string, term int32) {
	if s == "" {
		return
	}
	at := int32(0)
	for i := range len(s) {
		next, ok := a.nodes[at].next[s[i]]
		if !ok {
			next = int32(len(a.nodes))
			a.nodes = append(a.nodes, node{depth: a.nodes[at].depth + 1})
			if a.nodes[at].next == nil {
				a.nodes[at].next = map[byte]int32{}
			}
			a.nodes[at].next[s[i]] = next
		}
		at = next
	}
	a.nodes[at].out = append(a.nodes[at].out, term)
}

// connect sets the suffix links, breadth first. The order in which a map gives
// the edges of one level does not change the links.
func (a *Automaton) connect() {
	queue := []int32{0}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for b, child := range a.nodes[at].next {
			queue = append(queue, child)
			if at == 0 {
				continue
			}
			link := a.step(a.nodes[at].link, b)
			a.nodes[child].link = link
			a.nodes[child].dict = a.nodes[link].dict
			if len(a.nodes[link].out) > 0 {
				a.nodes[child].dict = link
			}
		}
	}
}

func (a *Automaton) step(at int32, b byte) int32 {
	for {
		if next, ok := a.nodes[at].next[b]; ok {
			return next
		}
		if at == 0 {
			return 0
		}
		at = a.nodes[at].link
	}
}

// Find gives every match in s, by end and then from long to short.
func (a *Automaton) Find(s string) []Match { return a.FindIn(Fold(s)) }

// FindIn is [Automaton.Find] for a text that is folded already; the matches
// are still ranges of its source.
func (a *Automaton) FindIn(f Folded) []Match {
	var out []Match
	at := int32(0)
	for i := range len(f.Text) {
		at = a.step(at, f.Text[i])
		for n := at; n != 0; n = a.nodes[n].dict {
			for _, term := range a.nodes[n].out {
				from := i + 1 - int(a.nodes[n].depth)
				if bounded(f.Text, from, i+1, a.terms[term].Stem) {
					start, end := f.Range(from, i+1)
					out = append(out, Match{Term: int(term), Start: start, End: end})
				}
			}
		}
	}
	return out
}

// bounded reports whether [from, to) begins at the start of a word and, for
// anything but a stem, ends at the end of one.
func bounded(s string, from, to int, stem bool) bool {
	if from > 0 {
		before, _ := utf8.DecodeLastRuneInString(s[:from])
		first, _ := utf8.DecodeRuneInString(s[from:])
		if inWord(before) && inWord(first) {
			return false
		}
	}
	if stem || to == len(s) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	after, _ := utf8.DecodeRuneInString(s[to:])
	return !inWord(last) || !inWord(after)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
