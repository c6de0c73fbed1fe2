package docxdoc

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
)

// A level is how one level of a list is marked.
type level struct {
	format string // decimal, lowerLetter, bullet, …
	text   string // "%1.", or the bullet
	start  int
}

// maxLevels is the number of levels that a list may have.
const maxLevels = 9

type levels [maxLevels]level

// A numbering holds the lists of a document, and how far each has counted.
type numbering struct {
	abstract map[string]*levels
	nums     map[string]string // list to its abstract list
	starts   map[string]map[int]int
	counts   map[string]*[maxLevels]int
}

func newNumbering() *numbering {
	return &numbering{abstract: map[string]*levels{}, nums: map[string]string{},
		starts: map[string]map[int]int{}, counts: map[string]*[maxLevels]int{}}
}

func readNumbering(s *scanner) (*numbering, error) {
	n := newNumbering()
	if s == nil {
		return n, nil
	}
	err := s.descend("numbering", func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			ls := &levels{}
			n.abstract[attr(e, "abstractNumId")] = ls
			return readLevels(s, ls)
		case "num":
			return n.readNum(s, attr(e, "numId"))
		}
		return s.skip()
	})
	return n, err
}

func readLevels(s *scanner, ls *levels) error {
	return s.children(func(e xml.StartElement) error {
		i, err := strconv.Atoi(attr(e, "ilvl"))
		if e.Name.Local != "lvl" || err != nil || i < 0 || i >= maxLevels {
			return s.skip()
		}
		ls[i].start = 1
		return s.children(func(p xml.StartElement) error {
			switch p.Name.Local {
			case "start":
				ls[i].start, _ = strconv.Atoi(attr(p, "val"))
			case "numFmt":
				ls[i].format = attr(p, "val")
			case "lvlText":
				ls[i].text = attr(p, "val")
			}
			return s.skip()
		})
	})
}

func (n *numbering) readNum(s *scanner, id string) error {
	n.starts[id] = map[int]int{}
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			n.nums[id] = attr(e, "val")
		case "lvlOverride":
			i, _ := strconv.Atoi(attr(e, "ilvl"))
			return s.children(func(p xml.StartElement) error {
				if v, err := strconv.Atoi(attr(p, "val")); err == nil && p.Name.Local == "startOverride" {
					n.starts[id][i] = v
				}
				return s.skip()
			})
		}
		return s.skip()
	})
}

// marker counts on in a list and gives the marker that is drawn, "" for a
// paragraph that is in no list after all.
func (n *numbering) marker(ref listRef) string {
	ls := n.abstract[n.nums[ref.num]]
	if ls == nil || ref.level < 0 || ref.level >= maxLevels {
		return "•"
	}
	l := ls[ref.level]
	switch {
	case l.format == "none" && l.text == "":
		return ""
	case l.format == "bullet" || l.format == "":
		return bullet(l.text)
	}
	n.count(ref, ls)
	return n.numbered(ref, ls)
}

// count takes the next number of a level, and starts the deeper ones anew.
// Lists over the same abstract list go on counting with one another, unless
// one has a start of its own.
func (n *numbering) count(ref listRef, ls *levels) {
	key := n.nums[ref.num]
	if len(n.starts[ref.num]) > 0 {
		key = "num " + ref.num
	}
	c := n.counts[key]
	if c == nil {
		c = &[maxLevels]int{}
		n.counts[key] = c
	}
	n.counts["now"] = c
	if c[ref.level] == 0 {
		c[ref.level] = n.start(ref, ls)
	} else {
		c[ref.level]++
	}
	for i := ref.level + 1; i < maxLevels; i++ {
		c[i] = 0
	}
}

func (n *numbering) start(ref listRef, ls *levels) int {
	if v, ok := n.starts[ref.num][ref.level]; ok {
		return v
	}
	return ls[ref.level].start
}

// numbered puts the numbers of a level, and of those above it, in their text.
func (n *numbering) numbered(ref listRef, ls *levels) string {
	text := ls[ref.level].text
	c := n.counts["now"]
	for i := 0; i <= ref.level; i++ {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(max(c[i], 1), ls[i].format))
	}
	return strings.TrimSpace(text)
}

// numeral writes a number as a list of that format does.
func numeral(n int, format string) string {
	const letters = 26
	switch format {
	case "lowerLetter":
		return string(rune('a' + (n-1)%letters))
	case "upperLetter":
		return string(rune('A' + (n-1)%letters))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	const most = 3999
	var b strings.Builder
	n = min(n, most)
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// bullet is the bullet as text: a glyph of a symbol font stands for "•".
func bullet(text string) string {
	for _, r := range text {
		if unicode.Is(unicode.Co, r) || r == 'o' || r == '§' || r == 'Ø' || r == 'v' || r == 'q' {
			return "•"
		}
	}
	if text = strings.TrimSpace(text); text == "" {
		return "•"
	}
	return text
}
