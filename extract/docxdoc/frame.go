package docxdoc

import (
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/furniture"
	"github.com/lofte/lofte/model"
)

// minMenu is the number of links in a row that make a menu.
const minMenu = 2

// dropFrame takes out the frame of a page that was saved as a document.
func dropFrame(bs []block) []block {
	drop := make([]bool, len(bs))
	for i := range bs {
		text := strings.ReplaceAll(bs[i].Text, "\t", "  ")
		heading := bs[i].Kind == model.Heading
		switch {
		case bs[i].Kind == model.Cell:
		case heading && furniture.IsRelatedHeading(text):
			dropUnder(bs, i, drop, isLink)
		case heading && furniture.IsContactHeading(text):
			dropUnder(bs, i, drop, isContactLine)
		case bs[i].Kind != model.Item && isFrame(text):
			drop[i] = true
		}
	}
	dropMenus(bs, drop)
	dropLinksAbove(bs, drop)
	dropEmptyHeadings(bs, drop)
	out := bs[:0:0]
	for i := range bs {
		if !drop[i] {
			out = append(out, bs[i])
		}
	}
	return out
}

func isLink(b block) bool { return b.Link || furniture.IsLinkName(b.Text) && b.Kind != model.Cell }

// isContactLine reports whether a block under "Kontakt" is a name, a role or a
// number.
func isContactLine(b block) bool {
	const short = 60
	return b.Link || furniture.IsContact(b.Text) || utf8.RuneCountInString(b.Text) <= short && !strings.HasSuffix(b.Text, ".")
}

// dropUnder marks the heading at i and what is under it, if all of it is as
// is says.
func dropUnder(bs []block, i int, drop []bool, is func(block) bool) {
	to := i + 1
	for to < len(bs) && bs[to].Kind != model.Heading && (is(bs[to]) || drop[to]) {
		to++
	}
	if to < len(bs) && bs[to].Kind != model.Heading && !isFrame(bs[to].Text) {
		return
	}
	for k := i; k < to; k++ {
		drop[k] = true
	}
}

func isFrame(text string) bool {
	return furniture.IsNavigation(text) || furniture.IsAddress(text) || furniture.IsTrail(text)
}

// dropLinksAbove marks paragraphs above the title that are links alone, or the
// way of pages that leads to it.
func dropLinksAbove(bs []block, drop []bool) {
	for i := range bs {
		if bs[i].Kind == model.Heading && bs[i].Level == 1 {
			for k := range i {
				drop[k] = drop[k] || bs[k].Kind == model.Paragraph && (bs[k].Link || furniture.IsPath(bs[k].Text))
			}
			return
		}
	}
}

// dropMenus marks items that are links alone, where several stand together
// and no other item among them.
func dropMenus(bs []block, drop []bool) {
	for from := 0; from < len(bs); {
		to := from
		links := true
		for to < len(bs) && bs[to].Kind == model.Item {
			links = links && bs[to].Link
			to++
		}
		for k := from; links && to-from >= minMenu && k < to; k++ {
			drop[k] = true
		}
		from = max(to, from+1)
	}
}

// dropEmptyHeadings marks headings all of whose content was dropped.
func dropEmptyHeadings(bs []block, drop []bool) {
	for i := range bs {
		if bs[i].Kind != model.Heading || drop[i] || i+1 == len(bs) || !drop[i+1] {
			continue
		}
		to := i + 1
		for to < len(bs) && drop[to] {
			to++
		}
		drop[i] = to < len(bs) && bs[to].Kind == model.Heading && bs[to].Level <= bs[i].Level || to == len(bs)
	}
}
