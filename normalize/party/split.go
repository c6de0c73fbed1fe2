package party

import "strings"

// Part is a part of an enumeration: its text and its bytes [Start, End).
type Part struct {
	Text       string
	Start, End int
}

// Split takes an enumeration of parties apart at commas, semicolons, "och",
// "samt", "&" and "+": "Kommunen, Region Kronoberg". A slash is one only after
// a word for a kind or a municipality ("Polis/kommun", not "LPO
// Eskilstuna/Strängnäs"), and "och" none after a hyphen ("individ- och
// familjeomsorg").
func Split(list string) []Part {
	var parts []Part
	start := 0
	for i := 0; i < len(list); {
		n := separator(list, start, i)
		if n == 0 {
			i++
			continue
		}
		parts = appendPart(parts, list, start, i)
		i += n
		start = i
	}
	return appendPart(parts, list, start, len(list))
}

// separator is the length of what separates two parties at byte i, 0 for
// nothing.
func separator(list string, start, i int) int {
	switch list[i] {
	case ',', ';', '+', '&', '\n':
		return 1
	case '/':
		if isWhole(list[start:i]) {
			return 1
		}
		return 0
	case ' ':
	default:
		return 0
	}
	if i > 0 && list[i-1] == '-' {
		return 0
	}
	for _, word := range []string{" och ", " samt "} {
		if strings.HasPrefix(list[i:], word) {
			return len(word) - 1
		}
	}
	return 0
}

// isWhole reports whether what stands before a slash names a party that ends
// there.
func isWhole(text string) bool {
	m, ok := newMention(text)
	if !ok {
		return false
	}
	return isGeneric(m) || strings.HasSuffix(m.fold, " kommun")
}

func appendPart(parts []Part, list string, start, end int) []Part {
	text := strings.TrimSpace(list[start:end])
	if text == "" {
		return parts
	}
	start += strings.Index(list[start:end], text)
	return append(parts, Part{Text: text, Start: start, End: start + len(text)})
}
