package model_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// schemaNode is the part of a JSON Schema that Go types can be held against.
type schemaNode struct {
	Ref        string                `json:"$ref"`
	Type       string                `json:"type"`
	Const      any                   `json:"const"`
	Enum       []string              `json:"enum"`
	Items      *schemaNode           `json:"items"`
	Properties map[string]schemaNode `json:"properties"`
	Required   []string              `json:"required"`
	Defs       map[string]schemaNode `json:"$defs"`
}

func parsedSchema(t *testing.T) schemaNode {
	t.Helper()
	var root schemaNode
	require.NoError(t, json.Unmarshal([]byte(model.Schema()), &root))
	return root
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(model.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("record.json", doc))
	compiled, err := c.Compile("record.json")
	require.NoError(t, err)
	return compiled
}

// defName is the name under which the schema defines a struct: ProblemArea is
// problem_area.
func defName(t reflect.Type) string {
	words := regexp.MustCompile(`[A-Z][a-z]*`).FindAllString(t.Name(), -1)
	return strings.ToLower(strings.Join(words, "_"))
}

// structsOf collects the struct types that a record is made of.
func structsOf(t reflect.Type, seen map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		structsOf(t.Elem(), seen)
	case reflect.Struct:
		if seen[defName(t)] != nil {
			return
		}
		seen[defName(t)] = t
		for i := range t.NumField() {
			structsOf(t.Field(i).Type, seen)
		}
	}
}

// sameShape fails where the schema of a field does not describe its Go type.
func sameShape(t *testing.T, where string, field reflect.Type, n schemaNode) {
	t.Helper()
	if field.Kind() == reflect.Pointer {
		field = field.Elem()
	}
	switch field.Kind() {
	case reflect.Struct:
		require.Equal(t, "#/$defs/"+defName(field), n.Ref, where)
	case reflect.Slice:
		require.Equal(t, "array", n.Type, where)
		require.NotNil(t, n.Items, where)
		sameShape(t, where+"[]", field.Elem(), *n.Items)
	case reflect.Bool:
		require.Equal(t, true, n.Const, "%s: a flag is true or left out", where)
	case reflect.Int:
		require.Equal(t, "integer", n.Type, where)
	case reflect.Float64:
		require.Equal(t, "number", n.Type, where)
	case reflect.String:
		_, version := n.Const.(string)
		require.True(t, n.Type == "string" || version, where)
		if named := field.Name() != "string" && field.Name() != "Code"; named && !version {
			require.NotEmpty(t, n.Enum, "%s: a named type has a closed set of values", where)
		}
	default:
		require.Fail(t, "no schema for this kind of type", "%s: %s", where, field)
	}
}

func sameFields(t *testing.T, typ reflect.Type, n schemaNode) {
	t.Helper()
	var names, required []string
	for i := range typ.NumField() {
		name, option, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
		if option != "omitempty" {
			required = append(required, name)
		}
		prop, ok := n.Properties[name]
		require.True(t, ok, "%s.%s is not in the schema", typ.Name(), name)
		sameShape(t, typ.Name()+"."+name, typ.Field(i).Type, prop)
	}
	require.Len(t, n.Properties, len(names), "properties of %s that the type does not have", typ.Name())
	sort.Strings(required)
	sort.Strings(n.Required)
	require.Equal(t, required, n.Required, typ.Name())
}

func TestSchemaDescribesTypes(t *testing.T) {
	root := parsedSchema(t)
	structs := map[string]reflect.Type{}
	structsOf(reflect.TypeFor[model.Record](), structs)
	sameFields(t, structs["record"], root)
	require.Len(t, root.Defs, len(structs)-1, "the schema defines what no record holds")
	for name, typ := range structs {
		if name != "record" {
			sameFields(t, typ, root.Defs[name])
		}
	}
}

// Basis is one Go type with two sets of values, so its enums are told apart by
// where they stand.
func TestSchemaEnumeratesConstants(t *testing.T) {
	root := parsedSchema(t)
	require.Equal(t, model.SchemaVersion, root.Properties["schema"].Const)
	enum := func(def, key string) []string { return root.Defs[def].Properties[key].Enum }
	require.Equal(t, words(model.KindPromise, model.KindFollowUp, model.KindOther), root.Properties["kind"].Enum)
	require.Equal(t, words(model.Native, model.OCR, model.None), enum("source", "text_layer"))
	require.Equal(t, words(model.PoliceParty, model.MunicipalityParty, model.DistrictParty, model.RegionParty,
		model.CompanyParty, model.AssociationParty, model.OtherParty), enum("party", "kind"))
	require.Equal(t, words(model.Stated, model.Title, model.InText, model.Inferred), enum("validity", "basis"))
	require.Equal(t, words(model.List, model.InHeading, model.Statement), enum("problem_area", "basis"))
	require.Equal(t, words(model.ItemForm, model.ProseForm), enum("commitment", "form"))
	require.Equal(t, words(model.Min, model.Max, model.Exactly, model.About, model.Range,
		model.Increase, model.Decrease, model.All), enum("target", "comparator"))
	require.Equal(t, words(model.Info, model.Warning, model.Failure), enum("diagnostic", "severity"))
}

func words[T ~string](constants ...T) []string {
	var out []string
	for _, c := range constants {
		out = append(out, string(c))
	}
	return out
}

// Every published version of the format keeps a sample here, and all of them
// are read for as long as lofte can read that version.
func TestSamplesOfEveryVersion(t *testing.T) {
	samples, err := filepath.Glob("testdata/record.v*.json")
	require.NoError(t, err)
	require.NotEmpty(t, samples)
	for _, path := range samples {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		require.NoError(t, compiledSchema(t).Validate(instance), path)

		var record model.Record
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.DisallowUnknownFields()
		require.NoError(t, dec.Decode(&record), path)
		again, err := json.Marshal(record)
		require.NoError(t, err)
		require.JSONEq(t, string(data), string(again), path)
	}
}

// The sample of the current version uses every key that the schema knows, so
// that none can change unnoticed.
func TestSampleIsComplete(t *testing.T) {
	data, err := os.ReadFile("testdata/record.v1.json")
	require.NoError(t, err)
	root := parsedSchema(t)
	for name, def := range root.Defs {
		for key := range def.Properties {
			require.Contains(t, string(data), `"`+key+`":`, name)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	compiled := compiledSchema(t)
	const head = `{"schema":"lofte.record/v1","id":"0123456789abcdef","source":{"uri":"x","bytes":1}`
	for name, record := range map[string]string{
		"no promises key":            head + `}`,
		"null promises":              head + `,"promises":null}`,
		"an unknown key":             head + `,"promises":[],"colour":"blue"}`,
		"an empty value":             head + `,"kind":"","promises":[]}`,
		"another version":            strings.Replace(head, "/v1", "/v2", 1) + `,"promises":[]}`,
		"promises of a non-promise":  head + `,"kind":"other","promises":[{"id":"0123456789abcdef"}]}`,
		"a target without a figure":  head + `,"promises":[{"id":"0123456789abcdef","commitments":[{"id":"c1","text":"x","form":"item","targets":[{"comparator":"min"}]}]}]}`,
		"a figure where all is said": head + `,"promises":[{"id":"0123456789abcdef","commitments":[{"id":"c1","text":"x","form":"item","targets":[{"comparator":"all","value":1}]}]}]}`,
	} {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(record))
		require.NoError(t, err, name)
		require.Error(t, compiled.Validate(instance), name)
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(head + `,"promises":[]}`))
	require.NoError(t, err)
	require.NoError(t, compiled.Validate(instance))
}
