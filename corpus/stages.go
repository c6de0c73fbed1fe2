package corpus

import (
	"context"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/extract/swedish"
	"github.com/lofte/lofte/model"
	"github.com/lofte/lofte/normalize"
)

// stages is what a document goes through, as functions so that a test can put
// others in their place.
type stages struct {
	maxBytes int64 // of one document
	read     func(ctx context.Context, data []byte, mediaType string) (*model.Document, error)
	record   func(*model.Document) *model.Record
	workers  *workers // nil where read and record are called in this process
}

// realStages are those of packages extract, extract/swedish and normalize, in
// the processes that the options name.
func realStages(opts Options) stages {
	limits := opts.Extract
	if limits.MaxBytes <= 0 {
		limits.MaxBytes = extract.DefaultMaxBytes
	}
	s := stages{
		maxBytes: int64(limits.MaxBytes),
		read: func(ctx context.Context, data []byte, mediaType string) (*model.Document, error) {
			limits := limits
			limits.MediaType = mediaType
			return extract.Read(ctx, data, limits)
		},
		record: func(doc *model.Document) *model.Record {
			return normalize.Record(doc, swedish.Parse(doc))
		},
	}
	if opts.Workers != nil {
		s.workers = &workers{pool: opts.Workers, limits: limits}
		s.read = s.workers.text
	}
	return s
}
