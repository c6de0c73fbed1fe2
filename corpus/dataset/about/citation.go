package about

import (
	"fmt"
	"strconv"
	"strings"
)

// citation is the CITATION.cff. A string of JSON is one of YAML, too.
func citation(a About) []byte {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, strconv.Quote(value))
		}
	}
	line("cff-version", "1.2.0")
	line("message", "Cite the dataset with its version: the tables of another version differ.")
	line("type", "dataset")
	line("title", titleEnglish+" ("+titleSwedish+")")
	line("abstract", descriptionEnglish)
	publisher := a.Publisher
	if publisher == "" {
		publisher = "lofte"
	}
	fmt.Fprintf(&b, "authors:\n  - name: %s\n", strconv.Quote(publisher))
	line("version", a.Version)
	line("date-released", a.Date)
	line("url", a.URL)
	line("license-url", a.License)
	fmt.Fprintf(&b, "identifiers:\n  - type: other\n    value: %s\n    description: %s\n",
		strconv.Quote("sha256:"+a.ContentHash), strconv.Quote("SHA-256 over the tables"))
	return []byte(b.String())
}
