package state

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/lofte/lofte/corpus/fetch/polite"
)

// Visit is one request. A zero Ended says that it is not known what came of
// it.
type Visit struct {
	Host, URL string
	At, Ended time.Time
	Status    int
	Content   string
	Changed   bool
	Error     string
}

// Begin keeps that a request is about to be made, so that it counts against
// the budget even if nothing more is heard of it.
func (t *Tx) Begin(v Visit) error {
	return t.exec(`INSERT INTO visits (host, url, at, ended, status, content, changed, error) VALUES (?, ?, ?, 0, 0, '', 0, '')`,
		v.Host, v.URL, millis(v.At))
}

// End keeps what came of a request, whether or not its beginning was kept.
func (t *Tx) End(v Visit) error {
	n, err := t.db.exec(`UPDATE visits SET ended = ?, status = ?, content = ?, changed = ?, error = ? WHERE url = ? AND at = ?`,
		millis(v.Ended), v.Status, v.Content, v.Changed, v.Error, v.URL, millis(v.At))
	if err != nil || n > 0 {
		return err
	}
	return t.exec(`INSERT INTO visits (host, url, at, ended, status, content, changed, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		v.Host, v.URL, millis(v.At), millis(v.Ended), v.Status, v.Content, v.Changed, v.Error)
}

// History is the requests to a host since a time.
func (db *DB) History(host string, since time.Time) (polite.History, error) {
	var h polite.History
	rows, err := db.query(`SELECT at, ended FROM visits WHERE host = ? AND at >= ? ORDER BY at`, host, millis(since))
	if err != nil {
		return h, err
	}
	defer rows.Close()
	for rows.Next() {
		var at, ended int64
		if err := rows.Scan(&at, &ended); err != nil {
			return h, fmt.Errorf("read the state: %w", err)
		}
		h.Starts = append(h.Starts, fromMillis(at))
		if end := fromMillis(ended); end.After(h.LastEnd) {
			h.LastEnd = end
		}
	}
	return h, rows.Err()
}

// Robots is the answer to the last request for an origin's robots.txt.
type Robots struct {
	At     time.Time
	Status int
	Body   []byte
}

// PutRobots keeps an answer.
func (t *Tx) PutRobots(origin string, r Robots) error {
	if r.Body == nil {
		r.Body = []byte{}
	}
	return t.exec(`INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)`, origin, millis(r.At), r.Status, r.Body)
}

// Robots finds the answer for an origin.
func (db *DB) Robots(origin string) (Robots, bool, error) {
	var r Robots
	var at int64
	err := db.row(`SELECT at, status, body FROM robots WHERE origin = ?`, origin).Scan(&at, &r.Status, &r.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	if err != nil {
		return r, false, fmt.Errorf("read the state: %w", err)
	}
	r.At = fromMillis(at)
	return r, true, nil
}

// Host is how a host has been doing.
type Host struct {
	Breaker polite.Breaker
	Pause   time.Time // till when it asked for silence
}

// PutHost keeps how a host is doing.
func (t *Tx) PutHost(name string, h Host) error {
	return t.exec(`INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?)`, name, h.Breaker.Failures, millis(h.Breaker.Until), millis(h.Pause))
}

// Host finds how a host is doing.
func (t *Tx) Host(name string) (Host, error) { return t.db.Host(name) }

// Host finds how a host is doing.
func (db *DB) Host(name string) (Host, error) {
	return scanHost(db.row(`SELECT failures, until, pause FROM hosts WHERE host = ?`, name))
}

func scanHost(row scanner) (Host, error) {
	var h Host
	var until, pause int64
	err := row.Scan(&h.Breaker.Failures, &until, &pause)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return h, fmt.Errorf("read the state: %w", err)
	}
	h.Breaker.Until, h.Pause = fromMillis(until), fromMillis(pause)
	return h, nil
}
