package party

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
)

//go:embed parter.csv
var vocabularyData string

// entry is a line of the vocabulary. generic says that the phrase only names
// the kind; match is how a mention must hold it.
type entry struct {
	kind    model.PartyKind
	match   string // whole | start | end
	phrase  string
	generic bool
}

type vocabulary struct {
	whole map[string]entry // by swapped phrase
	parts []entry          // start and end, in the order of the file
}

var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{whole: map[string]entry{}}
	for line := range strings.Lines(vocabularyData) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, ";")
		if len(f) != 4 {
			continue
		}
		e := entry{kind: model.PartyKind(f[0]), match: f[1], generic: f[2] == "kind", phrase: f[3]}
		if e.match == "whole" {
			v.whole[swapped(e.phrase)] = e
			continue
		}
		v.parts = append(v.parts, e)
	}
	return v
})

// find gives the vocabulary's entry of a kind for a mention.
func (v *vocabulary) find(m mention, kind model.PartyKind) (entry, bool) {
	if e, ok := v.whole[swapped(m.fold)]; ok {
		return e, e.kind == kind
	}
	if owner, ok := strings.CutSuffix(m.fold, "s"); ok {
		if e, ok := v.whole[swapped(owner)]; ok && e.generic && e.kind == kind {
			return e, true // "stadsdelsförvaltningens" before what it owns
		}
	}
	for _, e := range v.parts {
		if e.kind != kind {
			continue
		}
		if e.match == "start" && strings.HasPrefix(m.fold, e.phrase) || e.match == "end" && strings.HasSuffix(m.fold, e.phrase) {
			return e, true
		}
	}
	return entry{}, false
}

// genericKind is the kind of a mention that names no party of its own.
func genericKind(m mention) (model.PartyKind, bool) {
	for _, kind := range []model.PartyKind{
		model.PoliceParty, model.DistrictParty, model.RegionParty, model.MunicipalityParty,
		model.CompanyParty, model.AssociationParty, model.OtherParty,
	} {
		if _, ok := words().find(m, kind); ok {
			return kind, true
		}
	}
	return "", false
}
