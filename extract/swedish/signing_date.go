package swedish

import (
	"strings"
)

// signingDate notes the date in a line of a signature.
func (f *facts) signingDate(b *block) {
	if b.all().has(dated) {
		f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.fact(b, 0, len(b.Text), signatureBlockID)})
	}
}

// datesBySignatures reads the short dated lines beside the signatures: "Arboga
// 2022-01-27", "Vara den 31 januari 2019", "2021-12-06".
func (f *facts) datesBySignatures() {
	if len(f.signatories) == 0 {
		return
	}
	first, last := f.signatories[0].at.index, f.signatories[len(f.signatories)-1].at.index
	for i := max(0, first-signatureReach); i < len(f.blocks) && i <= last+signatureReach; i++ {
		b := f.blocks[i]
		if b.Cell != nil && !f.read[b] || len(b.toks) == 0 || len(b.toks) > maxLineTokens || !dateLine(b) {
			continue
		}
		f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.fact(b, 0, len(b.Text), signatureBlockID)})
		f.read[b] = true
	}
}

// signatureReach is within how many lines of a signature its date stands.
const signatureReach = 6

// dateLine reports whether a line is a place and a date, or a date alone.
func dateLine(b *block) bool {
	if !datedSentence(b, whole(b)) || b.all().has(namesLofte|aboutValidity) {
		return false
	}
	for _, t := range b.toks {
		if t.low == "dnr" || t.low == "sida" || t.low == "diarienummer" || strings.HasPrefix(t.low, "uppdatera") || strings.HasPrefix(t.low, "publicera") {
			return false
		}
	}
	return exactDate(b.toks)
}

// exactDate reports whether tokens hold a day: an ISO date, or a day's number
// with a month and a year.
func exactDate(toks []token) bool {
	for i, t := range toks {
		if t.kind == number && len(t.low) >= 8 && year(t.low[:4]) {
			return true
		}
		if t.kind == number && len(t.low) <= 3 && i+2 < len(toks) && months[toks[i+1].low] && hasYear(toks[i+2]) {
			return true
		}
		if t.kind == number && strings.Contains(t.low, "/") && (i+1 < len(toks) && hasYear(toks[i+1]) || strings.Contains(t.low, "-")) {
			return true
		}
	}
	return false
}

var months = map[string]bool{
	"januari": true, "februari": true, "mars": true, "april": true, "maj": true, "juni": true, "juli": true, "augusti": true,
	"september": true, "oktober": true, "november": true, "december": true,
}

// hasDay reports whether tokens name a day, with or without its year.
func hasDay(toks []token) bool {
	if exactDate(toks) {
		return true
	}
	for i := 0; i+1 < len(toks); i++ {
		if toks[i].kind == number && len(toks[i].low) <= 3 && months[toks[i+1].low] {
			return true
		}
	}
	return false
}
