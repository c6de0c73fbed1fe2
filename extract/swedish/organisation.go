package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// organisationEndings end the one-word names of municipal companies, rescue
// services and the like.
var organisationEndings = []string{
	"bostäder", "bostads", "fastigheter", "hem", "byggen", "trafiken", "trafik", "verken", "räddningstjänst",
	"räddningstjänstförbund", "förbund", "lokaler",
}

// maxOrganisationTokens is how long the name of an organisation may be.
const maxOrganisationTokens = 4

// organisationAt reads the name of a company, a region or an association that
// shows by its words what it is: "AB Alebyggen", "Region Kronoberg", "Tekniska
// verken (TVAB)", "Angereds stadsdelsförvaltning".
func organisationAt(toks []token, i int) (mention, bool) {
	if !toks[i].capital {
		return mention{}, false
	}
	low := toks[i].low
	if low == "region" && i+1 < len(toks) && toks[i+1].capital {
		return mention{i, nameEnd(toks, i+1), model.RegionActor, false}, true
	}
	if low == "ab" && i+1 < len(toks) && toks[i+1].capital {
		return mention{i, nameEnd(toks, i+1), model.NamedActor, false}, true
	}
	if describing[low] {
		return mention{}, false
	}
	found, ok := mention{}, false
	for k := i; k < len(toks) && k < i+maxOrganisationTokens && toks[k].kind == word; k++ {
		if class, last := organisationWord(toks, i, k); last {
			found, ok = mention{i, bracketedShort(toks, k+1), class, false}, true
		}
		if !toks[k].capital {
			break
		}
	}
	return found, ok
}

// describing are words that say what dwellings and houses are to be like, and so
// begin no company's name: "Trygga bostäder".
var describing = map[string]bool{
	"trygga": true, "otrygga": true, "tryggare": true, "säkra": true, "säkrare": true, "goda": true, "bra": true, "bättre": true,
	"nya": true, "fler": true, "attraktiva": true, "hållbara": true, "trivsamma": true, "tomma": true, "rena": true, "våra": true,
	"alla": true, "hela": true, "upplysta": true, "billiga": true,
}

// organisationWord reports whether the word at k closes the name that began at i.
func organisationWord(toks []token, i, k int) (model.ActorClass, bool) {
	low := toks[k].low
	switch {
	case k > i && (strings.HasPrefix(low, "stadsdelsförvaltning") || strings.HasPrefix(low, "stadsdelsnämnd")):
		return model.DistrictActor, true
	case k > i && low == "ab":
		return model.NamedActor, true
	case k > i && (low == "verken" || low == "verk" || low == "bostäder" || low == "fastigheter" || low == "räddningstjänst" ||
		low == "räddningstjänstförbund" || low == "kommunalförbund" || low == "bostads" || low == "energi" || low == "lokaltrafik" || low == "länstrafik"):
		return model.NamedActor, true
	case k == i && compoundName(low):
		return model.NamedActor, true
	}
	return "", false
}

// compoundName reports whether one capitalised word is the name of a company by
// its last part: "Kirunabostäder", "Västtrafik", "Göteborgslokaler".
func compoundName(low string) bool {
	for _, end := range organisationEndings {
		if len(low) >= len(end)+4 && strings.HasSuffix(low, end) {
			return !commonCompounds[low]
		}
	}
	return false
}

// commonCompounds are ordinary words with such an ending.
var commonCompounds = map[string]bool{
	"biltrafik": true, "cykeltrafik": true, "kollektivtrafik": true, "kollektivtrafiken": true, "genomfartstrafik": true,
	"genomfartstrafiken": true, "mopedtrafik": true, "mopedtrafiken": true, "biltrafiken": true, "cykeltrafiken": true,
	"tungtrafik": true, "trygghetsboenden": true, "möteslokaler": true, "klubblokaler": true, "föreningslokaler": true,
	"skollokaler": true, "skoltrafik": true, "busstrafik": true, "busstrafiken": true, "spårtrafiken": true, "skotertrafik": true,
	"skotertrafiken": true, "småhem": true, "äldrehem": true, "ungdomshem": true, "flerfamiljsfastigheter": true,
	"flerbostadsfastigheter": true, "samfund": true, "hyresbostäder": true, "studentbostäder": true, "motortrafik": true, "motortrafiken": true,
	"sommartrafik": true, "sommartrafiken": true, "vintertrafik": true, "vintertrafiken": true, "nattrafik": true, "nattrafiken": true,
	"innerstadstrafik": true, "fritidsfastigheter": true, "skolfastigheter": true, "idrottsförbund": true, "lastbilstrafik": true,
	"lastbilstrafiken": true, "gymnasietrafik": true, "närtrafik": true, "fordonstrafik": true, "fordonstrafiken": true,
}

// bracketedShort takes the short name in brackets into the mention: "(TVAB)".
func bracketedShort(toks []token, i int) int {
	if i+2 < len(toks) && toks[i].low == "(" && toks[i+1].capital && toks[i+2].low == ")" {
		return i + 3
	}
	return i
}
