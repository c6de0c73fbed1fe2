package state

import (
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

// Page is an address that the fetcher knows. A zero Due is never.
type Page struct {
	URL, Host, Source, Role string
	Depth                   int
	Via, List               string
	Due                     time.Time
	Tries, Hops             int
	Status                  int
	Error                   string
	Target                  string
	ETag, Modified, Media   string
	Content                 string // SHA-256 of the document, hex
	Payload                 string // labelled digest of the original's payload
	Original                string // WARC-Date of the capture that has the content
	Visited, Whole, Changed time.Time
	Leads                   int  // links on it that were followed
	Lists                   bool // it is a list of documents
	Kind, Title             string
	Municipality            []string // SCB codes
	Decided, Decider        string   // content that Kind is about, and who decided
}

// Undecided reports whether the content has not been read yet.
func (p *Page) Undecided() bool { return p.Content != p.Decided }

const columns = `url, host, source, role, depth, via, list, due, tries, hops, status, error, target, etag, modified, media,
	content, payload, original, visited, whole, changed, leads, lists, kind, title, municipality, decided, decider`

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMillis(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMilli(n).UTC()
}

// PutPage keeps a page, over what was kept of it before.
func (t *Tx) PutPage(p Page) error {
	return t.exec(`INSERT OR REPLACE INTO pages (`+columns+`) VALUES (?`+strings.Repeat(", ?", strings.Count(columns, ","))+`)`,
		p.URL, p.Host, p.Source, p.Role, p.Depth, p.Via, p.List, millis(p.Due), p.Tries, p.Hops, p.Status, p.Error, p.Target, p.ETag, p.Modified, p.Media,
		p.Content, p.Payload, p.Original, millis(p.Visited), millis(p.Whole), millis(p.Changed), p.Leads, p.Lists, p.Kind, p.Title,
		strings.Join(p.Municipality, " "), p.Decided, p.Decider)
}

// AddPage keeps a page unless it is known, and reports whether it was new.
func (t *Tx) AddPage(p Page) (bool, error) {
	n, err := t.db.exec(`INSERT OR IGNORE INTO pages (`+columns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, '', '', '', '', '', '', '', '', 0, 0, 0, 0, 0, '', '', '', '', '')`,
		p.URL, p.Host, p.Source, p.Role, p.Depth, p.Via, p.List, millis(p.Due), p.Hops)
	return n > 0, err
}

func scanPage(row scanner) (Page, error) {
	var p Page
	var due, visited, whole, changed int64
	var municipality string
	err := row.Scan(&p.URL, &p.Host, &p.Source, &p.Role, &p.Depth, &p.Via, &p.List, &due, &p.Tries, &p.Hops, &p.Status, &p.Error, &p.Target,
		&p.ETag, &p.Modified, &p.Media, &p.Content, &p.Payload, &p.Original, &visited, &whole, &changed, &p.Leads, &p.Lists, &p.Kind, &p.Title,
		&municipality, &p.Decided, &p.Decider)
	p.Due, p.Visited, p.Whole, p.Changed = fromMillis(due), fromMillis(visited), fromMillis(whole), fromMillis(changed)
	p.Municipality = strings.Fields(municipality)
	return p, err
}

// Page finds a page by its address.
func (t *Tx) Page(url string) (Page, bool, error) { return t.db.Page(url) }

// Page finds a page by its address.
func (db *DB) Page(url string) (Page, bool, error) {
	return found(scanPage(db.row(`SELECT `+columns+` FROM pages WHERE url = ?`, url)))
}

func found(p Page, err error) (Page, bool, error) {
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	if err != nil {
		return p, false, fmt.Errorf("read the state: %w", err)
	}
	return p, true, nil
}

// NextDue is the page of a host that has been due for longest, by a time.
func (db *DB) NextDue(host string, by time.Time) (Page, bool, error) {
	return db.next(`SELECT `+columns+` FROM pages WHERE host = ? AND due > 0 AND due <= ? ORDER BY due, depth, url LIMIT 1`, host, by)
}

// NextRetry is the page of a host that failed and is due again soonest, by a
// time.
func (db *DB) NextRetry(host string, by time.Time) (Page, bool, error) {
	return db.next(`SELECT `+columns+` FROM pages WHERE host = ? AND due > 0 AND due <= ? AND tries > 0 ORDER BY due, depth, url LIMIT 1`, host, by)
}

func (db *DB) next(query, host string, by time.Time) (Page, bool, error) {
	return found(scanPage(db.row(query, host, millis(by))))
}

// HostDue is how many pages of a host are due, and since or from when.
type HostDue struct {
	Host  string
	Pages int
	First time.Time
}

// Due counts the pages that are due by a time, by hosts, in their order.
func (db *DB) Due(by time.Time) ([]HostDue, error) {
	return db.byHost(`SELECT host, count(*), min(due) FROM pages WHERE due > 0 AND due <= ? GROUP BY host ORDER BY host`, millis(by))
}

// Failed counts the pages whose last try failed and that are to be tried
// again, by hosts, in their order.
func (db *DB) Failed() ([]HostDue, error) {
	return db.byHost(`SELECT host, count(*), min(due) FROM pages WHERE tries > 0 AND due > 0 GROUP BY host ORDER BY host`)
}

func (db *DB) byHost(query string, args ...any) ([]HostDue, error) {
	rows, err := db.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []HostDue
	for rows.Next() {
		var d HostDue
		var first int64
		if err := rows.Scan(&d.Host, &d.Pages, &first); err != nil {
			return nil, fmt.Errorf("read the state: %w", err)
		}
		d.First = fromMillis(first)
		out = append(out, d)
	}
	return out, rows.Err()
}

// DueURLs yields the addresses that are due by a time, by hosts, longest due
// first. Nothing else may be asked of the state meanwhile.
func (db *DB) DueURLs(by time.Time) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := db.query(`SELECT url FROM pages WHERE due > 0 AND due <= ? ORDER BY host, due, depth, url`, millis(by))
		if err != nil {
			yield("", err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var url string
			err := rows.Scan(&url)
			if !yield(url, err) || err != nil {
				return
			}
		}
	}
}

// Undecided are the addresses of the pages whose content has not been read.
func (db *DB) Undecided() ([]string, error) {
	rows, err := db.query(`SELECT url FROM pages WHERE content <> decided ORDER BY url`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var url string
		if err := rows.Scan(&url); err != nil {
			return nil, fmt.Errorf("read the state: %w", err)
		}
		out = append(out, url)
	}
	return out, rows.Err()
}

// PutOff makes no page due before a time.
func (t *Tx) PutOff(till time.Time) error {
	return t.exec(`UPDATE pages SET due = ? WHERE due > 0 AND due < ?`, millis(till), millis(till))
}

// SetList keeps the list that a page stands on, unless one is known.
func (t *Tx) SetList(url, list string) error {
	return t.exec(`UPDATE pages SET list = ? WHERE url = ? AND list = ''`, list, url)
}

// Pages yields the pages in the order of their addresses, in batches, so that
// the state can be changed meanwhile.
func (db *DB) Pages() iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		last := ""
		for {
			batch, err := db.batch(last)
			if err != nil {
				yield(Page{}, err)
				return
			}
			for _, p := range batch {
				if !yield(p, nil) {
					return
				}
				last = p.URL
			}
			if len(batch) < batchSize {
				return
			}
		}
	}
}

const batchSize = 500

func (db *DB) batch(after string) ([]Page, error) {
	rows, err := db.query(`SELECT `+columns+` FROM pages WHERE url > ? ORDER BY url LIMIT ?`, after, batchSize)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Page
	for rows.Next() {
		p, err := scanPage(rows)
		if err != nil {
			return nil, fmt.Errorf("read the state: %w", err)
		}
		out = append(out, p)
	}
	return out, rows.Err()
}
