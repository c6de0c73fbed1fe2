package furniture

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/navigation.txt
var navigationData string

//go:embed data/related.txt
var relatedData string

var (
	navigation = sync.OnceValue(func() map[string]bool { return phrases(navigationData) })
	related    = sync.OnceValue(func() map[string]bool { return phrases(relatedData) })
)

var (
	// What parts the words of a menu or of a trail of pages.
	menuGap    = regexp.MustCompile(`\s{2,}|\t|\s[/|»›>·•]\s`)
	trailGap   = regexp.MustCompile(`\s{2,}|\t|\s?[/|»›>]\s?`)
	trailStart = regexp.MustCompile(`(?i)^(start|startsida|startsidan|hem|du är här:?|polisen\.se)$`)
	trailFirst = regexp.MustCompile(`(?i)^\s*(start|hem|du är|polisen)`)
	fileName   = regexp.MustCompile(`(?i)\.(pdf|docx?|xlsx?|pptx?)\)?$`)
	postcode   = regexp.MustCompile(`\b\d{3} ?[\dlIO]{2} \p{Lu}`)
	reach      = regexp.MustCompile(`(?i)\b(tfn|tel|telefon|växel|fax|besöksadress|postadress|organisationsnummer|webbansvarig)\b|\S@\S|www\.`)
	speech     = regexp.MustCompile(`, (säger|sade|berättar|menar|förklarar|konstaterar|fortsätter|tillägger|avslutar)\b`)
)

// Lengths of a menu in bytes, and of an entry in it in characters.
const (
	maxMenu     = 240
	maxMenuWord = 30
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

// IsNavigation reports whether all parts of a line are phrases of a page's
// frame, or one of at least three short ones. Parts stand apart by wide gaps,
// bars, arrows or dots.
func IsNavigation(text string) bool {
	s := strings.TrimSpace(strings.ToLower(text))
	if isPhrase(s) {
		return true
	}
	if len(s) > maxMenu {
		return false
	}
	parts := menuGap.Split(s, -1)
	known, long := 0, false
	for _, p := range parts {
		long = long || utf8.RuneCountInString(p) > maxMenuWord
		if isPhrase(strings.Trim(p, " :›»>|")) {
			known++
		}
	}
	return len(parts) > 1 && known == len(parts) || len(parts) > 2 && known > 0 && !long || allPhrases(strings.Fields(s))
}

// allPhrases reports whether each word of a line is a phrase: "Facebook
// LinkedIn E-post".
func allPhrases(words []string) bool {
	for _, w := range words {
		if !isPhrase(strings.Trim(w, ",|/·")) {
			return false
		}
	}
	return len(words) > 1
}

// isPhrase looks a phrase up, whole or by its first words, which stand within
// the length of a menu however long the line.
func isPhrase(s string) bool {
	words := navigation()
	if s == "" || words[s] || words[s+"*"] {
		return true
	}
	for i := range s[:min(len(s), maxMenu)] {
		if i > 0 && words[s[:i]+"*"] {
			return true
		}
	}
	return false
}

// IsTrail reports whether a line names the pages that lead to this one:
// "Start / Om polisen / Medborgarlöften".
func IsTrail(text string) bool {
	if utf8.RuneCountInString(text) > maxLink || !trailFirst.MatchString(text) {
		return false
	}
	parts := trailGap.Split(text, -1)
	return len(parts) > 2 && trailStart.MatchString(strings.TrimSpace(parts[0]))
}

// IsPath reports whether a line may be a trail of pages whose first one is not
// known: at least three short names. It holds only above a title.
func IsPath(text string) bool {
	parts := trailGap.Split(text, -1)
	for _, p := range parts {
		if utf8.RuneCountInString(p) > maxMenuWord+maxMenuWord/3 {
			return false
		}
	}
	return len(parts) > 2 && !strings.HasSuffix(text, ".")
}

// IsAddress reports whether a line is the address of an office: a postcode
// with a town, and a way to call, to write or to come.
func IsAddress(text string) bool {
	return postcode.MatchString(text) && reach.MatchString(text)
}

// maxContact is the number of characters of a line that tells how to reach
// somebody.
const maxContact = 70

// IsContact reports whether a short line has a telephone number or an address
// to write to.
func IsContact(text string) bool {
	return phone.MatchString(text) && utf8.RuneCountInString(text) <= maxContact
}

var phone = regexp.MustCompile(`\S@\S+\.\pL|\b0\d{1,3}[-–/ ]\d{2,3} ?\d{2}( ?\d{2})?\b|\b114 14\b|\b112\b`)

// IsRelatedHeading reports whether a line is a heading over links to other
// pages.
func IsRelatedHeading(text string) bool {
	return related()[strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), ": ")]
}

// IsContactHeading reports whether a line is a heading over the ways to reach
// somebody.
func IsContactHeading(text string) bool {
	return contact.MatchString(strings.TrimSpace(text))
}

var contact = regexp.MustCompile(`(?i)^(press|medie)?(kontakt|kontaktuppgifter|kontaktpersoner|kontaktperson|kontakta oss|frågor)( (för|på|till|hos|i) \pL+( \pL+)?)?[:?]?$`)

// IsLinkName reports whether a line can be the name of a page or file: short,
// and no sentence.
func IsLinkName(text string) bool {
	text = strings.TrimRight(text, ") ")
	last, _ := utf8.DecodeLastRuneInString(text)
	return utf8.RuneCountInString(text) <= maxLink && (fileName.MatchString(text) || !strings.ContainsRune(".:!;", last))
}

// IsFileName reports whether a line is the name of an attached file.
func IsFileName(s string) bool {
	return fileName.MatchString(s) && utf8.RuneCountInString(s) <= maxLink && !strings.Contains(s, ". ")
}

// IsSpeech reports whether a line that begins with a dash names who says it.
func IsSpeech(text string) bool { return speech.MatchString(text) }
