package tool

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

const (
	// DefaultOutput is the size of the largest output where Command names none.
	DefaultOutput = 64 << 20
	// maxSaid is how much is kept of what a program says on standard error.
	maxSaid = 4 << 10
	// waitDelay is how long a killed program may hold its pipes open.
	waitDelay = time.Second
)

var (
	// ErrMissing says that the machine does not have the program.
	ErrMissing = errors.New("is not installed")
	// ErrOutput says that a program gave more than it may.
	ErrOutput = errors.New("gave too much output")
)

// Command is a program with what it gets. Env are variables "NAME=value" on top
// of those of this process, Output the largest output in bytes.
type Command struct {
	Name   string
	Args   []string
	Env    []string
	Stdin  []byte
	Output int // 0 means DefaultOutput
}

// Installed reports whether the machine has a program.
func Installed(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// Run runs a program and gives what it wrote to standard output, also where it
// failed afterwards. The error is ErrMissing, ErrOutput, that of the context, or
// the program's own first words.
func Run(ctx context.Context, c Command) ([]byte, error) {
	if _, err := exec.LookPath(c.Name); err != nil {
		return nil, fmt.Errorf("%s %w", c.Name, ErrMissing)
	}
	running, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	limit := c.Output
	if limit <= 0 {
		limit = DefaultOutput
	}
	out := &bounded{limit: limit, full: func() { stop(ErrOutput) }}
	said := &bounded{limit: maxSaid}
	cmd := exec.CommandContext(running, c.Name, c.Args...)
	cmd.Env = append(cmd.Environ(), c.Env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(c.Stdin), out, said
	cmd.WaitDelay = waitDelay
	err := watched(cmd)
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("%s: %w", c.Name, ctx.Err())
	case out.over:
		return nil, fmt.Errorf("%s %w: over %d bytes", c.Name, ErrOutput, limit)
	case err != nil:
		return out.buf.Bytes(), fmt.Errorf("%s: %w%s", c.Name, err, firstLine(said.buf.String()))
	}
	return out.buf.Bytes(), nil
}

// firstLine is what a program said first, to be put behind an error.
func firstLine(said string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	if line == "" {
		return ""
	}
	return ": " + strings.ToValidUTF8(line, "?")
}

// bounded keeps what is written to it up to a limit, and calls full, if there
// is one, when more comes.
type bounded struct {
	buf   bytes.Buffer
	limit int
	over  bool
	full  func()
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := b.limit - b.buf.Len(); len(p) > room {
		b.buf.Write(p[:room])
		b.over = true
		if b.full != nil {
			b.full()
		}
		return len(p), nil
	}
	return b.buf.Write(p)
}
