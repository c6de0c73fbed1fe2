package corpus

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/lofte/lofte/corpus/gold"
)

// measured are the figures that a test holds the parser to.
//
//go:embed testdata/scores.documents.golden
var measured string

// Measured is how well this version of the parser did on labelled documents,
// at the fuzzy level of package gold. The rules were developed with these
// documents at hand.
func Measured() (gold.Report, error) {
	var r gold.Report
	rates := map[string]*gold.Rate{
		"kind": &r.Kind, "actors": &r.Actors, "area_links": &r.AreaLinks, "negatives": &r.Negatives, "perfect": &r.Perfect,
	}
	for line := range strings.Lines(measured) {
		words := strings.Fields(line)
		var err error
		switch {
		case len(words) < 3:
			continue
		case words[1] == gold.Fuzzy.String():
			err = readField(&r, words)
		case rates[words[0]] != nil:
			_, err = fmt.Sscanf(words[len(words)-1], "(%d/%d)", &rates[words[0]].Right, &rates[words[0]].Of)
		case words[1] == "documents,":
			_, err = fmt.Sscan(words[0], &r.Documents)
		}
		if err != nil {
			return r, fmt.Errorf("read the measured figures: line %q: %w", line, err)
		}
	}
	return r, nil
}

// readField takes the counts of a line, which are its last three words.
func readField(r *gold.Report, words []string) error {
	f := gold.Field{Name: words[0]}
	_, err := fmt.Sscan(strings.Join(words[len(words)-3:], " "), &f.Fuzzy.TP, &f.Fuzzy.FP, &f.Fuzzy.FN)
	r.Fields = append(r.Fields, f)
	return err
}
