package about

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/stretchr/testify/require"
)

// written is the folder of a dataset without rows.
func written(t *testing.T, a About, p *Profile) string {
	t.Helper()
	dir := t.TempDir()
	w, err := format.Create(dir)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, Write(dir, a, p))
	return dir
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	return string(data)
}

// The descriptor says of every field what the definition says.
func TestDataPackage(t *testing.T) {
	dir := written(t, About{Version: "1.2.3", License: "https://example.org/l"}, NewProfile())
	var d descriptor
	require.NoError(t, json.Unmarshal([]byte(read(t, dir, dataPackageName)), &d))
	require.Equal(t, packageProfile, d.Schema)
	require.Len(t, d.Resources, len(schema.Tables()))
	for i, table := range schema.Tables() {
		r := d.Resources[i]
		require.Equal(t, table.Name, r.Name)
		require.FileExists(t, filepath.Join(dir, r.Path))
		require.Equal(t, table.Key, r.Table.PrimaryKey)
		require.Len(t, r.Table.Fields, len(table.Fields()))
		header, _, _ := strings.Cut(read(t, dir, r.Path), "\r\n")
		names := make([]string, 0, len(r.Table.Fields))
		for _, f := range r.Table.Fields {
			names = append(names, f.Name)
		}
		require.Equal(t, header, strings.Join(names, ","))
	}
	v, err := VersionOf(dir)
	require.NoError(t, err)
	require.Equal(t, Version{1, 2, 3}, v)
}

func TestVersionOfRefuses(t *testing.T) {
	dir := t.TempDir()
	_, err := VersionOf(dir)
	require.ErrorIs(t, err, os.ErrNotExist)
	for _, text := range []string{"{", `{"version":"one"}`} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, dataPackageName), []byte(text), 0o666))
		_, err = VersionOf(dir)
		require.Error(t, err)
	}
}

// What is not known is left out of the catalogue, and told.
func TestCatalogueLeavesOut(t *testing.T) {
	bare := written(t, About{}, NewProfile())
	require.NotContains(t, read(t, bare, "dcat.jsonld"), "dcterms:publisher")
	require.Equal(t, []string{"publisher", "contact", "email", "license", "url"}, About{}.Lacking())
	full := About{Publisher: "P", Contact: "C", Email: "a@b.se", License: "https://l", URL: "https://u/"}
	require.Empty(t, full.Lacking())
	require.Contains(t, read(t, written(t, full, NewProfile()), "dcat.jsonld"), `"https://u/#publisher"`)
}

// Every variable is in both codebooks, with its examples, and text from
// documents can't break out of them.
func TestCodebook(t *testing.T) {
	p := NewProfile()
	p.Note(6, []schema.Cell{schema.Known("g1"), schema.Known("p"), schema.Known(int64(1)), schema.Known("a | <b>mål</b>"), schema.Known(false)})
	m := Measures{Documents: 41, Fields: map[string]Measure{"commitments": {Precision: &Rate{0.9, 0.8, 0.95}, Recall: &Rate{0.7, 0.6, 0.8}}}}
	dir := written(t, About{Measures: m}, p)
	markdown, html := read(t, dir, "CODEBOOK.md"), read(t, dir, "CODEBOOK.html")
	for _, table := range schema.Tables() {
		for _, c := range table.Columns {
			require.Contains(t, markdown, "| "+c.Name+" | ", table.Name)
			require.Contains(t, html, "<code>"+c.Name+"</code>", table.Name)
		}
	}
	require.Contains(t, markdown, `a \| &lt;b>mål&lt;/b>`)
	require.Contains(t, html, "a | &lt;b&gt;mål&lt;/b&gt;")
	for _, text := range []string{markdown, html} {
		require.Contains(t, text, "precision 0.900 [0.800–0.950], recall 0.700 [0.600–0.800]")
	}
}

func TestCitation(t *testing.T) {
	text := string(citation(About{Publisher: `Förlaget "X"`, Version: "1.0.0", Date: "2024-12-01", ContentHash: "aa"}))
	require.Contains(t, text, `cff-version: "1.2.0"`)
	require.Contains(t, text, `  - name: "Förlaget \"X\""`)
	require.Contains(t, text, `date-released: "2024-12-01"`)
	require.NotContains(t, text, "url:")
}
