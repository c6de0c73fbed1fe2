package swedish

import (
	"github.com/lofte/lofte/model"
)

var signatureBlockRule = Rule{
	ID:   signatureBlockID,
	What: "reads a signatory from a line with a name and the line below with a role, or from one line with both",
	Example: `# Kumla – medborgarlöften
• Polisen ska fotpatrullera.
Annika Sköldberg
Kommunstyrelsens ordförande`,
	Counterexample: `# Kumla – medborgarlöften
• Polisen ska fotpatrullera.
Stora Torget
Järnvägsstationen`,
	read: readSignatureBlocks,
}

// maxSignatureLine is how many words a line of a signature may have.
const maxSignatureLine = 12

func readSignatureBlocks(f *facts) {
	for i := 0; i < len(f.blocks); i++ {
		b := f.blocks[i]
		if len(b.toks) == 0 || len(b.toks) > maxSignatureLine || roleOf(b) == furniture && b.toks[0].low != "/" {
			continue
		}
		if ss := f.signatureLine(b, 0); len(ss) > 0 {
			f.signatories = append(f.signatories, ss...)
			f.organisationBelow(ss[len(ss)-1], i+1)
			f.signingDate(b)
			f.read[b] = true
			continue
		}
		i += f.signatureLines(i)
	}
	f.datesBySignatures()
}

// signatureLines reads a name, a role and perhaps an organisation on lines of
// their own, and reports how many lines after the name it took.
func (f *facts) signatureLines(i int) int {
	b := f.blocks[i]
	from, to := personName(b.toks, signatureStart(b.toks))
	if from < 0 || to != len(b.toks) || i+1 >= len(f.blocks) {
		return 0
	}
	next := f.blocks[i+1]
	if len(next.toks) > maxSignatureLine || roleStart(next.toks) < 0 {
		return 0
	}
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureBlockID)
	roleEnd := len(next.toks)
	if comma := commaAt(next.toks); comma > 0 {
		org := f.fact(next, next.toks[comma+1].start, len(next.Text), signatureBlockID)
		s.Organisation, roleEnd = &org, comma
	}
	role := f.fact(next, 0, next.toks[roleEnd-1].end, signatureBlockID)
	s.Role = &role
	f.read[b], f.read[next] = true, true
	f.signatories = append(f.signatories, s)
	return 1 + f.organisationBelow(s, i+2)
}

// organisationBelow takes the line at i as the organisation of a signatory
// where it names nothing else, and reports the lines taken.
func (f *facts) organisationBelow(s *signatory, i int) int {
	if s.Organisation != nil || i >= len(f.blocks) {
		return 0
	}
	b := f.blocks[i]
	if len(b.toks) == 0 || len(b.toks) > maxLineTokens || b.Kind == model.Heading {
		return 0
	}
	m, ok := mentionAt(b.toks, 0)
	if !ok || m.to != len(b.toks) && !policeOf(b.toks, m) {
		return 0
	}
	org := f.fact(b, 0, len(b.Text), signatureBlockID)
	s.Organisation = &org
	f.read[b] = true
	return 1
}

// policeOf reports whether a line names the police of a place or a region: "Polisen
// Halland".
func policeOf(toks []token, m mention) bool {
	return m.class == model.PoliceActor && toks[m.to].capital && nameEnd(toks, m.to) == len(toks)
}

// commaAt is the comma in a line "Kommunchef, Ale kommun", 0 for none.
func commaAt(toks []token) int {
	for i, t := range toks {
		if t.low == "," && i > 0 && i+1 < len(toks) {
			return i
		}
	}
	return 0
}

// signatureLine reads "Lena Åkerblom, chef lokalpolisområde Norrmalm, region
// Stockholm" from token i on, perhaps after a slash, and further signatories
// that stand on the same line.
func (f *facts) signatureLine(b *block, i int) []*signatory {
	start := i + signatureStart(b.toks[i:])
	from, to := personName(b.toks, start)
	if from != start || to == len(b.toks) {
		return nil
	}
	roleAt := to
	if b.toks[to].low == "," {
		roleAt++
	}
	if roleAt == len(b.toks) || roleStart(b.toks[roleAt:]) != 0 {
		return nil
	}
	s := &signatory{at: b}
	s.Name = f.fact(b, b.toks[from].start, b.toks[to-1].end, signatureBlockID)
	end, more := f.nextOnLine(b, roleAt)
	f.roleAndOrganisation(s, b, roleAt, end)
	if start > i+2 && s.Organisation == nil {
		if p, ok := phraseAt(b.toks, i+1); ok && p.to == start-1 {
			org := f.fact(b, b.toks[p.from].start, b.toks[p.to-1].end, signatureBlockID)
			s.Organisation = &org
		}
	}
	return append([]*signatory{s}, more...)
}

// nextOnLine is where the part of a line that begins with a role at i ends: at
// the end, or where another name with a role begins, which it reads.
func (f *facts) nextOnLine(b *block, i int) (end int, more []*signatory) {
	end = len(b.toks)
	for k := i + 1; k < len(b.toks); k++ {
		if !b.toks[k].capital {
			continue
		}
		if more = f.signatureLine(b, k); len(more) > 0 {
			end = k
			break
		}
	}
	for end > i+1 && (b.toks[end-1].kind == mark || b.toks[end-1].low == "och" || b.toks[end-1].low == "samt") {
		end--
	}
	return end, more
}

// roleAndOrganisation reads tokens [from, to): a role, and an organisation
// behind a comma.
func (f *facts) roleAndOrganisation(s *signatory, b *block, from, to int) {
	roleTo := to
	for k := from + 1; k+1 < to; k++ {
		if b.toks[k].low == "," {
			roleTo = k
			org := f.fact(b, b.toks[k+1].start, b.toks[to-1].end, signatureBlockID)
			s.Organisation = &org
			break
		}
	}
	role := f.fact(b, b.toks[from].start, b.toks[roleTo-1].end, signatureBlockID)
	s.Role = &role
}

// signatureStart is the token after the marks, or the "För Alvesta kommun:", at
// the start of a line.
func signatureStart(toks []token) int {
	start := 0
	for start < len(toks) && toks[start].kind == mark {
		start++
	}
	if start < len(toks) && toks[start].low == "för" {
		for i := start; i < len(toks); i++ {
			if toks[i].low == ":" {
				return i + 1
			}
		}
	}
	return start
}
