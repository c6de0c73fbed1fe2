package amount

import "github.com/lofte/lofte/normalize/text"

// sense is what a whole sentence says about its figures.
type sense struct {
	modal    bool // it binds somebody
	surveyed bool // it tells what people answered
	reports  bool // it tells what was done rather than what will be
	soft     bool // it only aims at its figures
	average  bool // it means them on average
}

func (s *scanner) readSense() sense {
	var out sense
	reported := false
	for k := s.a; k < s.b; k++ {
		w := s.word(k)
		c := classes()[w]
		out.modal = out.modal || c&modal != 0
		out.surveyed = out.surveyed || c&survey != 0
		out.soft = out.soft || s.aims(k)
		out.average = out.average || s.is(k, "i") && s.is(k+1, "snitt", "genomsnitt", "medel", "medeltal") || w == "genomsnittligt"
		reported = reported || s.past(k) && !s.subordinate(k)
	}
	out.reports = reported && !out.modal && !s.infinitive()
	return out
}

// aims reports whether the word at k makes its sentence an aim.
func (s *scanner) aims(k int) bool {
	w := s.word(k)
	return hasPrefix(w, "målsättning", "sträva", "ambition", "eftersträva") || w == "bör" || s.is(k, "sikta", "siktar", "sikte", "siktet") ||
		(w == "målet" || w == "mål") && (s.is(k+1, "är", "att") || s.is(k-1, "som"))
}

// soften makes the figures before an aim of their own sentence ("Det är en
// målsättning") soft; now are the figures of the sentence that is read.
func (s *scanner) soften(now, before []figure) {
	if len(now) > 0 || len(before) == 0 || !s.soft || !s.is(s.a, "det", "detta", "denna") || !s.is(s.a+1, "är") {
		return
	}
	before[len(before)-1].soft = true
}

// past reports whether the word at k tells of something done: a preterite in
// the passive or before a number, or "har" with a supine.
func (s *scanner) past(k int) bool {
	w := s.word(k)
	if in(report, w) || hasSuffix(w, "fördes", "ordnades", "ollerades", "kades", "tades", "rades", "sattes", "nades") {
		return true
	}
	if _, number := text.NumeralAt(s.ts, k+1); number && hasSuffix(w, "ade") {
		return true
	}
	return (w == "har" || w == "hade") && s.supine(k+1)
}

// infinitive reports whether the sentence begins with an infinitive, as the
// items under "lovar att:" do.
func (s *scanner) infinitive() bool {
	w := s.word(s.a)
	return len(w) > 2 && hasSuffix(w, "a") && !in(anyAdjective|definite, w) && w != "många" && w != "några"
}

// clauseReach is how many tokens before a verb the word may stand that makes
// its clause a subordinate one.
const clauseReach = 8

// subordinate reports whether the verb at k stands in a subordinate clause:
// "platser som invånarna har pekat ut", "när någon har ertappats".
func (s *scanner) subordinate(k int) bool {
	for j := k - 1; j >= s.a && j >= k-clauseReach && !s.is(j, ",", ";", ":"); j-- {
		if s.is(j, "som", "där", "när", "om", "efter", "innan", "vad", "vilka", "vilken", "vilket", "sedan", "att", "dit", "hur", "då", "dem", "vars", "tills", "medan", "snart", "fort") {
			return true
		}
	}
	return false
}

// supineReach is how many words may stand between "har" and its supine.
const supineReach = 4

func (s *scanner) supine(k int) bool {
	for j := k; j < s.b && j < k+supineReach; j++ {
		if supineForm(s.word(j)) {
			return true
		}
	}
	return false
}

func supineForm(w string) bool {
	return len(w) > len("ett") && hasSuffix(w, "at", "ats", "it", "its", "tts", "ått", "rt", "rts", "gett", "skett", "ökt", "ökts")
}
