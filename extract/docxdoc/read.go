package docxdoc

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"

	"github.com/lofte/lofte/model"
)

// MediaType is the media type of the format.
const MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Read reads a Word document into raw blocks. An error is a *model.ReadError:
// model.Damaged, model.Encrypted, model.Unsupported for an old Word file,
// model.TooLarge or model.TooDeep for one over a limit, model.Empty for one
// without text; or the context's error.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	opts = opts.withDefaults()
	z, err := openPackage(data, opts)
	if err != nil {
		return nil, err
	}
	w, err := open(z, opts)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	err = w.s.descend("document", func(e xml.StartElement) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.Name.Local != "body" {
			return w.s.skip()
		}
		return w.flow()
	})
	if err != nil {
		return nil, err
	}
	return document(w.out)
}

// open unpacks the parts and reads the styles and lists.
func open(z *zip.Reader, opts Options) (*walker, error) {
	left := opts.MaxDecompressed
	scan := func(name string) (*scanner, error) {
		data, err := part(z, name, &left)
		if data == nil || err != nil {
			return nil, err
		}
		return newScanner(data, name, opts.MaxDepth), nil
	}
	body, err := scan(documentPart)
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, fail(model.Damaged, "word document without %s", documentPart)
	}
	w := &walker{s: body, maxBlocks: opts.MaxBlocks}
	s, err := scan(stylesPart)
	if err != nil {
		return nil, err
	}
	if w.styles, err = readStyles(s); err != nil {
		return nil, err
	}
	n, err := scan(numberingPart)
	if err != nil {
		return nil, err
	}
	w.numbering, err = readNumbering(n)
	return w, err
}

// document makes the raw document of the blocks.
func document(bs []block) (*model.Document, error) {
	bs = dropFrame(unfold(bs))
	settle(bs)
	if len(bs) == 0 {
		return nil, &model.ReadError{Code: model.Empty, Err: errors.New("word document without text")}
	}
	doc := &model.Document{Blocks: make([]model.Block, len(bs))}
	doc.Source.MediaType = MediaType
	doc.Source.TextLayer = model.Native
	for i := range bs {
		doc.Blocks[i] = bs[i].Block
	}
	return doc, nil
}
