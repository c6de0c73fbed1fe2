package polite

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Tries is how often an address is asked for before a run gives it up.
const Tries = 5

// Waits between tries.
const (
	firstWait   = 30 * time.Second
	longestWait = time.Hour
)

// Backoff is how long to wait after the given number of failed tries: twice as
// long each time, half of it by chance. random is from 0 to 1.
func Backoff(failed int, random float64) time.Duration {
	wait := firstWait
	for range failed - 1 {
		wait = min(2*wait, longestWait)
	}
	return wait/2 + time.Duration(random*float64(wait/2))
}

// longestRetryAfter bounds what a server may ask for.
const longestRetryAfter = 7 * 24 * time.Hour

// RetryAfter reads a Retry-After field: a number of seconds, or a date. What
// is neither gives false; a date in the past is no wait; more than a week is a
// week.
func RetryAfter(value string, now time.Time) (time.Duration, bool) {
	value = strings.TrimSpace(value)
	if value != "" && strings.Trim(value, "0123456789") == "" {
		n, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			return longestRetryAfter, true
		}
		return min(time.Duration(n)*time.Second, longestRetryAfter), true
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	return max(0, min(at.Sub(now), longestRetryAfter)), true
}

// Breaker stops the requests to a host that fails again and again. It opens
// after some failures in a row; when its time is over one request is let
// through, and one more failure opens it for twice as long.
type Breaker struct {
	Failures int       `json:"failures,omitempty"`
	Until    time.Time `json:"until,omitzero"` // open till then
}

// Rules of the breaker.
const (
	breakerFailures = 5
	breakerOpen     = 15 * time.Minute
	breakerLongest  = 24 * time.Hour
)

// Fail counts a failure of the host.
func (b *Breaker) Fail(now time.Time) {
	b.Failures++
	if b.Failures < breakerFailures {
		return
	}
	open := breakerOpen
	for range b.Failures - breakerFailures {
		open = min(2*open, breakerLongest)
	}
	b.Until = now.Add(open)
}

// Succeed forgets the failures.
func (b *Breaker) Succeed() { *b = Breaker{} }
