package format

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// searchTable is the full-text index of a table. It is an FTS5 table with the
// content of the table itself, which is how Datasette finds it.
//
// SQLite has no Swedish stemmer, and a database that needs one of its own can't
// be opened elsewhere. So the index holds, beside the words of a text, the
// other forms that they have anywhere in the dataset.
type searchTable struct {
	table   *schema.Table
	columns []int // of the fields
	words   *words
}

// searchBatch is how many rows are read and indexed together.
const searchBatch = 512

func newSearchTable(t *schema.Table, words *words) *searchTable {
	s := &searchTable{table: t, words: words}
	for _, name := range t.Search {
		s.columns = append(s.columns, t.Index(name))
	}
	return s
}

// note takes the words of a row down.
func (s *searchTable) note(row []any) {
	for _, i := range s.columns {
		if text, ok := row[i].(string); ok {
			s.words.note(text)
		}
	}
}

// fill makes the index of all rows of the table.
func (s *searchTable) fill(conn *sql.Conn) error {
	if len(s.columns) == 0 {
		return nil
	}
	index := quoteName(s.table.Name + "_fts")
	create := fmt.Sprintf("CREATE VIRTUAL TABLE %s USING fts5(%s, content=%s, tokenize='unicode61 remove_diacritics 0', prefix='2 3 4')",
		index, quoteNames(s.table.Search), quoteName(s.table.Name))
	if _, err := conn.ExecContext(context.Background(), create); err != nil {
		return err
	}
	insert, err := conn.PrepareContext(context.Background(), fmt.Sprintf("INSERT INTO %s (rowid, %s) VALUES (?%s)",
		index, quoteNames(s.table.Search), strings.Repeat(", ?", len(s.columns))))
	if err != nil {
		return err
	}
	defer insert.Close()
	for last := int64(0); ; {
		rows, err := s.read(conn, last)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, row := range rows {
			if _, err := insert.ExecContext(context.Background(), row...); err != nil {
				return err
			}
		}
		last = rows[len(rows)-1][0].(int64)
	}
}

// read gives the rows after the one with the row id last: their row ids and
// what the index is to hold of them.
func (s *searchTable) read(conn *sql.Conn, last int64) (batch [][]any, err error) {
	rows, err := conn.QueryContext(context.Background(), fmt.Sprintf("SELECT rowid, %s FROM %s WHERE rowid > ? ORDER BY rowid LIMIT ?",
		quoteNames(s.table.Search), quoteName(s.table.Name)), last, searchBatch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		texts := make([]sql.NullString, len(s.columns))
		into := []any{&id}
		for i := range texts {
			into = append(into, &texts[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		batch = append(batch, s.indexed(id, texts))
	}
	return batch, rows.Err()
}

// indexed is a row of the index.
func (s *searchTable) indexed(id int64, texts []sql.NullString) []any {
	row := []any{id}
	for _, text := range texts {
		if !text.Valid {
			row = append(row, nil)
			continue
		}
		row = append(row, text.String+"\n"+s.words.others(text.String))
	}
	return row
}
