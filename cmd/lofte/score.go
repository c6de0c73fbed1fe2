package main

import (
	"fmt"

	"github.com/lofte/lofte/corpus/gold"
	"github.com/lofte/lofte/model"
	"github.com/spf13/cobra"
)

func scoreCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "score GOLD RECORDS…",
		Short: "Hold records against hand-made ones",
		Long: `score compares records with the hand-made ones in the folder GOLD: precision,
recall and F1 of each field with 95 % bounds, where text is compared exactly, but
for case and white space, and by most of its words; then every value that was
missed, spurious or wrong. A record belongs to GOLD/NAME.json when NAME is the
base name of its source.`,
		Example: `  lofte convert sidor/ | lofte score gold/ -`,
		Args:    cobra.MinimumNArgs(2),
		RunE:    func(cmd *cobra.Command, args []string) error { return score(cmd, args[0], args[1:], format) },
	}
	cmd.Flags().StringVar(&format, "format", format, "text or json")
	return cmd
}

func score(cmd *cobra.Command, folder string, args []string, format string) error {
	if format != "text" && format != "json" {
		return usagef("unknown --format %q; it is text or json", format)
	}
	documents, err := gold.Load(folder)
	if err != nil {
		return err
	}
	var records []*model.Record
	for record, err := range recordsIn(cmd, args) {
		if err != nil {
			return err
		}
		records = append(records, record)
	}
	report := gold.Score(documents, records)
	w := cmd.OutOrStdout()
	if format == "json" {
		return report.WriteJSON(w)
	}
	if err := report.WriteText(w); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	return report.WriteMistakes(w)
}
