package textdoc

import (
	"regexp"
	"strings"

	"github.com/lofte/lofte/extract/furniture"
)

var (
	dotLeader = regexp.MustCompile(`(\.{4,}|(\. ){4,}|…{2,})\s*\d{1,3}$`)
	contents  = regexp.MustCompile(`(?i)^(innehåll|innehållsförteckning)$`)
)

// dropFurniture takes out what belongs to the page and not to the text.
func dropFurniture(ls []line) []line {
	ls = dropLetterhead(ls)
	drop := make([]bool, len(ls))
	for i, l := range ls {
		switch {
		case l.table != nil:
		case isFrame(l.text):
			drop[i] = true
		case dotLeader.MatchString(l.text):
			drop[i] = true
			drop[max(0, i-1)] = drop[max(0, i-1)] || contents.MatchString(ls[max(0, i-1)].text)
		}
	}
	ls = without(ls, drop)
	drop = make([]bool, len(ls))
	for i := range ls {
		if furniture.IsRelatedHeading(ls[i].text) {
			dropLinks(ls, i, drop)
		}
	}
	return dropLogos(without(ls, drop))
}

func isFrame(text string) bool {
	return furniture.IsNavigation(text) || furniture.IsTrail(text) ||
		furniture.IsAddress(text) && !strings.Contains(text, ". ")
}

// dropLinks marks the heading at line i and the links under it, if nothing
// but links stands there.
func dropLinks(ls []line, i int, drop []bool) {
	to := i + 1
	for to < len(ls) && (to == i+1 || ls[to].gap == 0) {
		if ls[to].table != nil || !furniture.IsLinkName(ls[to].text) {
			return
		}
		to++
	}
	if to == i+1 && to < len(ls) {
		return
	}
	for k := i; k < to; k++ {
		drop[k] = true
	}
}
