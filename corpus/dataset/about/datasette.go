package about

import (
	"strings"

	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

// datasette is the metadata for Datasette: datasette lofte.db -m datasette.json.
func datasette(a About) node {
	tables := node{}
	for _, t := range schema.Tables() {
		columns := node{}
		for _, c := range t.Fields() {
			columns[c.Name] = c.English
		}
		tables[t.Name] = node{"description": t.English, "columns": columns}
	}
	n := node{
		"title": titleEnglish, "description": descriptionEnglish,
		"databases": node{strings.TrimSuffix(format.DatabaseName, ".db"): node{"tables": tables}},
	}
	if a.License != "" {
		n["license_url"] = a.License
	}
	if a.Publisher != "" {
		n["source"] = a.Publisher
	}
	if a.URL != "" {
		n["source_url"] = a.URL
	}
	return n
}
