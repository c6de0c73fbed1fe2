package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/lofte/lofte/model"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schema compiles the schema of a record when it is first needed.
var schema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(model.Schema()))
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("record.json", doc); err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	return c.Compile("record.json")
})

// Validate holds the JSON of one record against [model.Schema] and decodes it.
func Validate(data []byte) (*model.Record, error) {
	compiled, err := schema()
	if err != nil {
		return nil, err
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("record is not JSON: %w", err)
	}
	if err := compiled.Validate(instance); err != nil {
		return nil, fmt.Errorf("record does not follow its schema: %w", err)
	}
	var record model.Record
	if err := json.Unmarshal(data, &record); err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	return &record, nil
}
