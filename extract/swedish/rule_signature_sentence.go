package swedish

var signatureSentenceRule = Rule{
	ID:   signatureSentenceID,
	What: "reads signatories and the date from a sentence about the signing",
	Example: `# Umeå – medborgarlöften
• Polisen ska fotpatrullera.
Den 27 februari 2023 undertecknades löftena av kommunstyrelsens ordförande Marianne Sandelin.`,
	Counterexample: `# Umeå – medborgarlöften
• Polisen ska fotpatrullera.
– Det känns bra, säger kommunpolis Mats Berg.`,
	read: readSignatureSentences,
}

func readSignatureSentences(f *facts) {
	f.eachSentence(func(b *block, i int, s sentence) {
		role := roleOf(b)
		if role == furniture || role == outcome || b.flags[i].has(aboutSpeech) || !b.flags[i].has(aboutSigning) && !signedAbove(b, i) {
			return
		}
		if !b.flags[i].has(namesLofte) && signedElse(b, s) {
			return
		}
		f.peopleIn(b, s)
		if i > 0 && signedAbove(b, i) {
			f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.sentenceFact(b, b.sents[i-1], signatureSentenceID)})
		}
		if day := f.today(b, s); day != nil {
			f.signedOn = append(f.signedOn, day)
		}
		if hasDay(b.toks[s.from:s.to]) {
			f.signedOn = append(f.signedOn, &passage{at: b, Fact: f.sentenceFact(b, s, signatureSentenceID)})
			f.explained += s.end - s.start
		}
	})
}

// datelineReach is how many of the first blocks may date a news text.
const datelineReach = 6

// today is the date of a news text in which a sentence tells of a signing "i dag".
func (f *facts) today(b *block, s sentence) *passage {
	for i := s.from; i < s.to; i++ {
		if b.toks[i].low != "idag" && !(b.toks[i].low == "dag" && i > s.from && b.toks[i-1].low == "i") {
			continue
		}
		for _, line := range f.blocks[:min(datelineReach, len(f.blocks))] {
			if line != b && len(line.toks) <= maxLineTokens && exactDate(line.toks) {
				return &passage{at: line, Fact: f.fact(line, 0, len(line.Text), signatureSentenceID)}
			}
		}
	}
	return nil
}

// signedAbove reports whether the sentence before is nothing but a place and a
// date, as above names that sign.
func signedAbove(b *block, i int) bool {
	if i == 0 {
		return false
	}
	s := b.sents[i-1]
	return s.to-s.from <= maxLineTokens && exactDate(b.toks[s.from:s.to]) && !b.flags[i-1].has(finiteVerbs)
}

// signedElse reports whether what is signed is another document.
func signedElse(b *block, s sentence) bool {
	for k := s.from; k < s.to; k++ {
		if b.cueAt(k).has(aboutAgreement) {
			return true
		}
	}
	return false
}

// peopleIn reads "role Name", "Name, role" and "Name, chef för …" in a sentence.
func (f *facts) peopleIn(b *block, s sentence) {
	for i := s.from; i < s.to; i++ {
		if class, end := roleLexicon().match(b.toks[:s.to], i); class != "" {
			nameAt := f.roleEnd(b, end, s.to)
			if from, to := personName(b.toks[:s.to], nameAt); from >= 0 {
				f.addPerson(b, from, to, i, nameAt)
				i = to - 1
				continue
			}
			i = end - 1
			continue
		}
		from, to := personName(b.toks[:s.to], i)
		if from < 0 {
			continue
		}
		if end := bracketedRole(b.toks[:s.to], to); end > to {
			f.addPerson(b, from, to, to+1, end-1)
			i = end - 1
			continue
		}
		if to+1 < s.to && b.toks[to].low == "," && roleStart(b.toks[to+1:s.to]) == 0 {
			f.addPerson(b, from, to, to+1, titleEnd(b.toks[:s.to], to+1))
			i = titleEnd(b.toks[:s.to], to+1) - 1
			continue
		}
		i = to - 1
	}
}

// bracketedRole is the token after a title in brackets at i, else i: "Henrik
// Thelander (kommunstyrelsens ordförande)".
func bracketedRole(toks []token, i int) int {
	if i >= len(toks) || toks[i].low != "(" {
		return i
	}
	if class, _ := roleLexicon().match(toks, i+1); class == "" {
		return i
	}
	return skipAside(toks, i)
}

// roleEnd is the token after a role and the unit it names: "lokalpolisområdeschef
// i Västra Mälardalen", as far as a person's name may follow.
func (f *facts) roleEnd(b *block, end, to int) int {
	if end < to && b.toks[end].low == "(" {
		return skipAside(b.toks[:to], end)
	}
	return end
}

// titleEnd is where a title after a name ends: at a comma, an "och" or a verb.
func titleEnd(toks []token, i int) int {
	for i < len(toks) {
		t := toks[i]
		if t.kind == mark && t.low != "/" || t.low == "och" || t.low == "samt" || finite(t.low) || t.low == "skrev" {
			break
		}
		i++
	}
	return i
}

func (f *facts) addPerson(b *block, from, to, roleFrom, roleTo int) {
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureSentenceID)
	role := f.fact(b, b.toks[roleFrom].start, b.toks[roleTo-1].end, signatureSentenceID)
	s.Role = &role
	f.signatories = append(f.signatories, s)
}
