package about

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// About says what a dataset is, who publishes it, and where. All is optional.
type About struct {
	Publisher    string // name of the organisation
	PublisherURI string // an IRI for it
	Contact      string // name of who answers
	Email        string
	License      string // an IRI: https://creativecommons.org/publicdomain/zero/1.0/
	URL          string // where the folder is published; ends with a slash
	Date         string // of publication, ISO 8601
	Parser       string // version of lofte
	Measures     Measures

	// What the build finds out.
	Version     string
	ContentHash string
	WithNames   bool
}

// The titles and descriptions of every dataset.
const (
	titleSwedish       = "Medborgarlöften i Sverige"
	titleEnglish       = "Citizen promises in Sweden"
	descriptionSwedish = "Vad polisen och kommunerna har utlovat i medborgarlöften: parter, perioder, problemområden, åtaganden med siffror, uppföljning, och var i källan varje värde står."
	descriptionEnglish = "What the police and the municipalities have promised in citizen promises (medborgarlöften): parties, periods, problem areas, commitments with figures, follow-up, and where in the source each value stands."
)

// Lacking names what DCAT-AP-SE 3 wants to know and About does not say.
func (a About) Lacking() []string {
	var lacking []string
	for _, x := range []struct{ name, value string }{
		{"publisher", a.Publisher}, {"contact", a.Contact}, {"email", a.Email}, {"license", a.License}, {"url", a.URL},
	} {
		if x.value == "" {
			lacking = append(lacking, x.name)
		}
	}
	return lacking
}

// Measures are the errors of the variables, as measured on labelled documents.
type Measures struct {
	Documents int                // labelled documents
	Fields    map[string]Measure // by the name that schema.Column.Measure has
}

// Measure is how often a variable is right, each with its bounds of 95 %.
// Share is for variables that are right or wrong, where there is no recall.
type Measure struct {
	Precision, Recall *Rate
	Share             *Rate
}

// Rate is a share with its bounds.
type Rate struct{ Value, Low, High float64 }

func (r Rate) String() string { return fmt.Sprintf("%.3f [%.3f–%.3f]", r.Value, r.Low, r.High) }

// Write writes all files into the folder of a dataset.
func Write(dir string, a About, p *Profile) error {
	files, err := tableFiles(dir)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		make func() ([]byte, error)
	}{
		{dataPackageName, func() ([]byte, error) { return indented(dataPackage(a, files)) }},
		{"dcat.jsonld", func() ([]byte, error) { return indented(catalogue(a, files)) }},
		{"datasette.json", func() ([]byte, error) { return indented(datasette(a)) }},
		{"CODEBOOK.md", func() ([]byte, error) { return codebookMarkdown(a, p) }},
		{"CODEBOOK.html", func() ([]byte, error) { return codebookHTML(a, p) }},
		{"CITATION.cff", func() ([]byte, error) { return citation(a), nil }},
	} {
		data, err := f.make()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, f.name), data, 0o666)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", f.name, err)
		}
	}
	return writeSums(dir)
}

func indented(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}
