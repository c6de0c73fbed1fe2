package amount

import (
	"strings"

	"github.com/lofte/lofte/normalize/text"
)

// noun is the noun phrase behind a number: the tokens [i, j), its last word
// the noun.
type noun struct {
	i, j int
	head string
}

// adjectives may stand before a noun, this many.
const adjectives = 4

// noun reads the noun phrase at i: "riktade insatser", "st. insatser",
// "elektronisk hastighetstavla".
func (s *scanner) noun(i int, plural bool) noun {
	k := s.pieces(i)
	k = s.skip(k, "\"")
	n := noun{i: k, j: k}
	for ; k < len(s.ts) && k < n.i+adjectives; k++ {
		w := s.word(k)
		if s.ts[k].Kind != text.Word || in(function, w) || s.taken[k] {
			break
		}
		n.j, n.head = k+1, w
		if s.hyphened(k) {
			n.j, n.head = k+3, s.word(k+2)
			break
		}
		if !adjective(w, plural) || event(w) {
			break
		}
	}
	if n.head == "" && k > i && in(piece, s.word(i)) {
		return noun{i: i, j: s.pieces(i), head: s.word(i)}
	}
	if j := s.coordinated(n.j); j > n.j {
		n.j, n.head = j, s.word(j-1)
	}
	return n
}

// hyphened reports whether the word at k begins a compound with a hyphen:
// "SSPF-möten".
func (s *scanner) hyphened(k int) bool {
	return s.is(k+1, "-") && s.glued(k+1) && s.glued(k+2) && s.ts[k+2].Kind == text.Word && !s.anyTaken(k+1, k+3)
}

// pieces skips "st." and "stycken".
func (s *scanner) pieces(i int) int {
	if !in(piece, s.word(i)) {
		return i
	}
	if s.is(i+1, ".") && s.glued(i+1) && i+2 < len(s.ts) && !s.ts[i+2].Upper {
		return i + 2
	}
	return i + 1
}

// coordinated gives the index after the rest of a phrase like "gymnasie- och
// högstadieskolor" whose first half ends at j.
func (s *scanner) coordinated(j int) int {
	if s.is(j, "-", "/") && s.glued(j) && s.is(j+1, "och", "eller", "samt") && s.free(j+2) && s.ts[j+2].Kind == text.Word {
		return j + 3
	}
	if s.is(j, "-") && s.glued(j) && s.is(j+1, "/") && s.free(j+2) && s.ts[j+2].Kind == text.Word {
		return j + 3
	}
	return j
}

// phrase is the noun phrase as written, without quotes.
func (s *scanner) phrase(n noun) string {
	if n.j <= n.i {
		return ""
	}
	return strings.Join(strings.Fields(s.src[s.ts[n.i].Start:s.ts[n.j-1].End]), " ")
}
