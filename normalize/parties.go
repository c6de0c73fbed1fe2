package normalize

import (
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize/party"
	"github.com/lofte/lofte/normalize/place"
)

// municipality is a municipality of the set and the passage that names it.
type municipality struct {
	place.Municipality
	span *model.Span
}

func (m municipality) model() model.Municipality {
	out := m.Municipality.Model()
	out.Span = m.span
	return out
}

// findMunicipalities takes the municipalities that are named as parties; where
// none is, the one that a title names, else the one that the text names most.
func (s *setReader) findMunicipalities() {
	counts := map[string]int{}
	for _, a := range s.facts.Parties {
		if m, ok := namedMunicipality(a); ok {
			counts[m.Code]++
			s.addMunicipality(m, spanOf(a.Fact))
		}
	}
	titled := s.titled()
	if len(titled) > 1 {
		s.municipalities = titled
		return
	}
	if len(s.municipalities) > 1 && len(titled) == 1 && counts[titled[0].Code] > 0 {
		s.municipalities = slices.DeleteFunc(s.municipalities, func(m municipality) bool {
			return m.Code != titled[0].Code && counts[m.Code] < 2
		})
	}
	if len(s.municipalities) == 0 {
		s.municipalities = titled
	}
	if len(s.municipalities) == 0 {
		s.mostNamed()
	}
}

func (s *setReader) addMunicipality(m place.Municipality, span *model.Span) {
	for _, o := range s.municipalities {
		if o.Code == m.Code {
			return
		}
	}
	s.municipalities = append(s.municipalities, municipality{m, span})
}

// namedMunicipality is the municipality that an actor's words name.
func namedMunicipality(a model.ActorFact) (place.Municipality, bool) {
	if a.Class != model.MunicipalActor {
		return place.Municipality{}, false
	}
	if m, ok := place.ByForm(a.Text); ok {
		return m, true
	}
	if m, ok := place.ByName(a.Text); ok {
		return m, true
	}
	if ms := place.Mentions(a.Text); len(ms) == 1 && strings.Contains(strings.ToLower(a.Text), "kommun") {
		return ms[0].Municipality, true
	}
	return place.Municipality{}, false
}

// titled are the municipalities that the first title with one names.
func (s *setReader) titled() []municipality {
	var out []municipality
	for _, p := range s.facts.Places {
		if p.Rule != "title" || len(out) > 0 {
			continue
		}
		for _, m := range place.Mentions(p.Text) {
			seen := slices.ContainsFunc(out, func(o municipality) bool { return o.Code == m.Municipality.Code })
			if m.Form != place.Unit && !seen {
				out = append(out, municipality{m.Municipality, part(s.doc, p, m.Start, m.End)})
			}
		}
	}
	return out
}

// mostNamed takes the municipality that the text names most often, the first of
// equals; the name of a police unit counts only where nothing else does.
func (s *setReader) mostNamed() {
	for _, units := range []bool{false, true} {
		counts := map[string]int{}
		var best *municipality
		for _, p := range s.facts.Places {
			for _, m := range place.Mentions(p.Text) {
				if (m.Form == place.Unit) != units {
					continue
				}
				counts[m.Municipality.Code]++
				if best == nil || counts[m.Municipality.Code] > counts[best.Code] {
					best = &municipality{m.Municipality, part(s.doc, p, m.Start, m.End)}
				}
			}
		}
		if best != nil {
			s.municipalities = []municipality{*best}
			return
		}
	}
}

// findParties gives the parties their canonical form: one police, named by its
// most exact unit, the municipalities that promise, and others.
func (s *setReader) findParties() {
	seen := map[string]bool{}
	for _, a := range s.facts.Parties {
		for _, p := range s.canonical(a) {
			if key := formKey(p); !seen[key] {
				seen[key] = true
				p.Span = spanOf(a.Fact)
				s.known = append(s.known, p)
			}
		}
	}
	found := party.Merge(s.known)
	if slices.ContainsFunc(found, func(p model.Party) bool { return p.Kind == model.DistrictParty }) {
		found = slices.DeleteFunc(found, func(p model.Party) bool {
			return p.Kind == model.MunicipalityParty && !s.acts(p)
		})
	}
	slices.SortStableFunc(found, func(a, b model.Party) int { return kindOrder(a.Kind) - kindOrder(b.Kind) })
	party.AssignIDs(found)
	s.parties, s.known = found, found
}

func kindOrder(k model.PartyKind) int {
	switch k {
	case model.PoliceParty:
		return 0
	case model.MunicipalityParty:
		return 1
	case model.DistrictParty:
		return 2
	}
	return 3
}

// acts reports whether a party acts in a commitment by its own name.
func (s *setReader) acts(p model.Party) bool {
	for _, c := range s.facts.Commitments {
		for _, a := range c.Actors {
			for _, q := range s.canonical(a) {
				if q.Kind == p.Kind && q.Name == p.Name {
					return true
				}
			}
		}
	}
	return false
}

// formKey tells mentions of parties apart that add nothing to one another.
func formKey(p model.Party) string {
	return strings.Join(append([]string{string(p.Kind), p.Name}, p.AsWritten...), "\x00")
}

// meant is what canonical says of an actor once the parties are known; the same
// few words stand in all commitments of a document.
func (s *setReader) meant(a model.ActorFact) []model.Party {
	key := string(a.Class) + "\x00" + a.Text
	ps, ok := s.actors[key]
	if !ok {
		ps = s.canonical(a)
		s.actors[key] = ps
	}
	return ps
}

// canonical is the party, or the parties, that an actor's words mean.
func (s *setReader) canonical(a model.ActorFact) []model.Party {
	o := party.Options{Known: s.known}
	for _, m := range s.municipalities {
		o.Municipalities = append(o.Municipalities, m.Municipality)
	}
	switch a.Class {
	case model.EveryParty:
		return nil
	case model.EveryMunicipality:
		return s.everyMunicipality()
	case model.MunicipalActor:
		return s.municipal(a, o)
	}
	if p, ok := s.shortNamed(a); ok {
		return []model.Party{p}
	}
	if p, ok := party.Canonical(a.Text, o); ok {
		return []model.Party{p}
	}
	if a.Class == model.DistrictActor {
		return s.district()
	}
	if a.Class == model.PoliceActor {
		p, _ := party.Canonical("Polisen", o)
		return []model.Party{p}
	}
	return []model.Party{party.AsNamed(a.Text)}
}

// shortNamed is the organisation known by a longer name that begins with the
// actor's words: "MKB" for "MKB Fastighets AB".
func (s *setReader) shortNamed(a model.ActorFact) (model.Party, bool) {
	if a.Class != model.NamedActor {
		return model.Party{}, false
	}
	for _, p := range s.known {
		if strings.HasPrefix(strings.ToLower(p.Name)+" ", strings.ToLower(a.Text)+" ") {
			return p, true
		}
	}
	return model.Party{}, false
}

// district is the district administration that the document names, for one that
// is meant without its name.
func (s *setReader) district() []model.Party {
	for _, p := range s.known {
		if p.Kind == model.DistrictParty {
			return []model.Party{p}
		}
	}
	return nil
}

// municipal is the municipality that acts by its own name or through one of its
// departments.
func (s *setReader) municipal(a model.ActorFact, o party.Options) []model.Party {
	if m, ok := namedMunicipality(a); ok {
		p, ok := party.Canonical(m.Official, o)
		if !ok {
			return nil
		}
		if !strings.EqualFold(p.Name, a.Text) && strings.Contains(a.Text, " ") {
			p.AsWritten = []string{a.Text}
		}
		return []model.Party{p}
	}
	if ds := s.district(); len(ds) > 0 {
		return ds
	}
	return s.everyMunicipality()
}

func (s *setReader) everyMunicipality() []model.Party {
	var out []model.Party
	for _, m := range s.municipalities {
		if p, ok := party.Canonical(m.Official, party.Options{}); ok {
			out = append(out, p)
		}
	}
	return out
}

// ids are the ids of the parties that actors mean, each once, in the order of
// the parties.
func (s *setReader) ids(actors []model.ActorFact) []string {
	chosen := map[string]bool{}
	for _, a := range actors {
		if a.Class == model.EveryParty {
			for _, p := range s.parties {
				chosen[p.ID] = true
			}
			continue
		}
		for _, q := range s.meant(a) {
			if id := s.idOf(q); id != "" {
				chosen[id] = true
			}
		}
	}
	var out []string
	for _, p := range s.parties {
		if chosen[p.ID] {
			out = append(out, p.ID)
		}
	}
	return out
}

// idOf is the id of the party of the set that q is: the same name, or the only
// one of its kind for the police.
func (s *setReader) idOf(q model.Party) string {
	for _, p := range s.parties {
		if p.Kind == q.Kind && (p.Name == q.Name || slices.Contains(p.AsWritten, q.Name)) {
			return p.ID
		}
	}
	for _, p := range s.parties {
		if p.Kind == q.Kind && (q.Kind == model.PoliceParty || q.Kind == model.DistrictParty) {
			return p.ID
		}
	}
	if merged := party.Merge(append(slices.Clone(s.parties), q)); len(merged) == len(s.parties) {
		for i, p := range merged {
			if p.Kind == q.Kind && (p.Name == q.Name || slices.Contains(p.AsWritten, q.Name)) {
				return s.parties[i].ID
			}
		}
	}
	return ""
}

// partiesAsWritten are the parties with those of their forms that the document
// holds; canonical names that served to join mentions are none.
func (s *setReader) partiesAsWritten() []model.Party {
	out := slices.Clone(s.parties)
	for i, p := range out {
		out[i].AsWritten = nil
		for _, form := range p.AsWritten {
			if strings.Contains(s.doc.Text, form) {
				out[i].AsWritten = append(out[i].AsWritten, form)
			}
		}
	}
	return out
}
