package correct

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// DocumentRow is the path of the row for the document itself.
const DocumentRow = "source"

// step goes from a value to a part of it: by name, or by index where name is "".
type step struct {
	name  string
	index int
}

var stepPattern = regexp.MustCompile(`^(?:\.?([a-z][a-z0-9_]*)|\[([0-9]{1,6})\])`)

// parsePath takes a path apart: promises[0].validity.to.
func parsePath(path string) ([]step, error) {
	var steps []step
	for rest := path; rest != ""; {
		m := stepPattern.FindStringSubmatch(rest)
		if m == nil || (len(steps) == 0) == strings.HasPrefix(m[0], ".") && m[1] != "" {
			return nil, fmt.Errorf("path %q is not like promises[0].commitments[1].text", path)
		}
		s := step{name: m[1]}
		if s.name == "" {
			s.index, _ = strconv.Atoi(m[2]) // digits only, and few
		}
		steps = append(steps, s)
		rest = rest[len(m[0]):]
	}
	return steps, nil
}

var rowPattern = regexp.MustCompile(`^promises\[\d+\](?:\.(?:goals|parties|problem_areas|follow_up|signatories)\[\d+\]|\.commitments\[\d+\](?:\.targets\[\d+\])?)?`)

// rowOf is the path of the object that the row with a value is made of.
func rowOf(path string) string {
	if row := rowPattern.FindString(path); row != "" {
		return row
	}
	return DocumentRow
}

// place is a value in a record, with what it is part of.
type place struct {
	value reflect.Value
	outer []reflect.Value // from the record inwards, without the value
}

// find follows the steps from a record. What is not there yet is made, but for
// items of lists.
func find(record reflect.Value, steps []step) (place, error) {
	p := place{value: record}
	for _, s := range steps {
		for p.value.Kind() == reflect.Pointer {
			if p.value.IsNil() {
				p.value.Set(reflect.New(p.value.Type().Elem()))
			}
			p.value = p.value.Elem()
		}
		p.outer = append(p.outer, p.value)
		switch {
		case s.name != "" && p.value.Kind() == reflect.Struct:
			field, ok := fieldByKey(p.value, s.name)
			if !ok {
				return p, fmt.Errorf("there is no %q", s.name)
			}
			p.value = field
		case s.name == "" && p.value.Kind() == reflect.Slice && s.index < p.value.Len():
			p.value = p.value.Index(s.index)
		default:
			return p, fmt.Errorf("there is no %s", s)
		}
	}
	return p, nil
}

func (s step) String() string {
	if s.name == "" {
		return fmt.Sprintf("[%d]", s.index)
	}
	return strconv.Quote(s.name)
}

// fieldByKey is the field of a struct that has the key in JSON.
func fieldByKey(v reflect.Value, key string) (reflect.Value, bool) {
	for i := range v.NumField() {
		tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if tag == key {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}
