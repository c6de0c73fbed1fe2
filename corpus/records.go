package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/lofte/lofte/model"
)

// Records reads the records that r holds: JSON objects one after another, as
// in JSONL, or arrays of them. Each is held against the schema; the first that
// does not follow it ends the sequence with an error.
func Records(r io.Reader) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		n := 0
		for object, err := range objects(r) {
			n++
			var record *model.Record
			if err == nil {
				record, err = Validate(object)
			}
			if err != nil {
				yield(nil, fmt.Errorf("record %d: %w", n, err))
				return
			}
			if !yield(record, nil) {
				return
			}
		}
	}
}

// objects yields the JSON values of a stream, the members of an array one by
// one. An error is the last that it yields.
func objects(r io.Reader) iter.Seq2[json.RawMessage, error] {
	return func(yield func(json.RawMessage, error) bool) {
		dec := json.NewDecoder(r)
		for {
			var raw json.RawMessage
			err := dec.Decode(&raw)
			if errors.Is(err, io.EOF) {
				return
			}
			members, broken := elements(raw)
			if err = errors.Join(err, broken); err != nil {
				yield(nil, err)
				return
			}
			for _, member := range members {
				if !yield(member, nil) {
					return
				}
			}
		}
	}
}

// elements are the members of an array, or the one object that raw is.
func elements(raw json.RawMessage) (members []json.RawMessage, err error) {
	if !bytes.HasPrefix(raw, []byte("[")) {
		return []json.RawMessage{raw}, nil
	}
	err = json.Unmarshal(raw, &members)
	return members, err
}

// Encode writes a record as one line of JSON, or indented over many.
func Encode(w io.Writer, record *model.Record, indent string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(record)
}
