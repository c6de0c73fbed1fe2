package extract

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"strings"

	"github.com/lofte/lofte/extract/docxdoc"
	"github.com/lofte/lofte/extract/htmldoc"
	"github.com/lofte/lofte/extract/ocr"
	"github.com/lofte/lofte/extract/textdoc"
	"github.com/lofte/lofte/model"
)

// Limits that hold where Options name no other.
const (
	DefaultMaxBytes        = 64 << 20  // of the source
	DefaultMaxDecompressed = 256 << 20 // of all that is unpacked from it
	DefaultMaxPages        = 500
	DefaultMaxDepth        = 512     // of elements, objects or parts in one another
	DefaultMaxText         = 1 << 20 // bytes of the text; a hundred pages have a third of it
)

// Options say what is known of the source beforehand, and what it may cost.
type Options struct {
	// MediaType is what a server or a file's name says that the source is.
	// It does not decide, but a diagnostic tells where it is wrong.
	MediaType string

	MaxBytes        int // 0 means DefaultMaxBytes
	MaxDecompressed int // 0 means DefaultMaxDecompressed
	MaxPages        int // 0 means DefaultMaxPages
	MaxDepth        int // 0 means DefaultMaxDepth
	MaxText         int // 0 means DefaultMaxText; what follows is cut off

	OCR OCR // which pages are recognised
	// Cache is a folder for what recognition gave, by the hash of the image, so
	// that it is not done twice; "" for none.
	Cache string
}

func (o Options) withDefaults() Options {
	for _, l := range []struct {
		limit *int
		value int
	}{
		{&o.MaxBytes, DefaultMaxBytes},
		{&o.MaxDecompressed, DefaultMaxDecompressed},
		{&o.MaxPages, DefaultMaxPages},
		{&o.MaxDepth, DefaultMaxDepth},
		{&o.MaxText, DefaultMaxText},
	} {
		if *l.limit <= 0 {
			*l.limit = l.value
		}
	}
	return o
}

// Read makes a document of the bytes of a source: it detects the format,
// reads the blocks and brings them to canonical text with spans and pages.
// What cannot be read gives a *model.ReadError with its reason. A document that
// comes with the reason model.NoText has its source filled in, but no text.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	opts = opts.withDefaults()
	if len(data) > opts.MaxBytes {
		return nil, fail(model.TooLarge, "source of %d bytes, over the limit of %d", len(data), opts.MaxBytes)
	}
	doc, err := readFormat(ctx, data, opts)
	if doc != nil {
		doc.Source.Bytes = len(data)
		doc.Source.SHA256 = model.Digest(data)
	}
	return doc, err
}

// readFormat reads the bytes by what they are.
func readFormat(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	format := Detect(data)
	if format == Gzip {
		return readGzip(ctx, data, opts)
	}
	read := readerOf(format)
	if read == nil {
		return nil, unreadable(format)
	}
	doc, err := guarded(ctx, read, data, opts)
	if doc != nil {
		doc.Source.MediaType = string(format)
	}
	if err != nil {
		return doc, err
	}
	truncate(doc, opts.MaxText)
	compose(doc)
	if doc.Text == "" {
		return nil, fail(model.Empty, "%s without any text", format)
	}
	if err := judge(doc); err != nil {
		return nil, err
	}
	checkMediaType(doc, opts.MediaType, format)
	return doc, nil
}

// A reader makes raw blocks of the bytes of one format.
type reader func(ctx context.Context, data []byte, opts Options) (*model.Document, error)

// readers are the formats that can be read, in the order in which they are
// looked for.
func readers() []struct {
	format Format
	read   reader
} {
	return []struct {
		format Format
		read   reader
	}{
		{HTML, readHTML},
		{PDF, readPDF},
		{DOCX, readDOCX},
		{OLE, readDOCX},
		{PNG, readImage},
		{JPEG, readImage},
		{TIFF, readImage},
		{GIF, readImage},
		{Text, readText},
	}
}

func readHTML(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	return beginning(data, markupShare*opts.MaxText, func(data []byte) (*model.Document, error) {
		return htmldoc.Read(ctx, data, htmldoc.Options{})
	})
}

func readDOCX(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	return docxdoc.Read(ctx, data, docxdoc.Options{MaxDecompressed: opts.MaxDecompressed, MaxDepth: opts.MaxDepth})
}

func readImage(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	if opts.OCR == OCRNever {
		return nil, fail(model.NoText, "an image, and recognition of text is switched off")
	}
	return ocr.Read(ctx, data, ocr.Options{Cache: opts.Cache})
}

func readText(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	return beginning(data, textShare*opts.MaxText, func(data []byte) (*model.Document, error) {
		return textdoc.Read(ctx, data, textdoc.Options{MaxBytes: opts.MaxBytes})
	})
}

func readerOf(format Format) reader {
	for _, r := range readers() {
		if r.format == format {
			return r.read
		}
	}
	return nil
}

// guarded turns a panic of a reader, or of a library under it, into a reason.
func guarded(ctx context.Context, read reader, data []byte, opts Options) (doc *model.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, fail(model.Crashed, "reader failed on this content: %v", p)
		}
	}()
	doc, err = read(ctx, data, opts)
	if err == nil {
		return doc, nil
	}
	var typed *model.ReadError
	switch {
	case errors.As(err, &typed):
		return doc, err
	case errors.Is(err, context.DeadlineExceeded):
		return nil, &model.ReadError{Code: model.TimedOut, Err: err}
	case errors.Is(err, context.Canceled):
		return nil, err
	}
	return nil, &model.ReadError{Code: model.Damaged, Err: err}
}

func fail(code model.Code, format string, args ...any) error {
	return &model.ReadError{Code: code, Err: fmt.Errorf(format, args...)}
}

// unreadable is the reason why a format gives no document.
func unreadable(format Format) error {
	switch format {
	case Nothing:
		return fail(model.Empty, "no bytes, or only white space")
	case Zip:
		return fail(model.Unsupported, "zip archive that is no Word document; unpack it first")
	case RTF:
		return fail(model.Unsupported, "RTF file; save it as DOCX or PDF")
	case Unknown:
		return fail(model.Unsupported, "bytes that are neither text nor a known format")
	}
	return fail(model.Unsupported, "no reader for %s", format)
}

// checkMediaType notes where the declared media type is another than the real
// one. XHTML and unspecific types are no contradiction.
func checkMediaType(doc *model.Document, declared string, format Format) {
	media, _, err := mime.ParseMediaType(declared)
	if declared == "" || err != nil || media == string(format) || media == string(Unknown) {
		return
	}
	if format == HTML && strings.HasPrefix(media, "application/xhtml") || format == Text && strings.HasPrefix(media, "text/") && media != string(HTML) {
		return
	}
	doc.Diagnostics = append(doc.Diagnostics, model.Diagnostic{Code: model.MediaType, Severity: model.Warning,
		Message: fmt.Sprintf("declared as %s, but is %s", media, format)})
}
