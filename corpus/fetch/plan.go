package fetch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/fetch/address"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// Plan is what a run would fetch now, as far as is known before it. What the
// pages lead to comes on top.
type Plan struct {
	At     time.Time  `json:"at"`
	Hosts  []PlanHost `json:"hosts"`
	Pages  int        `json:"pages"`
	Finish time.Time  `json:"finish"` // hosts go side by side
	First  bool       `json:"first"`  // nothing was fetched yet
}

// PlanHost is a host's part of a plan.
type PlanHost struct {
	Host   string    `json:"host"`
	Pages  int       `json:"pages"`
	Robots bool      `json:"robots"` // robots.txt is asked for first
	Begin  time.Time `json:"begin"`
	Finish time.Time `json:"finish"`
}

// MakePlan says what Run would fetch now and how long that takes, without a
// request and without a change to the folder. each, where not nil, is called
// for each address, hosts in order, longest due first.
func MakePlan(ctx context.Context, o Options, each func(url string) error) (*Plan, error) {
	o = o.filled()
	r := &runner{o: o, robots: map[string]*rules{}}
	plan := &Plan{At: o.Clock.Now(), First: true}
	if _, err := os.Stat(o.statePath()); err == nil {
		plan.First = false
		if r.db, err = state.Open(o.statePath(), o.State); err != nil {
			return nil, err
		}
		defer r.db.Close()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	fresh, err := r.unknownSeeds()
	if err != nil {
		return nil, err
	}
	if err := r.planHosts(plan, fresh); err != nil {
		return nil, err
	}
	if each == nil {
		return plan, nil
	}
	return plan, r.eachDue(ctx, plan.At, fresh, each)
}

// unknownSeeds are the addresses that sources begin with and the state does
// not know.
func (r *runner) unknownSeeds() ([]string, error) {
	var out []string
	for _, s := range r.o.Sources.Sources {
		for _, url := range slices.Concat(s.Start, s.Sitemaps) {
			url = r.upgraded(url)
			if r.db != nil {
				if _, known, err := r.db.Page(url); err != nil || known {
					if err != nil {
						return nil, err
					}
					continue
				}
			}
			out = append(out, url)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func (r *runner) planHosts(plan *Plan, fresh []string) error {
	pages := map[string]int{}
	for _, url := range fresh {
		pages[address.Host(url)]++
	}
	if r.db != nil {
		due, err := r.db.Due(plan.At)
		if err != nil {
			return err
		}
		for _, d := range due {
			pages[d.Host] += d.Pages
		}
	}
	plan.Finish = plan.At
	for name, n := range pages {
		h, err := r.planHost(name, n, plan.At)
		if err != nil {
			return err
		}
		plan.Hosts = append(plan.Hosts, h)
		plan.Pages += n
		if h.Finish.After(plan.Finish) {
			plan.Finish = h.Finish
		}
	}
	slices.SortFunc(plan.Hosts, func(a, b PlanHost) int { return strings.Compare(a.Host, b.Host) })
	return nil
}

func (r *runner) planHost(name string, pages int, now time.Time) (PlanHost, error) {
	h := &host{name: name, profile: r.o.Profile(name)}
	out := PlanHost{Host: name, Pages: pages, Robots: true}
	if r.db != nil {
		if err := r.load(h, now); err != nil {
			return out, err
		}
		known, _, err := r.permitted(state.Page{URL: "https://" + name + "/"}, now)
		if err != nil {
			return out, err
		}
		out.Robots = !known
		if k := r.robots["https://"+name]; k.robots != nil {
			h.profile = h.profile.Stricter(k.robots.Delay(Agent))
		}
	}
	out.Begin = now
	for _, t := range []time.Time{h.state.Pause, h.state.Breaker.Until} {
		if t.After(out.Begin) {
			out.Begin = t
		}
	}
	requests := pages
	if out.Robots {
		requests++
	}
	out.Begin = h.profile.Next(out.Begin, h.history)
	out.Finish = h.profile.Finish(out.Begin, h.history, requests)
	return out, nil
}

func (r *runner) eachDue(ctx context.Context, now time.Time, fresh []string, each func(string) error) error {
	for _, url := range fresh {
		if err := each(url); err != nil {
			return err
		}
	}
	if r.db == nil {
		return nil
	}
	for url, err := range r.db.DueURLs(now) {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = each(url)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
