package nightly

import (
	"context"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/polite"
	"github.com/lofte/lofte/model"
)

// Converted is what was made of a document. The record is there also where the
// document could not be read, and Failed says why.
type Converted struct {
	Record   *model.Record
	Text     string // visible text
	Decision fetch.Decision
	Failed   error
}

// Convert makes a record of a document. It is called from several goroutines.
type Convert func(ctx context.Context, doc *archive.Document) Converted

// Options say what a run does. Fetch, Convert and Parser must be given; Decide
// and DecidedBy of Fetch are set by the run.
type Options struct {
	Fetch    fetch.Options
	Convert  Convert
	Parser   string // name and version; another one makes all records anew
	Limits   Limits
	Accept   bool          // publish although there are alarms, and remember them
	Language diff.Language // of report.md and the feed; Swedish where ""
	FeedURL  string        // where the feed will be found, if that is known
	Stage    func(Stage)   // called as the run comes from one stage to the next
}

// Stage is a part of a run.
type Stage string

// The stages, in their order.
const (
	Fetching   Stage = "fetch"
	Converting Stage = "convert" // what another parser had converted
	Writing    Stage = "write"
	Publishing Stage = "publish"
)

// Limits say when a run is suspect. What is zero has the default.
type Limits struct {
	// FloorShare of a source's published documents has to be found again, where
	// the source sets no floor of its own and FloorFrom or more were published.
	FloorShare float64
	FloorFrom  int
	// LosingShare is how many of the published documents may lose more than
	// LostShare of their commitments, or all with the document.
	LosingShare float64
	LostShare   float64
	// TotalDifference is how far the count may be from the total that a list
	// declares.
	TotalDifference int
	// SilentIntervals is how often a source's lists may come due without any
	// page of the source answering.
	SilentIntervals float64
}

// The defaults of Limits.
const (
	DefaultFloorShare      = 0.8
	DefaultFloorFrom       = 10
	DefaultLosingShare     = 0.2
	DefaultLostShare       = 0.5
	DefaultTotalDifference = 0
	DefaultSilentIntervals = 3
)

func (l Limits) filled() Limits {
	fill(&l.FloorShare, DefaultFloorShare)
	fill(&l.FloorFrom, DefaultFloorFrom)
	fill(&l.LosingShare, DefaultLosingShare)
	fill(&l.LostShare, DefaultLostShare)
	fill(&l.SilentIntervals, DefaultSilentIntervals)
	return l
}

func fill[T comparable](value *T, fallback T) {
	var zero T
	if *value == zero {
		*value = fallback
	}
}

func (o Options) filled() Options {
	fill(&o.Language, diff.Swedish)
	o.Limits = o.Limits.filled()
	if o.Stage == nil {
		o.Stage = func(Stage) {}
	}
	if o.Fetch.Clock == nil {
		o.Fetch.Clock = polite.System{}
	}
	return o
}

func (o Options) now() time.Time { return o.Fetch.Clock.Now().UTC() }
