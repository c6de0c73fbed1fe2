package text

// abbreviations end in a full stop without ending the sentence when a capital
// follows. Source: /work/shared/reference/forkortningar.tsv.
var abbreviations = map[string]bool{
	"st": true, "ca": true, "ex": true, "bl": true, "kl": true, "nr": true, "dnr": true, "tel": true, "tfn": true,
	"jan": true, "feb": true, "febr": true, "apr": true, "aug": true, "sep": true, "sept": true, "okt": true,
	"nov": true, "dec": true, "max": true, "min": true, "resp": true, "kap": true, "s": true, "f": true, "t": true,
	"o": true, "m": true, "inkl": true, "exkl": true, "ev": true, "bitr": true, "fr": true, "fl": true, "ggr": true,
}

// Sentences gives the half-open ranges of tokens that are sentences. A full
// stop after an abbreviation or inside a number ends none.
func Sentences(ts []Token) [][2]int {
	var out [][2]int
	start := 0
	for i := range ts {
		if endsSentence(ts, i) {
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
	return i == 0 || !abbreviations[ts[i-1].Text] || ts[i-1].Space && i > 1 && ts[i-2].Text == "."
}
