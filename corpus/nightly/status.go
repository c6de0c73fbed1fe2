package nightly

import (
	"errors"

	"github.com/lofte/lofte/corpus/fetch"
)

// State is how a data folder is doing. Reports are nil where there was no such
// night, Running is nil when no run is under way.
type State struct {
	Published *Report       `json:"published"`
	Latest    *Report       `json:"latest"`
	Running   *fetch.Holder `json:"running,omitempty"`
}

// Status says how a data folder is doing.
func Status(o Options) (*State, error) {
	o = o.filled()
	f := folder(o.Fetch.Dir)
	s := &State{}
	for link, report := range map[string]**Report{Published: &s.Published, Latest: &s.Latest} {
		dir, err := f.night(link)
		if err != nil {
			return nil, err
		}
		if *report, err = (night{dir}).report(); err != nil {
			return nil, err
		}
	}
	if !exists(f.nights()) {
		return s, nil
	}
	release, err := fetch.Lock(f.nights(), o.now())
	var locked *fetch.LockedError
	if errors.As(err, &locked) {
		s.Running = &locked.Holder
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	return s, release()
}
