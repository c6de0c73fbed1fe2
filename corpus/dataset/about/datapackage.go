package about

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

const dataPackageName = "datapackage.json"

// The profiles of Data Package v2.
const (
	packageProfile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
	schemaProfile   = "https://datapackage.org/profiles/2.0/tableschema.json"
)

// descriptor is a Data Package. Its resources are the CSV files; the keys
// "lofte" are our own, as the standard allows.
type descriptor struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	ID           string        `json:"id,omitempty"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Version      string        `json:"version"`
	Created      string        `json:"created,omitempty"`
	Homepage     string        `json:"homepage,omitempty"`
	Keywords     []string      `json:"keywords"`
	Licenses     []license     `json:"licenses,omitempty"`
	Contributors []contributor `json:"contributors,omitempty"`
	Lofte        build         `json:"lofte"`
	Resources    []resource    `json:"resources"`
}

type license struct {
	Path string `json:"path"`
}

type contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Email string   `json:"email,omitempty"`
	Role  string   `json:"role"`  // of Data Package v1
	Roles []string `json:"roles"` // of v2
}

// build is how the dataset was made.
type build struct {
	Parser      string `json:"parser,omitempty"`
	ContentHash string `json:"content_sha256"`
	WithNames   bool   `json:"with_names"`
}

type resource struct {
	Schema      string      `json:"$schema"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Profile     string      `json:"profile"` // of Data Package v1
	Type        string      `json:"type"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Bytes       int64       `json:"bytes"`
	Hash        string      `json:"hash"`
	Table       tableSchema `json:"schema"`
}

type tableSchema struct {
	Schema      string       `json:"$schema"`
	Fields      []field      `json:"fields"`
	Missing     []string     `json:"missingValues"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Unit        string       `json:"unit,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

func dataPackage(a About, files []fileInfo) descriptor {
	d := descriptor{
		Schema: packageProfile, Name: "medborgarloften", ID: a.URL, Title: titleEnglish + " (" + titleSwedish + ")",
		Description: descriptionEnglish + "\n\n" + descriptionSwedish,
		Version:     a.Version, Created: created(a.Date), Homepage: a.URL,
		Keywords: []string{"medborgarlöften", "citizen promises", "police", "polisen", "kommuner", "municipalities", "Sweden"},
		Lofte:    build{a.Parser, a.ContentHash, a.WithNames},
	}
	if a.License != "" {
		d.Licenses = []license{{a.License}}
	}
	if a.Publisher != "" {
		d.Contributors = []contributor{{Title: a.Publisher, Path: a.PublisherURI, Email: a.Email, Role: "publisher", Roles: []string{"publisher"}}}
	}
	tables := schema.Tables()
	for i := range tables {
		d.Resources = append(d.Resources, tableResource(&tables[i], files))
	}
	return d
}

// created is the date as the time that Data Package wants.
func created(date string) string {
	if date == "" {
		return ""
	}
	return date + "T00:00:00Z"
}

func tableResource(t *schema.Table, files []fileInfo) resource {
	path := format.CSV.Path(t.Name)
	at := slices.IndexFunc(files, func(f fileInfo) bool { return f.path == path })
	return resource{
		Schema: resourceProfile, Name: t.Name, Path: path, Profile: "tabular-data-resource", Type: "table",
		Title: t.English, Description: t.Swedish,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Bytes: files[at].bytes, Hash: "sha256:" + files[at].sha256,
		Table: tableSchemaOf(t),
	}
}

func tableSchemaOf(t *schema.Table) tableSchema {
	s := tableSchema{Schema: schemaProfile, Missing: []string{""}, PrimaryKey: t.Key}
	for _, c := range t.Fields() {
		s.Fields = append(s.Fields, fieldOf(c))
		if table, column := c.Split(); table != "" {
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{c.Name}, reference{table, []string{column}}})
		}
	}
	return s
}

// fieldOf is a column in Table Schema. A list is a string there: its own type
// for lists is younger than most readers.
func fieldOf(c schema.Column) field {
	f := field{Name: c.Name, Type: "string", Title: c.English, Description: c.Swedish, Unit: c.Unit}
	switch c.Type {
	case schema.Integer:
		f.Type = "integer"
	case schema.Number:
		f.Type = "number"
	case schema.Boolean:
		f.Type = "boolean"
	case schema.Date:
		f.Type = "date"
	case schema.Moment:
		f.Type = "datetime"
	case schema.List:
		f.Title += " (items with " + format.ListSeparator + " between them)"
	}
	limits := constraints{Required: c.Required(), Pattern: c.Pattern}
	for _, v := range c.Values {
		limits.Enum = append(limits.Enum, v.Value)
	}
	if limits.Required || limits.Pattern != "" || limits.Enum != nil {
		f.Constraints = &limits
	}
	return f
}

// Version is a version of a dataset: structure.values.patch.
type Version struct{ Structure, Values, Patch int }

// VersionOf reads the version of the dataset in a folder.
func VersionOf(dir string) (v Version, err error) {
	data, err := os.ReadFile(filepath.Join(dir, dataPackageName))
	if err != nil {
		return v, err
	}
	var d struct {
		Version string `json:"version"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return v, fmt.Errorf("%s of %s: %w", dataPackageName, dir, err)
	}
	if _, err := fmt.Sscanf(d.Version, "%d.%d.%d", &v.Structure, &v.Values, &v.Patch); err != nil {
		return v, fmt.Errorf("version %q of %s is not like 1.0.0: %w", d.Version, dir, err)
	}
	return v, nil
}
