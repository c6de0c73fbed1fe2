package model

import _ "embed"

//go:embed schema/record.v1.json
var schemaV1 string

// Schema is the JSON Schema (draft 2020-12) of a Record of [SchemaVersion]. It
// stands in schema/record.v1.json beside the types, and a test holds the two
// together.
func Schema() string { return schemaV1 }
