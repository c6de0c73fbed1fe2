package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// suggestionDistance is how many letters a misspelt name may differ by.
const suggestionDistance = 2

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "lofte",
		Short: "Turn Swedish citizen promises into records with evidence",
		Long: `lofte reads citizen promises (medborgarlöften) that the Swedish police and the
municipalities publish as web pages, PDF, DOCX or plain text, and writes one
record for each document: who promises what to whom, for which period, and the
place in the text that proves each value.`,
		Args:                       knownCommand,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: suggestionDistance,
	}
	root.SetUsageTemplate(root.UsageTemplate() + exitStatus)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		convertCommand(),
		textCommand(),
		explainCommand(),
		buildCommand(),
		verifyCommand(),
		fetchCommand(),
		archiveCommand(),
		diffCommand(),
		nightlyCommand(),
		statusCommand(),
		scoreCommand(),
		tryCommand(),
		rulesCommand(),
		schemaCommand(),
		workerCommand(),
	)
	return root
}

// knownCommand refuses arguments of the bare program: they are a command that
// it does not have.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usagef("unknown command %q%s", args[0], hint(cmd.SuggestionsFor(args[0])))
}

// hint asks whether one of the names was meant.
func hint(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(names, " or ") + "?"
}
