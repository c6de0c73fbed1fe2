package isolate

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"

	"github.com/lofte/lofte/model"
)

// worker is a process that calls Serve, seen from outside.
type worker struct {
	opts   Options
	cmd    *exec.Cmd
	in     *os.File
	out    *os.File
	from   *bufio.Reader // of out
	slow   bool          // the last document took longer than watchInterval
	stderr head
	cause  atomic.Pointer[error] // why it is killed, nil while it is not
	dead   chan struct{}         // closed when the process is gone
}

const (
	// waitDelay is how long what a dead worker has started may hold its
	// standard error open.
	waitDelay = time.Second
	// stopDelay is how long a worker may take to end when nobody needs it.
	stopDelay = time.Second
)

func start(opts Options) (*worker, error) {
	if len(opts.Command) == 0 {
		return nil, errors.New("start a worker: no command given")
	}
	w := &worker{opts: opts, dead: make(chan struct{})}
	w.cmd = exec.Command(opts.Command[0], opts.Command[1:]...)
	w.cmd.SysProcAttr = ownGroup()
	w.cmd.WaitDelay = waitDelay
	w.cmd.Stderr = &w.stderr
	if err := w.launch(); err != nil {
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	go func() {
		_ = w.cmd.Wait() // the state of the process tells as much
		close(w.dead)
	}()
	return w, w.settle()
}

// launch starts the process with pipes of our own: those of package exec are
// closed as soon as the process is gone, with what has not been read yet.
func (w *worker) launch() error {
	theirIn, in, err := os.Pipe()
	if err != nil {
		return err
	}
	defer theirIn.Close()
	out, theirOut, err := os.Pipe()
	if err != nil {
		return errors.Join(err, in.Close())
	}
	defer theirOut.Close()
	w.in, w.out, w.from = in, out, bufio.NewReaderSize(out, smallWrite)
	w.cmd.Stdin, w.cmd.Stdout = theirIn, theirOut
	if err := w.cmd.Start(); err != nil {
		return errors.Join(err, in.Close(), out.Close())
	}
	return nil
}

// settle sends the settings. A process that is gone already tells by its
// answer.
func (w *worker) settle() error {
	content, err := json.Marshal(settings{Timeout: w.opts.Timeout, Memory: w.opts.Memory})
	if err == nil {
		_ = writeFrames(w.in, frame{settingsFrame, content})
	}
	return err
}

// answer has the worker answer a question on a document. If it can't, it is
// dead afterwards.
func (w *worker) answer(ctx context.Context, ask, data []byte) ([]byte, error) {
	release := w.guard(ctx)
	kind, content, err := w.exchange(ask, data)
	release()
	switch {
	case err == nil && kind == answerFrame:
		return content, nil
	case err == nil && kind == errorFrame:
		return nil, w.parseError(content)
	}
	w.bury(err)
	return nil, w.verdict()
}

// exchange writes question and document, and reads the answer.
func (w *worker) exchange(ask, data []byte) (kind byte, content []byte, err error) {
	// Where the worker dies before it has read all, its end is what counts.
	_ = writeFrames(w.in, frame{askFrame, ask}, frame{dataFrame, data})
	return readFrame(w.from, maxAnswer)
}

// guard watches the worker as soon as a document takes long; most are done
// before. Release ends the watch.
func (w *worker) guard(ctx context.Context) (release func()) {
	answered, ended := make(chan struct{}), make(chan struct{})
	watch := time.AfterFunc(watchInterval, func() {
		defer close(ended)
		w.watch(ctx, answered)
	})
	return func() {
		w.slow = !watch.Stop()
		if w.slow {
			close(answered)
			<-ended
		}
	}
}

// watch kills the worker when the context ends, the deadline passes, or it
// takes too much memory.
func (w *worker) watch(ctx context.Context, answered <-chan struct{}) {
	deadline, look := time.NewTimer(w.opts.Timeout+w.grace()), time.NewTicker(watchInterval)
	defer deadline.Stop()
	defer look.Stop()
	for w.cause.Load() == nil {
		select {
		case <-answered:
			return
		case <-ctx.Done():
			w.kill(ctx.Err())
		case <-deadline.C:
			w.kill(w.timedOut())
		case <-look.C:
			if w.resident() > w.opts.Memory {
				w.kill(w.outOfMemory())
			}
		}
	}
}

func (w *worker) grace() time.Duration {
	return time.Duration(graceShare * float64(w.opts.Timeout))
}

// kill ends the worker and all that it started.
func (w *worker) kill(cause error) {
	if w.cause.CompareAndSwap(nil, &cause) {
		killGroup(w.cmd.Process)
	}
}

// bury waits for the end of a worker that has not answered, and takes what it
// started with it. A broken answer is a reason to kill; its end is not.
func (w *worker) bury(broken error) {
	if !errors.Is(broken, io.EOF) && !errors.Is(broken, io.ErrUnexpectedEOF) {
		w.kill(&model.ReadError{Code: model.Crashed, Err: fmt.Errorf("the reader gave no sound answer: %w", broken)})
	}
	select {
	case <-w.dead:
	case <-time.After(stopDelay): // it closed its output and lives on
		w.kill(&model.ReadError{Code: model.Crashed, Err: errors.New("the reader gave no answer")})
		<-w.dead
	}
	killGroup(w.cmd.Process)
	_, _ = w.in.Close(), w.out.Close()
}

// stop ends a worker that has nothing to do.
func (w *worker) stop() {
	_ = w.in.Close()
	select {
	case <-w.dead:
	case <-time.After(stopDelay):
		w.kill(context.Canceled)
		<-w.dead
	}
	_ = w.out.Close()
}

// gone reports whether the worker is dead or about to be.
func (w *worker) gone() bool {
	select {
	case <-w.dead:
		return true
	default:
		return w.cause.Load() != nil
	}
}
