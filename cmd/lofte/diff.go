package main

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/nightly"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

// diffFlags are the flags of lofte diff.
type diffFlags struct {
	archive string
	format  string
	lang    string
	read    *readFlags
}

func diffCommand() *cobra.Command {
	var flags diffFlags
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tell what changed in the promises between two states",
		Long: `diff compares two states of the records, and tells which promises and commitments
were added, removed, reworded or moved to another party, and which periods
changed. OLD and NEW are each a file of records (JSONL or JSON, - for standard
input), a folder with such files, a dataset, or a night of lofte nightly; with
--archive they are dates.

A promise is known by place, period, parties and what it says: one that is found
at another address is the same. A period that does not overlap the former one
makes a new promise.`,
		Example: `  lofte diff yesterday.jsonl today.jsonl
  lofte diff data/published data/latest --format md --lang sv
  lofte diff --archive data 2019-03-01 2019-06-01
  lofte diff 2024-11/ 2024-12/ --format lines`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return compare(cmd, args, flags) },
	}
	cmd.Flags().StringVar(&flags.archive, "archive", "", "`folder` of an archive; OLD and NEW are dates (2019-03-01)")
	cmd.Flags().StringVar(&flags.format, "format", "lines", "lines: one for each municipality; md: Markdown; json; of two datasets also tables: rows and variables that differ; rows: each of them")
	cmd.Flags().StringVar(&flags.lang, "lang", "en", "language of lines and md: sv or en")
	flags.read = addReadFlags(cmd)
	return cmd
}

func compare(cmd *cobra.Command, args []string, flags diffFlags) error {
	lang, err := diff.ParseLanguage(flags.lang)
	if err != nil {
		return usageError{fmt.Errorf("--lang: %w", err)}
	}
	if flags.format == tablesFormat || flags.format == rowsFormat {
		return compareTables(cmd, args, flags.format)
	}
	if !slices.Contains([]string{"lines", "md", "json"}, flags.format) {
		return usagef("unknown --format %q; it is lines, md, json, tables or rows", flags.format)
	}
	opts, stop, err := flags.read.options()
	if err != nil {
		return err
	}
	defer stop()
	old, err := stateOf(cmd, args[0], flags.archive, opts)
	if err != nil {
		return err
	}
	now, err := stateOf(cmd, args[1], flags.archive, opts)
	if err != nil {
		return err
	}
	report, err := diff.Records(old, now)
	if err != nil {
		return err
	}
	return printChanges(cmd.OutOrStdout(), report, flags.format, lang)
}

func printChanges(out io.Writer, r *diff.Report, format string, lang diff.Language) error {
	text := ""
	switch format {
	case "json":
		return printJSON(out, r)
	case "md":
		text = r.Markdown(lang)
	default:
		text = r.Lines(lang)
	}
	_, err := io.WriteString(out, text)
	return err
}

// stateOf are the records that an argument of diff names.
func stateOf(cmd *cobra.Command, arg, archive string, opts corpus.Options) (iter.Seq2[*model.Record, error], error) {
	if archive != "" {
		return asOf(cmd, arg, archive, opts)
	}
	info, err := os.Stat(arg)
	switch {
	case arg == "-" || err == nil && !info.IsDir():
		return recordsIn(cmd, []string{arg}), nil
	case err != nil:
		return nil, err
	case diff.IsDataset(arg):
		return diff.Dataset(arg), nil
	}
	if night := filepath.Join(arg, nightly.RecordsFile); isFile(night) {
		return recordsIn(cmd, []string{night}), nil
	}
	files, err := recordFiles(arg)
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no records in %q: neither files .jsonl or .json, nor a dataset", arg)
	}
	return recordsIn(cmd, files), err
}

// asOf are the records of what stood in an archive at the end of a day.
func asOf(cmd *cobra.Command, day, archive string, opts corpus.Options) (iter.Seq2[*model.Record, error], error) {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil, usagef("%q is no date such as 2019-03-01", day)
	}
	sources, err := corpus.AsOf(archive, at.AddDate(0, 0, 1).Add(-time.Nanosecond))
	if err != nil {
		return nil, err
	}
	return corpus.Convert(cmd.Context(), sources, opts), nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// recordFiles are the files of records in a folder and below it.
func recordFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && (strings.HasSuffix(path, ".jsonl") || strings.HasSuffix(path, ".json")) {
			files = append(files, path)
		}
		return err
	})
	return files, err
}
