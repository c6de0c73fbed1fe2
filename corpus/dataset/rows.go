package dataset

import (
	"fmt"
	"slices"

	"github.com/lofte/lofte/corpus/dataset/correct"
	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/lofte/lofte/model"
)

// rows makes the rows of one record. After the first error it does nothing
// more.
type rows struct {
	sink    *sink
	mask    *mask
	record  *model.Record
	changed []correct.Applied
	err     error
}

func (r *rows) add(table string, row ...schema.Cell) {
	if r.err == nil {
		r.err = r.sink.add(r.mask, table, row...)
	}
}

// corrected says whether a correction touched the row for the object at path.
func (r *rows) corrected(path string) schema.Cell {
	return flag(slices.ContainsFunc(r.changed, func(a correct.Applied) bool { return a.Row == path }))
}

// isCorrected says whether a correction touched the value at path.
func (r *rows) isCorrected(path string) schema.Cell {
	return flag(slices.ContainsFunc(r.changed, func(a correct.Applied) bool { return a.Touches(path) }))
}

func (r *rows) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// all makes all rows of the record.
func (r *rows) all() error {
	r.document()
	for i := range r.record.Promises {
		r.promise(i)
	}
	for _, a := range r.changed {
		r.add("corrections", word(r.record.ID), word(a.Path), word(a.Quote),
			text(a.Old, schema.NotApplicable), text(a.New, schema.NotApplicable),
			word(a.Who), word(a.Why), word(a.File), count(a.Line))
	}
	if r.err != nil {
		return fmt.Errorf("record %s of %s: %w", r.record.ID, r.record.Source.URI, r.err)
	}
	return nil
}

func (r *rows) document() {
	rec, src := r.record, &r.record.Source
	read := !rec.Failed()
	unread := func(c schema.Cell) schema.Cell { return when(read, c, schema.Unreadable) }
	r.add("documents",
		word(rec.ID), word(src.URI),
		text(string(rec.Kind), schema.Unreadable),
		unread(text(src.Title, schema.NotStated)),
		text(src.MediaType, schema.Unreadable),
		unread(text(src.Language, schema.NotParsed)),
		text(src.SHA256, schema.Unreadable),
		count(src.Bytes),
		unread(whole(src.Pages, schema.NotApplicable)),
		text(string(src.TextLayer), schema.Unreadable),
		moment(src.RetrievedAt, schema.NotApplicable),
		text(string(failureOf(rec)), schema.NotApplicable),
		figure(coverageOf(rec), schema.Unreadable),
		count(warningsOf(rec)),
		count(len(rec.Promises)),
		r.corrected(correct.DocumentRow))
	at := row{"documents", rec.ID}
	r.proof(at, "source.title", "title", verbatim, src.Title, src.TitleSpan, "")
}

func failureOf(rec *model.Record) model.Code {
	for _, d := range rec.Diagnostics {
		if d.Severity == model.Failure {
			return d.Code
		}
	}
	return ""
}

func coverageOf(rec *model.Record) *float64 {
	for _, d := range rec.Diagnostics {
		if d.Code == model.Coverage {
			return d.Value
		}
	}
	return nil
}

func warningsOf(rec *model.Record) (n int) {
	for _, d := range rec.Diagnostics {
		if d.Severity == model.Warning {
			n++
		}
	}
	return n
}
