package main

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"

	"github.com/lofte/lofte/normalize"
	"github.com/spf13/cobra"
)

// maxExpression is the most bytes that a line of lofte try may have.
const maxExpression = 1 << 20

func tryCommand() *cobra.Command {
	year := 0
	cmd := &cobra.Command{
		Use:   "try [EXPRESSION…]",
		Short: "Show what a date, frequency or target expression is taken for",
		Long: `try prints a line of JSON for each argument, or for each line of standard input
where there is none: the periods and the targets that the expression gives.`,
		Example: `  lofte try "minst två gånger per vecka" "våren 2024"
  lofte try --year 2019 "under året"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			out := json.NewEncoder(cmd.OutOrStdout())
			out.SetEscapeHTML(false)
			for expression, err := range expressions(cmd.InOrStdin(), args) {
				if err != nil {
					return err
				}
				if err := out.Encode(normalize.Try(expression, year)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&year, "year", 0, `the year that "under året" leans on`)
	return cmd
}

// expressions are the arguments, or without any the lines of stdin.
func expressions(stdin io.Reader, args []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, arg := range args {
			if !yield(arg, nil) {
				return
			}
		}
		if len(args) > 0 {
			return
		}
		lines := bufio.NewScanner(stdin)
		lines.Buffer(nil, maxExpression)
		for lines.Scan() {
			if !yield(lines.Text(), nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield("", err)
		}
	}
}
