package polite

import (
	"strings"
	"time"
)

// Profile is the rules for the requests to one host. The zero value has none.
type Profile struct {
	Delay     time.Duration // between the end of a request and the start of the next
	PerHour   int           // requests in any hour; 0 for no limit
	PerDay    int           // requests in any 24 hours; 0 for no limit
	HTTPSOnly bool          // http addresses of the host are asked for by https
	GoneAt404 bool          // a 404 is permanent: the address is not asked for again
}

// Rules of hosts that publish none.
const (
	defaultDelay   = 5 * time.Second
	defaultPerHour = 360
	defaultPerDay  = 4000
)

// Default is the profile of a host that publishes no rules.
func Default() Profile {
	return Profile{Delay: defaultDelay, PerHour: defaultPerHour, PerDay: defaultPerDay}
}

// The rules that the Swedish police publish for clients of their site.
const (
	polisenDelay   = 10 * time.Second
	polisenPerHour = 60
	polisenPerDay  = 1440
)

// ProfileOf is the built-in profile of a host: the published rules for
// polisen.se, Default for all others.
func ProfileOf(host string) Profile {
	if strings.TrimPrefix(host, "www.") == "polisen.se" {
		return Profile{Delay: polisenDelay, PerHour: polisenPerHour, PerDay: polisenPerDay, HTTPSOnly: true, GoneAt404: true}
	}
	return Default()
}

// Stricter is the profile with a delay at least as long as another, such as
// the Crawl-delay of robots.txt.
func (p Profile) Stricter(delay time.Duration) Profile {
	p.Delay = max(p.Delay, delay)
	return p
}

// History is the requests of the last 24 hours to a host: when each began, in
// order, and when the last one ended, as far as that is known.
type History struct {
	Starts  []time.Time
	LastEnd time.Time
}

// Next is the earliest time, not before now, at which the next request may
// begin. Times of the past that lie in the future, because a clock was set
// back, count as now.
func (p Profile) Next(now time.Time, h History) time.Time {
	next := now
	n := len(h.Starts)
	if n > 0 || !h.LastEnd.IsZero() {
		last := h.LastEnd
		if n > 0 && h.Starts[n-1].After(last) {
			last = h.Starts[n-1]
		}
		next = latest(next, earliest(last, now).Add(p.Delay))
	}
	for _, w := range p.windows() {
		if w.most > 0 && n >= w.most {
			next = latest(next, earliest(h.Starts[n-w.most], now).Add(w.length))
		}
	}
	return next
}

type window struct {
	most   int
	length time.Duration
}

// margin keeps two requests that are a window apart from both lying in it.
const margin = time.Second

func (p Profile) windows() [2]window {
	return [2]window{{p.PerHour, time.Hour + margin}, {p.PerDay, 24*time.Hour + margin}}
}

// Finish is when the n-th request from now begins, if each takes no time.
func (p Profile) Finish(now time.Time, h History, n int) time.Time {
	keep := max(p.PerHour, p.PerDay)
	if p.PerHour == 0 && p.PerDay == 0 {
		keep = 1
	}
	starts := append([]time.Time(nil), h.Starts[max(0, len(h.Starts)-keep):]...)
	at := now
	for range n {
		at = p.Next(at, History{starts, h.LastEnd})
		starts = append(starts, at)
		if len(starts) > 2*keep {
			starts = append(starts[:0], starts[len(starts)-keep:]...)
		}
	}
	return at
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earliest(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
