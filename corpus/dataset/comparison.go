package dataset

import (
	"bufio"
	"bytes"
	"encoding/json"
	"hash/maphash"
	"io"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// comparison is that of one table. Of the earlier rows it keeps hashes and
// places only, and reads those that differ again.
type comparison struct {
	table   *schema.Table
	old     *rowsFile
	each    func(Change) error
	sum     *TableChanges
	columns map[string]int // rows in which a column differs
	seed    maphash.Seed
	rows    map[uint64]oldRow // by hash of the key
}

type oldRow struct {
	content uint64
	at      int64
	found   bool
}

func (c *comparison) readOld() error {
	c.seed, c.rows = maphash.MakeSeed(), map[uint64]oldRow{}
	return c.old.each(func(line []byte, at int64) error {
		row, err := cells(line)
		if err != nil {
			return err
		}
		if !sameColumns(c.table, row) {
			c.sum.Structure = true
			return nil
		}
		key := maphash.String(c.seed, keyOf(c.table, row))
		c.rows[key] = oldRow{content: maphash.Bytes(c.seed, line), at: at}
		return nil
	})
}

func (c *comparison) readNew(now *rowsFile) error {
	return now.each(func(line []byte, _ int64) error {
		row, err := cells(line)
		if err != nil {
			return err
		}
		if !sameColumns(c.table, row) {
			c.sum.Structure = true
			return nil
		}
		return c.row(line, row)
	})
}

// row finds out what became of a row of the later dataset.
func (c *comparison) row(line []byte, row map[string]json.RawMessage) error {
	name := keyOf(c.table, row)
	key := maphash.String(c.seed, name)
	old, there := c.rows[key]
	if !there {
		c.sum.Added++
		return c.each(Change{Kind: Added, Table: c.table.Name, Key: name})
	}
	same := old.content == maphash.Bytes(c.seed, line)
	old.found = true
	c.rows[key] = old
	if same {
		c.sum.Same++
		return nil
	}
	c.sum.Modified++
	columns, err := c.differing(old, row)
	if err != nil {
		return err
	}
	return c.each(Change{Kind: Modified, Table: c.table.Name, Key: name, Columns: columns})
}

// differing are the columns in which a row differs from its earlier form.
func (c *comparison) differing(old oldRow, row map[string]json.RawMessage) ([]ColumnChange, error) {
	line, err := c.old.line(old.at)
	if err != nil {
		return nil, err
	}
	before, err := cells(line)
	if err != nil {
		return nil, err
	}
	var changes []ColumnChange
	for _, f := range c.table.Fields() {
		if !bytes.Equal(before[f.Name], row[f.Name]) {
			c.columns[f.Name]++
			changes = append(changes, ColumnChange{f.Name, before[f.Name], row[f.Name]})
		}
	}
	return changes, nil
}

// deleted reports the earlier rows that were not found again.
func (c *comparison) deleted() error {
	return c.old.each(func(line []byte, _ int64) error {
		row, err := cells(line)
		if err != nil {
			return err
		}
		name := keyOf(c.table, row)
		if c.rows[maphash.String(c.seed, name)].found {
			return nil
		}
		c.sum.Deleted++
		return c.each(Change{Kind: Deleted, Table: c.table.Name, Key: name})
	})
}

// finish puts the counts of the columns in their order.
func (c *comparison) finish() {
	for _, f := range c.table.Fields() {
		if n := c.columns[f.Name]; n > 0 {
			c.sum.Columns = append(c.sum.Columns, ColumnChanges{f.Name, n})
		}
	}
}

// lineReader reads lines of any length, and knows where the next one begins.
type lineReader struct {
	r  *bufio.Reader
	at int64
}

func newLineReader(r io.Reader) *lineReader { return &lineReader{r: bufio.NewReader(r)} }

func (l *lineReader) next() ([]byte, error) {
	line, err := l.r.ReadBytes('\n')
	l.at += int64(len(line))
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	return bytes.TrimSuffix(line, []byte("\n")), err
}
