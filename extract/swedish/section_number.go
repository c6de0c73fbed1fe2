package swedish

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// splitNumber takes the number of a section off a block that bears one in its
// text, as the paragraphs of agreements do: "4.1.1 Polisen ska …", "2.1 Narkotika
// bland ungdomar". It stands for a list marker.
func splitNumber(doc *model.Document, b model.Block) model.Block {
	if b.Cell != nil || b.Text == "" || b.Text[0] < '1' || b.Text[0] > '9' {
		return b
	}
	number, rest, ok := strings.Cut(b.Text, " ")
	toks := tokenize(rest)
	if !ok || len(toks) == 0 || !toks[0].capital || !multilevel(strings.TrimSuffix(number, ".")) {
		return b
	}
	from := len(number) + 1 + toks[0].start
	out := b
	out.Text, out.Span = b.Text[from:], doc.Within(b, from, len(b.Text))
	if out.Marker == "" {
		out.Marker = number
	}
	return out
}

// multilevel reports whether a number has the parts of a section's: "4.1",
// "4.1.12", but not the hour "13.30", the year "2019" or the date "1.12.2019".
func multilevel(s string) bool {
	parts := strings.Split(s, ".")
	for _, p := range parts {
		if n := atoi(p); n == 0 || len(p) > 2 || p[0] == '0' {
			return false
		}
	}
	return len(parts) > 2 || len(parts) == 2 && len(parts[1]) == 1
}
