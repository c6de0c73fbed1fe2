package dataset

import (
	"bytes"
	"encoding/json"
	"slices"
)

// renames gives earlier promises the id that they have in the later dataset.
type renames map[string]string

// renamed pairs the promises of two datasets that differ in their ids: those of
// a document of which one is left in each when the same ids are set aside.
func renamed(before, after string) (renames, error) {
	old, err := promisesOf(before)
	if err != nil {
		return nil, err
	}
	now, err := promisesOf(after)
	if err != nil {
		return nil, err
	}
	ids := renames{}
	for document, promises := range old {
		gone, came := without(promises, now[document]), without(now[document], promises)
		if len(gone) == 1 && len(came) == 1 {
			ids[gone[0]] = came[0]
		}
	}
	return ids, nil
}

func without(ids, others []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(others, id) })
}

// promisesOf are the ids of the promises in a dataset, by document.
func promisesOf(dir string) (map[string][]string, error) {
	rows, err := openRows("promises", dir)
	if err != nil || rows.f == nil {
		return nil, err
	}
	defer rows.Close()
	ids := map[string][]string{}
	return ids, rows.each(func(line []byte, _ int64) error {
		var row struct {
			Promise  string `json:"promise_id"`
			Document string `json:"document_id"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		ids[row.Document] = append(ids[row.Document], row.Promise)
		return nil
	})
}

// apply gives a line of JSON with the later ids in place of the earlier ones. An
// id stands at the start of a string, alone or with what follows a colon.
func (r renames) apply(line []byte) []byte {
	if len(r) == 0 {
		return line
	}
	for at := 0; ; {
		quote := bytes.IndexByte(line[at:], '"')
		if quote < 0 {
			return line
		}
		at += quote + 1
		end := at + bytes.IndexAny(line[at:], "\":\\")
		if end < at {
			return line
		}
		escaped := at > 1 && line[at-2] == '\\'
		if id, ok := r[string(line[at:end])]; ok && !escaped {
			line = slices.Concat(line[:at], []byte(id), line[end:])
			end = at + len(id)
		}
		at = end
	}
}
