package date

import (
	"strconv"
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// reader looks at the tokens of a text.
type reader struct {
	src string
	ts  []text.Token
	c   Context
}

func newReader(s string, c Context) *reader { return &reader{src: s, ts: text.Tokens(s), c: c} }

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.ts) {
		return ""
	}
	return r.ts[i].Text
}

func (r *reader) is(i int, words ...string) bool {
	return i >= 0 && i < len(r.ts) && r.ts[i].Is(words...)
}

// starts reports whether word i begins with one of the stems.
func (r *reader) starts(i int, stems ...string) bool {
	for _, s := range stems {
		if strings.HasPrefix(r.word(i), s) {
			return true
		}
	}
	return false
}

// seq reports whether the words of phrase stand from token i on.
func (r *reader) seq(i int, phrase string) bool {
	for w := range strings.FieldsSeq(phrase) {
		if r.word(i) != w {
			return false
		}
		i++
	}
	return true
}

// glued reports whether token i follows the one before it without a space.
func (r *reader) glued(i int) bool { return i > 0 && i < len(r.ts) && !r.ts[i].Space }

// number is the value of a run of lo to hi digits at i, -1 if there is none.
func (r *reader) number(i, lo, hi int) int {
	if i < 0 || i >= len(r.ts) || r.ts[i].Kind != text.Digits || len(r.ts[i].Text) < lo || len(r.ts[i].Text) > hi {
		return -1
	}
	n, err := strconv.Atoi(r.ts[i].Text)
	if err != nil {
		return -1
	}
	return n
}

// year is the four-digit year at i, 0 if there is none.
func (r *reader) year(i int) int {
	if y := r.number(i, 4, 4); isYear(y) {
		return y
	}
	return 0
}

// dotted reports whether the letters stand from i on as an abbreviation, with
// or without full stops, and gives the index after it: "t.o.m.", "t o m".
func (r *reader) dotted(i int, letters ...string) (int, bool) {
	for _, l := range letters {
		if r.word(i) != l {
			return 0, false
		}
		i++
		if r.is(i, ".") && r.glued(i) {
			i++
		}
	}
	return i, true
}

// skip gives the index after token i if it is one of the words, else i.
func (r *reader) skip(i int, words ...string) int {
	if r.is(i, words...) {
		return i + 1
	}
	return i
}

// text gives the source of the tokens [i, j) with its place.
func (r *reader) text(i, j int) (s string, start, end int) {
	start, end = r.ts[i].Start, r.ts[j-1].End
	return r.src[start:end], start, end
}
