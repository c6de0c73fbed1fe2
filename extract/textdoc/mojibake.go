package textdoc

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// doubled is what UTF-8 looks like that was read as windows-1252: the letters
// and signs of Swedish text begin with these.
var doubled = regexp.MustCompile("Ã[\u00a4\u00a5\u00b6\u00a9\u00a8\u00bc…„–\u0080-\u009f]|â€|Â[\u00a0\u00a7·•«»]")

// minDoubled is how often that must be seen; "Ã" is no Swedish letter.
const minDoubled = 2

// undouble mends text that was decoded twice, line by line, and tells how many
// lines it mended.
func undouble(text string) (string, int) {
	if len(doubled.FindAllStringIndex(text, minDoubled)) < minDoubled {
		return text, 0
	}
	lines := strings.Split(text, "\n")
	n := 0
	for i, l := range lines {
		if !doubled.MatchString(l) {
			continue
		}
		raw, err := charmap.Windows1252.NewEncoder().String(l)
		if err == nil && utf8.ValidString(raw) {
			lines[i] = raw
			n++
		}
	}
	return strings.Join(lines, "\n"), n
}
