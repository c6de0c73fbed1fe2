package htmldoc

import (
	"context"
	"errors"
	"strings"

	"github.com/lofte/lofte/model"
)

// Default limits. A real page has some thousands of tags and some hundreds of
// blocks; the parser of golang.org/x/net/html refuses more than 512 levels by
// itself.
const (
	DefaultMaxTags   = 100_000
	DefaultMaxBlocks = 50_000
)

// Options holds the limits of a reading. The zero value has the defaults.
type Options struct {
	MaxTags   int // "<" signs in the page; what follows is cut off with model.Truncated
	MaxBlocks int // blocks handed on; more are cut off likewise
}

func (o Options) maxTags() int {
	if o.MaxTags > 0 {
		return o.MaxTags
	}
	return DefaultMaxTags
}

func (o Options) maxBlocks() int {
	if o.MaxBlocks > 0 {
		return o.MaxBlocks
	}
	return DefaultMaxBlocks
}

// Read turns an HTML page into a document of raw blocks: its main content in
// reading order, without navigation and other furniture. Errors are
// *model.ReadError with model.Empty, model.TooDeep, model.Damaged or
// model.NoText, or the context's error.
func Read(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	text, remarks, err := decode(data)
	if err != nil {
		return nil, err
	}
	text, cut := firstTags(text, opts.maxTags())
	if cut {
		remarks = append(remarks, truncated(opts.maxTags(), "tags"))
	}
	page, err := parse(text)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	page.clear()
	blocks := page.blocks()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(blocks) == 0 {
		return nil, &model.ReadError{Code: model.NoText, Err: page.whyEmpty()}
	}
	if limit := opts.maxBlocks(); len(blocks) > limit {
		blocks = blocks[:limit]
		remarks = append(remarks, truncated(limit, "blocks"))
	}
	return &model.Document{
		Source: model.Source{
			MediaType: "text/html",
			Language:  page.language(),
			Title:     titleOf(blocks),
			TextLayer: model.Native,
		},
		Blocks:      blocks,
		Diagnostics: remarks,
	}, nil
}

func titleOf(blocks []model.Block) string {
	for _, b := range blocks {
		if b.Kind == model.Heading {
			return strings.Join(strings.Fields(b.Text), " ")
		}
	}
	return ""
}

// whyEmpty says why the page gave no block.
func (p *page) whyEmpty() error {
	if src := p.frames(); src != "" {
		return errors.New("the page is a set of frames, its text is in other files (" + src + "): read those")
	}
	return errors.New("the page has no text outside of navigation and scripts")
}
