package state

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/lofte/lofte/corpus/archive"
)

// version is that of the schema. A file of another version is made anew from
// the archive.
const version = "1"

//go:embed schema.sql
var schema string

// DB is the state in a file. It is not safe for several goroutines.
type DB struct {
	sql        *sql.DB
	statements map[string]*sql.Stmt
}

// Options are for tests; the zero value is right.
type Options struct {
	MaxPages int // of SQLite, as if the disk were full after them
}

// Open opens the state in a file, and makes it where there is none. A state of
// another version is put away; the archive has all that is needed.
func Open(path string, o Options) (*DB, error) {
	db, err := open(path, o)
	if errors.Is(err, errVersion) {
		if err = remove(path); err == nil {
			db, err = open(path, o)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open the state %s: %w", path, err)
	}
	return db, nil
}

var errVersion = errors.New("the state is of another version")

func remove(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func open(path string, o Options) (*DB, error) {
	query := url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(NORMAL)", "busy_timeout(5000)"}, "_txlock": {"immediate"}}
	if o.MaxPages > 0 {
		query.Add("_pragma", "max_page_count("+strconv.Itoa(o.MaxPages)+")")
	}
	handle, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, err
	}
	handle.SetMaxOpenConns(1)
	db := &DB{sql: handle, statements: map[string]*sql.Stmt{}}
	if err := db.prepareFile(); err != nil {
		return nil, errors.Join(err, handle.Close())
	}
	return db, nil
}

// prepareFile makes the tables and checks the version.
func (db *DB) prepareFile() error {
	if _, err := db.sql.Exec(schema); err != nil {
		return err
	}
	if _, err := db.sql.Exec(`INSERT OR IGNORE INTO meta VALUES ('version', ?)`, version); err != nil {
		return err
	}
	var found string
	if err := db.sql.QueryRow(`SELECT value FROM meta WHERE name = 'version'`).Scan(&found); err != nil {
		return err
	}
	if found != version {
		return errVersion
	}
	return nil
}

// Close closes the state.
func (db *DB) Close() error { return db.sql.Close() }

// prepared gives a statement, prepared when it is first used.
func (db *DB) prepared(query string) (*sql.Stmt, error) {
	if s := db.statements[query]; s != nil {
		return s, nil
	}
	s, err := db.sql.Prepare(query)
	if err == nil {
		db.statements[query] = s
	}
	return s, err
}

// Tx is a change to the state, all of it or none.
type Tx struct {
	db *DB
	tx *sql.Tx
}

// Change makes a change.
func (db *DB) Change(f func(*Tx) error) error {
	tx, err := db.sql.Begin()
	if err != nil {
		return fmt.Errorf("change the state: %w", err)
	}
	if err := f(&Tx{db, tx}); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("change the state: %w", err)
	}
	return nil
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.run(query, args...)
	return err
}

func (t *Tx) run(query string, args ...any) (int64, error) {
	res, err := t.tx.Exec(query, args...)
	if err != nil {
		return 0, fmt.Errorf("change the state: %w", err)
	}
	return res.RowsAffected()
}

func (t *Tx) row(query string, args ...any) *sql.Row { return t.tx.QueryRow(query, args...) }

// Meta gives a remark, "" where there is none.
func (t *Tx) Meta(name string) (string, error) {
	var value string
	err := t.row(`SELECT value FROM meta WHERE name = ?`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// SetMeta keeps a remark.
func (t *Tx) SetMeta(name, value string) error {
	return t.exec(`INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value`, name, value)
}

// Position is up to where the archive is part of the state.
func (t *Tx) Position() (archive.Position, error) {
	segment, err := t.Meta("segment")
	if err != nil || segment == "" {
		return archive.Position{}, err
	}
	text, err := t.Meta("offset")
	if err != nil {
		return archive.Position{}, err
	}
	offset, err := strconv.ParseInt(text, 10, 64)
	return archive.Position{Segment: segment, Offset: offset}, err
}

// SetPosition moves the position on.
func (t *Tx) SetPosition(p archive.Position) error {
	if err := t.SetMeta("segment", p.Segment); err != nil {
		return err
	}
	return t.SetMeta("offset", strconv.FormatInt(p.Offset, 10))
}
