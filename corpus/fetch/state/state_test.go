package state_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/state"
)

var now = time.Date(2019, 3, 1, 2, 0, 0, 5e6, time.UTC)

func open(t *testing.T, path string) *state.DB {
	t.Helper()
	db, err := state.Open(path, state.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

func change(t *testing.T, db *state.DB, f func(*state.Tx) error) {
	t.Helper()
	require.NoError(t, db.Change(f))
}

func full(url string) state.Page {
	return state.Page{
		URL: url, Host: "kil.se", Source: "kil", Role: "page", Depth: 2, Via: "v", List: "l", Due: now.Add(time.Hour), Tries: 1, Hops: 3, Status: 200,
		Error: "e", Target: "t", ETag: `"1"`, Modified: "m", Media: "text/html", Content: "c", Payload: "p", Original: "o", Visited: now, Whole: now,
		Changed: now, Leads: 4, Lists: true, Kind: "promise", Title: "å", Municipality: []string{"1715", "1780"}, Decided: "c", Decider: "d",
	}
}

func TestPagesAreKeptWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder", "state?.sqlite")
	_, err := state.Open(path, state.Options{})
	require.Error(t, err, "the folder is the caller's to make")
	path = filepath.Join(t.TempDir(), "state of a #?% kind.sqlite")
	db := open(t, path)
	change(t, db, func(tx *state.Tx) error { return tx.PutPage(full("https://kil.se/")) })
	require.NoError(t, db.Close())
	p, known, err := open(t, path).Page("https://kil.se/")
	require.NoError(t, err)
	require.True(t, known)
	require.Equal(t, full("https://kil.se/"), p)
}

func TestAChangeIsAllOrNothing(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "s"))
	failed := errors.New("no")
	err := db.Change(func(tx *state.Tx) error {
		require.NoError(t, tx.PutPage(full("https://kil.se/")))
		require.NoError(t, tx.SetPosition(archive.Position{Segment: "a", Offset: 7}))
		return failed
	})
	require.ErrorIs(t, err, failed)
	_, known, err := db.Page("https://kil.se/")
	require.NoError(t, err)
	require.False(t, known)
	change(t, db, func(tx *state.Tx) error {
		p, err := tx.Position()
		require.Zero(t, p)
		return errors.Join(err, tx.SetPosition(archive.Position{Segment: "a", Offset: 7}))
	})
	change(t, db, func(tx *state.Tx) error {
		p, err := tx.Position()
		require.Equal(t, archive.Position{Segment: "a", Offset: 7}, p)
		return err
	})
}

func TestWhatIsDueComesInOrder(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "s"))
	change(t, db, func(tx *state.Tx) error {
		for url, due := range map[string]time.Time{"a": now.Add(2), "b": now.Add(-time.Hour), "c": {}, "d": now.Add(time.Hour), "e": now.Add(-2 * time.Hour)} {
			p := full(url)
			p.Due, p.Tries = due, 0
			if err := tx.PutPage(p); err != nil {
				return err
			}
		}
		return nil
	})
	p, _, err := db.NextDue("kil.se", now)
	require.NoError(t, err)
	require.Equal(t, "e", p.URL)
	var urls []string
	for url, err := range db.DueURLs(now) {
		require.NoError(t, err)
		urls = append(urls, url)
	}
	require.Equal(t, []string{"e", "b", "a"}, urls)
	due, err := db.Due(now)
	require.NoError(t, err)
	require.Equal(t, []state.HostDue{{Host: "kil.se", Pages: 3, First: now.Add(-2 * time.Hour)}}, due)
	_, found, err := db.NextRetry("kil.se", now.Add(time.Hour))
	require.NoError(t, err)
	require.False(t, found, "nothing failed")
}

func TestHistoryCountsWhatWasBegunAndWhatWasOnlyHeardOf(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "s"))
	at := func(n int) time.Time { return now.Add(time.Duration(n) * time.Minute) }
	change(t, db, func(tx *state.Tx) error {
		return errors.Join(
			tx.Begin(state.Visit{Host: "kil.se", URL: "a", At: at(1)}),
			tx.End(state.Visit{Host: "kil.se", URL: "a", At: at(1), Ended: at(2), Status: 200}),
			tx.Begin(state.Visit{Host: "kil.se", URL: "b", At: at(5)}),
			tx.End(state.Visit{Host: "kil.se", URL: "c", At: at(3), Ended: at(4)}),
			tx.Begin(state.Visit{Host: "kinda.se", URL: "d", At: at(1)}))
	})
	h, err := db.History("kil.se", now)
	require.NoError(t, err)
	require.Equal(t, polite.History{Starts: []time.Time{at(1), at(3), at(5)}, LastEnd: at(4)}, h)
	h, err = db.History("kil.se", at(3))
	require.NoError(t, err)
	require.Len(t, h.Starts, 2)
}

// A state of another version is made anew; the archive has what was in it.
func TestAnotherVersionIsPutAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	db := open(t, path)
	change(t, db, func(tx *state.Tx) error { return tx.PutPage(full("a")) })
	require.NoError(t, db.Close())
	other, err := sql.Open("sqlite", path)
	require.NoError(t, err)
	_, err = other.Exec(`UPDATE meta SET value = '0' WHERE name = 'version'`)
	require.NoError(t, err)
	require.NoError(t, other.Close())
	_, known, err := open(t, path).Page("a")
	require.NoError(t, err)
	require.False(t, known)
}

func TestRuns(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "s"))
	change(t, db, func(tx *state.Tx) error {
		return errors.Join(tx.BeginRun("1", now), tx.EndRun("1", now.Add(1e9), "complete"), tx.BeginRun("2", now.Add(1e10)))
	})
	runs, err := db.Runs(5)
	require.NoError(t, err)
	require.Equal(t, []state.Run{{ID: "2", Started: now.Add(1e10)}, {ID: "1", Started: now, Ended: now.Add(1e9), Outcome: "complete"}}, runs)
}
