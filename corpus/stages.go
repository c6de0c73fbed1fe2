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
}

// realStages are those of packages extract, extract/swedish and normalize.
func realStages(opts Options) stages {
	limits := opts.Extract
	if limits.MaxBytes <= 0 {
		limits.MaxBytes = extract.DefaultMaxBytes
	}
	return stages{
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
}
