package quality

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/trigrams.txt
var trigramsData string

//go:embed data/common.txt
var commonData string

// language is what is known of Swedish.
type language struct {
	common   map[string]bool
	trigrams []bool // by the numbers of three letters
}

// base is the number of letters that are told apart, with one for all others.
const base = 33

// numberOf is the place of a letter in the alphabet from 1, 0 for any other.
func numberOf(r rune) int {
	switch {
	case r >= 'a' && r <= 'z':
		return int(r-'a') + 2
	case r == edge:
		return 1
	case r < utf8.RuneSelf:
		return 0
	}
	for i, other := range []rune("åäöéü") {
		if r == other {
			return i + 28
		}
	}
	return 0
}

var swedish = sync.OnceValue(func() language {
	l := language{common: map[string]bool{}, trigrams: make([]bool, base*base*base)}
	for line := range strings.Lines(commonData) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				l.common[w] = true
			}
		}
	}
	for line := range strings.Lines(trigramsData) {
		head, tails, ok := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		r := []rune(head)
		for _, t := range tails {
			l.trigrams[(numberOf(r[0])*base+numberOf(r[1]))*base+numberOf(t)] = true
		}
	}
	return l
})

// edge stands for where a word begins or ends.
const edge = '_'

// plausible is 1 for a common word in lower case, else the square of the share of
// its letters in a row that are those of Swedish words.
func plausible(word string) float64 {
	l := swedish()
	if l.common[word] {
		return 1
	}
	const span = base * base
	all, seen, last := 0, 0, numberOf(edge)
	step := func(r rune) {
		last = (last*base + numberOf(r)) % (span * base)
		if all++; all > 1 && l.trigrams[last] {
			seen++
		}
	}
	for _, r := range word {
		step(r)
	}
	step(edge)
	all-- // the first letter has no two before it
	if all <= 0 {
		return 1
	}
	share := float64(seen) / float64(all)
	return share * share
}

// foreign counts the letters of a word in lower case that other languages
// write, but not those that text decoded twice is full of.
func foreign(word string) int {
	n := 0
	for _, r := range word {
		if r >= utf8.RuneSelf && !strings.ContainsRune("åäöéüàèáæøãâ", r) {
			n++
		}
	}
	return n
}

// mojibake counts the characters of a field that UTF-8 read as another encoding
// gives.
func mojibake(field string) int {
	n := 0
	for i, r := range field {
		if r != 'Ã' && r != 'Â' && r != 'â' {
			continue
		}
		next, size := utf8.DecodeRuneInString(field[i+utf8.RuneLen(r):])
		if size > 0 && (next >= 0x80 && next <= 0xBF || strings.ContainsRune("€™œž‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜š›Ÿ", next)) {
			n += 2
		}
	}
	return n
}

// neutral is what letters count that tell nothing: of other scripts, and of
// languages whose Latin letters are others. Those have some of these, not most.
const (
	neutral      = 0.6
	leastForeign = 0.02
	mostForeign  = 0.3
	leastSense   = 0.2
)

// Shares of what a sound text has at most, and how much the score loses for
// each part above.
const (
	maxBroken  = 0.01
	brokenLoss = 6.0
	maxSingles = 0.12
	singleLoss = 1.6
	maxSigns   = 0.35
	signLoss   = 1.2
	maxLower   = 0.35
	lowerLoss  = 1.6
	leastEnds  = 8 // ends of sentences that tell something
)

// report makes the score of the counts.
func (c *counts) report() Report {
	r := Report{Letters: c.letters + c.neutral + c.broken}
	if r.Letters == 0 || c.possible == 0 {
		return Report{}
	}
	sense := c.sense + neutral*float64(c.neutral)
	if c.otherLanguage() {
		sense += c.doubt
	}
	score := sense / float64(max(c.letters+c.neutral, 1))
	score -= over(c.broken, c.possible, maxBroken, brokenLoss)
	score -= over(c.singles, c.words, maxSingles, singleLoss)
	score -= over(c.signs, c.possible, maxSigns, signLoss)
	if c.ends >= leastEnds {
		score -= over(c.lower, c.ends, maxLower, lowerLoss)
	}
	r.Score = min(max(score, 0), 1)
	return r
}

// otherLanguage reports whether the letters are those of a language that has some
// of its own, in words that share some of their sounds with Swedish ones.
func (c *counts) otherLanguage() bool {
	letters := float64(max(c.letters, 1))
	share := float64(c.foreign) / letters
	return share >= leastForeign && share <= mostForeign && c.sense >= leastSense*letters
}

// over is what a share above its limit costs.
func over(part, whole int, limit, loss float64) float64 {
	if whole == 0 {
		return 0
	}
	return max(0, float64(part)/float64(whole)-limit) * loss
}
