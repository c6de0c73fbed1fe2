package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// barInterval is the least time between two drawings of the bar.
const barInterval = 100 * time.Millisecond

// progress shows how far a run has come. Between clear and the next step the
// line that it uses is free.
type progress interface {
	step()
	clear()
}

// newProgress is a bar on a terminal where the records go elsewhere, and
// nothing otherwise.
func newProgress(cmd *cobra.Command, total int, flags convertFlags) progress {
	toTerminal := flags.output == "-" && isTerminal(cmd.OutOrStdout())
	if flags.quiet || toTerminal || !isTerminal(cmd.ErrOrStderr()) {
		return silent{}
	}
	return bar{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(cmd.ErrOrStderr()),
		progressbar.OptionSetDescription("documents"),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(barInterval),
	)}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

type silent struct{}

func (silent) step()  {}
func (silent) clear() {}

type bar struct{ *progressbar.ProgressBar }

// A bar that can't be drawn is no reason to stop.
func (b bar) step()  { _ = b.Add(1) }
func (b bar) clear() { _ = b.Clear() }
