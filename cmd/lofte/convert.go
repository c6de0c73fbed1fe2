package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

//go:embed example
var example embed.FS

// convertFlags are the flags of lofte convert.
type convertFlags struct {
	output  string
	format  string
	jobs    int
	quiet   bool
	example bool
	read    *readFlags
	web     *webFlags
}

func convertCommand() *cobra.Command {
	var flags convertFlags
	cmd := &cobra.Command{
		Use:   "convert [FILE|DIR|GLOB|URL|-]…",
		Short: "Convert documents to records",
		Long: `convert reads documents and writes one record for each, in the order in which
they are named; the files of a folder come in lexical order, those below it too.
A document that can't be read gets a record with the reason, and the run goes on.
The data folder of lofte fetch and WARC files give all versions of all documents
in them. The page at a URL is fetched as politely as by lofte fetch.`,
		Example: `  lofte convert --example
  lofte convert lofte.pdf sidor/ > records.jsonl
  lofte convert 'arkiv/*.html' -o records/
  lofte convert --contact me@example.se https://www.exempel.se/lofte
  curl -s https://www.exempel.se/lofte | lofte convert -`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if flags.example == (len(args) > 0) {
				return usagef("name the documents to convert, or --example for those that lofte brings along")
			}
			return convert(cmd, args, flags)
		},
	}
	cmd.Flags().StringVarP(&flags.output, "output", "o", "-", "`file` for all records, or folder (existing, or with a / at its end) for a .json of each")
	cmd.Flags().StringVar(&flags.format, "format", "jsonl", "jsonl: a line for each record; json: one indented array")
	cmd.Flags().IntVarP(&flags.jobs, "jobs", "j", 0, "documents to convert at the same time; 0 is one for each CPU")
	cmd.Flags().BoolVarP(&flags.quiet, "quiet", "q", false, "no progress and no summary on standard error")
	cmd.Flags().BoolVar(&flags.example, "example", false, "convert the small documents that lofte brings along")
	flags.read = addReadFlags(cmd)
	flags.web = addWebFlags(cmd)
	return cmd
}

func convert(cmd *cobra.Command, args []string, flags convertFlags) error {
	begin := time.Now()
	sources, err := documents(cmd, args, flags.web)
	if err != nil {
		return err
	}
	out, err := openOutput(flags.output, flags.format, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	defer out.discard()
	sum, err := writeRecords(cmd, sources, out, flags)
	if err != nil {
		return err
	}
	if err := out.close(); err != nil {
		return err
	}
	if !flags.quiet {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s, %.1f s\n", sum, time.Since(begin).Seconds())
	}
	return sum.err()
}

// writeRecords converts the sources into out, and shows how far it has come.
func writeRecords(cmd *cobra.Command, sources []corpus.Source, out output, flags convertFlags) (sum tally, err error) {
	opts, stop, err := flags.read.options()
	if err != nil {
		return sum, err
	}
	defer stop()
	opts.Jobs = flags.jobs
	show := newProgress(cmd, len(sources), flags)
	defer show.clear()
	for record, err := range corpus.Convert(cmd.Context(), sources, opts) {
		if err != nil {
			return sum, err
		}
		if err := out.write(record); err != nil {
			return sum, err
		}
		sum.add(record)
		if record.Failed() {
			show.clear()
			fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s: %v\n", record.Source.URI, reason(record))
		}
		show.step()
	}
	return sum, nil
}

// documents are the sources that the arguments name; without any, those of the
// example.
func documents(cmd *cobra.Command, args []string, web *webFlags) ([]corpus.Source, error) {
	if len(args) == 0 {
		return exampleDocuments()
	}
	var sources []corpus.Source
	for _, arg := range args {
		if arg == "-" {
			sources = append(sources, corpus.Stream(arg, cmd.InOrStdin()))
			continue
		}
		if isAddress(arg) {
			page, err := web.page(cmd, arg)
			if err != nil {
				return nil, err
			}
			sources = append(sources, page)
			continue
		}
		found, err := corpus.Find(arg)
		if err != nil {
			return nil, err
		}
		sources = append(sources, found...)
	}
	return sources, nil
}

func exampleDocuments() ([]corpus.Source, error) {
	entries, err := example.ReadDir("example")
	if err != nil {
		return nil, err
	}
	var sources []corpus.Source
	for _, entry := range entries {
		uri := "example/" + entry.Name()
		sources = append(sources, corpus.Source{
			URI:  uri,
			Open: func() (io.ReadCloser, error) { return example.Open(uri) },
		})
	}
	return sources, nil
}

// reason is why the document of a failed record could not be read.
func reason(record *model.Record) error {
	at := slices.IndexFunc(record.Diagnostics, func(d model.Diagnostic) bool { return d.Severity == model.Failure })
	d := record.Diagnostics[at]
	return &model.ReadError{Code: d.Code, Err: errors.New(d.Message)}
}
