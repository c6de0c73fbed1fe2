package corpus

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// Work makes the process one of the workers of [Options]. It serves until in
// ends; the process should end then, too. See [isolate.Serve].
func Work(in io.Reader, out io.Writer) error { return isolate.Serve(in, out, serve) }

// What a worker can be asked for.
const (
	wantText   = "text"   // a model.Document
	wantRecord = "record" // a model.Record
)

// task is what a worker is asked about the bytes of one document.
type task struct {
	Want    string
	Source  model.Source // as far as it is known
	Extract extract.Options
}

// serve does a task in a worker. The answer is JSON.
func serve(ctx context.Context, ask, data []byte) ([]byte, error) {
	var t task
	if err := json.Unmarshal(ask, &t); err != nil {
		return nil, fmt.Errorf("understand the task: %w", err)
	}
	s := realStages(Options{Extract: t.Extract})
	if t.Want == wantText {
		doc, err := s.textOf(ctx, t.Source, data, t.Extract.MediaType)
		if err != nil {
			return nil, err
		}
		return json.Marshal(doc)
	}
	record := s.whole(ctx, t.Source, data, t.Extract.MediaType)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var line bytes.Buffer
	err := Encode(&line, record, "")
	return line.Bytes(), err
}

// workers put documents through the stages in other processes.
type workers struct {
	pool   *isolate.Pool
	limits extract.Options
}

// text has a worker read a document.
func (w *workers) text(ctx context.Context, data []byte, mediaType string) (*model.Document, error) {
	doc := new(model.Document)
	if err := w.ask(ctx, task{Want: wantText}, data, mediaType, doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// record has a worker make the record of a document.
func (w *workers) record(ctx context.Context, got model.Source, data []byte, mediaType string) *model.Record {
	record := new(model.Record)
	if err := w.ask(ctx, task{Want: wantRecord, Source: got}, data, mediaType, record); err != nil {
		return failure(got, err)
	}
	return record
}

// ask has a worker do a task, and puts down its answer.
func (w *workers) ask(ctx context.Context, t task, data []byte, mediaType string, answer any) error {
	t.Extract = w.limits
	t.Extract.MediaType = mediaType
	question, err := json.Marshal(t)
	if err != nil {
		return err
	}
	line, err := w.pool.Do(ctx, question, data)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(line, answer); err != nil {
		return &model.ReadError{Code: model.Crashed, Err: fmt.Errorf("understand the answer of the reader: %w", err)}
	}
	return nil
}
