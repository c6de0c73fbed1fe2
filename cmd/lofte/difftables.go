package main

import (
	"bufio"
	"fmt"

	"github.com/lofte/lofte/corpus/dataset"
	"github.com/lofte/lofte/corpus/diff"
	"github.com/spf13/cobra"
)

// The formats of lofte diff that compare two datasets row by row.
const (
	tablesFormat = "tables"
	rowsFormat   = "rows"
)

// compareTables tells how the rows of two datasets differ: each row, or only
// how many of which table and variable.
func compareTables(cmd *cobra.Command, args []string, format string) error {
	for _, arg := range args {
		if !diff.IsDataset(arg) {
			return usagef("--format %s compares datasets, and %q is none", format, arg)
		}
	}
	out := bufio.NewWriter(cmd.OutOrStdout())
	each := func(c dataset.Change) error {
		_, err := fmt.Fprintln(out, c)
		return err
	}
	if format == tablesFormat {
		each = nil
	}
	changes, err := dataset.Compare(args[0], args[1], each)
	if err != nil {
		return err
	}
	if format == tablesFormat {
		if err := changes.WriteText(out); err != nil {
			return err
		}
	}
	return out.Flush()
}
