package isolate

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/lofte/lofte/model"
)

// maxHead is how much is kept of what a dying worker says: Go's runtime names
// the cause first.
const maxHead = 4 << 10

// head keeps the first bytes that are written to it.
type head struct{ kept []byte }

func (h *head) Write(p []byte) (int, error) {
	h.kept = append(h.kept, p[:min(len(p), maxHead-len(h.kept))]...)
	return len(p), nil
}

// lastWords are what Go's runtime says when it ends a process, and what it
// means. The first that fits counts.
func lastWords() []struct {
	words string
	code  model.Code
	means string
} {
	return []struct {
		words string
		code  model.Code
		means string
	}{
		{"stack exceeds", model.Crashed, "the reader overflowed its stack"},
		{"out of memory", model.OutOfMemory, ""},
		{"cannot allocate memory", model.OutOfMemory, ""},
		{"pthread_create failed", model.OutOfMemory, ""},
		{"failed to allocate", model.OutOfMemory, ""}, // the race detector's
		{"failed to create new OS thread", model.OutOfMemory, ""},
	}
}

// verdict is why a worker that is dead did not answer. It holds nothing that
// differs from run to run.
func (w *worker) verdict() error {
	if cause := w.cause.Load(); cause != nil {
		return *cause
	}
	said := string(w.stderr.kept)
	for _, l := range lastWords() {
		switch {
		case !strings.Contains(said, l.words):
		case l.code == model.OutOfMemory:
			return w.outOfMemory()
		default:
			return crashed(l.means)
		}
	}
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") {
			return crashed(strings.TrimSpace(line))
		}
	}
	if killed(w.cmd.ProcessState) {
		return &model.ReadError{Code: model.OutOfMemory, Err: errors.New("the system killed the reader, as it does when memory runs out")}
	}
	return crashed("the reader ended with " + w.cmd.ProcessState.String())
}

func crashed(why string) error { return &model.ReadError{Code: model.Crashed, Err: errors.New(why)} }

func (w *worker) timedOut() error {
	return &model.ReadError{Code: model.TimedOut, Err: fmt.Errorf("took longer than %v", w.opts.Timeout)}
}

func (w *worker) outOfMemory() error {
	return &model.ReadError{Code: model.OutOfMemory, Err: fmt.Errorf("took more than %d MiB of memory", w.opts.Memory>>20)}
}

// parseError is the error that an error frame holds. A worker that missed its
// deadline says the same as one that had to be killed for it.
func (w *worker) parseError(content []byte) error {
	code, message, _ := bytes.Cut(content, []byte{0})
	if model.Code(code) == model.TimedOut {
		return w.timedOut()
	}
	return &model.ReadError{Code: model.Code(code), Err: errors.New(string(message))}
}
