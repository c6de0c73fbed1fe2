package repair

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// monthNames are the names of the months for a pattern.
const monthNames = `(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)`

var (
	lowerOne = regexp.MustCompile(`(?:^|[\s(–-])(l) ` + monthNames + `\b`)
	upperOne = regexp.MustCompile(`(?i:\b(?:från|från och med|fr\.o\.m\.|den|till|t\.o\.m\.|till och med|senast)) (I) ` + monthNames + `\b`)
	counted  = regexp.MustCompile(`(?i:(?:^|[^\pL\d])(?:år|steg|punkt|fas|etapp|nivå|prioritet|prioritering|löfte|bilaga|sida|tertial|kvartal|område)) (l)(?:[\s.,;:)]|$)`)
	lone     = regexp.MustCompile(`(?:^|\pL )(l) \p{Ll}{2}`)
	numeric  = regexp.MustCompile(`[0-9OlISB]*[0-9][0-9OlISB]*`)
	month    = regexp.MustCompile(`^ ?` + monthNames + `\b`)
)

// dayOne finds the first of a month.
func dayOne(_ *content, text string) []edit {
	return append(submatches(lowerOne, text), submatches(upperOne, text)...)
}

// stepOne finds the number one after a word that is counted.
func stepOne(_ *content, text string) []edit { return submatches(counted, text) }

// loneOne finds an l that stands alone between words.
func loneOne(_ *content, text string) []edit { return submatches(lone, text) }

// hasLone reports whether l or I stands alone in a text.
func hasLone(text string) bool {
	for i := range len(text) {
		if (text[i] == 'l' || text[i] == 'I') && !inWord(text, i, i+1) {
			return true
		}
	}
	return false
}

// submatches makes the first group of each match the digit one.
func submatches(re *regexp.Regexp, text string) []edit {
	if !hasLone(text) {
		return nil
	}
	var out []edit
	for _, m := range re.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, edit{m[2], m[3], "1", model.OCRDigit, 1})
	}
	return out
}

var toDigit = strings.NewReplacer("O", "0", "l", "1", "I", "1", "S", "5", "B", "8")

// digits finds numbers in which letters stand for digits.
func digits(_ *content, text string) []edit {
	if !hasMixed(text) {
		return nil
	}
	var out []edit
	for _, m := range numeric.FindAllStringIndex(text, -1) {
		token := text[m[0]:m[1]]
		if !strings.ContainsAny(token, "OlISB") || inWord(text, m[0], m[1]) || !provesNumber(token, text, m[0], m[1]) {
			continue
		}
		out = append(out, edit{m[0], m[1], toDigit.Replace(token), model.OCRDigit, 1})
	}
	return out
}

// hasMixed reports whether a digit stands beside a letter that may be one.
func hasMixed(text string) bool {
	for i := 1; i < len(text); i++ {
		if isDigit(text[i-1]) && isLike(text[i]) || isLike(text[i-1]) && isDigit(text[i]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isLike(b byte) bool { return b == 'O' || b == 'l' || b == 'I' || b == 'S' || b == 'B' }

// inWord reports whether a token goes on in letters or digits.
func inWord(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return unicode.IsLetter(before) || unicode.IsLetter(after) || before == '@' || after == '@'
}

// provesNumber reports whether the letters of a token are digits: it has two
// real ones, or an l before its only one, or is the day of a month. B and S
// at the edge of a token belong to a code or a house number, unless it has the
// form of a year.
func provesNumber(token, text string, from, to int) bool {
	letters := strings.Trim(token, "0123456789")
	real := 0
	for _, r := range token {
		if unicode.IsDigit(r) {
			real++
		}
	}
	end := token[len(token)-1]
	switch {
	case real+3 < len(token):
		return false
	case token[0] == 'B' || token[0] == 'S':
		return false
	case (end == 'B' || end == 'S') && (len(token) != 4 || real < 3 || token[0] != '1' && token[0] != '2'):
		return false
	case real >= 2:
		return end != 'l' && end != 'O' || len(token) < 5 || strings.Trim(letters, "lO") == ""
	case len(token) != 2:
		return false
	case token[0] == 'l' || token == "0l" || token == "0O":
		return true
	}
	return (end == 'l' || end == 'I' || end == 'O') && (month.MatchString(text[to:]) || afterNumber(text, from))
}

// afterNumber reports whether a token follows three digits, as the second
// half of a postcode does.
func afterNumber(text string, from int) bool {
	head := strings.TrimSuffix(text[:from], " ")
	return len(head) >= 3 && strings.Trim(head[len(head)-3:], "0123456789") == ""
}
