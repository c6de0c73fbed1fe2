package text

// longestSentence is how many tokens a sentence may have; what goes on without
// a stop, as a table without borders does, is cut there, so that the work on a
// sentence is bounded.
const longestSentence = 300

// abbreviation reports whether a full stop after w belongs to w even before a
// capital. Source: lofte reference table forkortningar.tsv.
func abbreviation(w string) bool {
	switch w {
	case "st", "ca", "ex", "bl", "kl", "nr", "dnr", "tel", "tfn", "jan", "feb", "febr", "apr", "aug", "sep", "sept", "okt", "nov", "dec",
		"max", "min", "resp", "kap", "s", "f", "t", "o", "m", "inkl", "exkl", "ev", "bitr", "fr", "fl", "ggr":
		return true
	}
	return false
}

// Sentences gives the half-open ranges of tokens that are sentences. A full
// stop after an abbreviation or inside a number ends none.
func Sentences(ts []Token) [][2]int {
	var out [][2]int
	start := 0
	for i := range ts {
		if endsSentence(ts, i) || i-start >= longestSentence {
			out = append(out, [2]int{start, i + 1})
			start = i + 1
		}
	}
	if start < len(ts) {
		out = append(out, [2]int{start, len(ts)})
	}
	return out
}

func endsSentence(ts []Token, i int) bool {
	if !ts[i].Is(".", "!", "?") {
		return false
	}
	if i+1 == len(ts) {
		return true
	}
	next := ts[i+1]
	if !next.Space || !(next.Upper || next.Kind == Digits || next.Is("\"", "(")) {
		return false
	}
	return i == 0 || !abbreviation(ts[i-1].Text) || ts[i-1].Space && i > 1 && ts[i-2].Text == "."
}
