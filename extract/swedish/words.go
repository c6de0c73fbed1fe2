package swedish

import "strings"

// modals are the verbs by which a sentence promises: "ska", "kommer att".
var modals = map[string]bool{
	"ska": true, "skall": true, "kommer": true, "lovar": true, "utlovar": true, "åtar": true, "förbinder": true,
	"garanterar": true, "avser": true, "lova": true, "planerar": true, "förpliktar": true, "ansvarar": true, "utfäster": true, "åligger": true,
}

// vows are those among them that promise in so many words.
var vows = map[string]bool{
	"lovar": true, "utlovar": true, "åtar": true, "förbinder": true, "garanterar": true, "förpliktar": true, "utfäster": true,
}

// finite reports whether a word is a finite verb that a subject takes in
// promises, whatever stands around it.
func finite(low string) bool {
	return modals[low] || otherFinite[low]
}

var otherFinite = map[string]bool{
	"har": true, "är": true, "vill": true, "kan": true, "bör": true, "måste": true, "får": true, "ger": true, "gör": true,
	"går": true, "står": true, "ser": true, "tar": true, "håller": true, "hade": true, "var": true, "skulle": true, "lovade": true,
	"fick": true, "gav": true, "blir": true, "blev": true, "finns": true, "satsar": true, "fortsätter": true, "fortätter": true,
	"arbetar": true, "genomför": true, "erbjuder": true, "deltar": true, "ansvarar": true, "utökar": true,
}

// presentVerb reports whether the word at i looks like a verb in the present:
// an ending in -ar or -er that is not a plural noun after an adjective is
// taken as one only where the next word can be its object or adverb.
func presentVerb(toks []token, i int) bool {
	t := toks[i]
	if t.kind != word || t.capital {
		return false
	}
	if finite(t.low) {
		return true
	}
	if len(t.low) < 4 || timeNouns[t.low] {
		return false
	}
	if strings.HasSuffix(t.low, "er") || strings.HasSuffix(t.low, "ar") || strings.HasSuffix(t.low, "ör") {
		return i+1 < len(toks) && !finite(toks[i+1].low) && toks[i+1].low != "och" && (toks[i+1].low != "," || insertion(toks, i+2))
	}
	return false
}

// timeNouns end like verbs in the present.
var timeNouns = map[string]bool{
	"gånger": true, "timmar": true, "kvällar": true, "dagar": true, "veckor": true, "månader": true, "helger": true, "nätter": true,
	"morgnar": true, "somrar": true, "terminer": true, "minuter": true,
}

// insertion reports whether what a comma opens only adds with whom or when, before
// the sentence goes on: "inrättar, med stöd av polisen, en grupp".
func insertion(toks []token, i int) bool {
	if i >= len(toks) || toks[i].low != "med" && toks[i].low != "tillsammans" && toks[i].low != "i" && toks[i].low != "efter" {
		return false
	}
	for k := i + 1; k < len(toks) && toks[k].low != "."; k++ {
		if toks[k].low == "," {
			return k+1 < len(toks) && toks[k+1].kind != mark
		}
	}
	return false
}

// promiseNoun reports whether a word is "löfte", "medborgarlöftena" or a
// compound with it, slips of the pen included.
func promiseNoun(low string) bool {
	if strings.Contains(low, "löfte") {
		return !strings.HasPrefix(low, "löftesperiod") && !strings.HasPrefix(low, "löftestid")
	}
	return strings.HasPrefix(low, "me") && strings.Contains(low, "borgar") && strings.Contains(low, "öft")
}

// nearly reports whether two words differ by at most two edits (insertion,
// deletion, substitution or the swap of neighbours).
func nearly(a, b string) bool {
	const most = 2
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return false
	}
	prev2, prev, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(y)] <= most
}

// year reports whether a number is a year in which promises exist or are made:
// 2010 to 2049.
func year(low string) bool {
	if len(low) != 4 || low[0] != '2' || low[1] != '0' {
		return false
	}
	return low[2] >= '1' && low[2] <= '4' && low[3] >= '0' && low[3] <= '9'
}

// hasYear reports whether a number token holds a year: "2019", "2018-2019",
// "2021-12-06".
func hasYear(t token) bool {
	return t.kind == number && len(t.low) >= 4 && year(t.low[:4]) && (len(t.low) == 4 || t.low[4] < '0' || t.low[4] > '9')
}
