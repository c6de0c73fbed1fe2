package corpus

import (
	"context"
	"strings"

	"github.com/lofte/lofte/model"
)

// stages is what a document goes through, as functions so that a test can put
// others in their place.
type stages struct {
	maxBytes int64                                                   // of one document
	read     func(context.Context, []byte) (*model.Document, error) // bytes to text
	record   func(*model.Document) *model.Record                     // text to values
}

func realStages(Options) stages {
	return stages{
		maxBytes: 1 << 28,
		read: func(_ context.Context, data []byte) (*model.Document, error) {
			text := strings.TrimSpace(string(data))
			span := model.Span{End: len([]rune(text))}
			return &model.Document{Text: text, Blocks: []model.Block{{Kind: model.Paragraph, Text: text, Span: span}}}, nil
		},
		record: func(doc *model.Document) *model.Record {
			return &model.Record{Schema: model.SchemaVersion, ID: doc.Source.SHA256[:16], Kind: model.KindOther,
				Source: doc.Source, Promises: []model.Promise{}}
		},
	}
}
