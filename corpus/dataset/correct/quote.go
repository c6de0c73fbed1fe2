package correct

import (
	"errors"
	"reflect"
	"strings"

	"github.com/lofte/lofte/model"
)

// prove is an error if the quote of a correction can't be found where the value
// was read.
func prove(c Correction, record *model.Record, at place) error {
	if at.value.IsZero() && isBytes(c.Document, record) {
		return nil
	}
	quote := fold(c.Quote)
	if holds(at.value, quote) {
		return nil
	}
	for i := len(at.outer) - 1; i > 0; i-- {
		outer := at.outer[i]
		if outer.Kind() != reflect.Struct {
			continue
		}
		if holds(outer, quote) {
			return nil
		}
	}
	if at.value.IsZero() {
		return errors.New("the record has no value there to hold the quote against; name the document by its id or SHA-256")
	}
	return errors.New("the quote is not in the value or around it")
}

// holds reports whether a text in v, however deep, holds the quote.
func holds(v reflect.Value, quote string) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.Contains(fold(v.String()), quote)
	case reflect.Pointer:
		return !v.IsNil() && holds(v.Elem(), quote)
	case reflect.Slice:
		for i := range v.Len() {
			if holds(v.Index(i), quote) {
				return true
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if holds(v.Field(i), quote) {
				return true
			}
		}
	case reflect.Float64, reflect.Int, reflect.Bool:
		return jsonOf(v) == quote
	}
	return false
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
