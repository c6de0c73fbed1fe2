package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/nightly"
	"github.com/spf13/cobra"
)

func statusCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "status DIR",
		Short: "Say how the nightly runs in a folder are doing",
		Long: `status shows what is published from a data folder of lofte nightly, how the last
run ended, its alarms and its sources, and whether a run is under way. The exit
status is 4 when the last run was suspect.`,
		Example: "  lofte status /var/lib/lofte",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return status(cmd.OutOrStdout(), args[0], format) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func status(out io.Writer, dir, format string) error {
	if format != "text" && format != "json" {
		return usagef("unknown --format %q; it is text or json", format)
	}
	state, err := nightly.Status(nightly.Options{Fetch: fetch.Options{Dir: dir}})
	if err != nil {
		return err
	}
	if format == "json" {
		err = printJSON(out, state)
	} else {
		_, err = io.WriteString(out, statusText(state))
	}
	if err == nil && state.Latest != nil && state.Latest.Suspect() {
		err = errSuspect
	}
	return err
}

func statusText(s *nightly.State) string {
	var b strings.Builder
	if s.Running != nil {
		fmt.Fprintf(&b, "running    process %d on %s since %s\n", s.Running.PID, s.Running.Host, moment(s.Running.Started))
	}
	published := "nothing"
	if p := s.Published; p != nil {
		published = fmt.Sprintf("%s, %s, %s, %s", moment(p.Started), count(p.Count.Documents, "document"),
			count(p.Count.Promises, "promise"), count(p.Count.Commitments, "commitment"))
	}
	fmt.Fprintf(&b, "published  %s\n", published)
	l := s.Latest
	if l == nil {
		return b.String() + "last run   none\n"
	}
	fmt.Fprintf(&b, "last run   %s, %s in %s, %s, %s\n", moment(l.Started), l.Outcome, l.Ended.Sub(l.Started).Round(time.Second),
		count(l.Fetch.Requests, "request"), count(len(l.World.Changes), "change"))
	for _, a := range l.Alarms {
		note := ""
		if a.Accepted {
			note = " (accepted)"
		}
		fmt.Fprintf(&b, "alarm      %s: %s%s\n", a.Kind, a.Message, note)
	}
	for _, source := range l.Sources {
		fmt.Fprintf(&b, "source     %s: %s, last answered %s\n", source.Name, count(source.Found, "document"), moment(source.Heard))
	}
	for _, h := range l.Fetch.Left {
		fmt.Fprintf(&b, "waiting    %s: %s until %s: %s\n", h.Host, count(h.Pages, "page"), moment(h.Until), h.Reason)
	}
	return b.String()
}

func moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }
