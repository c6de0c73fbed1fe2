package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// exitStatus stands at the end of every help text.
const exitStatus = `
EXIT STATUS
  0    all well
  1    could not run
  2    wrong usage
  3    some documents failed
  4    a nightly run was suspect, and published nothing
  130  interrupted
`

// flagError is the error for a flag that could not be parsed, with the flag
// that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usageError{err}
	}
	var near []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if distance(unknown.GetSpecifiedName(), f.Name) <= suggestionDistance {
			near = append(near, "--"+f.Name)
		}
	})
	return usagef("%w%s", err, hint(near))
}

// distance is the Levenshtein distance of two names.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if !strings.EqualFold(a[i:i+1], b[j:j+1]) {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
