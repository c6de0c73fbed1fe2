package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/dataset"
	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/gold"
	"github.com/lofte/lofte/normalize/place"
	"github.com/lofte/lofte/normalize/topic"
)

// municipalityRows are the municipalities as the dataset has them.
func municipalityRows() []dataset.Municipality {
	districts := map[string][]string{}
	for _, d := range place.CityDistricts() {
		districts[d.Municipality] = append(districts[d.Municipality], d.Name)
	}
	var rows []dataset.Municipality
	for _, m := range place.All() {
		county, _ := place.CountyByCode(m.County)
		row := dataset.Municipality{
			Code: m.Code, Name: m.Name, Official: m.Official,
			County: dataset.County{
				Code: county.Code, Name: county.Name, English: county.English,
				NUTS: county.NUTS, ISO: county.ISO, PoliceRegion: county.PoliceRegion,
			},
			CityDistricts: districts[m.Code],
		}
		for _, area := range place.PoliceAreasOf(m.Code) {
			if !slices.Contains(row.PoliceAreas, area.Name) {
				row.PoliceAreas = append(row.PoliceAreas, area.Name)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// termRows are the vocabularies as the dataset has them.
func termRows() []dataset.Term {
	var rows []dataset.Term
	for _, v := range []struct {
		name  string
		terms []topic.Term
	}{
		{"topic", topic.TopicTerms()}, {"measure", topic.MeasureTerms()}, {"audience", topic.AudienceTerms()},
	} {
		for _, t := range v.terms {
			rows = append(rows, dataset.Term{
				Vocabulary: v.name, ID: t.ID, Parent: t.Parent, Group: t.Group, Swedish: t.Swedish, English: t.English,
			})
		}
	}
	return rows
}

// measures are the errors of the variables: of a file of scores, or those of
// this version on the documents that it was developed with.
func measures(path string) (about.Measures, error) {
	report, err := corpus.Measured()
	if path != "" {
		report, err = readReport(path)
	}
	m := about.Measures{Documents: report.Documents, Fields: map[string]about.Measure{}}
	for _, f := range report.Fields {
		c := f.At(gold.Fuzzy)
		m.Fields[f.Name] = about.Measure{Precision: rate(c.TP, c.TP+c.FP), Recall: rate(c.TP, c.TP+c.FN)}
	}
	m.Fields["kind"] = about.Measure{Share: rate(report.Kind.Right, report.Kind.Of)}
	m.Fields["actors"] = about.Measure{Share: rate(report.Actors.Right, report.Actors.Of)}
	m.Fields["area_links"] = about.Measure{Share: rate(report.AreaLinks.Right, report.AreaLinks.Of)}
	return m, err
}

func rate(part, whole int) *about.Rate {
	low, high := gold.Wilson(part, whole)
	return &about.Rate{Value: gold.Rate{Right: part, Of: whole}.Share(), Low: low, High: high}
}

func readReport(path string) (r gold.Report, err error) {
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err != nil {
		return r, fmt.Errorf("read the scores in %s: %w", path, err)
	}
	return r, nil
}
