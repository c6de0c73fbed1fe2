package place

import "strings"

// joinChains finds enumerations of municipalities ("Stenungsund, Tjörn och
// Orust kommuner"). The word kommuner at an end makes all of its names
// official; one proven name proves those beside it.
func (s *scan) joinChains() {
	for i := 0; i < len(s.hits); {
		k := i + 1
		for k < len(s.hits) && s.enumerated(&s.hits[k-1], &s.hits[k]) {
			k++
		}
		if k-i > 1 {
			s.proveChain(s.hits[i:k])
		}
		i = k
	}
}

// enumerated reports whether only a comma, "och" or "samt" stands between.
func (s *scan) enumerated(a, b *hit) bool {
	switch b.from - a.to {
	case 0:
		gap := strings.TrimSpace(s.gap(b.from))
		return gap == "," || gap == "/" || gap == "&"
	case 1:
		between := s.words[a.to].fold
		before, after := strings.TrimSpace(s.gap(a.to)), strings.TrimSpace(s.gap(b.from))
		return (between == "och" || between == "samt") && (before == "" || before == ",") && after == ""
	}
	return false
}

func (s *scan) proveChain(chain []hit) {
	last := chain[len(chain)-1]
	switch {
	case s.plural(last.to) || s.pluralBefore(chain[0].from):
		for i := range chain {
			chain[i].form = Official
		}
		return
	case last.form == Official:
		for i := range chain {
			if chain[i].form == Genitive {
				chain[i].form = Official
			}
		}
	}
	proven := false
	for i := range chain {
		proven = proven || s.proven(&chain[i])
	}
	for i := range chain {
		chain[i].chained = proven && !s.person(&chain[i])
	}
}

// plural reports whether word i is "kommuner" or "kommunerna" beside a name.
func (s *scan) plural(i int) bool {
	return i < len(s.words) && isPlural(s.words[i].fold) && onOneLine(s.gap(i))
}

// pluralBefore reports whether "kommunerna" or "kommunerna i" stands before
// word i.
func (s *scan) pluralBefore(i int) bool {
	if i > 1 && s.words[i-1].fold == "i" && onOneLine(s.gap(i)) {
		i--
	}
	if i == 0 || !isPlural(s.words[i-1].fold) {
		return false
	}
	gap := strings.TrimSpace(s.gap(i))
	return gap == "" || gap == ":"
}

func isPlural(w string) bool {
	return w == "kommuner" || w == "kommunerna" || w == "kommuners" || w == "kommunernas"
}
