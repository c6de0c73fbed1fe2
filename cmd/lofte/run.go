package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes; exitStatus in help.go says them to the user.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitDocuments   = 3
	exitSuspect     = 4
	exitInterrupted = 130
)

// errDocuments says that the run went through, but not for all documents. What
// was wrong with which has been told by then.
var errDocuments = errors.New("some documents failed")

// usageError is a command line that can't be carried out as it stands.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// run is the whole program but for the process around it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	// A write to a closed pipe shall give an error, not end the process before
	// it has cleaned up.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The second interrupt ends the process at once.
	context.AfterFunc(ctx, stop)

	running := false
	root := rootCommand()
	root.PersistentPreRun = func(*cobra.Command, []string) { running = true }
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !running {
		err = usageError{err}
	}
	code := exitCode(err)
	if code == exitFailed || code == exitUsage {
		fmt.Fprintf(stderr, "lofte: %v\n", err)
	}
	if code == exitUsage {
		fmt.Fprintf(stderr, "see %s --help\n", cmd.CommandPath())
	}
	return code
}

// exitCode is the status that tells a script how the run ended. A reader that
// wants no more, as in "lofte convert … | head", is no failure.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitOK
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errDocuments):
		return exitDocuments
	case errors.Is(err, errSuspect):
		return exitSuspect
	}
	return exitFailed
}
