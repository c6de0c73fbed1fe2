package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

func verifyCommand() *cobra.Command {
	var sources string
	var read *readFlags
	cmd := &cobra.Command{
		Use:   "verify RECORDS…",
		Short: "Look up every value of records in their sources",
		Long: `verify reads records (JSONL or JSON, - for standard input), reads the source of
each again, and looks whether every value stands where its span says. It names
the first value of a record that does not, and fails.`,
		Example: `  lofte convert sidor/ > records.jsonl
  lofte verify records.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return verify(cmd, args, sources, read) },
	}
	cmd.Flags().StringVar(&sources, "sources", "", "`folder` that the paths in the records are relative to")
	read = addReadFlags(cmd)
	return cmd
}

func verify(cmd *cobra.Command, args []string, sources string, read *readFlags) error {
	opts, stop, err := read.options()
	if err != nil {
		return err
	}
	defer stop()
	records, values, failures := 0, 0, 0
	for record, err := range recordsIn(cmd, args) {
		if err != nil {
			return err
		}
		src := corpus.File(filepath.Join(sources, filepath.FromSlash(record.Source.URI)))
		n, err := corpus.Verify(cmd.Context(), record, src, opts)
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		records, values = records+1, values+n
		if err != nil {
			failures++
			fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s: %v\n", record.Source.URI, err)
		}
	}
	if failures > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s, %d without evidence\n", count(records, "record"), failures)
		return errDocuments
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s, %s, all with evidence\n", count(records, "record"), count(values, "value"))
	return err
}

// recordsIn reads the records of the files that the arguments name, up to the
// first error, which names the file.
func recordsIn(cmd *cobra.Command, args []string) iter.Seq2[*model.Record, error] {
	return func(yield func(*model.Record, error) bool) {
		for _, arg := range args {
			if !recordsOf(cmd, arg, yield) {
				return
			}
		}
	}
}

// recordsOf yields the records of one file, and reports whether to go on.
func recordsOf(cmd *cobra.Command, arg string, yield func(*model.Record, error) bool) bool {
	r, err := openInput(cmd, arg)
	if err != nil {
		yield(nil, err)
		return false
	}
	defer r.Close()
	for record, err := range corpus.Records(r) {
		if err != nil {
			err = fmt.Errorf("%s: %w", arg, err)
		}
		if !yield(record, err) || err != nil {
			return false
		}
	}
	return true
}

func openInput(cmd *cobra.Command, arg string) (io.ReadCloser, error) {
	if arg == "-" {
		return io.NopCloser(cmd.InOrStdin()), nil
	}
	return os.Open(arg)
}
