package extract

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/extract/ocr"
	"github.com/lofte/lofte/extract/pdfdoc"
	"github.com/lofte/lofte/extract/pdfmend"
	"github.com/lofte/lofte/model"
)

// OCR says which pages are recognised from their images.
type OCR string

// The zero value is OCRAuto.
const (
	OCRAuto   OCR = "auto"   // pages that have images and no text worth the name
	OCRAlways OCR = "always" // every page, as it looks
	OCRNever  OCR = "never"
)

// Pages that are scans.
const (
	scanPictured = 0.4 // share of the page that images cover at least
	scanWords    = 12  // words that a scanner's stamp may have
)

// scanned reports whether a page is an image with no text, or as little as
// scanners stamp on it.
func scanned(p *layout.Page) bool {
	if p.Images == 0 {
		return false
	}
	return len(p.Words) == 0 || len(p.Words) <= scanWords && p.Pictured >= scanPictured
}

// toRecognise are the indexes of the pages that have to be recognised.
func (c *pdfChain) toRecognise(f *pdfdoc.File) (out []int) {
	for i := range f.Pages {
		p := &f.Pages[i]
		switch c.opts.OCR {
		case OCRNever:
		case OCRAlways:
			out = append(out, i)
		default:
			if scanned(p) || c.doubtful && pageQuality(p).Garbage() {
				out = append(out, i)
			}
		}
	}
	return out
}

// recognise replaces the pages that need it by what is read in their images.
// The error says why none could be; where some could, a diagnostic names the
// others.
func (c *pdfChain) recognise(f *pdfdoc.File) error {
	indexes := c.toRecognise(f)
	if len(indexes) == 0 {
		return nil
	}
	if !ocr.Installed() {
		return c.withoutOCR(f, indexes)
	}
	c.recognised = map[int]bool{}
	images := c.images(f, indexes)
	var done, left []int
	var problem error
	for _, i := range indexes {
		if err := c.recognisePage(&f.Pages[i], images[f.Pages[i].Number]); err != nil {
			problem = err
			left = append(left, f.Pages[i].Number)
		} else if c.recognised[f.Pages[i].Number] {
			done = append(done, f.Pages[i].Number)
		}
	}
	ocr.Even(f.Pages)
	c.remark(f, done, left, problem)
	return problem
}

// withoutOCR is what there is to say where tesseract is not installed: nothing
// of a page that has text of its own, garbage or not.
func (c *pdfChain) withoutOCR(f *pdfdoc.File, indexes []int) error {
	if f.Words() == 0 {
		return ocr.Missing()
	}
	var pages []int
	for _, i := range indexes {
		pages = append(pages, f.Pages[i].Number)
	}
	c.notes = append(c.notes, model.Diagnostic{Code: model.NoText, Severity: model.Warning,
		Message: fmt.Sprintf("page %s: %v", pageList(pages), errors.Unwrap(ocr.Missing()))})
	return nil
}

// remark notes which pages were recognised, and which could not be.
func (c *pdfChain) remark(f *pdfdoc.File, done, left []int, problem error) {
	if len(done) > 0 {
		c.notes = append(c.notes, model.Diagnostic{Code: model.ReadBy, Severity: model.Info,
			Message: fmt.Sprintf("page %s: recognised with tesseract", pageList(done))})
		c.notes = append(c.notes, ocr.Doubts(f.Pages)...)
	}
	if len(left) > 0 {
		c.notes = append(c.notes, model.Diagnostic{Code: model.Truncated, Severity: model.Warning,
			Message: fmt.Sprintf("page %s not recognised: %v", pageList(left), problem)})
	}
}

// images are the pictures that whole pages consist of, by page number.
func (c *pdfChain) images(f *pdfdoc.File, indexes []int) map[int]pdfmend.Image {
	var pages []int
	for _, i := range indexes {
		if f.Pages[i].Images == 1 && c.opts.OCR != OCRAlways {
			pages = append(pages, f.Pages[i].Number)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	out := map[int]pdfmend.Image{}
	for _, image := range pdfmend.Images(c.ctx, c.readable, pages, c.limits()) {
		out[image.Page] = image
	}
	return out
}

// recognisePage replaces a page by what is read in its image; where that gives
// no language, or there is no one image, in the page as it looks.
func (c *pdfChain) recognisePage(p *layout.Page, image pdfmend.Image) error {
	var first error
	if fits(image, p) {
		read, err := c.readImage(image.Data, p)
		if err == nil && len(read.Words) > 0 && !pageQuality(&read).Garbage() {
			c.replace(p, read)
			return nil
		}
		first = err
	}
	if c.ctx.Err() != nil {
		return &model.ReadError{Code: model.TimedOut, Err: c.ctx.Err()}
	}
	rendered, err := pdfmend.Render(c.ctx, c.readable, p.Number, c.limits())
	if err != nil {
		return noImage(err, first)
	}
	read, err := c.readImage(rendered, p)
	if err != nil {
		return err
	}
	c.replace(p, read)
	return nil
}

// noImage is why the image of a page could not be had.
func noImage(err, first error) error {
	switch {
	case first != nil:
		return first
	case missing(err):
		return &model.ReadError{Code: model.NoText,
			Err: errors.New("its image can't be taken out, and pdftoppm is not installed to draw it; install it with apt-get install poppler-utils")}
	case errors.Is(err, context.DeadlineExceeded):
		return &model.ReadError{Code: model.TimedOut, Err: err}
	}
	return &model.ReadError{Code: model.NoText, Err: err}
}

func (c *pdfChain) readImage(data []byte, p *layout.Page) (layout.Page, error) {
	return ocr.Recognise(c.ctx, ocr.Image{Data: data, Page: p.Number, Width: p.Width, Height: p.Height}, ocr.Options{Cache: c.opts.Cache})
}

// replace takes the recognised page, unless the page has text that looks better.
func (c *pdfChain) replace(p *layout.Page, read layout.Page) {
	own, seen := pageQuality(p), pageQuality(&read)
	if len(read.Words) == 0 || c.opts.OCR != OCRAlways && len(p.Words) > len(read.Words) && own.Score >= seen.Score {
		return
	}
	*p = read
	c.recognised[p.Number] = true
}

// sameAspect is how much the aspect of an image may differ from that of a page
// that it fills.
const sameAspect = 0.12

// fits reports whether an image is as wide for its height as the page.
func fits(image pdfmend.Image, p *layout.Page) bool {
	if image.Width <= 0 || image.Height <= 0 || p.Width <= 0 || p.Height <= 0 {
		return false
	}
	return math.Abs(math.Log(float64(image.Width)*p.Height/(float64(image.Height)*p.Width))) <= sameAspect
}
