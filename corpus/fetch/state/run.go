package state

import (
	"fmt"
	"time"
)

// BeginRun keeps that a run began.
func (t *Tx) BeginRun(id string, at time.Time) error {
	return t.exec(`INSERT OR REPLACE INTO runs VALUES (?, ?, 0, '')`, id, millis(at))
}

// EndRun keeps how a run ended.
func (t *Tx) EndRun(id string, at time.Time, outcome string) error {
	return t.exec(`UPDATE runs SET ended = ?, outcome = ? WHERE id = ?`, millis(at), outcome, id)
}

// Run is one run. A zero Ended says that it did not come to its end.
type Run struct {
	ID             string
	Started, Ended time.Time
	Outcome        string
}

// Runs are the last runs, the newest first.
func (db *DB) Runs(most int) ([]Run, error) {
	rows, err := db.query(`SELECT id, started, ended, outcome FROM runs ORDER BY started DESC LIMIT ?`, most)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Run
	for rows.Next() {
		var r Run
		var started, ended int64
		if err := rows.Scan(&r.ID, &started, &ended, &r.Outcome); err != nil {
			return nil, fmt.Errorf("read the state: %w", err)
		}
		r.Started, r.Ended = fromMillis(started), fromMillis(ended)
		out = append(out, r)
	}
	return out, rows.Err()
}

// PutList keeps the total that a list declares.
func (t *Tx) PutList(url, source string, declared int, at time.Time) error {
	return t.exec(`INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?)`, url, source, declared, millis(at))
}

// DropList forgets the total of a list that declares none any more.
func (t *Tx) DropList(url string) error { return t.exec(`DELETE FROM lists WHERE url = ?`, url) }

// Listed keeps that a page of a list, via, leads to an address.
func (t *Tx) Listed(via, list, url string) error {
	return t.exec(`INSERT OR IGNORE INTO listed VALUES (?, ?, ?)`, via, list, url)
}

// Unlist forgets what a page of a list led to.
func (t *Tx) Unlist(via string) error { return t.exec(`DELETE FROM listed WHERE via = ?`, via) }

// List is a list with the total that it declares, and how many pages were
// found by it that are no "other" ones and still stand there. A page that moved
// counts where it is now.
type List struct {
	URL, Source     string
	Declared, Found int
}

// Lists are the lists in the order of their addresses, but for those that moved
// away themselves.
func (db *DB) Lists() ([]List, error) {
	rows, err := db.query(`SELECT url, source, declared,
		(SELECT count(DISTINCT found.url) FROM listed
			JOIN pages named ON named.url = listed.url
			JOIN pages found ON found.url = CASE named.target WHEN '' THEN named.url ELSE named.target END
			WHERE listed.list = lists.url AND found.kind IN ('promise', 'follow_up') AND found.target = '' AND found.status NOT IN (404, 410))
		FROM lists
		WHERE NOT EXISTS (SELECT 1 FROM pages WHERE pages.url = lists.url AND (pages.target <> '' OR pages.status IN (404, 410)))
		ORDER BY url`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []List
	for rows.Next() {
		var l List
		if err := rows.Scan(&l.URL, &l.Source, &l.Declared, &l.Found); err != nil {
			return nil, fmt.Errorf("read the state: %w", err)
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// Count is the number of pages of a source.
func (t *Tx) Count(source string) (int, error) {
	var n int
	err := t.db.row(`SELECT count(*) FROM pages WHERE source = ?`, source).Scan(&n)
	return n, err
}
