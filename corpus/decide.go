package corpus

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/lofte/lofte/corpus/fetch"
	"github.com/lofte/lofte/model"
)

// Decider says of fetched pages what they are, by converting them.
func Decider(opts Options) fetch.Decide {
	return func(ctx context.Context, body []byte, mediaType, url string) (fetch.Decision, error) {
		src := Stream(url, bytes.NewReader(body))
		src.MediaType = mediaType
		_, record := One(ctx, src, opts)
		return decisionOf(record)
	}
}

// decisionOf is what a record says of its document; that of a document which
// could not be read is an error.
func decisionOf(record *model.Record) (fetch.Decision, error) {
	d := fetch.Decision{Kind: record.Kind, Title: record.Source.Title}
	for _, p := range record.Promises {
		for _, m := range p.Municipalities {
			d.Municipalities = append(d.Municipalities, m.Code)
		}
	}
	slices.Sort(d.Municipalities)
	d.Municipalities = slices.Compact(d.Municipalities)
	for _, g := range record.Diagnostics {
		if g.Severity == model.Failure {
			return d, &model.ReadError{Code: g.Code, Err: errors.New(g.Message)}
		}
	}
	return d, nil
}
