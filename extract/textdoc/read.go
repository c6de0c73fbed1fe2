package textdoc

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/lofte/lofte/model"
)

// DefaultMaxBytes is the size over which a text is refused.
const DefaultMaxBytes = 64 << 20

// Options are the limits of Read.
type Options struct {
	MaxBytes int // 0 means DefaultMaxBytes
}

// Read lays the text out as raw blocks. Text of more than MaxBytes gives a
// *model.ReadError with model.TooLarge, text of nothing but white space one
// with model.Empty.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	limit := opts.MaxBytes
	if limit == 0 {
		limit = DefaultMaxBytes
	}
	if len(data) > limit {
		return nil, &model.ReadError{Code: model.TooLarge,
			Err: fmt.Errorf("text of %d bytes, over the limit of %d", len(data), limit)}
	}
	text, encoding := Decode(data)
	text, mended := undouble(text)
	if strings.TrimFunc(text, isBlank) == "" {
		return nil, &model.ReadError{Code: model.Empty, Err: errors.New("text of nothing but white space")}
	}
	ls := lines(text)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ls = layOut(ls)
	doc := &model.Document{Blocks: blocks(ls)}
	if len(doc.Blocks) == 0 {
		return nil, &model.ReadError{Code: model.Empty, Err: errors.New("text of nothing but page furniture")}
	}
	doc.Source.MediaType = "text/plain"
	doc.Source.TextLayer = model.Native
	doc.Diagnostics = remarks(encoding, mended)
	if n := ls[len(ls)-1].page; n > 0 {
		doc.Source.Pages = n
	}
	return doc, nil
}

// layOut takes the lines through the steps before blocks are made of them.
func layOut(ls []line) []line {
	ls = dropRules(ls)
	ls = dropPageEdges(ls)
	ls = findTables(ls)
	ls = unfoldColumns(ls)
	ls = dropNoteMarks(dropFurniture(ls))
	findMarkers(ls)
	unmarkHeadings(ls)
	return ls
}

// remarks tells what was done to get at the text.
func remarks(encoding string, mended int) (out []model.Diagnostic) {
	if encoding != UTF8 {
		out = append(out, model.Diagnostic{Code: model.Charset, Severity: model.Info, Message: "text decoded as " + encoding})
	}
	if mended > 0 {
		out = append(out, model.Diagnostic{Code: model.Mojibake, Severity: model.Info,
			Message: fmt.Sprintf("%d lines of UTF-8 that had been read as windows-1252 mended", mended)})
	}
	return out
}
