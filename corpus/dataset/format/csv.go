package format

import (
	"strconv"
	"strings"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// ListSeparator stands between the items of a list in CSV.
const ListSeparator = ";"

// lineEnd is that of RFC 4180.
const lineEnd = "\r\n"

func createCSV(dir string, tables []schema.Table) (Writer, error) {
	t, err := createTextFiles(dir, CSV, tables)
	if err != nil {
		return nil, err
	}
	for i := range tables {
		t.encode = append(t.encode, csvLine)
		if _, err := t.files[i].Write(csvLine(nil, csvHeader(tables[i].Fields()))); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func csvHeader(fields []schema.Column) []any {
	header := make([]any, 0, len(fields))
	for _, f := range fields {
		header = append(header, f.Name)
	}
	return header
}

// csvLine writes a row. Unlike encoding/csv it leaves line breaks within a cell
// as they are.
func csvLine(line []byte, row []any) []byte {
	for i, value := range row {
		if i > 0 {
			line = append(line, ',')
		}
		line = appendCSV(line, value)
	}
	return append(line, lineEnd...)
}

func appendCSV(line []byte, value any) []byte {
	switch v := value.(type) {
	case string:
		return appendQuoted(line, v)
	case bool:
		return strconv.AppendBool(line, v)
	case int64:
		return strconv.AppendInt(line, v, 10)
	case float64:
		return appendNumber(line, v)
	case []string:
		return appendQuoted(line, joinList(v))
	}
	return line
}

// appendQuoted quotes a cell that needs it. A text of blanks at an end is
// quoted, too, since some readers trim what is not.
func appendQuoted(line []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\r\n") && strings.TrimSpace(s) == s {
		return append(line, s...)
	}
	line = append(line, '"')
	line = append(line, strings.ReplaceAll(s, `"`, `""`)...)
	return append(line, '"')
}

func joinList(items []string) string {
	escape := strings.NewReplacer(`\`, `\\`, ListSeparator, `\`+ListSeparator)
	escaped := make([]string, 0, len(items))
	for _, item := range items {
		escaped = append(escaped, escape.Replace(item))
	}
	return strings.Join(escaped, ListSeparator)
}
