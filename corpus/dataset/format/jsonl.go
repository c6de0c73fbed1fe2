package format

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

func createJSONL(dir string, tables []schema.Table) (Writer, error) {
	t, err := createTextFiles(dir, JSONL, tables)
	if err != nil {
		return nil, err
	}
	for i := range tables {
		t.encode = append(t.encode, jsonLine(tables[i].Fields()))
	}
	return t, nil
}

// jsonLine writes a row as an object with the keys in the order of the fields.
func jsonLine(fields []schema.Column) func([]byte, []any) []byte {
	keys := make([]string, 0, len(fields))
	for _, f := range fields {
		keys = append(keys, string(appendJSON(nil, f.Name))+":")
	}
	return func(line []byte, row []any) []byte {
		for i, value := range row {
			separator := byte(',')
			if i == 0 {
				separator = '{'
			}
			line = append(append(line, separator), keys[i]...)
			line = appendJSON(line, value)
		}
		return append(line, '}', '\n')
	}
}

// appendJSON appends the JSON of a cell. HTML needs no escaping here.
func appendJSON(out []byte, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(out, "null"...)
	case string:
		return appendJSONString(out, v)
	case bool:
		return strconv.AppendBool(out, v)
	case int64:
		return strconv.AppendInt(out, v, 10)
	case float64:
		return appendNumber(out, v)
	case []string:
		out = append(out, '[')
		for i, item := range v {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendJSONString(out, item)
		}
		return append(out, ']')
	}
	return append(out, "null"...)
}

func appendJSONString(out []byte, s string) []byte {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == '\uFFFD' }) {
		return append(append(append(out, '"'), s...), '"')
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string can be encoded, and a Builder written to
	return append(out, strings.TrimSuffix(b.String(), "\n")...)
}

// appendNumber writes a number in the shortest decimal form that gives it back.
func appendNumber(out []byte, v float64) []byte { return strconv.AppendFloat(out, v, 'f', -1, 64) }
