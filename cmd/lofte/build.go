package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/dataset"
	"github.com/lofte/lofte/corpus/dataset/correct"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

// buildFlags are the flags of lofte build.
type buildFlags struct {
	output      string
	corrections []string
	scores      string
	jobs        int
	quiet       bool
	options     dataset.Options
	read        *readFlags
}

func buildCommand() *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build RECORDS|FILE|DIR|ARCHIVE… -o DIR",
		Short: "Make a dataset of records or documents",
		Long: `build makes the tables of a dataset as CSV, JSONL, Parquet and SQLite, and writes
beside them a data package, a catalogue, a codebook and checksums. Files that end
in .jsonl or .json, and standard input (-), hold records; all else is documents,
which are converted first. The folder for the dataset has to be new or empty.

The names of those who sign are left out. A version is structure.values.patch,
counted on from --previous; lofte diff tells what changed between two datasets.`,
		Example: `  lofte convert sidor/ > records.jsonl
  lofte build records.jsonl -o 2024-11/
  lofte build arkiv/ -o 2024-12/ --previous 2024-11/ --corrections corrections/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return build(cmd, args, flags) },
	}
	o, a := &flags.options, &flags.options.About
	cmd.Flags().StringVarP(&flags.output, "output", "o", "", "`folder` for the dataset")
	cmd.Flags().StringSliceVar(&flags.corrections, "corrections", nil, "`file or folder` of corrections in YAML")
	cmd.Flags().BoolVar(&o.WithNames, "with-names", false, "keep the names of those who sign")
	cmd.Flags().StringVar(&o.Previous, "previous", "", "`folder` of the version before")
	cmd.Flags().StringVar(&flags.scores, "scores", "", "`file` that lofte score --format json wrote, for the measured errors in the codebook")
	cmd.Flags().StringVar(&a.Publisher, "publisher", "", "`name` of the publisher")
	cmd.Flags().StringVar(&a.PublisherURI, "publisher-uri", "", "`IRI` of the publisher")
	cmd.Flags().StringVar(&a.Contact, "contact", "", "`name` of who answers questions")
	cmd.Flags().StringVar(&a.Email, "email", "", "their `address`")
	cmd.Flags().StringVar(&a.License, "license", "", "`IRI` of the licence")
	cmd.Flags().StringVar(&a.URL, "url", "", "`address` that the folder will be published at")
	cmd.Flags().StringVar(&a.Date, "date", "", "`day` of publication, as 2024-12-01")
	cmd.Flags().IntVarP(&flags.jobs, "jobs", "j", 0, "documents to convert at the same time; 0 is one for each CPU")
	cmd.Flags().BoolVarP(&flags.quiet, "quiet", "q", false, "no summary on standard error")
	flags.read = addReadFlags(cmd)
	return cmd
}

func build(cmd *cobra.Command, args []string, flags buildFlags) error {
	begin := time.Now()
	if err := flags.complete(); err != nil {
		return err
	}
	opts, stop, err := flags.read.options()
	if err != nil {
		return err
	}
	defer stop()
	opts.Jobs = flags.jobs
	// A document that is read in this process may need more than the tables do.
	if os.Getenv("GOMEMLIMIT") == "" && flags.read.isolate {
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(dataset.MemoryLimit))
	}
	summary, err := dataset.Build(flags.output, recordsFrom(cmd, args, opts), flags.options)
	if err != nil {
		return err
	}
	if !flags.quiet {
		tellBuilt(cmd.ErrOrStderr(), summary, flags.options, time.Since(begin))
	}
	if summary.Failures > 0 {
		return errDocuments
	}
	return nil
}

// complete checks the flags and reads what they name.
func (f *buildFlags) complete() (err error) {
	a := &f.options.About
	if f.output == "" {
		return usagef("name the folder for the dataset with -o")
	}
	if _, err := time.Parse(time.DateOnly, a.Date); a.Date != "" && err != nil {
		return usagef("--date %q is not a day like 2024-12-01", a.Date)
	}
	if a.URL != "" && !strings.HasSuffix(a.URL, "/") {
		a.URL += "/"
	}
	a.Parser = version()
	f.options.Municipalities, f.options.Terms = municipalityRows(), termRows()
	if f.options.Corrections, err = correct.Load(f.corrections...); err != nil {
		return err
	}
	a.Measures, err = measures(f.scores)
	return err
}

// recordsFrom yields the records that the arguments name, or those of the
// documents that they name.
func recordsFrom(cmd *cobra.Command, args []string, opts corpus.Options) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		for _, arg := range args {
			if !recordsFromOne(cmd, arg, opts, yield) {
				return
			}
		}
	}
}

// recordsFromOne yields the records of one argument, and reports whether to go
// on.
func recordsFromOne(cmd *cobra.Command, arg string, opts corpus.Options, yield func(*model.Record, error) bool) bool {
	if ext := filepath.Ext(arg); arg == "-" || ext == ".jsonl" || ext == ".json" {
		return recordsOf(cmd, arg, yield)
	}
	sources, err := corpus.Find(arg)
	if err != nil {
		yield(nil, err)
		return false
	}
	for record, err := range corpus.Convert(cmd.Context(), sources, opts) {
		if err == nil && record.Failed() {
			fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s: %v\n", record.Source.URI, reason(record))
		}
		if !yield(record, err) || err != nil {
			return false
		}
	}
	return true
}

func tellBuilt(w io.Writer, s dataset.Summary, o dataset.Options, took time.Duration) {
	fmt.Fprintf(w, "version %s: %s (%d found again), %s, %s, %.1f s\n", s.Version, count(s.Documents, "document"), s.Repeated,
		count(s.Corrected, "correction"), count(s.Failures, "failure"), took.Seconds())
	if lacking := o.About.Lacking(); len(lacking) > 0 {
		fmt.Fprintf(w, "dcat.jsonld lacks what DCAT-AP-SE asks for: --%s\n", strings.Join(lacking, ", --"))
	}
}
