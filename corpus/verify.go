package corpus

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/lofte/lofte/model"
)

// EvidenceError is a value of a record that the source does not prove.
type EvidenceError struct {
	Value Value
	Found string // what stands under the value's span
	Why   string
}

func (e *EvidenceError) Error() string {
	return fmt.Sprintf("no evidence for %s %q: %s", e.Value.Path, e.Value.Text, e.Why)
}

// Verify reads the source of a record again and looks up every value in it,
// where its span says. It returns how many values have their evidence, and an
// error at the first that has not (an [EvidenceError]), or when the bytes are
// not those that the record was made from. The record of a document that could
// not be read has no values.
func Verify(ctx context.Context, record *model.Record, src Source, opts Options) (int, error) {
	return realStages(opts).verify(ctx, record, src)
}

func (s stages) verify(ctx context.Context, record *model.Record, src Source) (int, error) {
	values := Values(record)
	data, got, err := s.fetch(src)
	switch {
	case got.SHA256 == "" && record.Source.SHA256 != "":
		return 0, fmt.Errorf("read the source again: %w", err)
	case got.SHA256 != record.Source.SHA256:
		return 0, fmt.Errorf("the source has changed: its sha256 is %q, not %q", got.SHA256, record.Source.SHA256)
	case len(values) == 0:
		return 0, nil
	case err != nil:
		return 0, fmt.Errorf("read the source again: %w", err)
	}
	doc, err := s.read(ctx, data, src.MediaType)
	if err != nil {
		return 0, fmt.Errorf("read the source again: %w", err)
	}
	whole := fold(doc.Text)
	for i, v := range values {
		if err := prove(v, doc, whole); err != nil {
			return i, err
		}
	}
	return len(values), nil
}

// prove is nil for a value that the document proves; whole is the document's
// text folded.
func prove(v Value, doc *model.Document, whole string) error {
	if v.Proof == Mentioned {
		return v.missing(strings.Contains(whole, fold(v.Text)), "", "it does not stand in the text")
	}
	if v.Span == nil {
		return v.missing(false, "", "it has no span")
	}
	found := doc.Slice(*v.Span)
	if page := doc.PageAt(v.Span.Start); page != v.Span.Page {
		return v.missing(false, found, fmt.Sprintf("its span is on page %d, not %d", page, v.Span.Page))
	}
	why := fmt.Sprintf("%d:%d is %q", v.Span.Start, v.Span.End, found)
	if v.Proof == Verbatim {
		return v.missing(fold(found) == fold(v.Text), found, why)
	}
	return v.missing(strings.ContainsFunc(found, isWordRune), found, why)
}

func (v Value) missing(proved bool, found, why string) error {
	if proved {
		return nil
	}
	return &EvidenceError{Value: v, Found: found, Why: why}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// fold joins the lines of a text as the values of a record are joined: without
// the list markers of later lines, with single spaces.
func fold(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines[1:] {
		_, lines[i+1] = model.ListMarker(line)
	}
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}
