package fetch

import (
	"context"
	"fmt"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// prepare brings the state up to the archive, and makes pages of what the
// sources begin with.
func (r *runner) prepare(ctx context.Context, only *job) error {
	if err := r.replay(ctx); err != nil {
		return err
	}
	now := r.o.Clock.Now()
	err := r.db.Change(func(tx *state.Tx) error {
		if err := tx.BeginRun(r.report.Run, now); err != nil {
			return err
		}
		if only != nil {
			return r.force(tx, *only, now)
		}
		return r.seed(tx, now)
	})
	if err != nil {
		return err
	}
	if only == nil {
		if err := r.relink(ctx); err != nil {
			return err
		}
	}
	urls, err := r.db.Undecided()
	if err == nil {
		err = r.decideOffline(ctx, urls)
	}
	if err != nil {
		return err
	}
	due, err := r.db.Due(now.Add(r.o.MaxWait))
	for _, d := range due {
		if only == nil || d.Host == address.Host(only.url) {
			r.know(d.Host)
		}
	}
	return err
}

// replay concludes from what the archive has and the state does not know.
func (r *runner) replay(ctx context.Context) error {
	a, err := archive.Open(r.o.Dir)
	if err != nil {
		return err
	}
	defer a.Close()
	from, err := r.position(a)
	if err != nil {
		return err
	}
	var batch []*archive.Group
	for g, err := range a.Groups(from) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if batch = append(batch, g); len(batch) == replayBatch {
			if err := r.replayGroups(batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	return r.replayGroups(batch)
}

// replayBatch is how many exchanges of the archive are concluded from in one
// change of the state.
const replayBatch = 50

// position is up to where the state knows the archive.
func (r *runner) position(a *archive.Archive) (archive.Position, error) {
	var from archive.Position
	err := r.db.Change(func(tx *state.Tx) error {
		var err error
		from, err = tx.Position()
		return err
	})
	if err != nil || from.Segment == "" {
		return from, err
	}
	for _, s := range a.Segments() {
		if s.Name == from.Segment && s.Bytes >= from.Offset {
			return from, nil
		}
	}
	return from, fmt.Errorf("%s knows %s of the archive, which is not there: remove it to make it anew from the archive",
		r.o.statePath(), from.Segment)
}

func (r *runner) replayGroups(groups []*archive.Group) error {
	return r.db.Change(func(tx *state.Tx) error {
		for _, g := range groups {
			r.report.Recovered++
			if err := r.replayGroup(tx, g); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *runner) replayGroup(tx *state.Tx, g *archive.Group) error {
	if g.Note {
		return r.applyDecision(tx, g.URL, g.Fields, g.Position)
	}
	v, err := visitOf(g, r.o.Limits.Filled().Content)
	if err != nil {
		return err
	}
	_, err = r.apply(tx, v)
	return err
}

// seed makes pages of what the sources begin with.
func (r *runner) seed(tx *state.Tx, now time.Time) error {
	for _, s := range r.o.Sources.Sources {
		for _, url := range s.Start {
			if err := r.add(tx, job{url: r.upgraded(url), role: rolePage, source: s.Name}, now); err != nil {
				return err
			}
		}
		for _, url := range s.Sitemaps {
			if err := r.add(tx, job{url: r.upgraded(url), role: archive.RoleSitemap, source: s.Name}, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// force makes one page due and no other, unless it is known to be gone for good.
func (r *runner) force(tx *state.Tx, j job, now time.Time) error {
	if err := tx.PutOff(now.Add(never)); err != nil {
		return err
	}
	p, known, err := tx.Page(j.url)
	if err != nil {
		return err
	}
	if !known {
		return r.add(tx, j, now)
	}
	if p.Due.IsZero() {
		return nil
	}
	p.Due, p.Tries = now, 0
	return tx.PutPage(p)
}

// relink looks the pages of sources whose rules were changed through for links
// anew, in the archive.
func (r *runner) relink(ctx context.Context) error {
	changed := map[string]bool{}
	err := r.db.Change(func(tx *state.Tx) error {
		for _, s := range r.o.Sources.Sources {
			before, err := tx.Meta("source " + s.Name)
			if err != nil {
				return err
			}
			if before != s.Fingerprint() {
				changed[s.Name] = before != ""
				if before == "" {
					err = tx.SetMeta("source "+s.Name, s.Fingerprint())
				}
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range r.o.Sources.Sources {
		if changed[s.Name] {
			if err := r.relinkSource(ctx, s); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *runner) relinkSource(ctx context.Context, s *sources.Source) error {
	a, err := archive.Open(r.o.Dir)
	if err != nil {
		return err
	}
	defer a.Close()
	now := r.o.Clock.Now()
	for p, err := range r.db.Pages() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if p.Source != s.Name || p.Content == "" {
			continue
		}
		doc, _, err := contentOf(a, p)
		if err != nil {
			return err
		}
		err = r.db.Change(func(tx *state.Tx) error {
			if err := r.follow(tx, &p, doc.MediaType, doc.Body, now); err != nil {
				return err
			}
			return tx.PutPage(p)
		})
		if err != nil {
			return err
		}
	}
	return r.db.Change(func(tx *state.Tx) error { return tx.SetMeta("source "+s.Name, s.Fingerprint()) })
}
