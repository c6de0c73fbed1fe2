package extract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/extract/pdfdoc"
	"github.com/lofte/lofte/extract/pdfmend"
	"github.com/lofte/lofte/extract/quality"
	"github.com/lofte/lofte/model"
)

// readPDF reads a PDF by its own text layer. Where that can't be opened or
// gives no language, the other links of the chain are tried; pages that are
// images are recognised.
func readPDF(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	c := pdfChain{ctx: ctx, started: time.Now(), data: data, opts: opts, readable: data}
	file, err := c.text()
	if file == nil {
		return nil, err
	}
	if recognition := c.recognise(file); recognition != nil && err == nil {
		err = recognition
	}
	c.remarkGarbage(file)
	doc := &model.Document{Source: file.Source, Diagnostics: append(file.Diagnostics, c.notes...)}
	doc.Source.TextLayer = c.textLayer(file.Pages)
	doc.Blocks = layout.Blocks(file.Pages)
	if len(doc.Blocks) > 0 {
		return doc, nil
	}
	doc.Source.TextLayer = model.None
	if err == nil {
		err = file.Empty()
	}
	return doc, err
}

// pdfChain is a PDF on its way through the chain.
type pdfChain struct {
	ctx        context.Context
	started    time.Time
	data       []byte
	readable   []byte // the file in a form in which it opens
	opts       Options
	notes      []model.Diagnostic
	suspect    bool         // the text of the whole file is no language
	recognised map[int]bool // pages by number
	garbage    []int        // indexes of pages whose own text is no language
}

// A link is one way to a PDF's text.
type link struct {
	name string
	read func(c *pdfChain) (*pdfdoc.File, error)
}

// links are the ways that are tried where the file's own text layer can't be
// read, in this order. A sound file without any text is not rewritten: it may be
// a scan, and large.
func (c *pdfChain) links(own *pdfdoc.File) []link {
	poppler := link{"poppler", (*pdfChain).poppler}
	if own != nil && own.Words() == 0 && !own.Damaged() && !own.Encrypted {
		return []link{poppler}
	}
	return []link{
		{"pdfcpu", func(c *pdfChain) (*pdfdoc.File, error) { return c.rewritten(pdfmend.Rewrite) }},
		{"qpdf", func(c *pdfChain) (*pdfdoc.File, error) { return c.rewritten(pdfmend.Qpdf) }},
		poppler,
	}
}

// text reads the text layer by the first link that gives language. Where none
// does, it is the own reader's, however little it is; the error is that of the
// own reader, or that a password is needed.
func (c *pdfChain) text() (*pdfdoc.File, error) {
	own, first := c.own(c.data)
	if first == nil && c.enough(own) {
		return own, nil
	}
	best := own
	for _, l := range c.links(own) {
		if c.ctx.Err() != nil {
			break
		}
		file, err := l.read(c)
		if isEncrypted(err) {
			first = err
		}
		if err != nil || file == nil || !c.gains(file, best) {
			continue
		}
		best = file
		c.notes = []model.Diagnostic{{Code: model.ReadBy, Severity: model.Info, Message: fmt.Sprintf("read with %s: %s", l.name, why(first))}}
		if !file.Damaged() && file.Words() > 0 {
			break
		}
	}
	if best == nil {
		return nil, first
	}
	c.suspect = c.judge(best).Garbage()
	return best, nil
}

// enough reports whether what the own reader gave needs no other: whole pages
// with language on them.
func (c *pdfChain) enough(f *pdfdoc.File) bool {
	return !f.Damaged() && f.Words() > 0 && !unmapped(f.Pages...) && !c.garbled(f)
}

// gainShare is how many times the words of a former link another one has to give
// to be better.
const gainShare = 1.1

// gains reports whether a link gave more than the best of the former ones:
// words of text that is language, words at all, or pages at least, which may be
// scans.
func (c *pdfChain) gains(f, best *pdfdoc.File) bool {
	if f.Words() == 0 {
		return best == nil && len(f.Pages) > 0
	}
	report := c.judge(f)
	if best == nil || best.Words() == 0 {
		return !report.Garbage()
	}
	if report.Score < quality.Bar {
		return false
	}
	if unmapped(best.Pages...) || c.judge(best).Garbage() {
		return true
	}
	return float64(f.Words()) >= gainShare*float64(best.Words())
}

// why is the reason for which the own reader was not enough.
func why(err error) string {
	if err == nil {
		return "the file's own text layer gives no language"
	}
	return reasonOf(err).Error()
}

func (c *pdfChain) own(data []byte) (*pdfdoc.File, error) {
	return pdfdoc.Open(c.ctx, data, pdfdoc.Options{Pages: c.opts.MaxPages, DocumentBytes: c.opts.MaxDecompressed})
}

func (c *pdfChain) limits() pdfmend.Options {
	return pdfmend.Options{Decompressed: c.opts.MaxDecompressed, Pages: c.opts.MaxPages}
}

// rewritten reads what another program makes of the file.
func (c *pdfChain) rewritten(rewrite func(context.Context, []byte, pdfmend.Options) ([]byte, error)) (*pdfdoc.File, error) {
	plain, err := rewrite(c.ctx, c.data, c.limits())
	if err != nil {
		return nil, err
	}
	file, err := c.own(plain)
	if err == nil {
		c.readable = plain
	}
	return file, err
}

func (c *pdfChain) poppler() (*pdfdoc.File, error) {
	pages, err := pdfmend.Text(c.ctx, c.data, c.limits())
	if err != nil || len(pages) == 0 {
		return nil, err
	}
	return &pdfdoc.File{Source: model.Source{MediaType: pdfdoc.MediaType, Pages: len(pages), TextLayer: model.Native}, Pages: pages}, nil
}

func isEncrypted(err error) bool {
	var reason *model.ReadError
	return errors.As(err, &reason) && reason.Code == model.Encrypted
}

// textLayer says where most of the words come from.
func (c *pdfChain) textLayer(pages []layout.Page) model.TextLayer {
	native, recognised := 0, 0
	for i := range pages {
		if c.recognised[pages[i].Number] {
			recognised += len(pages[i].Words)
		} else {
			native += len(pages[i].Words)
		}
	}
	if recognised > native {
		return model.OCR
	}
	return model.Native
}

// pageList writes page numbers as "1, 3–5".
func pageList(numbers []int) string {
	slices.Sort(numbers)
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i == j {
			out = append(out, fmt.Sprint(numbers[i]))
		} else {
			out = append(out, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}
