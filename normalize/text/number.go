package text

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/rakneord.tsv
var numerals string

type numeralTable struct {
	cardinal, ordinal map[string]int
}

var table = sync.OnceValue(readNumerals)

func readNumerals() numeralTable {
	t := numeralTable{cardinal: map[string]int{}, ordinal: map[string]int{}}
	for line := range strings.Lines(numerals) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		n, err := strconv.Atoi(cells[0])
		if err != nil || len(cells) < 2 {
			continue
		}
		for _, w := range strings.Split(cells[1], "|") {
			t.cardinal[w] = n
		}
		if len(cells) > 2 && cells[2] != "" {
			t.ordinal[cells[2]] = n
		}
	}
	return t
}

// hundred and thousand are the heads of compound numerals beyond the table.
const (
	hundred  = "hundra"
	thousand = "tusen"
)

// Cardinal is the value of a Swedish numeral in letters, folded: "tjugofem",
// "tvåhundrafemtio". "en" and "ett" are 1.
func Cardinal(word string) (int, bool) {
	if n, ok := table().cardinal[word]; ok {
		return n, true
	}
	if n, ok := compound(word, thousand, 1000); ok {
		return n, true
	}
	return compound(word, hundred, 100)
}

// compound reads "<n>head<m>", where n and m may be missing.
func compound(word, head string, size int) (int, bool) {
	i := strings.Index(word, head)
	if i < 0 {
		return 0, false
	}
	times, rest := 1, 0
	var ok bool
	if before := word[:i]; before != "" {
		if times, ok = Cardinal(before); !ok {
			return 0, false
		}
	}
	if after := word[i+len(head):]; after != "" {
		if rest, ok = Cardinal(after); !ok || rest >= size {
			return 0, false
		}
	}
	return times*size + rest, true
}

// Ordinal is the value of an ordinal in letters, folded: "andra" is 2.
func Ordinal(word string) (int, bool) {
	n, ok := table().ordinal[word]
	return n, ok
}

// Numeral is a number that stands in a text: its value, the index of the token
// after it, and whether it is written in letters.
type Numeral struct {
	Value   float64
	Next    int
	Letters bool
}

// NumeralAt reads the cardinal that begins with token i: "1 200", "1.200",
// "2,5", "12", "tolv". "Ingen" and the like deny, and are no number here.
func NumeralAt(ts []Token, i int) (Numeral, bool) {
	if i >= len(ts) {
		return Numeral{}, false
	}
	switch ts[i].Kind {
	case Digits:
		return digitsAt(ts, i)
	case Word:
		n, ok := Cardinal(ts[i].Text)
		return Numeral{Value: float64(n), Next: i + 1, Letters: true}, ok && n > 0
	}
	return Numeral{}, false
}

// digitsAt reads groups of three and a decimal comma.
func digitsAt(ts []Token, i int) (Numeral, bool) {
	digits := ts[i].Text
	if len(digits) > 9 {
		return Numeral{}, false
	}
	next := i + 1
	for len(ts[i].Text) <= 3 && digits[0] != '0' && len(digits) <= 6 {
		n := groupAt(ts, next)
		if n == 0 {
			break
		}
		digits += ts[n-1].Text
		next = n
	}
	if next+1 < len(ts) && ts[next].Text == "," && !ts[next].Space && ts[next+1].Kind == Digits && !ts[next+1].Space {
		digits += "." + ts[next+1].Text
		next += 2
	}
	v, err := strconv.ParseFloat(digits, 64)
	return Numeral{Value: v, Next: next}, err == nil
}

// groupAt gives the index after a group of three digits at i, written with a
// space or a full stop before it, and 0 if there is none.
func groupAt(ts []Token, i int) int {
	if i < len(ts) && ts[i].Kind == Digits && ts[i].Space && len(ts[i].Text) == 3 {
		return i + 1
	}
	if i+1 < len(ts) && ts[i].Text == "." && !ts[i].Space && ts[i+1].Kind == Digits && !ts[i+1].Space && len(ts[i+1].Text) == 3 {
		return i + 2
	}
	return 0
}
