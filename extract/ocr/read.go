package ocr

import (
	"context"
	"errors"
	"fmt"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/model"
)

// Options say where results are kept. The zero value keeps none.
type Options struct {
	// Cache is the folder for the results of former runs, by the hash of the
	// image; "" for none. It is made if it is not there.
	Cache string
}

// Image is the picture of a page: a PNG, JPEG, GIF or TIFF file, the number of
// the page from 1, and its size in points, 0 where it is not known.
type Image struct {
	Data          []byte
	Page          int
	Width, Height float64
}

// Recognise reads the text of the image of one page. Its words have their
// confidence. The error is a *model.ReadError or that of a context that was
// cancelled; that of a machine without tesseract is Missing().
func Recognise(ctx context.Context, image Image, opts Options) (layout.Page, error) {
	pages, err := recognise(ctx, image, opts)
	if err != nil || len(pages) == 0 {
		return layout.Page{Number: image.Page, Width: image.Width, Height: image.Height, Images: 1, Pictured: 1}, err
	}
	return pages[0], nil
}

// recognise reads all pages of an image file. One that seems to lie on its side
// or on its head is turned and read again; what that gives is taken if it looks
// upright.
func recognise(ctx context.Context, image Image, opts Options) ([]layout.Page, error) {
	pages, err := recogniseAsIs(ctx, image, opts)
	if err != nil || len(pages) != 1 || !askew(&pages[0]) {
		return pages, err
	}
	if turned, ok := upright(ctx, image, opts.Cache); ok {
		if again, err := recogniseAsIs(ctx, turned, opts); err == nil && len(again) == 1 && !askew(&again[0]) {
			return again, nil
		}
	}
	return pages, nil
}

func recogniseAsIs(ctx context.Context, image Image, opts Options) ([]layout.Page, error) {
	out, err := cached(ctx, recognition, image.Data, opts.Cache)
	if err != nil {
		return nil, err
	}
	var pages []layout.Page
	ink := newInk(image.Data)
	for i, f := range parseTSV(out) {
		pages = append(pages, f.page(ink, image.Width, image.Height, image.Page+i))
		ink = nil // only the first page of a file is decoded
	}
	return pages, nil
}

// Read reads an image file as a document. Multi-page TIFF files give all their
// pages.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	pages, err := recognise(ctx, Image{Data: data, Page: 1}, opts)
	if err != nil {
		return nil, err
	}
	Even(pages)
	doc := &model.Document{Source: model.Source{Pages: len(pages), TextLayer: model.OCR}}
	for i := range pages {
		if !Confident(&pages[i]) {
			pages[i].Words = nil
		}
	}
	doc.Blocks = layout.Blocks(pages)
	if len(doc.Blocks) == 0 {
		doc.Source.TextLayer = model.None
		return doc, &model.ReadError{Code: model.NoText, Err: errors.New("no text was recognised in the image")}
	}
	doc.Diagnostics = Doubts(pages)
	return doc, nil
}

// lowConfidence is that of a word below which it is doubtful.
const lowConfidence = 0.6

// confidentShare is the share of its letters that are surely recognised in a page
// of text at least. What recognition makes of pictures stays below.
const confidentShare = 0.5

// Confident reports whether a recognised page is text by the confidence of its
// words.
func Confident(p *layout.Page) bool {
	all, sure := 0, 0
	for _, w := range p.Words {
		all += len(w.Text)
		if w.Confidence >= lowConfidence {
			sure += len(w.Text)
		}
	}
	return all > 0 && float64(sure) >= confidentShare*float64(all)
}

// Doubts tells how many words of each recognised page have a low confidence;
// the value of each diagnostic is their share.
func Doubts(pages []layout.Page) (out []model.Diagnostic) {
	for i := range pages {
		all, low := 0, 0
		for _, w := range pages[i].Words {
			if w.Confidence == 0 {
				continue
			}
			all++
			if w.Confidence < lowConfidence {
				low++
			}
		}
		if low == 0 {
			continue
		}
		share := float64(low) / float64(all)
		out = append(out, model.Diagnostic{Code: model.Uncertified, Severity: model.Info, Value: &share,
			Message: fmt.Sprintf("page %d: %d of %d words were recognised with low confidence", pages[i].Number, low, all)})
	}
	return out
}
