package correct

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// StaleError is a correction that does not apply.
type StaleError struct {
	Correction Correction
	Why        string
}

func (e *StaleError) Error() string {
	return fmt.Sprintf("%s: the correction of %s in document %s does not apply: %s; correct or delete it",
		e.Correction.at(), e.Correction.Path, e.Correction.Document, e.Why)
}

// Applied is a correction that changed a record: the JSON of the value before
// and after, "" for none, and the path of the object whose row holds it.
type Applied struct {
	Correction
	Old, New string
	Row      string
}

// Touches reports whether the value at path is the corrected one, or a part of
// it, or the text that it was read from.
func (a Applied) Touches(path string) bool {
	outer := a.Path
	if dot := strings.LastIndexByte(outer, '.'); dot > len(a.Row) {
		outer = outer[:dot] // the parts of a validity have one text
	}
	return path == a.Path || strings.HasPrefix(path, a.Path+".") || strings.HasPrefix(path, a.Path+"[") ||
		outer != a.Row && strings.HasPrefix(path, outer+".")
}

// Set is the corrections of a build.
type Set struct {
	all  []Correction
	by   map[string][]int // places in all, by document
	used []bool
}

// NewSet makes a set of corrections. They are applied in their order.
func NewSet(corrections []Correction) *Set {
	s := &Set{all: corrections, by: map[string][]int{}, used: make([]bool, len(corrections))}
	for i, c := range corrections {
		s.by[c.Document] = append(s.by[c.Document], i)
	}
	return s
}

// Apply corrects a copy of the record. A record that no correction is for comes
// back as it is. The error is a [StaleError].
func (s *Set) Apply(record *model.Record) (*model.Record, []Applied, error) {
	var applied []Applied
	for _, i := range s.placesFor(record) {
		c := s.all[i]
		if applied == nil {
			var err error
			if record, err = clone(record); err != nil {
				return nil, nil, err
			}
		}
		a, err := apply(c, record)
		if err != nil {
			return nil, nil, &StaleError{c, err.Error()}
		}
		s.used[i] = true
		applied = append(applied, a)
	}
	return record, applied, nil
}

// Unused is a [StaleError] for each correction whose document has not come.
func (s *Set) Unused() error {
	var errs []error
	for i, c := range s.all {
		if !s.used[i] {
			errs = append(errs, &StaleError{c, "the document is not among those of the build"})
		}
	}
	return errors.Join(errs...)
}

// isBytes reports whether a document is named by what its bytes give.
func isBytes(document string, r *model.Record) bool {
	return document == r.ID || document == r.Source.SHA256 && document != ""
}

// placesFor are the places of the corrections for a record, in order.
func (s *Set) placesFor(r *model.Record) []int {
	places := slices.Clone(s.by[r.ID])
	for _, name := range []string{r.Source.SHA256, r.Source.URI} {
		if name != "" && name != r.ID {
			places = append(places, s.by[name]...)
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

func clone(record *model.Record) (*model.Record, error) {
	data, err := json.Marshal(record)
	if err != nil {
		return nil, fmt.Errorf("copy record %s to correct it: %w", record.ID, err)
	}
	copied := new(model.Record)
	return copied, json.Unmarshal(data, copied)
}

// apply changes the record, or says why the correction does not fit it.
func apply(c Correction, record *model.Record) (Applied, error) {
	a := Applied{Correction: c, Row: rowOf(c.Path)}
	steps, err := parsePath(c.Path)
	if err != nil {
		return a, err
	}
	at, err := find(reflect.ValueOf(record), steps)
	if err != nil {
		return a, err
	}
	wasThere, old := !at.value.IsZero(), jsonOf(at.value)
	if err := prove(c, record, at); err != nil {
		return a, err
	}
	if err := set(c, at, steps[len(steps)-1]); err != nil {
		return a, err
	}
	removed := string(c.Value) == "null"
	if removed && !wasThere || !removed && old == jsonOf(at.value) {
		return a, errors.New("the value is so without it")
	}
	if wasThere {
		a.Old = old
	}
	if !removed {
		a.New = jsonOf(at.value)
	}
	return a, nil
}

// set puts the new value down, or takes the old one out.
func set(c Correction, at place, last step) error {
	if string(c.Value) != "null" {
		value := reflect.New(at.value.Type())
		dec := json.NewDecoder(bytes.NewReader(c.Value))
		dec.DisallowUnknownFields()
		if err := dec.Decode(value.Interface()); err != nil {
			return fmt.Errorf("the value does not fit the path: %w", err)
		}
		at.value.Set(value.Elem())
		return nil
	}
	if last.name != "" {
		at.value.SetZero()
		return nil
	}
	items := at.outer[len(at.outer)-1]
	reflect.Copy(items.Slice(last.index, items.Len()), items.Slice(last.index+1, items.Len()))
	items.SetLen(items.Len() - 1)
	return nil
}

func jsonOf(v reflect.Value) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(v.Interface()) != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}
