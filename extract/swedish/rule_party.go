package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

var partyRule = Rule{
	ID:   partyID,
	What: "names the parties: those who act in commitments, lead-ins and headings, and those whom the text makes parties together",
	Example: `# Kil – medborgarlöften
LPO Karlstad gör detta tillsammans med Kils kommun.
• Polisen ska fotpatrullera.`,
	Counterexample: `# Kil – medborgarlöften
• Polisen ska fotpatrullera.
Annika Berg, chef för lokalpolisområde Karlstad`,
	read: readParties,
}

func readParties(f *facts) {
	for _, b := range f.blocks {
		role := roleOf(b)
		if role == furniture || role == citizens || role == outcome || role == signatures || quotation(b) {
			continue
		}
		f.partiesIn(b)
	}
	f.legendParties()
	full := f.fullNames()
	for _, c := range f.commitments {
		for _, a := range c.Actors {
			if name, ok := full[fold(a.Text)]; ok && a.Class == model.NamedActor {
				f.actingParties(c.at, []model.ActorFact{name})
			}
		}
		f.actingParties(c.at, c.Actors)
	}
}

// fullNames are the companies that the document names with their "AB", by the name
// without it: a column or a suffix has only "Eidar" for "AB Eidar".
func (f *facts) fullNames() map[string]model.ActorFact {
	names := map[string]model.ActorFact{}
	for _, b := range f.blocks {
		for i := 0; i < len(b.toks); i++ {
			m, ok := organisationAt(b.toks, i)
			if !ok || m.class != model.NamedActor {
				continue
			}
			from, to := m.from, m.to
			if b.toks[from].low == "ab" {
				from++
			} else if b.toks[to-1].low == "ab" {
				to--
			}
			if key := fold(b.text(from, to)); to-from < m.to-m.from && names[key].Text == "" {
				names[key] = f.actorFacts(b, []mention{m}, partyID)[0]
			}
			i = m.to - 1
		}
	}
	return names
}

// actingParties makes those who act in a commitment parties.
func (f *facts) actingParties(at *block, actors []model.ActorFact) {
	for _, a := range actors {
		f.parties = append(f.parties, &party{at: at, ActorFact: a})
	}
}

// partiesIn makes parties of the actors that a block joins ("Polisen och Kils
// kommun"), and of those that a title or a lead-in names.
func (f *facts) partiesIn(b *block) {
	head := b != f.title && b.opens != nil && !b.opens.role.closed() && b.opens.area.to == 0
	companions := companionsAt(b)
	for i := 0; i < len(b.toks); i++ {
		p, ok := phraseAt(b.toks, i)
		if !ok {
			continue
		}
		all := withUnits(b.toks, append(append([]mention{}, p.actors...), p.with...))
		if joinedParties(all) || companions[i] || head || f.namesUnit(b, all) || promisesAfter(b, p) {
			f.actingParties(b, f.actorFacts(b, f.known(b, all), partyID))
		}
		i = max(i, p.to-1)
	}
}

// withUnits gives the police as the unit that stands in brackets behind them:
// "polisen (lokalpolisområde Halmstad)".
func withUnits(toks []token, ms []mention) []mention {
	for i, m := range ms {
		if m.class != model.PoliceActor || m.to+1 >= len(toks) || toks[m.to].low != "(" || policeUnits[toks[m.from].low] {
			continue
		}
		if unit, ok := policeUnitAt(toks, m.to+1); ok && unit.to < len(toks) && toks[unit.to].low == ")" {
			ms[i] = unit
		}
	}
	return ms
}

// companionsAt are the tokens of a paragraph at which those begin with whom the
// police named before do something: "LPO Täby har tillsammans med Täby kommun …".
func companionsAt(b *block) map[int]bool {
	if b.Kind != model.Paragraph || b.in.lead {
		return nil
	}
	var at map[int]bool
	police := false
	for k := range b.toks {
		if m, ok := mentionAt(b.toks, k); ok && m.class == model.PoliceActor {
			police = true
		}
		if n := withPhrase(b.toks, k); police && n > k {
			if at == nil {
				at = map[int]bool{}
			}
			at[n] = true
		}
	}
	return at
}

// known leaves out of a list of actors those that are parties only where they
// act. A company or an association counts where it stands by name in one list
// with the police and the municipality.
func (f *facts) known(b *block, ms []mention) []mention {
	var out []mention
	joined := joinedParties(ms)
	for _, m := range ms {
		switch m.class {
		case model.PoliceActor, model.MunicipalActor, model.DistrictActor:
			out = append(out, m)
		case model.NamedActor, model.RegionActor:
			if joined && b.toks[m.from].capital && m.from > 0 {
				out = append(out, m)
			}
		}
	}
	return out
}

// joinedParties reports whether a list joins police and a municipality or a
// district.
func joinedParties(ms []mention) bool {
	police, other := false, false
	for _, m := range ms {
		switch m.class {
		case model.PoliceActor:
			police = true
		case model.MunicipalActor, model.DistrictActor, model.EveryMunicipality, model.RegionActor:
			other = true
		}
	}
	return police && other
}

// namesUnit reports whether one of the actors is a police unit that the text
// makes a party.
func (f *facts) namesUnit(b *block, ms []mention) bool {
	for _, m := range ms {
		if f.soleUnit(b, m.from) {
			return true
		}
	}
	return false
}

// soleUnit reports whether the police unit named at token i is a party: it does
// not only say where somebody works or who reports to whom.
func (f *facts) soleUnit(b *block, i int) bool {
	unit, ok := policeUnitAt(b.toks, i)
	if !ok || unit.to < i+2 || !strings.HasPrefix(b.toks[i].low, "l") && !strings.Contains(b.text(unit.from, unit.to), "lokalpolis") {
		return false
	}
	if i == 0 {
		return len(b.toks) > unit.to+1 || b.Kind == model.Heading || f.letterhead(b)
	}
	switch b.toks[i-1].low {
	case "chef", "chefen", "för", "inom", "från", "till", ",", "hos", "/":
		return false
	case "på":
		return i > 1 && b.toks[i-2].low == "vi" // "vi på LPO Lycksele"
	case "i":
		return i > 1 && b.toks[i-2].low == "vi" || i == 2 && actorLexicon().classAt(b.toks, 0) == string(model.PoliceActor)
	}
	return true
}

// letterhead reports whether a line stands above or right below the title, as
// the name of the author does.
func (f *facts) letterhead(b *block) bool { return f.title != nil && b.index <= f.title.index+1 }

// promisesAfter reports whether the actors are the subject of a verb that
// promises.
func promisesAfter(b *block, p actorPhrase) bool {
	return p.to < len(b.toks) && vows[b.toks[p.to].low]
}
