package nightly

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/state"
)

// run is a run under way.
type run struct {
	o       Options
	folder  folder
	started time.Time
	journal *journal
	got     *fetch.Report
	before  *Report // of the published night
	last    *Report // of the last night
}

// Run fetches what is due, converts what changed, and publishes the records
// unless the run is suspect. It takes a lock of its own in the folder; a second
// run gets a fetch.LockedError. An error means that nothing was published; the
// next run goes on.
func Run(ctx context.Context, o Options) (report *Report, err error) {
	o = o.filled()
	r := &run{o: o, folder: folder(o.Fetch.Dir), started: o.now()}
	release, err := fetch.Lock(r.folder.nights(), r.started)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, release()) }()
	if r.journal, err = openJournal(r.folder, o.Parser); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.journal.close()) }()
	if err := r.fetch(ctx); err != nil {
		return nil, err
	}
	return r.publish(ctx)
}

// fetch brings archive and state up to date.
func (r *run) fetch(ctx context.Context) error {
	o := r.o.Fetch
	o.Decide, o.DecidedBy = r.decide, r.o.Parser
	r.o.Stage(Fetching)
	var err error
	if r.got, err = fetch.Run(ctx, o); err != nil {
		return err
	}
	r.o.Stage(Converting)
	_, err = fetch.Redecide(ctx, o)
	return err
}

// decide converts a document, and says what it is. When its conversion can't be
// kept, it is made again from the archive, where the reason will be told.
func (r *run) decide(ctx context.Context, body []byte, mediaType, url string) (fetch.Decision, error) {
	conv, done, err := r.o.convert(ctx, &archive.Document{URL: url, MediaType: mediaType, Body: body})
	if err != nil {
		return fetch.Decision{}, err
	}
	_ = r.journal.add(conv)
	return done.Decision, done.Failed
}

// publish writes the night, and makes it the published one.
func (r *run) publish(ctx context.Context) (*Report, error) {
	r.o.Stage(Writing)
	published, err := r.folder.night(Published)
	if err != nil {
		return nil, err
	}
	latest, err := r.folder.night(Latest)
	if err != nil {
		return nil, err
	}
	old := night{published}
	if r.before, err = old.report(); err != nil {
		return nil, err
	}
	if r.last, err = (night{latest}).report(); err != nil {
		return nil, err
	}
	name, draft, err := r.folder.draft(r.started)
	if err != nil {
		return nil, err
	}
	report, err := r.write(ctx, name, draft, old)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(draft))
	}
	r.o.Stage(Publishing)
	if err := r.folder.settle(name, draft); err != nil {
		return nil, err
	}
	return report, r.link(name, report)
}

// link makes a night that is written the last one, and then, unless it is
// suspect, the published one.
func (r *run) link(name string, report *Report) error {
	if err := r.folder.point(Latest, name); err != nil {
		return err
	}
	if !report.Suspect() {
		if err := r.folder.point(Published, name); err != nil {
			return err
		}
		if err := r.journal.clear(); err != nil {
			return err
		}
	}
	return r.folder.prune()
}

// write writes all files of a night.
func (r *run) write(ctx context.Context, name, draft string, old night) (*Report, error) {
	c, err := r.gather(ctx, draft, old)
	if err != nil {
		return nil, err
	}
	report := &Report{Run: name, Started: r.started, Ended: r.o.now(), Outcome: WasPublished, Parser: r.o.Parser,
		Count: c.count, Fetch: r.got, World: c.changes.world.Report(), Alarms: c.judge(r.started, r.got, r.before)}
	if c.changes.otherwise {
		report.Reparsed = c.changes.parser.Report()
	}
	if r.before != nil {
		report.Against = r.before.Run
	} else {
		report.World.Changes, report.World.Past = nil, nil // all is new, which is no news
	}
	if suspicious(report.Alarms) {
		report.Outcome = WasSuspect
	}
	for _, source := range sortedNames(c.sources) {
		report.Sources = append(report.Sources, c.sources[source])
	}
	return report, r.tell(report, draft, old)
}

// gather writes records and index, and compares them with the published ones.
func (r *run) gather(ctx context.Context, draft string, old night) (*collector, error) {
	a, err := archive.Open(r.o.Fetch.Dir)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	db, err := state.Open(fetch.States(r.o.Fetch.Dir), r.o.Fetch.State)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	c := &collector{o: r.o, archive: a, journal: r.journal, old: old, out: &writer{dir: draft, old: old}, sources: r.figures()}
	defer c.out.abandon()
	c.changes = newChanges(c)
	if err := c.collect(ctx, db.Pages()); err != nil {
		return nil, err
	}
	if err := c.out.close(c.had); err != nil {
		return nil, err
	}
	c.changes.world.Unchanged(c.changes.unchanged)
	return c, c.changes.settle(ctx, night{draft}, db.Page)
}

// figures are those of the sources before their pages are looked at.
func (r *run) figures() map[string]*SourceFigures {
	out := map[string]*SourceFigures{}
	for _, s := range r.o.Fetch.Sources.Sources {
		f := &SourceFigures{Name: s.Name, Floor: s.Documents.Floor, Heard: r.started, kinds: s.Kinds(), lists: time.Duration(s.Every.List)}
		if r.last != nil {
			for _, known := range r.last.Sources {
				if known.Name == s.Name {
					f.Heard = known.Heard
				}
			}
		}
		f.left = slices.ContainsFunc(r.got.Left, func(l fetch.HostLeft) bool { return s.InScope("https://" + l.Host + "/") })
		out[s.Name] = f
	}
	return out
}

func sortedNames(m map[string]*SourceFigures) []string { return slices.Sorted(maps.Keys(m)) }

// tell writes what is told of a night.
func (r *run) tell(report *Report, draft string, old night) error {
	if err := history(report, draft, old); err != nil {
		return err
	}
	feed, err := r.feed(report, old)
	if err != nil {
		return err
	}
	line, err := encodedIndented(report)
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{FeedFile, feed}, {ReportFile, line}, {MarkdownFile, []byte(report.Markdown(r.o.Language))}, {MetricsFile, report.Metrics()}} {
		if err := writeFile(draft, f.name, f.data); err != nil {
			return err
		}
	}
	return nil
}

// ended is a line of the history: a promise that is no longer published.
type ended struct {
	Run      string `json:"run"` // that found it ended
	Document string `json:"document"`
	Removed  bool   `json:"removed,omitempty"` // nothing took its place
	Promise  any    `json:"promise"`
}

// history writes the history of before with what ended.
func history(report *Report, draft string, old night) error {
	if len(report.World.Past) == 0 && old.dir != "" {
		return takeOver(old.dir, draft, HistoryFile)
	}
	var all []byte
	if old.dir != "" {
		before, err := os.ReadFile(filepath.Join(old.dir, HistoryFile))
		if err != nil {
			return fmt.Errorf("read the history: %w", err)
		}
		all = before
	}
	for _, p := range report.World.Past {
		line, err := encoded(ended{report.Run, p.Document, p.Removed, p.Promise})
		if err != nil {
			return fmt.Errorf("write the history: %w", err)
		}
		all = append(all, line...)
	}
	return writeFile(draft, HistoryFile, all)
}
