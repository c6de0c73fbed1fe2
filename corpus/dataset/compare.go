package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

// Kind says what became of a row.
type Kind string

// The kinds of changes.
const (
	Added    Kind = "ADD"
	Modified Kind = "MOD"
	Deleted  Kind = "DEL"
)

// Change is a row that two datasets do not have alike. Columns are those that
// differ in a modified row.
type Change struct {
	Kind    Kind           `json:"kind"`
	Table   string         `json:"table"`
	Key     string         `json:"key"` // the cells of the key, with "/" between them
	Columns []ColumnChange `json:"columns,omitempty"`
}

// ColumnChange is a cell before and after, as JSON.
type ColumnChange struct {
	Name string          `json:"name"`
	Old  json.RawMessage `json:"old"`
	New  json.RawMessage `json:"new"`
}

// Part is a part of a version, from what moves most to what moves least.
type Part string

// The parts of a version.
const (
	Structure Part = "structure"
	Values    Part = "values"
	Patch     Part = "patch"
	Same      Part = "none"
)

// Changes sums up what differs between two datasets.
type Changes struct {
	Tables []TableChanges `json:"tables"`
}

// TableChanges sums up a table. Structure says that its columns differ, or that
// only one dataset has it; its rows are not compared then.
type TableChanges struct {
	Table     string          `json:"table"`
	Added     int             `json:"added"`
	Modified  int             `json:"modified"`
	Deleted   int             `json:"deleted"`
	Same      int             `json:"same"`
	Structure bool            `json:"structure,omitempty"`
	Columns   []ColumnChanges `json:"columns,omitempty"` // in the order of the table
}

// ColumnChanges is in how many modified rows a column differs.
type ColumnChanges struct {
	Name string `json:"name"`
	Rows int    `json:"rows"`
}

// Part is the part of the version that the changes move.
func (c Changes) Part() Part {
	part := Same
	for _, t := range c.Tables {
		switch {
		case t.Structure:
			return Structure
		case t.Modified+t.Deleted > 0:
			part = Values
		case t.Added > 0 && part == Same:
			part = Patch
		}
	}
	return part
}

// Compare holds the dataset in folder after against the one in folder before.
// It calls each, if that is not nil, for every change, table by table: first
// added and modified rows in the order of the later dataset, then deleted ones
// in the order of the earlier. The one promise of a document that is left on
// both sides when those with the same id are set aside is the same promise: its
// id follows from the period, so that another period shows as a modified row
// and not as a promise that came and one that went. An error of each ends the comparison. Memory
// grows with the number of rows of the largest table, by some 50 bytes for
// each.
func Compare(before, after string, each func(Change) error) (Changes, error) {
	if each == nil {
		each = func(Change) error { return nil }
	}
	var all Changes
	tables := schema.Tables()
	ids, err := renamed(before, after)
	if err != nil {
		return Changes{}, fmt.Errorf("compare the promises: %w", err)
	}
	for i := range tables {
		t, err := compareTable(&tables[i], before, after, ids, each)
		if err != nil {
			return Changes{}, fmt.Errorf("compare table %s: %w", tables[i].Name, err)
		}
		all.Tables = append(all.Tables, t)
	}
	return all, nil
}

func compareTable(t *schema.Table, before, after string, ids renames, each func(Change) error) (TableChanges, error) {
	sum := TableChanges{Table: t.Name}
	old, err := openRows(t.Name, before)
	if err != nil {
		return sum, err
	}
	defer old.Close()
	old.ids = ids
	now, err := openRows(t.Name, after)
	if err != nil {
		return sum, err
	}
	defer now.Close()
	if old.f == nil || now.f == nil {
		sum.Structure = old.f != now.f
		return sum, nil
	}
	c := &comparison{table: t, old: old, each: each, sum: &sum, columns: map[string]int{}}
	if err := c.readOld(); err != nil || sum.Structure {
		return sum, err
	}
	if err := c.readNew(now); err != nil || sum.Structure {
		return sum, err
	}
	err = c.deleted()
	c.finish()
	return sum, err
}

// rowsFile is the JSONL of a table. f is nil where the dataset has no such
// table. Its rows have the ids that ids gives them.
type rowsFile struct {
	f   *os.File
	ids renames
}

func openRows(table, dir string) (*rowsFile, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(format.JSONL.Path(table))))
	if errors.Is(err, os.ErrNotExist) {
		return &rowsFile{}, nil
	}
	return &rowsFile{f: f}, err
}

func (r *rowsFile) Close() error {
	if r.f == nil {
		return nil
	}
	return r.f.Close()
}

// each yields the lines of the file with their places.
func (r *rowsFile) each(yield func(line []byte, at int64) error) error {
	if _, err := r.f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	lines := newLineReader(r.f)
	for {
		at := lines.at
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = yield(r.ids.apply(line), at)
		}
		if err != nil {
			return err
		}
	}
}

// line reads the line at a place again.
func (r *rowsFile) line(at int64) ([]byte, error) {
	lines := newLineReader(io.NewSectionReader(r.f, at, 1<<62))
	line, err := lines.next()
	return r.ids.apply(line), err
}

// cells are the cells of a line by their columns.
func cells(line []byte) (map[string]json.RawMessage, error) {
	row := map[string]json.RawMessage{}
	err := json.Unmarshal(line, &row)
	return row, err
}

// keyOf is the key of a row, as a Change names it.
func keyOf(t *schema.Table, row map[string]json.RawMessage) string {
	var key bytes.Buffer
	for i, name := range t.Key {
		if i > 0 {
			key.WriteByte('/')
		}
		var s string
		if json.Unmarshal(row[name], &s) == nil {
			key.WriteString(s)
			continue
		}
		key.Write(row[name])
	}
	return key.String()
}

// sameColumns reports whether a row has the columns of the table, and no other.
func sameColumns(t *schema.Table, row map[string]json.RawMessage) bool {
	fields := t.Fields()
	return len(fields) == len(row) && !slices.ContainsFunc(fields, func(c schema.Column) bool { return row[c.Name] == nil })
}
