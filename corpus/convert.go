package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// Options say how documents are converted. The zero value is useful.
type Options struct {
	Jobs    int             // documents that are converted at the same time; 0 is one for each CPU
	Extract extract.Options // limits of one document; the media type is that of its source
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
		_, record := s.source(ctx, src)
		return record
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
	doc, _, err := realStages(opts).text(ctx, src)
	return doc, err
}

// source takes a source through the stages. A stage that panics costs the run
// this document only.
func (s stages) source(ctx context.Context, src Source) (*model.Document, *model.Record) {
	doc, got, err := s.text(ctx, src)
	if err != nil {
		return nil, failure(got, err)
	}
	record, err := guarded(func() (*model.Record, error) { return s.record(doc), nil })
	if err != nil {
		return doc, failure(got, err)
	}
	return doc, record
}

// text gets the bytes of a source and reads them.
func (s stages) text(ctx context.Context, src Source) (doc *model.Document, got model.Source, err error) {
	data, got, err := s.fetch(src)
	if err != nil {
		return nil, got, err
	}
	doc, err = guarded(func() (*model.Document, error) { return s.read(ctx, data, src.MediaType) })
	if err != nil {
		return nil, got, err
	}
	doc.Source.URI, doc.Source.SHA256, doc.Source.Bytes = got.URI, got.SHA256, got.Bytes
	return doc, got, nil
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

// fetch reads a source up to the limit of bytes. A source above it is read to
// its end for its digest, but not kept.
func (s stages) fetch(src Source) (data []byte, got model.Source, err error) {
	got.URI = src.URI
	r, err := src.Open()
	if err != nil {
		return nil, got, &model.ReadError{Code: model.Unobtainable, Err: err}
	}
	defer r.Close()
	sum := sha256.New()
	var kept bytes.Buffer
	stream := io.TeeReader(r, sum)
	n, err := io.Copy(&kept, io.LimitReader(stream, s.maxBytes))
	rest := int64(0)
	if err == nil {
		rest, err = io.Copy(io.Discard, stream)
	}
	if err != nil {
		return nil, got, &model.ReadError{Code: model.Unobtainable, Err: err}
	}
	got.Bytes, got.SHA256 = int(n+rest), hex.EncodeToString(sum.Sum(nil))
	if rest > 0 {
		err := fmt.Errorf("%d bytes are more than the limit of %d", n+rest, s.maxBytes)
		return nil, got, &model.ReadError{Code: model.TooLarge, Err: err}
	}
	return kept.Bytes(), got, nil
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
