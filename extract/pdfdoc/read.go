package pdfdoc

import (
	"context"
	"errors"
	"fmt"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/model"
)

// MediaType is the media type of the format (RFC 8118).
const MediaType = "application/pdf"

// Read reads a PDF into raw blocks in reading order.
//
// An error is a *model.ReadError: model.Damaged, model.Encrypted,
// model.TimedOut, or model.NoText when no page has text, in which case the
// document is returned as well, with its number of pages and its text layer
// model.None.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	file, err := Open(ctx, data, opts)
	if err != nil {
		return nil, err
	}
	doc := &model.Document{Source: file.Source, Diagnostics: file.Diagnostics}
	doc.Blocks = layout.Blocks(file.Pages)
	if len(doc.Blocks) == 0 {
		doc.Source.TextLayer = model.None
		return doc, file.Empty()
	}
	return doc, nil
}

// File is what the text layer of a PDF holds: positioned words page by page,
// before any layout analysis. Pages without words are there too.
type File struct {
	Source      model.Source
	Pages       []layout.Page
	Diagnostics []model.Diagnostic
	Encrypted   bool
	problem     error
	truncated   string
}

// Open reads the text layer of a PDF, model.OCR if most of it is invisible, with the errors of Read but for
// model.NoText. A file whose structure is damaged is repaired and read again;
// what that gives is taken if it is more.
func Open(ctx context.Context, data []byte, opts Options) (*File, error) {
	opts = opts.withDefaults()
	file, err := openFile(ctx, data, opts)
	if err == nil && (file.problem == nil || file.Words() > 0) || err != nil && !isDamaged(err) {
		return file, err
	}
	if original, ok := asciiSent(data); ok {
		if first, err := openFile(ctx, original, opts); err == nil && first.Words() > 0 {
			first.Diagnostics = append(first.Diagnostics, lineEndsNote())
			return first, nil
		}
	}
	for _, replant := range []bool{false, true} {
		mended, ok := repair(data, opts, replant)
		if !ok {
			continue
		}
		second, secondErr := openFile(ctx, mended, opts)
		if secondErr != nil || second.Words() == 0 {
			continue
		}
		if err == nil {
			err = file.problem
		}
		second.Diagnostics = append(second.Diagnostics, repairNote(err))
		return second, nil
	}
	return file, err
}

func isDamaged(err error) bool {
	var reason *model.ReadError
	return errors.As(err, &reason) && reason.Code == model.Damaged
}

// Words counts the words of all pages.
func (f *File) Words() int {
	n := 0
	for i := range f.Pages {
		n += len(f.Pages[i].Words)
	}
	return n
}

// Damaged reports whether a part of the file could not be read.
func (f *File) Damaged() bool { return f.problem != nil }

// openFile reads the text layer of bytes that the object parser can open.
func openFile(ctx context.Context, data []byte, opts Options) (file *File, err error) {
	defer guard(&err)
	d, err := open(ctx, data, opts)
	if err != nil {
		return nil, err
	}
	file = &File{Source: d.source(), Encrypted: d.encrypted}
	shown, hidden := 0, 0
	for n := range d.pageList {
		if err := ctx.Err(); err != nil {
			return nil, &model.ReadError{Code: model.TimedOut, Err: err}
		}
		page := layout.Page{Number: n + 1}
		_ = d.attempt(func() {
			p := d.readPage(n)
			page = p.page(n + 1)
			shown, hidden = shown+p.shown, hidden+p.hidden
		})
		file.Pages = append(file.Pages, page)
	}
	if hidden > shown {
		file.Source.TextLayer = model.OCR
	}
	file.problem, file.truncated = d.problem, d.truncated
	file.Diagnostics = d.diagnostics()
	return file, nil
}

// source says what the file tells about itself.
func (d *document) source() model.Source {
	s := model.Source{MediaType: MediaType, Pages: len(d.pageList), TextLayer: model.Native}
	_ = d.attempt(func() { s.Language = d.reader.Trailer().Key("Root").Key("Lang").Text() })
	return s
}

func (d *document) diagnostics() []model.Diagnostic {
	var out []model.Diagnostic
	if d.truncated != "" {
		out = append(out, model.Diagnostic{
			Code: model.Truncated, Severity: model.Warning,
			Message: fmt.Sprintf("cut off at the limit of %s", d.truncated),
		})
	}
	if d.problem != nil {
		out = append(out, model.Diagnostic{
			Code: model.Damaged, Severity: model.Warning,
			Message: fmt.Sprintf("a part of the file could not be read: %v", d.problem),
		})
	}
	return out
}

// Empty says why a file without words gave no text.
func (f *File) Empty() error {
	if f.problem != nil {
		return asReadError(f.problem)
	}
	if f.truncated != "" {
		return &model.ReadError{Code: model.TooLarge, Err: fmt.Errorf("no text up to the limit of %s", f.truncated)}
	}
	for _, p := range f.Pages {
		if p.Images > 0 || p.Outlines > 0 {
			return &model.ReadError{Code: model.NoText, Err: errors.New("the pages are scanned or drawn and have no text layer; read it with OCR")}
		}
	}
	return &model.ReadError{Code: model.NoText, Err: errors.New("the pages hold neither text nor images")}
}
