package polite

import (
	"context"
	"time"
)

// Clock tells the time and waits. A test has one of its own.
type Clock interface {
	Now() time.Time
	// Wait returns after d, or sooner when wake receives or ctx ends. A nil
	// wake says that nothing is under way that could wake it.
	Wait(ctx context.Context, d time.Duration, wake <-chan struct{})
}

// System is the clock of the machine.
type System struct{}

// Now is the time.
func (System) Now() time.Time { return time.Now() }

// Wait waits.
func (System) Wait(ctx context.Context, d time.Duration, wake <-chan struct{}) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-wake:
	case <-ctx.Done():
	}
}
