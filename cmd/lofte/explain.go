package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/lofte/lofte/corpus"
	"github.com/spf13/cobra"
)

func explainCommand() *cobra.Command {
	color := "auto"
	var read *readFlags
	cmd := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what was found in a document, and by which rule",
		Long: `explain prints the text of a document with the values that were found in it
marked in colour, and the field and rule of each beside the line it begins in.
Colours are left out where standard output is no terminal, or NO_COLOR is set.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			paint, err := painter(color, isTerminal(cmd.OutOrStdout()) && os.Getenv("NO_COLOR") == "")
			if err != nil {
				return err
			}
			opts, stop, err := read.options()
			if err != nil {
				return err
			}
			defer stop()
			doc, record := corpus.One(cmd.Context(), document(cmd, args[0]), opts)
			if record.Failed() {
				return notRead(cmd, args[0], reason(record))
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			fmt.Fprintf(w, "%s: %s\n\n", record.Source.URI, record.Kind)
			for _, line := range corpus.Explain(doc, record) {
				printLine(w, line, paint)
			}
			return w.Flush()
		},
	}
	cmd.Flags().StringVar(&color, "color", color, "auto, always or never")
	read = addReadFlags(cmd)
	return cmd
}
