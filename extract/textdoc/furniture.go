package textdoc

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode/utf8"
)

//go:embed data/navigation.txt
var navigationData string

//go:embed data/related.txt
var relatedData string

var navigation, related = phrases(navigationData), phrases(relatedData)

var (
	// What parts the words of a menu or of a trail of pages.
	menuGap    = regexp.MustCompile(`\s{2,}|\t|\s[/|»›>·•]\s`)
	trailStart = regexp.MustCompile(`(?i)^(start|startsida|hem|du är här:?|polisen\.se)$`)
	fileName   = regexp.MustCompile(`(?i)\.(pdf|docx?|xlsx?|pptx?)\)?$`)
	dotLeader  = regexp.MustCompile(`(\.{4,}|(\. ){4,}|…{2,})\s*\d{1,3}$`)
	contents   = regexp.MustCompile(`(?i)^(innehåll|innehållsförteckning)$`)
)

// maxLink is the number of characters of a link's name.
const maxLink = 110

// phrases reads a list of phrases, one a line; lines with # are comments.
func phrases(data string) map[string]bool {
	out := map[string]bool{}
	for s := range strings.SplitSeq(data, "\n") {
		if s = strings.TrimSpace(s); s != "" && !strings.HasPrefix(s, "#") {
			out[s] = true
		}
	}
	return out
}

// dropFurniture takes out what belongs to the page and not to the text.
func dropFurniture(ls []line) []line {
	ls = dropLetterhead(ls)
	drop := make([]bool, len(ls))
	for i, l := range ls {
		switch {
		case l.table != nil:
		case isNavigation(l.text), isTrail(l.text), isAddress(l.text):
			drop[i] = true
		case dotLeader.MatchString(l.text):
			drop[i] = true
			drop[max(0, i-1)] = drop[max(0, i-1)] || contents.MatchString(ls[max(0, i-1)].text)
		}
	}
	ls = without(ls, drop)
	drop = make([]bool, len(ls))
	for i := range ls {
		if related[strings.TrimRight(strings.ToLower(ls[i].text), ": ")] {
			dropLinks(ls, i, drop)
		}
	}
	return dropLogos(without(ls, drop))
}

// isNavigation reports whether all parts of a line are phrases of a page's
// frame.
func isNavigation(text string) bool {
	s := strings.TrimSpace(strings.ToLower(text))
	if isPhrase(s) {
		return true
	}
	parts := menuGap.Split(s, -1)
	for _, p := range parts {
		if !isPhrase(strings.Trim(p, " :›»>|")) {
			return false
		}
	}
	return len(parts) > 1
}

// isPhrase looks a phrase up, whole or by its first words.
func isPhrase(s string) bool {
	if s == "" || navigation[s] {
		return true
	}
	for i, r := range s {
		if navigation[s[:i]+"*"] && (r == ' ' || r == ':' || i > 0) {
			return true
		}
	}
	return navigation[s+"*"] || navigation[s+" *"]
}

// isTrail reports whether a line names the pages that lead to this one.
func isTrail(text string) bool {
	parts := menuGap.Split(text, -1)
	return len(parts) > 2 && trailStart.MatchString(strings.TrimSpace(parts[0])) && utf8.RuneCountInString(text) <= maxLink
}

// dropLinks marks the heading at line i and the links under it, if nothing
// but links stands there.
func dropLinks(ls []line, i int, drop []bool) {
	to := i + 1
	for to < len(ls) && (to == i+1 || ls[to].gap == 0) {
		if !isLinkName(ls[to]) {
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

func isLinkName(l line) bool {
	text := strings.TrimRight(l.text, ") ")
	return l.table == nil && utf8.RuneCountInString(text) <= maxLink &&
		(fileName.MatchString(text) || !strings.ContainsRune(".:!;", last(text)))
}

// isFileName reports whether a line is the name of an attached file.
func isFileName(s string) bool {
	return fileName.MatchString(s) && utf8.RuneCountInString(s) <= maxLink && !strings.Contains(s, ". ")
}
