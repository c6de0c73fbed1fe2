package main

import (
	"fmt"
	"io"
	"time"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/spf13/cobra"
)

func archiveCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "archive",
		Short: "List, check and export what was fetched",
		Long: `archive works on the data folder of lofte fetch: it lists the captures, checks
every byte against its digest, and exports a part of them as a WARC file.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(archiveListCommand(), archiveVerifyCommand(), archiveExportCommand())
	return cmd
}

// filterFlags choose captures.
type filterFlags struct{ host, from, to string }

func addFilterFlags(cmd *cobra.Command) *filterFlags {
	f := new(filterFlags)
	cmd.Flags().StringVar(&f.host, "host", "", "only captures of a `host`")
	cmd.Flags().StringVar(&f.from, "from", "", "only captures from a `date` (2019-03-01) on")
	cmd.Flags().StringVar(&f.to, "to", "", "only captures up to a `date`, included")
	return f
}

func (f *filterFlags) filter() (archive.Filter, error) {
	out := archive.Filter{Host: f.host}
	var err error
	if f.from != "" {
		if out.From, err = time.Parse(time.DateOnly, f.from); err != nil {
			return out, usagef("--from %q is no date such as 2019-03-01", f.from)
		}
	}
	if f.to != "" {
		if out.To, err = time.Parse(time.DateOnly, f.to); err != nil {
			return out, usagef("--to %q is no date such as 2019-03-01", f.to)
		}
		out.To = out.To.AddDate(0, 0, 1).Add(-time.Nanosecond)
	}
	return out, nil
}

func archiveListCommand() *cobra.Command {
	var flags *filterFlags
	cmd := &cobra.Command{
		Use:   "ls DIR",
		Short: "List the captures: time, status, media type, address",
		Long: `ls lists the captures of an archive in the order of their addresses and times,
in columns divided by tabs: time, status, media type, digest, address. A capture
that repeats an earlier one has the media type warc/revisit.`,
		Example: "  lofte archive ls data --host polisen.se --from 2019-03-01",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			filter, err := flags.filter()
			if err != nil {
				return err
			}
			return listArchive(cmd.OutOrStdout(), args[0], filter)
		},
	}
	flags = addFilterFlags(cmd)
	return cmd
}

func listArchive(out io.Writer, dir string, filter archive.Filter) error {
	a, err := archive.Open(dir)
	if err != nil {
		return err
	}
	defer a.Close()
	for l, err := range a.Captures("") {
		if err != nil {
			return err
		}
		if !filter.Chooses(l.URL, l.Time) {
			continue
		}
		if _, err := fmt.Fprintln(out, row(l)); err != nil {
			return err
		}
	}
	return nil
}

func row(l cdxj.Line) string {
	return fmt.Sprintf("%s\t%d\t%s\t%s\t%s", l.Time.Format(time.RFC3339), l.Status, l.Mime, l.Digest, l.URL)
}

func archiveVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify DIR",
		Short: "Check digests and index against the records",
		Long: `verify reads every record of an archive, and checks its fields, the digests of
its block and its payload, that what it refers to is there, and that the index
has each capture at its place and nothing else.`,
		Example: "  lofte archive verify data",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return verifyArchive(cmd, args[0]) },
	}
}

func verifyArchive(cmd *cobra.Command, dir string) error {
	report, err := archive.Verify(dir)
	if err != nil {
		return err
	}
	for _, p := range report.Problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s\n", p)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s, %s, %s, %s\n", count(report.Segments, "file"), count(report.Records, "record"),
		count(report.Captures, "capture"), count(len(report.Problems), "problem"))
	if err == nil && report.Unfinished > 0 {
		_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s of an unfinished capture, which the next fetch takes away\n", count(int(report.Unfinished), "byte"))
	}
	if err == nil && len(report.Problems) > 0 {
		err = errDocuments
	}
	return err
}

func archiveExportCommand() *cobra.Command {
	var flags *filterFlags
	var output, municipality string
	cmd := &cobra.Command{
		Use:   "export DIR -o FILE",
		Short: "Write chosen captures as a WARC file",
		Long: `export writes the chosen captures as one WARC file: the records as they are, with
the requests and notes that belong to them, and with what they refer to.`,
		Example: `  lofte archive export data --municipality 1715 -o kil.warc.gz
  lofte archive export data --host polisen.se --to 2019-12-31 -o 2019.warc.gz`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			filter, err := flags.filter()
			if err != nil {
				return err
			}
			if output == "" {
				return usagef("name the file to write with --output")
			}
			filter.Municipality = municipality
			return exportArchive(cmd, args[0], output, filter)
		},
	}
	flags = addFilterFlags(cmd)
	cmd.Flags().StringVar(&municipality, "municipality", "", "only captures of a municipality, by its `code` (1715)")
	cmd.Flags().StringVarP(&output, "output", "o", "", "`file` to write, a .warc.gz")
	return cmd
}

func exportArchive(cmd *cobra.Command, dir, output string, filter archive.Filter) error {
	a, err := archive.Open(dir)
	if err != nil {
		return err
	}
	defer a.Close()
	out, err := createFile(output)
	if err != nil {
		return err
	}
	defer out.discard()
	n, err := a.Export(out, filter, archive.Options{Software: "lofte " + version()})
	if err != nil {
		return err
	}
	if err := out.commit(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), count(n, "capture"))
	return err
}
