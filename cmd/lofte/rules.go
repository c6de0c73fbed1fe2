package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/lofte/lofte/extract/swedish"
	"github.com/spf13/cobra"
)

func rulesCommand() *cobra.Command {
	examples := false
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules of the parser",
		Long: `rules lists the rules by which lofte finds promises, in the order in which they
read a document. With --examples it shows a text on which each must fire (+) and
one on which it must not (-).`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w := bufio.NewWriter(cmd.OutOrStdout())
			for _, rule := range swedish.Rules() {
				fmt.Fprintf(w, "%-20s %s\n", rule.ID, rule.What)
				if examples {
					fmt.Fprint(w, quote(rule.Example, "+"), quote(rule.Counterexample, "-"), "\n")
				}
			}
			return w.Flush()
		},
	}
	cmd.Flags().BoolVar(&examples, "examples", false, "show an example and a counterexample of each")
	return cmd
}

// quote indents the lines of an example behind a sign.
func quote(text, sign string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		fmt.Fprintf(&b, "  %s %s\n", sign, strings.TrimSuffix(line, "\n"))
	}
	return b.String()
}
