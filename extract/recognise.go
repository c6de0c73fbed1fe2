package extract

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/extract/ocr"
	"github.com/lofte/lofte/extract/pdfdoc"
	"github.com/lofte/lofte/extract/pdfmend"
	"github.com/lofte/lofte/extract/tool"
	"github.com/lofte/lofte/model"
)

// OCR says which pages are recognised from their images.
type OCR string

// The zero value is OCRAuto.
const (
	OCRAuto   OCR = "auto"   // pages that have images or outlines and no text worth the name
	OCRAlways OCR = "always" // every page, as it looks
	OCRNever  OCR = "never"
)

// Pages that are scans, or whose letters are drawn.
const (
	scanPictured = 0.4 // share of the page that images cover at least
	scanWords    = 12  // words that a scanner's stamp may have
	scanOutlines = 200 // outlines of letters: some two lines of text
)

// pictured reports whether a page shows its text, if any, without telling it: it
// is an image or drawn in outlines, and has no more words than scanners stamp on
// it. In a file without any words a small image may be one.
func pictured(p *layout.Page, wordless bool) bool {
	return p.Images > 0 && wordless || len(p.Words) <= scanWords && (p.Pictured >= scanPictured || p.Outlines >= scanOutlines)
}

// toRecognise are the indexes of the pages that have to be recognised.
func (c *pdfChain) toRecognise(f *pdfdoc.File) (out []int) {
	wordless := f.Words() == 0
	for i := range f.Pages {
		p := &f.Pages[i]
		garbage := len(p.Words) > 0 && (unmapped(*p) || c.quality(p).Garbage())
		if garbage {
			c.garbage = append(c.garbage, i)
		}
		if c.opts.OCR == OCRAlways || c.opts.OCR != OCRNever && (garbage || pictured(p, wordless)) {
			out = append(out, i)
		}
	}
	return out
}

// recognise replaces the pages that need it by what is read in their images,
// those without any words first. The error says why none could be; where some
// could, a diagnostic names the others.
func (c *pdfChain) recognise(f *pdfdoc.File) error {
	indexes := c.toRecognise(f)
	if len(indexes) == 0 {
		return nil
	}
	if !ocr.Installed() {
		return c.withoutOCR(f, indexes)
	}
	slices.SortStableFunc(indexes, func(a, b int) int { return min(len(f.Pages[a].Words), 1) - min(len(f.Pages[b].Words), 1) })
	ctx, cancel := early(c.ctx, time.Since(c.started))
	defer cancel()
	r := &recognition{pdfChain: c, ctx: ctx, images: c.images(ctx, f, indexes)}
	c.recognised = map[int]bool{}
	var done, left []int
	var problem error
	for _, i := range indexes {
		p := &f.Pages[i]
		switch err := r.page(p); {
		case err != nil:
			problem, left = err, append(left, p.Number)
		case c.recognised[p.Number]:
			done = append(done, p.Number)
		}
	}
	ocr.Even(f.Pages)
	c.remark(f, done, left, problem)
	return problem
}

// What is left of the time for what comes after recognition: a share of it, or
// as many times what reading the pages took.
const (
	earlyShare = 0.15
	earlyTimes = 3
)

// early ends before the time of the document is over, so that what was read and
// recognised until then is not lost.
func early(ctx context.Context, reading time.Duration) (context.Context, context.CancelFunc) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return context.WithCancel(ctx)
	}
	kept := max(time.Duration(earlyShare*float64(time.Until(deadline))), earlyTimes*reading)
	return context.WithDeadline(ctx, deadline.Add(-kept))
}

// withoutOCR is what there is to say where tesseract is not installed: nothing
// of a page that has text of its own, garbage or not.
func (c *pdfChain) withoutOCR(f *pdfdoc.File, indexes []int) error {
	if f.Words() == 0 {
		return ocr.Missing()
	}
	c.notes = append(c.notes, model.Diagnostic{Code: model.NoText, Severity: model.Warning,
		Message: fmt.Sprintf("page %s: %v", pageList(numbers(f.Pages, indexes)), errors.Unwrap(ocr.Missing()))})
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
			Message: fmt.Sprintf("page %s not recognised: %v", pageList(left), reasonOf(problem))})
	}
}

// reasonOf is an error without its code.
func reasonOf(err error) error {
	var reason *model.ReadError
	if errors.As(err, &reason) {
		return reason.Err
	}
	return err
}

// maxImages bounds the images of a document that are held at a time, in bytes.
const maxImages = 64 << 20

// images are the pictures that whole pages consist of, by page number.
func (c *pdfChain) images(ctx context.Context, f *pdfdoc.File, indexes []int) map[int]pdfmend.Image {
	var pages []int
	for _, i := range indexes {
		if f.Pages[i].Images == 1 && c.opts.OCR != OCRAlways {
			pages = append(pages, f.Pages[i].Number)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	limits := c.limits()
	limits.Decompressed = min(limits.Decompressed, maxImages)
	out := map[int]pdfmend.Image{}
	for _, image := range pdfmend.Images(ctx, c.readable, pages, limits) {
		out[image.Page] = image
	}
	return out
}

// recognition is the work on the pages of a document that are recognised, in
// the time that there is for it.
type recognition struct {
	*pdfChain
	ctx    context.Context
	images map[int]pdfmend.Image
}

// page replaces a page by what is read in its image; where that gives nothing of
// worth, or there is no one image, in the page as it looks.
func (r *recognition) page(p *layout.Page) error {
	var first error
	if image := r.images[p.Number]; fits(image, p) {
		read, err := r.read(image.Data, p)
		if err == nil && sound(&read) {
			r.replace(p, read)
			return nil
		}
		first = err
	}
	if r.ctx.Err() != nil {
		return r.late()
	}
	rendered, err := pdfmend.Render(r.ctx, r.readable, p.Number, r.limits())
	if err != nil {
		return r.noImage(err, first)
	}
	read, err := r.read(rendered, p)
	if err == nil && sound(&read) {
		r.replace(p, read)
	}
	return err
}

// late is the reason for a page that was not come to. Its image is recognised
// the sooner in the next run, which finds those of the others.
func (r *recognition) late() error {
	return &model.ReadError{Code: model.TimedOut, Err: errors.New("the time was over before the page was recognised; allow more with --timeout")}
}

// noImage is why the image of a page could not be had.
func (r *recognition) noImage(err, first error) error {
	switch {
	case r.ctx.Err() != nil:
		return r.late()
	case first != nil:
		return first
	case errors.Is(err, tool.ErrMissing):
		return &model.ReadError{Code: model.NoText,
			Err: errors.New("its image can't be taken out, and pdftoppm is not installed to draw it; install it with apt-get install poppler-utils")}
	}
	return &model.ReadError{Code: model.NoText, Err: err}
}

func (r *recognition) read(data []byte, p *layout.Page) (layout.Page, error) {
	page, err := ocr.Recognise(r.ctx, ocr.Image{Data: data, Page: p.Number, Width: p.Width, Height: p.Height}, ocr.Options{Cache: r.opts.Cache})
	if err != nil && r.ctx.Err() != nil {
		return page, r.late()
	}
	return page, err
}

// sound reports whether what was recognised of a page is text, not what
// recognition makes of a picture.
func sound(p *layout.Page) bool { return ocr.Confident(p) && !pageQuality(p).Garbage() }

// replace takes the recognised page, unless the page has more text that looks as
// good.
func (c *pdfChain) replace(p *layout.Page, read layout.Page) {
	if c.opts.OCR != OCRAlways && len(p.Words) > len(read.Words) && c.quality(p).Score >= pageQuality(&read).Score {
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
