package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/lofte/lofte/corpus/isolate"
	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// Options say how documents are converted. The zero value is useful.
type Options struct {
	Jobs    int             // documents that are converted at the same time; 0 is one for each CPU
	Extract extract.Options // limits of one document; the media type is that of its source
	// Workers are the processes that documents are read in, such as call Work.
	// Without them documents are read in this process: a document that hangs
	// or crashes its reader then takes the run with it.
	Workers *isolate.Pool
}

func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// Convert converts the documents and yields their records in the order of the
// sources. The only error is that of the context, and it comes last. At any
// moment no more documents are in memory than there are jobs.
func Convert(ctx context.Context, sources []Source, opts Options) iter.Seq2[*model.Record, error] {
	return convert(ctx, sources, opts, realStages(opts))
}

func convert(ctx context.Context, sources []Source, opts Options, s stages) iter.Seq2[*model.Record, error] {
	return ordered(ctx, sources, opts.jobs(), func(ctx context.Context, src Source) *model.Record {
		return s.line(ctx, src)
	})
}

// One converts one document. The document is nil where it could not be read;
// the record is always there, and says why.
func One(ctx context.Context, src Source, opts Options) (*model.Document, *model.Record) {
	return realStages(opts).source(ctx, src)
}

// Read gives the text of one document, and a [model.ReadError] where it has
// none.
func Read(ctx context.Context, src Source, opts Options) (*model.Document, error) {
	return realStages(opts).text(ctx, src)
}

// line is the record of a source.
func (s stages) line(ctx context.Context, src Source) *model.Record {
	data, got, err := s.fetch(src)
	if err != nil {
		return failure(got, err)
	}
	return s.whole(ctx, got, data, src.MediaType)
}

// source gives the text of a source with its record.
func (s stages) source(ctx context.Context, src Source) (*model.Document, *model.Record) {
	data, got, err := s.fetch(src)
	if err != nil {
		return nil, failure(got, err)
	}
	doc, err := s.textOf(ctx, got, data, src.MediaType)
	switch {
	case err != nil:
		return nil, failure(got, err)
	case s.workers != nil:
		return doc, s.whole(ctx, got, data, src.MediaType)
	}
	return doc, s.recordOf(doc, got)
}

// text gets the bytes of a source and reads them.
func (s stages) text(ctx context.Context, src Source) (*model.Document, error) {
	data, got, err := s.fetch(src)
	if err != nil {
		return nil, err
	}
	return s.textOf(ctx, got, data, src.MediaType)
}

// whole takes the bytes of a source through all stages.
func (s stages) whole(ctx context.Context, got model.Source, data []byte, mediaType string) *model.Record {
	if s.workers != nil {
		return s.workers.record(ctx, got, data, mediaType)
	}
	doc, err := s.textOf(ctx, got, data, mediaType)
	if err != nil {
		return failure(got, err)
	}
	return s.recordOf(doc, got)
}

// textOf reads the bytes of a source. A stage that panics costs the run this
// document only.
func (s stages) textOf(ctx context.Context, got model.Source, data []byte, mediaType string) (*model.Document, error) {
	doc, err := guarded(func() (*model.Document, error) { return s.read(ctx, data, mediaType) })
	if err != nil {
		return nil, err
	}
	doc.Source.URI, doc.Source.SHA256, doc.Source.Bytes, doc.Source.RetrievedAt = got.URI, got.SHA256, got.Bytes, got.RetrievedAt
	return doc, nil
}

func (s stages) recordOf(doc *model.Document, got model.Source) *model.Record {
	record, err := guarded(func() (*model.Record, error) { return s.record(doc), nil })
	if err != nil {
		return failure(got, err)
	}
	return record
}

// guarded turns a panic of a stage into an error.
func guarded[T any](stage func() (T, error)) (out T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &model.ReadError{Code: model.Crashed, Err: fmt.Errorf("%v", p)}
		}
	}()
	return stage()
}

// failure is the record of a document that could not be read.
func failure(src model.Source, err error) *model.Record {
	reason := &model.ReadError{Code: model.Damaged, Err: err}
	errors.As(err, &reason)
	return &model.Record{
		Schema:      model.SchemaVersion,
		ID:          failureID(src),
		Source:      src,
		Promises:    []model.Promise{},
		Diagnostics: []model.Diagnostic{{Code: reason.Code, Severity: model.Failure, Message: reason.Err.Error()}},
	}
}

// failureID is the id that the bytes give. Where there are none to be had, the
// URI has to tell one failure from another.
func failureID(src model.Source) string {
	if src.SHA256 == "" {
		return model.RecordID([]byte(src.URI))
	}
	return model.IDOf(src.SHA256)
}
