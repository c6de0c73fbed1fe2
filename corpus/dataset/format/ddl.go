package format

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// createTable is the statement that makes a table, with its keys.
func createTable(t *schema.Table) string {
	var lines []string
	for _, c := range t.Fields() {
		line := quoteName(c.Name) + " " + sqlType(c.Type)
		if c.Required() {
			line += " NOT NULL"
		}
		if table, column := c.Split(); table != "" {
			line += fmt.Sprintf(" REFERENCES %s (%s)", quoteName(table), quoteName(column))
		}
		lines = append(lines, line)
	}
	lines = append(lines, "PRIMARY KEY ("+quoteNames(t.Key)+")")
	return fmt.Sprintf("CREATE TABLE %s (\n  %s\n) STRICT", quoteName(t.Name), strings.Join(lines, ",\n  "))
}

func sqlType(t schema.Type) string {
	switch t {
	case schema.Integer, schema.Boolean:
		return "INTEGER"
	case schema.Number:
		return "REAL"
	}
	return "TEXT"
}

func insertInto(t *schema.Table) string {
	n := len(t.Fields())
	return fmt.Sprintf("INSERT INTO %s VALUES (?%s)", quoteName(t.Name), strings.Repeat(", ?", n-1))
}

// createIndexes are the statements that index the references of a table, but
// for the one that its primary key begins with.
func createIndexes(t *schema.Table) []string {
	var statements []string
	for _, c := range t.Columns {
		if c.Ref == "" || t.Key[0] == c.Name {
			continue
		}
		statements = append(statements, fmt.Sprintf("CREATE INDEX %s ON %s (%s)",
			quoteName(t.Name+"_"+c.Name), quoteName(t.Name), quoteName(c.Name)))
	}
	return statements
}

func quoteName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quoteNames(names []string) string {
	quoted := slices.Clone(names)
	for i, name := range quoted {
		quoted[i] = quoteName(name)
	}
	return strings.Join(quoted, ", ")
}
