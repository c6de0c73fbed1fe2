package format

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// The database is made anew or not at all, so nothing is kept for undoing. The
// cache is in KiB, and bounds what SQLite holds in memory.
const databaseSettings = `
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
PRAGMA temp_store = FILE;
PRAGMA foreign_keys = OFF;
`

// indexSettings come before the indexes are made, as SQLite sorts for them in as
// much memory as its cache may have, beside the cache.
const indexSettings = `
PRAGMA cache_size = -4096;
PRAGMA shrink_memory;
`

// database is the SQLite database. All goes over one connection, in one
// transaction.
type database struct {
	handle  *sql.DB
	conn    *sql.Conn
	inserts []*sql.Stmt
	tables  []schema.Table
	search  []*searchTable
	words   *words
	args    []any
	failed  bool
}

func createDatabase(dir string, tables []schema.Table) (Writer, error) {
	handle, err := sql.Open("sqlite", "file:"+(&url.URL{Path: filepath.Join(dir, DatabaseName)}).EscapedPath())
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	d := &database{handle: handle, tables: tables}
	if err := d.begin(); err != nil {
		d.failed = true
		return nil, errors.Join(fmt.Errorf("begin the database: %w", err), d.Close())
	}
	return d, nil
}

func (d *database) begin() (err error) {
	if d.conn, err = d.handle.Conn(context.Background()); err != nil {
		return err
	}
	if err := d.exec(databaseSettings); err != nil {
		return err
	}
	if err := d.exec(fmt.Sprintf("PRAGMA user_version = %d; BEGIN", schema.Version)); err != nil {
		return err
	}
	d.words = newWords()
	for i := range d.tables {
		t := &d.tables[i]
		if err := d.exec(createTable(t)); err != nil {
			return err
		}
		insert, err := d.conn.PrepareContext(context.Background(), insertInto(t))
		if err != nil {
			return err
		}
		d.inserts = append(d.inserts, insert)
		d.search = append(d.search, newSearchTable(t, d.words))
	}
	return nil
}

func (d *database) exec(statement string, args ...any) error {
	_, err := d.conn.ExecContext(context.Background(), statement, args...)
	return err
}

func (d *database) Write(table int, row []any) error {
	d.args = d.args[:0]
	for _, cell := range row {
		if list, ok := cell.([]string); ok {
			cell = string(appendJSON(nil, list))
		}
		d.args = append(d.args, cell)
	}
	d.search[table].note(row)
	if _, err := d.inserts[table].ExecContext(context.Background(), d.args...); err != nil {
		d.failed = true
		return fmt.Errorf("insert into table %s of the database: %w", d.tables[table].Name, err)
	}
	return nil
}

// Close makes the indexes, when all rows are there, and ends the database.
func (d *database) Close() error {
	var errs []error
	if !d.failed {
		errs = append(errs, d.finish())
	}
	for _, insert := range d.inserts {
		errs = append(errs, insert.Close())
	}
	if d.conn != nil {
		errs = append(errs, d.conn.Close())
	}
	return errors.Join(append(errs, d.handle.Close())...)
}

func (d *database) finish() error {
	d.words.sort()
	if err := d.exec(indexSettings); err != nil {
		return err
	}
	for i := range d.tables {
		t := &d.tables[i]
		for _, statement := range createIndexes(t) {
			if err := d.exec(statement); err != nil {
				return fmt.Errorf("index table %s of the database: %w", t.Name, err)
			}
		}
		if err := d.search[i].fill(d.conn); err != nil {
			return fmt.Errorf("index the words of table %s of the database: %w", t.Name, err)
		}
	}
	if err := d.exec("COMMIT"); err != nil {
		return fmt.Errorf("write the database: %w", err)
	}
	return nil
}
