package fetch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// runner is a run. Everything in it belongs to the goroutine that runs the
// loop, but for what others hand over with deliver.
type runner struct {
	o        Options
	anywhere bool // redirects may leave the hosts of a source
	client   *client.Client
	db       *state.DB
	archive  *archive.Writer
	hosts    map[string]*host
	robots   map[string]*rules // by origin
	pages    map[string]int    // by source
	report   *Report

	busy int // jobs and decisions under way
	wake chan struct{}
	mu   sync.Mutex
	done []func(context.Context) error // what is to be done with results
}

// Run fetches what is due, until nothing more is, or only what has to wait
// too long. It takes the lock of the folder. When ctx ends, the run ends after
// what is under way, and reports; a later run goes on.
func Run(ctx context.Context, o Options) (*Report, error) {
	return run(ctx, o, nil)
}

// run is Run for the sources, or for one address besides its being due.
func run(ctx context.Context, o Options, only *job) (*Report, error) {
	o = o.filled()
	if _, err := o.client(); err != nil {
		return nil, err
	}
	release, err := Lock(o.Dir, o.Clock.Now())
	if err != nil {
		return nil, err
	}
	r, err := newRunner(o)
	if err != nil {
		return nil, errors.Join(err, release())
	}
	r.anywhere = only != nil
	err = r.prepare(ctx, only)
	if err == nil {
		err = r.loop(ctx)
	}
	err = errors.Join(err, r.close(err))
	return r.report, errors.Join(err, release())
}

func newRunner(o Options) (*runner, error) {
	c, err := o.client()
	if err != nil {
		return nil, err
	}
	w, err := archive.NewWriter(o.Dir, o.Archive)
	if err != nil {
		return nil, err
	}
	db, err := state.Open(o.statePath(), o.State)
	if err != nil {
		return nil, errors.Join(err, w.Close())
	}
	now := o.Clock.Now()
	return &runner{o: o, client: c, db: db, archive: w, hosts: map[string]*host{}, robots: map[string]*rules{}, pages: map[string]int{},
		wake:   make(chan struct{}, 1),
		report: &Report{Run: now.UTC().Format("20060102T150405.000Z"), Started: now, Counts: map[What]int{}}}, nil
}

// close ends the run: the segment is sealed, and how the run ended is kept,
// unless it ended because nothing can be kept.
func (r *runner) close(failed error) error {
	r.report.Ended = r.o.Clock.Now()
	err := r.archive.Close()
	if failed == nil || errors.Is(failed, context.Canceled) || errors.Is(failed, context.DeadlineExceeded) {
		outcome := "complete"
		if failed != nil {
			outcome = "interrupted"
		}
		ended := r.db.Change(func(tx *state.Tx) error { return tx.EndRun(r.report.Run, r.report.Ended, outcome) })
		lists, listed := r.db.Lists()
		r.report.Lists = lists
		err = errors.Join(err, ended, listed)
	}
	return errors.Join(err, r.db.Close())
}

// loop starts jobs as hosts are ready, and finishes them as they are done.
func (r *runner) loop(ctx context.Context) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	var failed error
	for failed == nil && ctx.Err() == nil {
		next, some, err := r.startReady(inner)
		if err != nil {
			failed = err
			break
		}
		if r.busy == 0 && !some {
			return r.leaveFailed()
		}
		r.wait(ctx, next, some)
		failed = r.finishDone(inner)
	}
	cancel()
	for r.busy > 0 {
		<-r.wake
		failed = errors.Join(failed, r.finishDone(inner))
	}
	if failed == nil {
		failed = ctx.Err()
	}
	return failed
}

// longWait is a wait that is worth telling.
const longWait = 30 * time.Second

// wait waits for the next time at which something may start, or for something
// under way to end.
func (r *runner) wait(ctx context.Context, next time.Time, some bool) {
	d := time.Hour
	if some {
		d = next.Sub(r.o.Clock.Now())
	}
	if d <= 0 {
		return
	}
	if r.busy > 0 {
		r.o.Clock.Wait(ctx, d, r.wake)
		return
	}
	if d >= longWait {
		r.tell(Event{What: Waiting, Next: next})
	}
	r.o.Clock.Wait(ctx, d, nil)
}

// startReady starts a job for each host that is ready for one. It returns the
// earliest time at which another host will be, if there is one.
func (r *runner) startReady(ctx context.Context) (next time.Time, some bool, err error) {
	for _, name := range slices.Sorted(maps.Keys(r.hosts)) {
		h := r.hosts[name]
		if h.busy || h.left {
			continue
		}
		j, at, ok, err := r.nextJob(h)
		if err != nil {
			return next, some, err
		}
		if !ok {
			continue
		}
		if now := r.o.Clock.Now(); !at.After(now) {
			if err := r.start(ctx, h, j, now); err != nil {
				return next, some, err
			}
			continue
		}
		if !some || at.Before(next) {
			next, some = at, true
		}
	}
	return next, some, nil
}

// start makes a request in a goroutine of its own. That it is about to be made
// is kept first.
func (r *runner) start(ctx context.Context, h *host, j job, now time.Time) error {
	at := now.UTC().Truncate(time.Millisecond)
	if j.role == archive.RoleRobots && len(h.queue) > 0 && h.queue[0].url == j.url {
		h.queue = h.queue[1:]
	}
	err := r.db.Change(func(tx *state.Tx) error { return tx.Begin(state.Visit{Host: h.name, URL: j.url, At: at}) })
	if err != nil {
		return err
	}
	h.history.Starts = append(h.history.Starts, at)
	h.busy = true
	r.busy++
	r.report.Requests++
	go func() {
		x, err := r.client.Do(ctx, client.Request{URL: j.url, ETag: j.etag, LastModified: j.modified})
		end := r.o.Clock.Now().UTC().Truncate(time.Millisecond)
		r.deliver(func(ctx context.Context) error { return r.finish(ctx, h, j, at, end, x, err) })
	}()
	return nil
}

// deliver hands a result over to the loop.
func (r *runner) deliver(f func(context.Context) error) {
	r.mu.Lock()
	r.done = append(r.done, f)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// finishDone finishes what has been delivered.
func (r *runner) finishDone(ctx context.Context) error {
	r.mu.Lock()
	done := r.done
	r.done = nil
	r.mu.Unlock()
	var failed error
	for _, f := range done {
		r.busy--
		if failed == nil {
			failed = f(ctx)
		}
	}
	return failed
}

// finish archives an answer and concludes from it.
func (r *runner) finish(ctx context.Context, h *host, j job, at, end time.Time, x *client.Exchange, err error) error {
	h.busy = false
	h.history.LastEnd = end
	v := newVisit(j, at, end, x, err)
	if v.reason == client.Cancelled {
		return nil
	}
	ref, err := r.store(v, x)
	if err != nil {
		return err
	}
	var what What
	var p state.Page
	err = r.db.Change(func(tx *state.Tx) error {
		if what, err = r.apply(tx, v); err != nil {
			return err
		}
		if h.state, err = tx.Host(h.name); err == nil {
			p, _, err = tx.Page(v.url)
		}
		return err
	})
	if err != nil {
		return err
	}
	r.tell(Event{What: what, URL: v.url, Host: h.name, Status: v.status(), Bytes: len(v.content), Error: v.failure, Next: p.Due})
	if v.role == archive.RoleRobots {
		return r.learned(h, v)
	}
	if p.Undecided() && v.content != nil && !v.same && ctx.Err() == nil {
		h.busy = true
		r.decide(ctx, h, ref, v.content, p)
	}
	return nil
}

// store puts a visit into the archive.
func (r *runner) store(v *visit, x *client.Exchange) (archive.Ref, error) {
	e := archive.Exchange{URL: v.url, At: v.at, Role: v.role, Fields: v.fields()}
	if s := r.o.Sources.Named(v.source); s != nil && s.Municipality != "" {
		e.Fields = append(e.Fields, field(fieldOf, s.Municipality))
	}
	if v.message != nil {
		e.IP, e.Request, e.Response = x.IP, x.Sent, x.Raw
		same, err := r.original(v)
		if err != nil {
			return archive.Ref{}, err
		}
		e.Same, v.same = same, same != nil
	}
	ref, err := r.archive.Append(e)
	if err != nil {
		return ref, fmt.Errorf("archive the answer of %s: %w", v.url, err)
	}
	v.position = ref.Position
	return ref, nil
}

// original is the capture that an answer repeats, nil for none.
func (r *runner) original(v *visit) (*archive.Original, error) {
	p, known, err := r.db.Page(v.url)
	if err != nil || !known || p.Content == "" || v.role == archive.RoleRobots {
		return nil, err
	}
	if v.status() != 304 && (v.status() != 200 || v.payload != p.Payload) {
		return nil, nil
	}
	at, err := time.Parse(time.RFC3339Nano, p.Original)
	if err != nil {
		return nil, fmt.Errorf("the state of %s: %w", v.url, err)
	}
	return &archive.Original{URL: p.URL, At: at, Digest: p.Payload}, nil
}

// tell counts an event and passes it on.
func (r *runner) tell(e Event) {
	e.At = r.o.Clock.Now()
	r.report.Counts[e.What]++
	r.o.Progress(e)
}
