package fetch

import (
	"time"

	"github.com/lofte/lofte/corpus/fetch/state"
)

// What is what happened to a page.
type What string

// What may happen.
const (
	New        What = "new"        // content where there was none
	Changed    What = "changed"    // other content than before
	Unchanged  What = "unchanged"  // 304, or the same content
	Moved      What = "moved"      // a redirect
	Gone       What = "gone"       // 404 or 410
	Denied     What = "denied"     // another status of the client errors
	Failed     What = "failed"     // no answer, or a server error; to be tried again
	GivenUp    What = "given-up"   // failed as often as it is tried
	Disallowed What = "disallowed" // by robots.txt
	Rules      What = "robots"     // robots.txt was read
	Decided    What = "decided"    // the document was read
	Waiting    What = "waiting"    // a host has to wait; until is in Next
	Left       What = "left"       // a host is left for the next run
)

// Event is something that happened, for a display or a log.
type Event struct {
	At     time.Time `json:"at"`
	What   What      `json:"what"`
	URL    string    `json:"url,omitempty"`
	Host   string    `json:"host,omitempty"`
	Status int       `json:"status,omitempty"`
	Bytes  int       `json:"bytes,omitempty"`
	Kind   string    `json:"kind,omitempty"`
	Error  string    `json:"error,omitempty"`
	Next   time.Time `json:"next,omitzero"`
}

// Report is what a run did.
type Report struct {
	Run            string       `json:"run"`
	Started, Ended time.Time    `json:"-"`
	Requests       int          `json:"requests"`
	Counts         map[What]int `json:"counts"`
	Left           []HostLeft   `json:"left,omitempty"`
	Lists          []state.List `json:"lists,omitempty"`
	Recovered      int          `json:"recovered,omitempty"` // exchanges that a killed run had archived and not concluded from
}

// HostLeft is a host of which pages stay due for the next run.
type HostLeft struct {
	Host   string    `json:"host"`
	Pages  int       `json:"pages"`
	Until  time.Time `json:"until"` // before which it should not be asked
	Reason string    `json:"reason"`
}
