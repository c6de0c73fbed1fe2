package isolate

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/lofte/lofte/model"
)

// Handler answers a question on a document. An error that is no
// *model.ReadError crosses as model.Crashed. The bytes are the handler's to
// keep.
type Handler func(ctx context.Context, ask, data []byte) (answer []byte, err error)

// Serve makes the process a worker: it answers the questions that in brings,
// one after the other, until in ends. It lowers the limits of the whole
// process. It returns also while handle is at work, where that has taken so
// long that nobody can be waiting for it; the process should end then.
func Serve(in io.Reader, out io.Writer, handle Handler) error {
	content, err := expectFrame(in, settingsFrame, maxAnswer)
	if err != nil {
		return fmt.Errorf("serve documents: read the settings: %w", err)
	}
	var s settings
	if err := json.Unmarshal(content, &s); err != nil {
		return fmt.Errorf("serve documents: read the settings: %w", err)
	}
	if err := s.apply(); err != nil {
		return fmt.Errorf("serve documents: limit the memory to %d bytes: %w", s.Memory, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- s.serve(in, out, handle, ended) }()
	return <-ended
}

// apply puts the limits on this process.
func (s settings) apply() error {
	runtime.GOMAXPROCS(maxProcs)
	debug.SetMaxStack(maxStack)
	debug.SetGCPercent(gcPercent)
	data := s.Memory - codeShare
	debug.SetMemoryLimit(int64(softShare * float64(data)))
	return limitData(data)
}

// serve answers one question after the other. A handler that takes far too
// long is given up on: who asked would have killed this process.
func (s settings) serve(in io.Reader, out io.Writer, handle Handler, ended chan<- error) error {
	from := bufio.NewReaderSize(in, smallWrite)
	for {
		q, err := receive(from)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("serve documents: %w", err)
		}
		orphaned := time.AfterFunc(s.Timeout+patience, func() {
			ended <- errors.New("serve documents: nobody has ended a task that takes too long")
		})
		answer := respond(s, q, handle)
		orphaned.Stop()
		if err := writeFrames(out, answer); err != nil {
			return fmt.Errorf("serve documents: %w", err)
		}
	}
}

type question struct{ ask, data []byte }

// receive reads a question. The error is io.EOF only where none begins.
func receive(in io.Reader) (q question, err error) {
	if q.ask, err = expectFrame(in, askFrame, maxAnswer); err != nil {
		return q, err
	}
	if q.data, err = expectFrame(in, dataFrame, math.MaxUint32); errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return q, err
}

// respond gives the frame for one document.
func respond(s settings, q question, handle Handler) frame {
	ctx, cancel := context.WithTimeout(context.Background(), s.Timeout)
	defer cancel()
	answer, err := handle(ctx, q.ask, q.data)
	if len(answer) > maxAnswer {
		err = &model.ReadError{Code: model.TooLarge,
			Err: fmt.Errorf("the answer of %d bytes is over the limit of %d", len(answer), maxAnswer)}
	}
	if err == nil {
		return frame{answerFrame, answer}
	}
	reason := &model.ReadError{Code: model.Crashed, Err: err}
	if !errors.As(err, &reason) && errors.Is(err, context.DeadlineExceeded) {
		reason.Code = model.TimedOut
	}
	return frame{errorFrame, []byte(string(reason.Code) + "\x00" + reason.Err.Error())}
}
