package about

import (
	"bytes"
	_ "embed"
	"fmt"
	htmltemplate "html/template"
	"strings"
	"text/template"

	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

//go:embed codebook.md.tmpl
var markdownTemplate string

//go:embed codebook.html.tmpl
var htmlTemplate string

// codebook is what the templates say.
type codebook struct {
	About                      About
	TitleSwedish, TitleEnglish string
	AboutSwedish, AboutEnglish string
	Separator                  string
	Structure                  int
	Reasons                    []schema.Allowed
	Tables                     []codebookTable
}

type codebookTable struct {
	schema.Table
	Rows     int
	Keys     string
	Searched string
	Columns  []codebookColumn
}

type codebookColumn struct {
	schema.Column
	TypeName string
	Known    int
	Missing  []missingCount
	Examples []string
	Errors   []string
}

// missingCount is how many cells lack a value for a reason.
type missingCount struct {
	Reason schema.Reason
	Rows   int
}

func newCodebook(a About, p *Profile) codebook {
	c := codebook{
		About: a, TitleSwedish: titleSwedish, TitleEnglish: titleEnglish,
		AboutSwedish: descriptionSwedish, AboutEnglish: descriptionEnglish,
		Separator: format.ListSeparator, Structure: schema.Version, Reasons: schema.Reasons(),
	}
	for i, t := range schema.Tables() {
		table := codebookTable{Table: t, Rows: p.rows[i], Keys: strings.Join(t.Key, ", "), Searched: strings.Join(t.Search, ", ")}
		for j, column := range t.Columns {
			table.Columns = append(table.Columns, newColumn(column, a.Measures, &p.columns[i][j]))
		}
		c.Tables = append(c.Tables, table)
	}
	return c
}

func newColumn(c schema.Column, m Measures, p *columnProfile) codebookColumn {
	out := codebookColumn{Column: c, TypeName: typeName(c.Type), Known: p.known, Examples: p.examples}
	if len(c.Values) > 0 || c.Type == schema.Boolean {
		out.Examples = nil // the allowed values say it all
	}
	for _, reason := range c.Missing {
		out.Missing = append(out.Missing, missingCount{reason, p.missing[reason]})
	}
	measure := m.Fields[c.Measure]
	for _, x := range []struct {
		name string
		rate *Rate
	}{{"precision", measure.Precision}, {"recall", measure.Recall}, {"right", measure.Share}} {
		if x.rate != nil {
			out.Errors = append(out.Errors, fmt.Sprintf("%s %s", x.name, x.rate))
		}
	}
	return out
}

func typeName(t schema.Type) string {
	return [...]string{"string", "integer", "number", "boolean", "date", "datetime", "list"}[t]
}

func codebookMarkdown(a About, p *Profile) ([]byte, error) {
	t, err := template.New("codebook").Funcs(template.FuncMap{"join": strings.Join, "cell": markdownCell}).Parse(markdownTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, newCodebook(a, p))
	return b.Bytes(), err
}

// markdownCell makes a text fit into a cell of a table.
func markdownCell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(s)
}

func codebookHTML(a About, p *Profile) ([]byte, error) {
	t, err := htmltemplate.New("codebook").Funcs(htmltemplate.FuncMap{"join": strings.Join}).Parse(htmlTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, newCodebook(a, p))
	return b.Bytes(), err
}
