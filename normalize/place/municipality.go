package place

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
)

//go:embed kommuner.csv
var municipalityData []byte

//go:embed tvetydiga.csv
var ambiguityData []byte

// Municipality is one of the 290 municipalities (kommuner) of Sweden.
type Municipality struct {
	Code       string   // SCB's code, four digits: "1715"
	Name       string   // short name: "Kil"
	Genitive   string   // "Kils", "Borås"
	KommunForm string   // "Kils kommun"
	Official   string   // what it calls itself: "Kils kommun", "Göteborgs Stad", "Region Gotland"
	Aliases    []string // other full names in use: "Haparanda kommun"
	County     string   // code of its county (län), two digits: "17"
	Slug       string   // lower-case ASCII: "malung-salen"
	Ambiguity  string   // what else the name is, "" for nothing: "common_word:kil(wedge)"
}

// Model is the municipality as it stands in a record, without a span.
func (m Municipality) Model() model.Municipality {
	return model.Municipality{Code: m.Code, Name: m.Name, County: m.County}
}

// All gives the municipalities in the order of their codes. The slice is the
// caller's own.
func All() []Municipality { return slices.Clone(gazetteer().municipalities) }

// ByCode finds a municipality by its four-digit SCB code.
func ByCode(code string) (Municipality, bool) {
	return gazetteer().lookup(gazetteer().byCode, code)
}

// ByName finds a municipality by its short name, whatever its case and spacing:
// "Upplands Väsby", "MALUNG-SÄLEN". It takes no other form; see [ByForm].
func ByName(name string) (Municipality, bool) {
	return gazetteer().lookup(gazetteer().byName, foldForm(name))
}

// BySlug finds a municipality by the ASCII form of its name, as the police's
// web addresses have it: "upplands-vasby". Habo and Håbo share one, which gives
// neither.
func BySlug(slug string) (Municipality, bool) {
	return gazetteer().lookup(gazetteer().bySlug, slug)
}

// index holds the table with its look-ups; the maps hold places in
// municipalities.
type index struct {
	municipalities         []Municipality
	byCode, byName, bySlug map[string]int
	forms                  *node
}

// none marks a key that several municipalities share.
const none = -1

func (x *index) lookup(by map[string]int, key string) (Municipality, bool) {
	i, ok := by[key]
	if !ok || i == none {
		return Municipality{}, false
	}
	return x.municipalities[i], true
}

var gazetteer = sync.OnceValue(func() *index {
	x := &index{
		municipalities: readMunicipalities(),
		byCode:         map[string]int{}, byName: map[string]int{}, bySlug: map[string]int{},
		forms: &node{},
	}
	for i, m := range x.municipalities {
		x.byCode[m.Code] = i
		x.byName[foldForm(m.Name)] = i
		x.forms.addForms(m, i)
		if _, shared := x.bySlug[m.Slug]; shared {
			i = none
		}
		x.bySlug[m.Slug] = i
	}
	return x
})

func readMunicipalities() []Municipality {
	extra := map[string]string{}
	for _, row := range readTable(ambiguityData) {
		extra[row["kommunkod"]] = row["tvetydighet"]
	}
	var all []Municipality
	for _, row := range readTable(municipalityData) {
		m := Municipality{
			Code: row["kommunkod"], Name: row["namn"], Genitive: row["genitiv"],
			KommunForm: row["kommun_form"], Official: row["egen_benamning"],
			Aliases: splitList(row["alias"]), County: row["lanskod"], Slug: row["slug"], Ambiguity: row["tvetydighet"],
		}
		if also := extra[m.Code]; also != "" && m.Ambiguity == "" {
			m.Ambiguity = also
		}
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b Municipality) int { return strings.Compare(a.Code, b.Code) })
	return all
}
