package sources

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Schema is the JSON Schema (draft 2020-12) of a sources file.
func Schema() ([]byte, error) {
	r := &jsonschema.Reflector{Anonymous: true, DoNotReference: true}
	s := r.Reflect(&File{})
	s.Title = "sources.yaml of lofte"
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("describe the sources file: %w", err)
	}
	return append(out, '\n'), nil
}

// Error is a mistake in a sources file. Line is 1-based, 0 where the mistake
// is not at one place.
type Error struct {
	Line int
	Path string // such as sources/0/follow/1/url
	Err  error
}

func (e *Error) Error() string {
	where := "sources file"
	if e.Line > 0 {
		where += ", line " + strconv.Itoa(e.Line)
	}
	if e.Path != "" {
		where += ", " + e.Path
	}
	return where + ": " + e.Err.Error()
}

// Unwrap gives what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// Parse reads a sources file. All mistakes are reported together, each an
// *Error.
func Parse(data []byte) (*Set, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &Error{Err: err}
	}
	var value any
	if err := root.Decode(&value); err != nil {
		return nil, &Error{Err: err}
	}
	asJSON, err := json.Marshal(value)
	if err != nil {
		return nil, &Error{Err: fmt.Errorf("a key that is no text: %w", err)}
	}
	if err := validate(asJSON, &root); err != nil {
		return nil, err
	}
	var f File
	if err := json.Unmarshal(asJSON, &f); err != nil {
		return nil, &Error{Err: err}
	}
	return compile(f, &root)
}

// validate checks a file against the schema.
func validate(asJSON []byte, root *yaml.Node) error {
	text, err := Schema()
	if err != nil {
		return err
	}
	schema, err := validator.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	c := validator.NewCompiler()
	if err := c.AddResource("sources.schema.json", schema); err != nil {
		return err
	}
	compiled, err := c.Compile("sources.schema.json")
	if err != nil {
		return err
	}
	value, err := validator.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		return err
	}
	err = compiled.Validate(value)
	var failed *validator.ValidationError
	if !errors.As(err, &failed) {
		return err
	}
	return errors.Join(mistakes(failed, root)...)
}

// mistakes are the leaves of a tree of validation errors.
func mistakes(e *validator.ValidationError, root *yaml.Node) []error {
	if len(e.Causes) == 0 {
		what := e.ErrorKind.LocalizedString(message.NewPrinter(language.English))
		return []error{&Error{lineOf(root, e.InstanceLocation), strings.Join(e.InstanceLocation, "/"), errors.New(what)}}
	}
	var out []error
	for _, c := range e.Causes {
		out = append(out, mistakes(c, root)...)
	}
	return out
}

// lineOf is the line of what a path leads to, or of what is nearest to it.
func lineOf(n *yaml.Node, path []string) int {
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	for _, step := range path {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n.Line
}

func child(n *yaml.Node, step string) *yaml.Node {
	switch n.Kind {
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(step); err == nil && i < len(n.Content) {
			return n.Content[i]
		}
	case yaml.MappingNode:
		i := slices.IndexFunc(n.Content, func(k *yaml.Node) bool { return k.Value == step })
		if i >= 0 && i%2 == 0 {
			return n.Content[i+1]
		}
	}
	return nil
}
