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
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Print the text of a document as lofte reads it",
		Long: `text prints the canonical text of a document, which the spans of its record
count in: code points from 0. With --blocks it prints a line for each block:
span, page, kind, level, list marker and text, apart by tabs.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			doc, _, err := document(cmd, args[0])
			if err != nil {
				return err
			}
			if blocks {
				return printBlocks(cmd.OutOrStdout(), doc)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), doc.Text)
			return err
		},
	}
	cmd.Flags().BoolVar(&blocks, "blocks", false, "print the blocks with their kinds")
	return cmd
}

// document converts the one document that an argument names, - for standard
// input. Why it could not be read has been told when it gives errDocuments.
func document(cmd *cobra.Command, arg string) (*model.Document, *model.Record, error) {
	src := corpus.File(arg)
	if arg == "-" {
		src = corpus.Stream(arg, cmd.InOrStdin())
	}
	doc, record := corpus.One(cmd.Context(), src, corpus.Options{})
	if err := cmd.Context().Err(); err != nil {
		return nil, nil, err
	}
	if doc == nil {
		reportFailure(cmd.ErrOrStderr(), record)
		return nil, nil, errDocuments
	}
	return doc, record, nil
}

func printBlocks(to io.Writer, doc *model.Document) error {
	w := bufio.NewWriter(to)
	for _, b := range doc.Blocks {
		fmt.Fprintf(w, "%d:%d\t%d\t%s\t%d\t%s\t%s\n",
			b.Span.Start, b.Span.End, b.Span.Page, b.Kind, b.Level, b.Marker, b.Text)
	}
	return w.Flush()
}
