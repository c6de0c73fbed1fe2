package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

func textCommand() *cobra.Command {
	var blocks bool
	var read *readFlags
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Print the text of a document as lofte reads it",
		Long: `text prints the canonical text of a document, which the spans of its record
count in: code points from 0. With --blocks it prints a line for each block:
span, page, kind, level, list marker and text, apart by tabs.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, stop, err := read.options()
			if err != nil {
				return err
			}
			defer stop()
			doc, err := corpus.Read(cmd.Context(), document(cmd, args[0]), opts)
			if err != nil {
				return notRead(cmd, args[0], err)
			}
			if blocks {
				return printBlocks(cmd.OutOrStdout(), doc)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), doc.Text)
			return err
		},
	}
	cmd.Flags().BoolVar(&blocks, "blocks", false, "print the blocks with their kinds")
	read = addReadFlags(cmd)
	return cmd
}

// document is the one document that an argument names, - for standard input.
func document(cmd *cobra.Command, arg string) corpus.Source {
	if arg == "-" {
		return corpus.Stream(arg, cmd.InOrStdin())
	}
	return corpus.File(arg)
}

// notRead tells why a document could not be read, unless the user ended it.
func notRead(cmd *cobra.Command, arg string, err error) error {
	if ended := cmd.Context().Err(); ended != nil {
		return ended
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "lofte: %s: %v\n", arg, err)
	return errDocuments
}

func printBlocks(to io.Writer, doc *model.Document) error {
	w := bufio.NewWriter(to)
	for _, b := range doc.Blocks {
		fmt.Fprintf(w, "%d:%d\t%d\t%s\t%d\t%s\t%s\n",
			b.Span.Start, b.Span.End, b.Span.Page, b.Kind, b.Level, b.Marker, b.Text)
	}
	return w.Flush()
}
