package state

import (
	"context"
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
const version = "2"

//go:embed schema.sql
var schema string

// DB is the state in a file. It is not safe for several goroutines. All goes
// over one connection, on which statements stay prepared.
type DB struct {
	handle     *sql.DB
	conn       *sql.Conn
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
	query := url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(NORMAL)", "busy_timeout(5000)"}}
	if o.MaxPages > 0 {
		query.Add("_pragma", "max_page_count("+strconv.Itoa(o.MaxPages)+")")
	}
	handle, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, err
	}
	conn, err := handle.Conn(context.Background())
	if err != nil {
		return nil, errors.Join(err, handle.Close())
	}
	db := &DB{handle: handle, conn: conn, statements: map[string]*sql.Stmt{}}
	if err := db.prepareFile(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// prepareFile makes the tables and checks the version.
func (db *DB) prepareFile() error {
	if _, err := db.conn.ExecContext(context.Background(), schema); err != nil {
		return err
	}
	if _, err := db.exec(`INSERT OR IGNORE INTO meta VALUES ('version', ?)`, version); err != nil {
		return err
	}
	var found string
	if err := db.row(`SELECT value FROM meta WHERE name = 'version'`).Scan(&found); err != nil {
		return err
	}
	if found != version {
		return errVersion
	}
	return nil
}

// Close closes the state.
func (db *DB) Close() error {
	var err error
	for _, s := range db.statements {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, db.conn.Close(), db.handle.Close())
}

// prepared gives a statement, prepared when it is first used.
func (db *DB) prepared(query string) (*sql.Stmt, error) {
	if s := db.statements[query]; s != nil {
		return s, nil
	}
	s, err := db.conn.PrepareContext(context.Background(), query)
	if err == nil {
		db.statements[query] = s
	}
	return s, err
}

// exec runs a statement and returns how many rows it changed.
func (db *DB) exec(query string, args ...any) (int64, error) {
	s, err := db.prepared(query)
	if err != nil {
		return 0, fmt.Errorf("change the state: %w", err)
	}
	res, err := s.Exec(args...)
	if err != nil {
		return 0, fmt.Errorf("change the state: %w", err)
	}
	return res.RowsAffected()
}

// query asks for rows.
func (db *DB) query(query string, args ...any) (*sql.Rows, error) {
	s, err := db.prepared(query)
	if err != nil {
		return nil, fmt.Errorf("read the state: %w", err)
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, fmt.Errorf("read the state: %w", err)
	}
	return rows, nil
}

// row asks for one row.
func (db *DB) row(query string, args ...any) scanner {
	s, err := db.prepared(query)
	if err != nil {
		return noRow{err}
	}
	return s.QueryRow(args...)
}

type scanner interface{ Scan(...any) error }

// noRow is a row that could not be asked for.
type noRow struct{ err error }

func (r noRow) Scan(...any) error { return r.err }

// Tx is a change to the state, all of it or none.
type Tx struct{ db *DB }

// Change makes a change.
func (db *DB) Change(f func(*Tx) error) error {
	if _, err := db.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := f(&Tx{db})
	if err == nil {
		_, err = db.exec("COMMIT")
	}
	if err != nil {
		// SQLite has ended the transaction by itself after some errors, of
		// which a full disk is one; then there is nothing to take back.
		_, _ = db.exec("ROLLBACK")
	}
	return err
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.db.exec(query, args...)
	return err
}

// Meta gives a remark, "" where there is none.
func (t *Tx) Meta(name string) (string, error) {
	var value string
	err := t.db.row(`SELECT value FROM meta WHERE name = ?`, name).Scan(&value)
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
