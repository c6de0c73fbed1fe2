package correct

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Correction is one corrected value. Value is its JSON, "null" to take it out.
type Correction struct {
	Document, Path, Quote string
	Value                 json.RawMessage
	Who, Why              string
	File                  string
	Line                  int
}

// at names the place of the correction.
func (c Correction) at() string { return fmt.Sprintf("%s:%d", c.File, c.Line) }

// Load reads the corrections of files and of the .yaml and .yml files in
// folders, in lexical order.
func Load(paths ...string) ([]Correction, error) {
	var all []Correction
	for _, path := range paths {
		files, err := filesIn(path)
		if err != nil {
			return nil, fmt.Errorf("find corrections: %w", err)
		}
		for _, name := range files {
			f, err := os.Open(name)
			if err != nil {
				return nil, fmt.Errorf("read corrections: %w", err)
			}
			found, err := Read(f, name)
			f.Close()
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
		}
	}
	return all, nil
}

func filesIn(path string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		ext := filepath.Ext(name)
		if err == nil && !entry.IsDir() && (name == path || ext == ".yaml" || ext == ".yml") {
			files = append(files, name)
		}
		return err
	})
	return files, err
}

// Read reads the corrections of a YAML stream; name is that of its file, for
// errors and for the table of corrections.
func Read(r io.Reader, name string) ([]Correction, error) {
	var list []yaml.Node
	err := yaml.NewDecoder(r).Decode(&list)
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read corrections in %s: %w; a file is a list of corrections", name, err)
	}
	var all []Correction
	for i := range list {
		c, err := read(&list[i], filepath.ToSlash(name))
		if err != nil {
			return nil, fmt.Errorf("read corrections: %s:%d: %w", name, list[i].Line, err)
		}
		all = append(all, c)
	}
	return all, nil
}

// read makes a correction of a YAML mapping. All keys are needed, and no other
// is known.
func read(node *yaml.Node, file string) (Correction, error) {
	c := Correction{File: file, Line: node.Line}
	texts := map[string]*string{"document": &c.Document, "path": &c.Path, "quote": &c.Quote, "who": &c.Who, "why": &c.Why}
	if node.Kind != yaml.MappingNode {
		return c, fmt.Errorf("a correction is a mapping with the keys document, path, quote, value, who, why")
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i].Value, node.Content[i+1]
		into, isText := texts[key]
		switch {
		case isText && value.Kind == yaml.ScalarNode:
			*into = value.Value
		case key == "value":
			if err := c.setValue(value); err != nil {
				return c, err
			}
		default:
			return c, fmt.Errorf("key %q is unknown or has no text", key)
		}
	}
	return c, c.complete(texts)
}

func (c *Correction) setValue(n *yaml.Node) error {
	value, err := plain(n)
	if err == nil {
		c.Value, err = json.Marshal(value)
	}
	if err != nil {
		return fmt.Errorf("value: %w", err)
	}
	return nil
}

// complete is an error for a correction that lacks something.
func (c Correction) complete(texts map[string]*string) error {
	var lacking []string
	for key, text := range texts {
		if strings.TrimSpace(*text) == "" {
			lacking = append(lacking, key)
		}
	}
	if c.Value == nil {
		lacking = append(lacking, "value")
	}
	if len(lacking) > 0 {
		slices.Sort(lacking)
		return fmt.Errorf("it lacks %s", strings.Join(lacking, ", "))
	}
	_, err := parsePath(c.Path)
	return err
}

// plain is a YAML value as encoding/json takes it. A date without quotes is
// meant as it stands. An alias may lead into itself, and is refused.
func plain(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.SequenceNode:
		items := make([]any, 0, len(n.Content))
		for _, item := range n.Content {
			value, err := plain(item)
			if err != nil {
				return nil, err
			}
			items = append(items, value)
		}
		return items, nil
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			value, err := plain(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			object[n.Content[i].Value] = value
		}
		return object, nil
	case yaml.AliasNode:
		return nil, fmt.Errorf("line %d: write the value out instead of *%s", n.Line, n.Value)
	}
	return scalar(n), nil
}

func scalar(n *yaml.Node) any {
	var value any
	if n.Tag == "!!timestamp" || n.Decode(&value) != nil {
		return n.Value
	}
	return value
}
