package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

// fetchLog tells what a fetch does.
type fetchLog interface {
	event(fetch.Event)
	done()
}

// newFetchLog is one line that changes on a terminal, and lines of JSON
// elsewhere.
func newFetchLog(cmd *cobra.Command, quiet bool) fetchLog {
	out := cmd.ErrOrStderr()
	switch {
	case quiet:
		return noLog{}
	case isTerminal(out):
		return &lineLog{bar: progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(out), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(barInterval),
			progressbar.OptionShowCount(), progressbar.OptionSetDescription("fetching"))}
	}
	return jsonLog{json.NewEncoder(out)}
}

type noLog struct{}

func (noLog) event(fetch.Event) {}
func (noLog) done()             {}

// jsonLog writes each event as a line of JSON. A log that can't be written is
// no reason to stop.
type jsonLog struct{ *json.Encoder }

func (l jsonLog) event(e fetch.Event) { _ = l.Encode(e) }
func (jsonLog) done()                 {}

type lineLog struct{ bar *progressbar.ProgressBar }

func (l *lineLog) event(e fetch.Event) {
	text := string(e.What) + " " + e.URL + e.Host
	if e.URL != "" {
		text = string(e.What) + " " + e.URL
	}
	if e.What == fetch.Waiting {
		text = "waiting until " + e.Next.Local().Format(time.TimeOnly)
	}
	l.bar.Describe(shortened(text))
	if e.Status != 0 {
		_ = l.bar.Add(1) // as above
	}
}

func (l *lineLog) done() { _ = l.bar.Clear() }

// lineWidth is how much of an event the line on a terminal shows.
const lineWidth = 60

func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= lineWidth {
		return text
	}
	return string(runes[:lineWidth/2-1]) + "…" + string(runes[len(runes)-lineWidth/2:])
}

// printReport says in a few lines what a fetch did.
func printReport(out io.Writer, r *fetch.Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s: %d new, %d changed, %d unchanged, %d moved, %d gone, %d failed\n",
		count(r.Requests, "request"), r.Ended.Sub(r.Started).Round(time.Second),
		r.Counts[fetch.New], r.Counts[fetch.Changed], r.Counts[fetch.Unchanged], r.Counts[fetch.Moved], r.Counts[fetch.Gone], r.Counts[fetch.GivenUp])
	if n := r.Counts[fetch.Disallowed]; n > 0 {
		fmt.Fprintf(&b, "%s not asked for, because robots.txt forbids it\n", count(n, "page"))
	}
	for _, l := range r.Lists {
		fmt.Fprintf(&b, "%s declares %d, %d found\n", l.URL, l.Declared, l.Found)
	}
	for _, l := range r.Left {
		fmt.Fprintf(&b, "%s: %s left until %s: %s\n", l.Host, count(l.Pages, "page"), l.Until.UTC().Format(time.RFC3339), l.Reason)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// printPlan says what would be fetched: the addresses, then each host with the
// number of its pages and how long they take.
func printPlan(cmd *cobra.Command, opts fetch.Options) error {
	out := cmd.OutOrStdout()
	plan, err := fetch.MakePlan(cmd.Context(), opts, func(url string) error {
		_, err := fmt.Fprintln(out, url)
		return err
	})
	if err != nil {
		return err
	}
	for _, h := range plan.Hosts {
		if _, err := fmt.Fprintf(out, "# %s: %s, %s\n", h.Host, count(h.Pages, "page"), span(h.Finish.Sub(plan.At))); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(out, "# all: %s, %s; what they lead to comes on top\n", count(plan.Pages, "page"), span(plan.Finish.Sub(plan.At)))
	return err
}

func span(d time.Duration) string { return "about " + d.Round(time.Second).String() }
