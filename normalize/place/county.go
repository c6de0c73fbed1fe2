package place

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed lan.csv
var countyData []byte

// County is one of the 21 counties (län) of Sweden.
type County struct {
	Code         string // SCB's code, two digits: "17"
	Name         string // "Värmlands län"
	English      string // "Värmland County"
	ISO          string // ISO 3166-2: "SE-S"
	NUTS         string // NUTS 3: "SE311"
	Region       string // the region that governs health care there: "Region Värmland"
	PoliceRegion string // "Bergslagen"
}

// Counties gives the counties in the order of their codes. The slice is the
// caller's own.
func Counties() []County { return slices.Clone(counties()) }

// CountyByCode finds a county by its two-digit SCB code.
func CountyByCode(code string) (County, bool) {
	for _, c := range counties() {
		if c.Code == code {
			return c, true
		}
	}
	return County{}, false
}

var counties = sync.OnceValue(func() []County {
	var all []County
	for _, row := range readTable(countyData) {
		all = append(all, County{
			Code: row["lanskod"], Name: row["lan"], English: row["lan_en"], ISO: row["iso3166_2"],
			NUTS: row["nuts3"], Region: row["region_organisation"], PoliceRegion: row["polisregion"],
		})
	}
	return all
})
