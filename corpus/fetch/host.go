package fetch

import (
	"net/url"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/client"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// host is a host during a run.
type host struct {
	name    string
	profile polite.Profile
	history polite.History
	state   state.Host
	queue   []job // robots.txt that redirects lead to
	loaded  bool
	busy    bool
	left    bool // for the next run
}

// rules is what is known of an origin's robots.txt during a run.
type rules struct {
	robots *polite.Robots
	at     time.Time
	asked  bool      // a request for it is under way or queued
	tries  int       // that failed
	retry  time.Time // not before
	why    string    // the last try failed
}

// know makes a host part of the run.
func (r *runner) know(name string) {
	if r.hosts[name] == nil {
		r.hosts[name] = &host{name: name, profile: r.o.Profile(name)}
	}
}

// load reads what the state knows of a host.
func (r *runner) load(h *host, now time.Time) error {
	if h.loaded {
		return nil
	}
	var err error
	if h.history, err = r.db.History(h.name, now.Add(-25*time.Hour)); err != nil {
		return err
	}
	h.state, err = r.db.Host(h.name)
	h.loaded = err == nil
	return err
}

// nextJob is what a host should be asked for next, and when that may be. ok is
// false when there is nothing, or nothing before another host has answered.
func (r *runner) nextJob(h *host) (j job, at time.Time, ok bool, err error) {
	now := r.o.Clock.Now()
	if err := r.load(h, now); err != nil {
		return j, at, false, err
	}
	if len(h.queue) > 0 {
		return r.timed(h, h.queue[0], now, now)
	}
	for {
		p, found, err := r.nextPage(h, now)
		if err != nil || !found {
			return j, at, false, err
		}
		known, allowed, err := r.permitted(p, now)
		if err != nil {
			return j, at, false, err
		}
		if known && !allowed {
			if err := r.disallow(p); err != nil {
				return j, at, false, err
			}
			continue
		}
		if known {
			return r.timed(h, r.conditional(p, now), p.Due, now)
		}
		return r.robotsJob(h, p, now)
	}
}

// nextPage is the page of a host that is due, or will be tried again within
// this run. Pages of sources that are no longer there are put off.
func (r *runner) nextPage(h *host, now time.Time) (state.Page, bool, error) {
	for {
		p, found, err := r.db.NextDue(h.name, now)
		if err == nil && !found {
			p, found, err = r.db.NextRetry(h.name, now.Add(r.o.MaxWait))
		}
		if err != nil || !found {
			return p, false, err
		}
		if s := r.o.Sources.Named(p.Source); s != nil && (r.anywhere || s.InScope(p.URL)) {
			return p, true, nil
		}
		p.Due = now.Add(r.every(p.Source).other)
		if err := r.db.Change(func(tx *state.Tx) error { return tx.PutPage(p) }); err != nil {
			return p, false, err
		}
	}
}

// timed is a job with the time at which it may begin: not before it is due,
// not while the host asked for silence or its breaker is open, and within the
// budget. A host for which that is too long is left for the next run.
func (r *runner) timed(h *host, j job, due, now time.Time) (job, time.Time, bool, error) {
	profile := h.profile
	if known := r.robots[address.Origin(j.url)]; known != nil && known.robots != nil {
		profile = profile.Stricter(known.robots.Delay(Agent))
	}
	at, why := profile.Next(now, h.history), "its budget is used up"
	for _, other := range []struct {
		at  time.Time
		why string
	}{{due, "its next try is later"}, {h.state.Pause, "it asked for silence"}, {h.state.Breaker.Until, "it failed again and again"}} {
		if other.at.After(at) {
			at, why = other.at, other.why
		}
	}
	if at.Sub(now) > r.o.MaxWait {
		return j, at, false, r.leave(h, at, why)
	}
	return j, at, true, nil
}

// leave leaves a host's pages for the next run.
func (r *runner) leave(h *host, until time.Time, why string) error {
	h.left = true
	due, err := r.db.Due(until)
	if err != nil {
		return err
	}
	left := HostLeft{Host: h.name, Until: until, Reason: why}
	for _, d := range due {
		if d.Host == h.name {
			left.Pages = d.Pages
		}
	}
	r.report.Left = append(r.report.Left, left)
	r.tell(Event{What: Left, Host: h.name, Error: why, Next: until})
	return nil
}

// leaveFailed leaves the hosts with pages whose next try is too far away for
// this run.
func (r *runner) leaveFailed() error {
	failed, err := r.db.Failed()
	for _, f := range failed {
		if h := r.hosts[f.Host]; err == nil && h != nil && !h.left {
			err = r.leave(h, f.First, "its next try is later")
		}
	}
	return err
}

// conditional adds the validators of the last answer, unless it is time to ask
// for the whole document again.
func (r *runner) conditional(p state.Page, now time.Time) job {
	j := jobOf(p)
	if p.Content != "" && p.Status == 200 && now.Sub(p.Whole) < wholeAgain {
		j.etag, j.modified = p.ETag, p.Modified
	}
	return j
}

// permitted reports whether robots.txt allows a page, if it is known.
func (r *runner) permitted(p state.Page, now time.Time) (known, allowed bool, err error) {
	origin := address.Origin(p.URL)
	k := r.robots[origin]
	if k == nil {
		k = &rules{}
		r.robots[origin] = k
		kept, found, err := r.db.Robots(origin)
		if err != nil {
			return false, false, err
		}
		if found {
			k.robots, k.at = polite.RobotsOf(kept.Status, kept.Body), kept.At
		}
	}
	if k.robots == nil || k.robots.Unreachable() || now.Sub(k.at) >= polite.RobotsAge {
		return false, false, nil
	}
	return true, k.robots.Allowed(Agent, pathOf(p.URL)), nil
}

// pathOf is path and query of a normalised address.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "/" // cannot be: the address is normalised
	}
	return u.RequestURI()
}

// disallow keeps that robots.txt forbids a page, which is looked at again when
// the rules are read again.
func (r *runner) disallow(p state.Page) error {
	p.Error, p.Tries = "robots.txt forbids it", 0
	p.Due = r.robots[address.Origin(p.URL)].at.Add(polite.RobotsAge)
	r.tell(Event{What: Disallowed, URL: p.URL, Host: p.Host})
	return r.db.Change(func(tx *state.Tx) error { return tx.PutPage(p) })
}

// robotsJob asks for the robots.txt that a page needs first.
func (r *runner) robotsJob(h *host, p state.Page, now time.Time) (job, time.Time, bool, error) {
	origin := address.Origin(p.URL)
	k := r.robots[origin]
	if k.asked {
		return job{}, now, false, nil // at another host, by a redirect
	}
	if k.tries >= polite.Tries || k.retry.Sub(now) > r.o.MaxWait {
		return job{}, now, false, r.leave(h, latest(k.retry, now.Add(r.o.MaxWait)), "its robots.txt cannot be had: "+k.why)
	}
	j := job{url: origin + "/robots.txt", role: archive.RoleRobots, source: p.Source, origin: origin}
	return r.timed(h, j, k.retry, now)
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// applyRobots keeps what an answer says of the rules of an origin. A redirect
// says nothing yet, unless it cannot be followed.
func (r *runner) applyRobots(tx *state.Tx, v *visit) error {
	if _, more := v.robotsGoOn(); more {
		return nil
	}
	kept := state.Robots{At: v.end, Status: v.robotsStatus(), Body: v.content}
	if len(kept.Body) > polite.RobotsBytes+1 {
		kept.Body = kept.Body[:polite.RobotsBytes+1]
	}
	return tx.PutRobots(v.origin, kept)
}

// robotsStatus is the status by which the rules of an origin go: 0, as for no
// answer, where a redirect leads to what may not be asked for, or where the
// file cannot be decompressed.
func (v *visit) robotsStatus() int {
	if v.contentErr != nil && v.status() == 200 {
		return 0
	}
	if client.IsRedirect(v.status()) && v.hops < polite.RobotsRedirects {
		return 0
	}
	return v.status()
}

// robotsGoOn reports whether a redirect of a robots.txt is followed, and where
// to.
func (v *visit) robotsGoOn() (job, bool) {
	if !client.IsRedirect(v.status()) || v.hops >= polite.RobotsRedirects {
		return job{}, false
	}
	to, err := client.Redirect(v.url, v.message)
	if err != nil {
		return job{}, false
	}
	return job{url: to, role: v.role, source: v.source, hops: v.hops + 1, via: v.url, origin: v.origin}, true
}

// learned takes the answer to a request for robots.txt.
func (r *runner) learned(h *host, v *visit) error {
	k := r.robots[v.origin]
	if next, more := v.robotsGoOn(); more {
		k.asked = true
		next.url = r.upgraded(next.url)
		r.know(next.host())
		to := r.hosts[next.host()]
		to.queue = append(to.queue, next)
		return nil
	}
	k.asked = false
	k.robots, k.at = polite.RobotsOf(v.robotsStatus(), v.content), v.end
	if !k.robots.Unreachable() {
		k.tries = 0
		return nil
	}
	k.tries++
	if v.message == nil && !v.reason.Temporary() {
		k.tries = polite.Tries
	}
	k.why = v.trouble()
	wait, ok := v.retryAfter()
	if !ok {
		wait = polite.Backoff(k.tries, chance(v.origin, k.tries))
	}
	k.retry = v.end.Add(wait)
	return nil
}
