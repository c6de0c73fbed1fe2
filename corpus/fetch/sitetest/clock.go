package sitetest

import (
	"context"
	"sync"
	"time"
)

// Clock is a clock that stands still until somebody waits for it. It is a
// polite.Clock.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock returns a clock that shows the morning of 1 March 2019.
func NewClock() *Clock { return &Clock{now: time.Date(2019, 3, 1, 2, 0, 0, 0, time.UTC)} }

// Now is the time that the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock on.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// Wait moves the clock on at once. While something is under way, which takes
// no time in the model, it waits for that.
func (c *Clock) Wait(ctx context.Context, d time.Duration, wake <-chan struct{}) {
	if wake == nil {
		c.Advance(d)
		return
	}
	select {
	case <-wake:
	case <-ctx.Done():
	}
}
