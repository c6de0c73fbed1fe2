package extract

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/extract/pdfdoc"
	"github.com/lofte/lofte/extract/quality"
	"github.com/lofte/lofte/model"
)

// unmapped reports whether most characters of the pages are of fonts that don't
// tell what they stand for, or name codes of their own.
func unmapped(pages ...layout.Page) bool {
	known, unknown := 0, 0
	for i := range pages {
		for k := range pages[i].Words {
			for _, r := range pages[i].Words[k].Text {
				if r == utf8.RuneError || unicode.Is(unicode.Co, r) {
					unknown++
				} else {
					known++
				}
			}
		}
	}
	return unknown > known
}

// soundScore is the score from which on a page needs no second look.
const soundScore = 0.85

// garbled reports whether the text of a file is no language. Where all of its
// pages look sound, that is enough.
func (c *pdfChain) garbled(f *pdfdoc.File) bool {
	for i := range f.Pages {
		if len(f.Pages[i].Words) > 0 && pageQuality(&f.Pages[i]).Score < soundScore {
			return c.judge(f).Garbage()
		}
	}
	return false
}

// judge tells what the words of a file look like.
func (c *pdfChain) judge(f *pdfdoc.File) quality.Report {
	var text strings.Builder
	for i := range f.Pages {
		writeWords(&text, f.Pages[i].Words)
	}
	return quality.Of(text.String())
}

// quality judges a page: of a suspect file by all of its words, else at a glance.
func (c *pdfChain) quality(p *layout.Page) quality.Report {
	if c.suspect {
		return c.judge(&pdfdoc.File{Pages: []layout.Page{*p}})
	}
	return pageQuality(p)
}

func writeWords(text *strings.Builder, words []layout.Word) {
	for i := range words {
		text.WriteString(words[i].Text)
		text.WriteByte(' ')
	}
}

// glance is how many words of a page are looked at.
const glance = 150

// pageQuality judges a page by the words in its middle.
func pageQuality(p *layout.Page) quality.Report {
	words := p.Words
	if len(words) > glance {
		words = words[(len(words)-glance)/2:][:glance]
	}
	var text strings.Builder
	writeWords(&text, words)
	return quality.Of(text.String())
}

// remarkGarbage notes the pages that no link could read. Where they would make
// garbage of the whole document, they are left out of it.
func (c *pdfChain) remarkGarbage(f *pdfdoc.File) {
	var left []int
	for _, i := range c.garbage {
		p := &f.Pages[i]
		if q := c.quality(p); q.Garbage() {
			left = append(left, i)
			c.notes = append(c.notes, remark(q, model.Warning, fmt.Sprintf("page %d: the text is no language", p.Number)))
		}
	}
	if len(left) == 0 || !c.suspect || !c.judge(f).Garbage() {
		return
	}
	rest := *f
	rest.Pages = slices.Clone(f.Pages)
	for _, i := range left {
		rest.Pages[i].Words = nil
	}
	if rest.Words() > 0 && !c.judge(&rest).Garbage() {
		f.Pages = rest.Pages
		c.notes = append(c.notes, model.Diagnostic{Code: model.Truncated, Severity: model.Warning,
			Message: fmt.Sprintf("page %s left out, whose text is no language", pageList(numbers(f.Pages, left)))})
	}
}

// numbers are those of the pages with the indexes.
func numbers(pages []layout.Page, indexes []int) (out []int) {
	for _, i := range indexes {
		out = append(out, pages[i].Number)
	}
	return out
}
