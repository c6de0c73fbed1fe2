package htmldoc

import (
	"strconv"
	"strings"
)

// ordinal writes the marker that a browser shows before an item of an ordered
// list: "3." or, with a type, "c.", "C.", "iii.", "III.".
func ordinal(n int, style string) string {
	s := strconv.Itoa(n)
	switch {
	case n < 1:
	case style == "a" || style == "A":
		s = letters(n)
	case (style == "i" || style == "I") && n < 4000:
		s = roman(n)
	}
	if style == "A" || style == "I" {
		s = strings.ToUpper(s)
	}
	return s + "."
}

// letters counts a, b, … z, aa, ab.
func letters(n int) string {
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append([]byte{byte('a' + (n-1)%26)}, out...)
	}
	return string(out)
}

func roman(n int) string {
	steps := []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}
	var b strings.Builder
	for _, s := range steps {
		for n >= s.value {
			b.WriteString(s.sign)
			n -= s.value
		}
	}
	return b.String()
}
