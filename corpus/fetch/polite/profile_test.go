package polite_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/fetch/polite"
)

var now = time.Date(2019, 3, 1, 6, 30, 0, 0, time.UTC)

func TestTheFirstRequestIsAtOnce(t *testing.T) {
	require.Equal(t, now, polite.Default().Next(now, polite.History{}))
}

func TestTheDelayIsFromTheEnd(t *testing.T) {
	p := polite.Profile{Delay: 10 * time.Second}
	require.Equal(t, now.Add(13*time.Second), p.Next(now.Add(4*time.Second), polite.History{Starts: []time.Time{now}, LastEnd: now.Add(3 * time.Second)}))
	require.Equal(t, now.Add(10*time.Second), p.Next(now, polite.History{Starts: []time.Time{now}}))
	require.Equal(t, now.Add(10*time.Second), p.Next(now, polite.History{Starts: []time.Time{now.Add(time.Hour)}}), "a clock that was set back")
}

// Whenever a client asks, with pauses of its own, no hour has over 60 requests,
// no day over 1,440, and no two are closer than 10 s.
func TestPolisenBudgetHoldsInEveryWindow(t *testing.T) {
	p := polite.ProfileOf("polisen.se")
	r := rand.New(rand.NewPCG(1, 2))
	var starts []time.Time
	at := now
	for range 3000 {
		at = p.Next(at.Add(time.Duration(r.IntN(40))*time.Second), polite.History{Starts: starts})
		starts = append(starts, at)
		if r.IntN(200) == 0 {
			at = at.Add(time.Duration(r.IntN(180)) * time.Minute)
		}
	}
	for i := range starts {
		if i > 0 {
			require.GreaterOrEqual(t, starts[i].Sub(starts[i-1]), 10*time.Second)
		}
		if i >= 60 {
			require.Greater(t, starts[i].Sub(starts[i-60]), time.Hour)
		}
		if i >= 1440 {
			require.Greater(t, starts[i].Sub(starts[i-1440]), 24*time.Hour)
		}
	}
}

func TestFinish(t *testing.T) {
	p := polite.ProfileOf("www.polisen.se")
	require.Equal(t, now, p.Finish(now, polite.History{}, 1))
	require.Equal(t, now.Add(590*time.Second), p.Finish(now, polite.History{}, 60))
	require.Equal(t, now.Add(time.Hour+time.Second), p.Finish(now, polite.History{}, 61))
	require.Equal(t, now, p.Finish(now, polite.History{}, 0))
	require.Equal(t, now, polite.Profile{}.Finish(now, polite.History{}, 1000))
	var starts []time.Time
	at := now
	for range 300 {
		at = p.Next(at, polite.History{Starts: starts})
		starts = append(starts, at)
	}
	require.Equal(t, starts[299], p.Finish(now, polite.History{}, 300), "the same as step by step")
	require.Greater(t, starts[299].Sub(now), 4*time.Hour)
}

func TestRetryAfter(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"120": 2 * time.Minute, "0": 0, " 5 ": 5 * time.Second, "Fri, 01 Mar 2019 06:31:00 GMT": time.Minute,
		"Fri, 01 Mar 2019 06:00:00 GMT": 0, "99999999999999999999": 7 * 24 * time.Hour, "Friday, 01-Mar-19 06:31:00 GMT": time.Minute,
		"Mon, 01 Mar 2049 06:31:00 GMT": 7 * 24 * time.Hour,
	} {
		got, ok := polite.RetryAfter(value, now)
		require.True(t, ok, value)
		require.Equal(t, want, got, value)
	}
	for _, garbage := range []string{"", "soon", "-5", "1.5", "5 s", "2019-03-01T06:31:00Z", "0x10"} {
		_, ok := polite.RetryAfter(garbage, now)
		require.False(t, ok, garbage)
	}
}

func TestBackoffGrowsAndHasChance(t *testing.T) {
	require.Equal(t, 15*time.Second, polite.Backoff(1, 0))
	require.Equal(t, 30*time.Second, polite.Backoff(1, 1))
	require.Equal(t, 60*time.Second, polite.Backoff(2, 1))
	require.Equal(t, time.Hour, polite.Backoff(50, 1))
}

func TestBreaker(t *testing.T) {
	var b polite.Breaker
	for range 4 {
		b.Fail(now)
		require.True(t, b.Until.IsZero())
	}
	b.Fail(now)
	require.Equal(t, now.Add(15*time.Minute), b.Until)
	b.Fail(now)
	require.Equal(t, now.Add(30*time.Minute), b.Until)
	for range 20 {
		b.Fail(now)
	}
	require.Equal(t, now.Add(24*time.Hour), b.Until)
	b.Succeed()
	require.Zero(t, b)
}
