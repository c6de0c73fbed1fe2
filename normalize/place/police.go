package place

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed polis.csv
var policeData []byte

// PoliceArea is a local police area (lokalpolisområde, LPO) as far as sources
// were found: the table does not hold all of them, nor all municipalities of
// those it holds.
type PoliceArea struct {
	Region         string   // police region: "Bergslagen"
	Area           string   // police area (polisområde): "Värmland"
	Name           string   // "Karlstad", "Eskilstuna/Strängnäs"
	Aliases        []string // other names in use
	Municipalities []string // SCB codes, in the order of the table
	Districts      []string // city districts that the sources name, for parts of a city
}

// PoliceAreas gives the local police areas in the order of the table. The slice
// is the caller's own.
func PoliceAreas() []PoliceArea { return slices.Clone(police().areas) }

// PoliceAreaByName finds a local police area by its name or an alias, without
// regard to case and to whether "-", "/" or a space joins its parts.
func PoliceAreaByName(name string) (PoliceArea, bool) {
	i, ok := police().byName[foldForm(name)]
	if !ok {
		return PoliceArea{}, false
	}
	return police().areas[i], true
}

// PoliceAreasOf gives the local police areas that cover the municipality with
// the given code or a part of it.
func PoliceAreasOf(code string) []PoliceArea {
	var found []PoliceArea
	for _, a := range police().areas {
		if slices.Contains(a.Municipalities, code) {
			found = append(found, a)
		}
	}
	return found
}

// CityDistrict is a city district (stadsdel) by name, with the code of its
// municipality.
type CityDistrict struct{ Name, Municipality string }

// CityDistricts gives the city districts that the table of police areas names,
// in its order. It is far from all city districts.
func CityDistricts() []CityDistrict { return slices.Clone(police().districts) }

type policeIndex struct {
	areas     []PoliceArea
	byName    map[string]int // names and aliases, a name before an alias
	districts []CityDistrict
}

var police = sync.OnceValue(func() *policeIndex {
	x := &policeIndex{byName: map[string]int{}}
	for _, row := range readTable(policeData) {
		x.add(row)
	}
	for i, area := range x.areas {
		for _, alias := range area.Aliases {
			if _, taken := x.byName[foldForm(alias)]; !taken {
				x.byName[foldForm(alias)] = i
			}
		}
	}
	return x
})

func (x *policeIndex) add(row map[string]string) {
	key := foldForm(row["lpo"])
	i, known := x.byName[key]
	if !known {
		i = len(x.areas)
		x.byName[key] = i
		x.areas = append(x.areas, PoliceArea{Region: row["polisregion"], Area: row["polisomrade"], Name: row["lpo"]})
	}
	area := &x.areas[i]
	area.Municipalities = addNew(area.Municipalities, row["kommunkod"])
	for _, alias := range splitList(row["lpo_alias"]) {
		area.Aliases = addNew(area.Aliases, withoutRemark(alias))
	}
	for _, district := range splitList(row["stadsdelar"]) {
		area.Districts = addNew(area.Districts, district)
		x.districts = append(x.districts, CityDistrict{Name: district, Municipality: row["kommunkod"]})
	}
}

// withoutRemark takes the bracketed remark off an alias: "Täby (until ca 2020)".
func withoutRemark(alias string) string {
	name, _, _ := strings.Cut(alias, " (")
	return strings.TrimSpace(name)
}

func addNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
