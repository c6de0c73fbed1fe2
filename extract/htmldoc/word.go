package htmldoc

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// wordLevel is the depth of a list item in a page saved by Word.
var wordLevel = regexp.MustCompile(`mso-list:.*?level([1-9])`)

// wordItem makes an item of a paragraph that Word wrote as one: Word saves
// lists as paragraphs with a style "mso-list:l0 level1 lfo1" or of a class
// MsoListParagraph, the marker as text in front.
func wordItem(n *html.Node, at scope) scope {
	if !is(n, atom.P) || at.item != nil {
		return at
	}
	if m := wordLevel.FindStringSubmatch(style(n)); m != nil {
		at.item, at.word = &listItem{level: int(m[1][0] - '0')}, true
	} else if strings.HasPrefix(attr(n, "class"), "MsoListParagraph") {
		at.item, at.word = &listItem{level: 1}, true
	}
	return at
}

// wordMarker takes the marker off an item saved by Word. Its bullets are
// letters of symbol fonts (a "§" of Wingdings is a square), so any single sign
// before a row of spaces is one.
func wordMarker(text string) (mark, rest string) {
	i := strings.IndexAny(text, " \u00a0")
	if i <= 0 {
		return "", text
	}
	first, rest := text[:i], strings.TrimLeft(text[i:], " \u00a0")
	if utf8.RuneCountInString(first) == 1 && len(text)-i-len(rest) > 1 {
		return first, rest
	}
	if m, r := marker(text); m != "" {
		return m, r
	}
	return "", text
}
