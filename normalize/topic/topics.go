package topic

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Topics gives the ids of the problem areas that a sentence or a commitment
// names, the most specific first, then in the order of the text. General
// safety counts only where nothing else does.
func Topics(text string) []string { return topics(text, all().supplement.OnlyInHeadings) }

// AreaTopics gives the ids for the label of a problem area. Unlike [Topics] it
// counts areas of process too ("Samverkan").
func AreaTopics(label string) []string { return topics(label, nil) }

// Measures gives the ids of the measures that a text names, in the order of
// the text, at one place the longer match first.
func Measures(text string) []string { return all().measures.ids(all().measures.match(text)) }

// Audience gives the ids of the target groups that a text names, in the order
// of the text: unga, aldre, kvinnor, naringsliv, alla.
func Audience(text string) []string { return all().audience.ids(all().audience.match(text)) }

func topics(text string, without []string) []string {
	v, s := all().topics, all().supplement
	matches := v.specific(v.match(text), s.Umbrellas)
	ids := v.ids(matches)
	ids = slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(without, id) })
	specific := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(s.LastResort, id) })
	if len(specific) > 0 {
		return specific
	}
	return ids
}

// match finds the stems and phrases that count in a text.
func (v *vocabulary) match(text string) []match {
	folded := foldText(text)
	all := v.words.find(folded)
	var kept []match
	for i, m := range all {
		if m.kind == exclude || !hasAny(folded, m.needs) {
			continue
		}
		if v.anyNear(all, i, func(x match) bool { return x.excludes(m) }) {
			continue
		}
		kept = append(kept, m)
	}
	return append(kept, v.findAbbreviations(text)...)
}

// excludes reports whether x is an excluded word that takes m away: a stem that
// it touches, a phrase that lies within it.
func (x match) excludes(m match) bool {
	if x.kind != exclude || x.term != m.term {
		return false
	}
	if m.kind == phrase {
		return x.start <= m.start && m.end <= x.end
	}
	return x.start < m.end && m.start < x.end
}

// anyNear asks the matches that may overlap matches[i], which are in order of
// their start.
func (v *vocabulary) anyNear(matches []match, i int, is func(match) bool) bool {
	m := matches[i]
	for k := i; k >= 0 && matches[k].start > m.start-v.longest; k-- {
		if is(matches[k]) {
			return true
		}
	}
	for k := i + 1; k < len(matches) && matches[k].start < m.end; k++ {
		if is(matches[k]) {
			return true
		}
	}
	return false
}

// findAbbreviations finds words written exactly like an abbreviation. Their
// places are counted in the text as given, which is near enough for the order.
func (v *vocabulary) findAbbreviations(text string) []match {
	if len(v.abbreviations) == 0 {
		return nil
	}
	var found []match
	start := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		start += strings.Index(text[start:], word)
		if term, ok := v.abbreviations[word]; ok {
			found = append(found, match{entry: entry{term: term, kind: phrase}, start: start, end: start + len(word)})
		}
		start += len(word)
	}
	return found
}

// specific drops the matches of a wider term that lie within those of a
// narrower one. An umbrella stays.
func (v *vocabulary) specific(matches []match, umbrellas []string) []match {
	var kept []match
	for i, m := range matches {
		if !slices.Contains(umbrellas, v.terms[m.term].ID) && v.anyNear(matches, i, func(n match) bool {
			return v.above(m.term, n.term) && n.start <= m.start && m.end <= n.end
		}) {
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// ids gives the ids of the terms matched, each once: narrower terms first,
// then by place, then the longer match.
func (v *vocabulary) ids(matches []match) []string {
	sorted := slices.Clone(matches)
	slices.SortStableFunc(sorted, func(a, b match) int {
		if d := v.depth(b.term) - v.depth(a.term); d != 0 {
			return d
		}
		if a.start != b.start {
			return a.start - b.start
		}
		if a.end != b.end {
			return b.end - a.end
		}
		return a.term - b.term
	})
	var ids []string
	for _, m := range sorted {
		if id := v.terms[m.term].ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// foldText gives the lower-case, composed (NFC) form with single spaces.
func foldText(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(text))), " ")
}
