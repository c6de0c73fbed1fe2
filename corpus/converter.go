package corpus

import (
	"context"

	"github.com/lofte/lofte/corpus/archive"
	"github.com/lofte/lofte/corpus/nightly"
)

// Converter makes records of fetched documents, for a nightly run.
func Converter(opts Options) nightly.Convert {
	return func(ctx context.Context, doc *archive.Document) nightly.Converted {
		src := Fetched(doc)
		src.RetrievedAt = "" // the run knows better, also for what it reads again
		text, record := One(ctx, src, opts)
		out := nightly.Converted{Record: record}
		if text != nil {
			out.Text = text.Text
		}
		out.Decision, out.Failed = decisionOf(record)
		return out
	}
}
