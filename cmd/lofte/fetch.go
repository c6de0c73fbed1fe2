package main

import (
	"fmt"
	"os"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/corpus/fetch/sources"
	"github.com/spf13/cobra"
)

// fetchFlags are the flags of lofte fetch.
type fetchFlags struct {
	sources []string
	data    string
	plan    bool
	schema  bool
	quiet   bool
	web     *webFlags
	read    *readFlags
}

func fetchCommand() *cobra.Command {
	var flags fetchFlags
	cmd := &cobra.Command{
		Use:   "fetch --data DIR",
		Short: "Fetch what is due from the sources into an archive",
		Long: `fetch asks the sources for the pages that are due, politely, and keeps every
version of them as WARC files in the data folder, with what they are. It can be
stopped at any moment; the next run goes on. Hosts are asked one request at a
time, at their own pace: those that publish rules for clients by these, and all
by their robots.txt. On standard error it tells what it does, on a terminal in
one line, otherwise in lines of JSON.

The sources are described in files; polisen.se is built in, and what is fetched
where no file is named. See --schema for what a file may say.`,
		Example: `  lofte fetch --data data --contact me@example.se --plan
  lofte fetch --data data --contact me@example.se
  lofte fetch --data data --sources polisen.se --sources sources.yaml
  lofte convert data > records.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return fetchSources(cmd, flags) },
	}
	cmd.Flags().StringArrayVar(&flags.sources, "sources", []string{builtInSources}, "`file` that describes sources, or "+builtInSources+"; may be given several times")
	cmd.Flags().StringVar(&flags.data, "data", "", "`folder` of the archive and of what is known")
	cmd.Flags().BoolVar(&flags.plan, "plan", false, "say what would be fetched and how long it takes, without a request")
	cmd.Flags().BoolVar(&flags.schema, "schema", false, "print the JSON Schema of a sources file")
	cmd.Flags().BoolVarP(&flags.quiet, "quiet", "q", false, "nothing on standard error but errors")
	flags.web = addWebFlags(cmd)
	flags.read = addReadFlags(cmd)
	return cmd
}

// builtInSources is the name of the sources that need no file.
const builtInSources = "polisen.se"

func fetchSources(cmd *cobra.Command, flags fetchFlags) error {
	if flags.schema {
		text, err := sources.Schema()
		if err == nil {
			_, err = cmd.OutOrStdout().Write(text)
		}
		return err
	}
	if flags.data == "" {
		return usagef("name the folder for the archive with --data")
	}
	set, err := sourceSet(flags.sources)
	if err != nil {
		return err
	}
	opts := flags.web.options(flags.data)
	opts.Sources = set
	if flags.plan {
		return printPlan(cmd, opts)
	}
	return runFetch(cmd, opts, flags)
}

// sourceSet joins the sources of several files.
func sourceSet(names []string) (*sources.Set, error) {
	all := &sources.Set{}
	for _, name := range names {
		set, err := sources.BuiltIn()
		if name != builtInSources {
			set, err = sourcesFile(name)
		}
		if err != nil {
			return nil, err
		}
		if all, err = all.With(set); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func sourcesFile(name string) (*sources.Set, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	set, err := sources.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return set, nil
}

func runFetch(cmd *cobra.Command, opts fetch.Options, flags fetchFlags) error {
	read, stop, err := flags.read.options()
	if err != nil {
		return err
	}
	defer stop()
	opts.Decide, opts.DecidedBy = corpus.Decider(read), "lofte "+version()
	show := newFetchLog(cmd, flags.quiet)
	opts.Progress = show.event
	report, err := fetch.Run(cmd.Context(), opts)
	show.done()
	if err != nil {
		return unreachable(err)
	}
	if err := printReport(cmd.OutOrStdout(), report); err != nil {
		return err
	}
	if report.Counts[fetch.GivenUp]+len(report.Left) > 0 {
		return errDocuments
	}
	return nil
}
