package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/nightly"
	"github.com/spf13/cobra"
)

// nightlyFlags are the flags of lofte nightly.
type nightlyFlags struct {
	sources []string
	data    string
	lang    string
	quiet   bool
	options nightly.Options
	web     *webFlags
	read    *readFlags
}

// errSuspect says that a run was suspect; its alarms have been told by then.
var errSuspect = errors.New("the run is suspect")

func nightlyCommand() *cobra.Command {
	var flags nightlyFlags
	cmd := &cobra.Command{
		Use:   "nightly --data DIR",
		Short: "Fetch, convert, publish and tell what changed",
		Long: `nightly does what is to be done every night: it fetches what is due, converts what
changed, publishes the records as DIR/published/records.jsonl, and tells what
changed in report.json, report.md and the Atom feed changes.atom beside them;
metrics.prom has figures in the format of OpenMetrics. DIR/latest is the last
run, published or not. A run can be killed at any moment; the next one goes on.

A run that looks as if something broke is suspect: a source finds nothing where
it had found something, or less than its floor; more than 20 % of the documents
lost over half of their commitments; a list declares another total than was
found; in place of a document stands a "not found", a login, a captcha or a
maintenance page; a source did not answer for three of its intervals. Then the
records of the night before stay published, and the exit status is 4. Look at
DIR/latest/report.md; --accept publishes all the same, and what was accepted
stays silent until it gets worse.`,
		Example: `  lofte nightly --data /var/lib/lofte --contact me@example.se
  lofte nightly --data data --sources sources.yaml --lang en
  lofte status data`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runNightly(cmd, flags) },
	}
	cmd.Flags().StringArrayVar(&flags.sources, "sources", []string{builtInSources}, "`file` that describes sources, or "+builtInSources+"; may be given several times")
	cmd.Flags().StringVar(&flags.data, "data", "", "`folder` of the archive, and of what is published")
	cmd.Flags().StringVar(&flags.lang, "lang", "sv", "language of report.md and the feed: sv or en")
	cmd.Flags().BoolVar(&flags.options.Accept, "accept", false, "publish although there are alarms")
	cmd.Flags().StringVar(&flags.options.FeedURL, "feed-url", "", "`address` at which the feed will be found")
	cmd.Flags().BoolVarP(&flags.quiet, "quiet", "q", false, "nothing on standard error but errors and alarms")
	flags.web = addWebFlags(cmd)
	flags.read = addReadFlags(cmd)
	return cmd
}

func runNightly(cmd *cobra.Command, flags nightlyFlags) error {
	o, err := flags.complete()
	if err != nil {
		return err
	}
	read, stop, err := flags.read.options()
	if err != nil {
		return err
	}
	defer stop()
	o.Convert, o.Parser = corpus.Converter(read), parserVersion()
	show := newFetchLog(cmd, flags.quiet)
	o.Fetch.Progress = show.event
	log := runLog(cmd, flags.quiet)
	o.Stage = func(s nightly.Stage) { log.Info("stage", "stage", s) }
	report, err := nightly.Run(cmd.Context(), o)
	show.done()
	if err != nil {
		return unreachable(err)
	}
	return tellRun(cmd, report, log)
}

// complete makes the options of what was given.
func (f *nightlyFlags) complete() (nightly.Options, error) {
	o := f.options
	if f.data == "" {
		return o, usagef("name the folder for archive and records with --data")
	}
	set, err := sourceSet(f.sources)
	if err != nil {
		return o, err
	}
	if o.Language, err = diff.ParseLanguage(f.lang); err != nil {
		return o, usageError{fmt.Errorf("--lang: %w", err)}
	}
	o.Fetch = f.web.options(f.data)
	o.Fetch.Sources = set
	_, err = fetch.UserAgent("", o.Fetch.Contact)
	return o, unreachable(err)
}

// runLog is a log in lines of JSON, and none on a terminal, where the line of
// the fetch log tells how far the run has come.
func runLog(cmd *cobra.Command, quiet bool) *slog.Logger {
	out := cmd.ErrOrStderr()
	if quiet || isTerminal(out) {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewJSONHandler(out, nil))
}

// tellRun says how a run ended: what changed on standard output, what is
// alarming on standard error.
func tellRun(cmd *cobra.Command, r *nightly.Report, log *slog.Logger) error {
	log.Info("end", "outcome", r.Outcome, "documents", r.Count.Documents, "promises", r.Count.Promises,
		"commitments", r.Count.Commitments, "changes", len(r.World.Changes), "alarms", len(r.Alarms))
	for _, a := range r.Alarms {
		if !a.Accepted {
			fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s: %s\n", a.Kind, a.Message)
		}
	}
	if _, err := io.WriteString(cmd.OutOrStdout(), r.World.Lines(diff.English)); err != nil {
		return err
	}
	if r.Suspect() {
		return errSuspect
	}
	return nil
}

// printJSON prints a value for people and programs alike.
func printJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	return enc.Encode(v)
}
