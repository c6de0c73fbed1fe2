package swedish

import "strings"

// lexicon finds the phrases of a vocabulary in a row of tokens: a trie over
// words, so that one pass over the tokens finds them all, the longest first.
// A word of a phrase that ends in "*" stands for every word that starts so.
type lexicon struct{ root node }

type node struct {
	next   map[string]*node
	stems  map[string]*node // by the first stemKey bytes of the stem
	stem   string
	also   *node // another stem with the same key
	class  string
	ending bool
}

// stemKey is how many bytes of a stem are its key; shorter stems are not allowed.
const stemKey = 3

// newLexicon reads a vocabulary: lines "class<TAB>phrase".
func newLexicon(data string) *lexicon {
	lex := &lexicon{}
	for _, line := range dataLines(data) {
		class, phrase, ok := strings.Cut(line, "\t")
		if ok {
			lex.add(class, phrase)
		}
	}
	return lex
}

func (l *lexicon) add(class, phrase string) {
	n := &l.root
	for w := range strings.FieldsSeq(phrase) {
		n = n.child(w)
	}
	n.class, n.ending = class, true
}

// child is the node that follows n for a word of a phrase, made if missing.
func (n *node) child(w string) *node {
	stem, isStem := strings.CutSuffix(w, "*")
	if !isStem {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[w] == nil {
			n.next[w] = &node{}
		}
		return n.next[w]
	}
	if n.stems == nil {
		n.stems = map[string]*node{}
	}
	key := stem[:stemKey]
	for c := n.stems[key]; c != nil; c = c.also {
		if c.stem == stem {
			return c
		}
	}
	c := &node{stem: stem, also: n.stems[key]}
	n.stems[key] = c
	return c
}

// match is the longest phrase that starts at token i: its class and the token
// after its end. No phrase gives "".
func (l *lexicon) match(toks []token, i int) (class string, end int) {
	return l.root.longest(toks, i)
}

func (n *node) longest(toks []token, i int) (class string, end int) {
	if n.ending {
		class, end = n.class, i
	}
	if i >= len(toks) {
		return class, end
	}
	low := toks[i].low
	if c := n.next[low]; c != nil {
		if cl, e := c.longest(toks, i+1); cl != "" && e > end {
			class, end = cl, e
		}
	}
	if len(low) < stemKey {
		return class, end
	}
	for c := n.stems[low[:stemKey]]; c != nil; c = c.also {
		if !strings.HasPrefix(low, c.stem) {
			continue
		}
		if cl, e := c.longest(toks, i+1); cl != "" && e > end {
			class, end = cl, e
		}
	}
	return class, end
}

// classAt is the class of the phrase that starts at token i, "" for none.
func (l *lexicon) classAt(toks []token, i int) string {
	class, _ := l.match(toks, i)
	return class
}

// cue is a phrase of the vocabulary found in a block, by its tokens.
type cue struct {
	class    string
	from, to int
}

// find lists all phrases in the tokens, left to right, none overlapping.
func (l *lexicon) find(toks []token) []cue {
	var out []cue
	for i := 0; i < len(toks); {
		class, end := l.match(toks, i)
		if class == "" || end <= i {
			i++
			continue
		}
		out = append(out, cue{class, i, end})
		i = end
	}
	return out
}

// dataLines are the lines of a data file without comments and empty ones.
func dataLines(data string) []string {
	var out []string
	for line := range strings.SplitSeq(data, "\n") {
		line = strings.TrimRight(line, " \r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, line)
	}
	return out
}
