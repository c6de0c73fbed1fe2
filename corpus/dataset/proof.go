package dataset

import (
	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

// How a text proves a value; see column proof of table evidence.
const (
	verbatim  = "verbatim"
	derived   = "derived"
	mentioned = "mentioned"
)

// row is a row by its table and its key.
type row struct{ table, key string }

// proof adds the row of table evidence for a value, if there is one. Quote is
// what the document says, "" where the record only knows the place.
func (r *rows) proof(at row, path, column, kind, quote string, span *model.Span, rule string) {
	if quote == "" && span == nil {
		return
	}
	start, end, page := lacking(schema.NotApplicable), lacking(schema.NotApplicable), lacking(schema.NotApplicable)
	if span != nil {
		start, end, page = count(span.Start), count(span.End), whole(span.Page, schema.NotApplicable)
	}
	r.add("evidence", word(r.record.ID), word(path), word(at.table), word(at.key), word(column),
		text(quote, schema.NotApplicable), start, end, page, text(rule, schema.NotApplicable), word(kind),
		r.isCorrected(path))
}
