package isolate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"

	"github.com/lofte/lofte/model"
)

// Handler answers a question on a document. An error that is no
// *model.ReadError crosses as model.Crashed. The bytes are the handler's to
// keep.
type Handler func(ctx context.Context, ask, data []byte) (answer []byte, err error)

// Serve makes the process a worker: it answers the questions that in brings,
// one after the other, until in ends. It lowers the limits of the whole
// process, and returns as soon as nobody waits for an answer any more, even if
// handle has not returned; the process should end then.
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
	questions, ended := make(chan question), make(chan error, 1)
	go func() { ended <- receive(in, questions) }()
	go answerAll(out, questions, s, handle, ended)
	if err := <-ended; err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("serve documents: %w", err)
	}
	return nil
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

type question struct{ ask, data []byte }

// receive reads questions. It reads on while one is answered, to notice that
// the other side is gone.
func receive(in io.Reader, questions chan<- question) error {
	for {
		ask, err := expectFrame(in, askFrame, maxAnswer)
		if err != nil {
			return err
		}
		data, err := expectFrame(in, dataFrame, math.MaxUint32)
		if err != nil {
			return err
		}
		questions <- question{ask, data}
	}
}

func answerAll(out io.Writer, questions <-chan question, s settings, handle Handler, ended chan<- error) {
	for q := range questions {
		kind, content := respond(s, q, handle)
		if err := writeFrame(out, kind, content); err != nil {
			ended <- err
			return
		}
	}
}

// respond gives the frame for one document.
func respond(s settings, q question, handle Handler) (kind byte, content []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), s.Timeout)
	defer cancel()
	answer, err := handle(ctx, q.ask, q.data)
	if len(answer) > maxAnswer {
		err = &model.ReadError{Code: model.TooLarge,
			Err: fmt.Errorf("the answer of %d bytes is over the limit of %d", len(answer), maxAnswer)}
	}
	if err == nil {
		return answerFrame, answer
	}
	reason := &model.ReadError{Code: model.Crashed, Err: err}
	if !errors.As(err, &reason) && errors.Is(err, context.DeadlineExceeded) {
		reason.Code = model.TimedOut
	}
	return errorFrame, []byte(string(reason.Code) + "\x00" + reason.Err.Error())
}
