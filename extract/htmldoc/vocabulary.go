package htmldoc

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/*.txt
var dataFiles embed.FS

// vocabulary is what the data files say.
type vocabulary struct {
	classes  map[string]*wordSet
	headings map[string]bool // of parts that are not content
	labels   map[string]bool // put into links by the site
	lines    map[string]bool // whole lines that are not content
	openings []string        // how lines begin that are not content
	roles    []string        // ends of the names of offices
	verbs    map[string]bool // of speech
	open     map[string]bool // words that can't end a line
}

// words loads the data files once. They are part of the program, so an entry
// that does not parse is left to the test that reads each of them.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{
		classes:  map[string]*wordSet{},
		headings: setOf(entries("headings")),
		labels:   setOf(entries("labels")),
		lines:    map[string]bool{},
		roles:    entries("roles"),
		verbs:    setOf(entries("speech")),
		open:     setOf(entries("open")),
	}
	for _, e := range entries("classes") {
		kind, list, _ := strings.Cut(e, "\t")
		if v.classes[kind] == nil {
			v.classes[kind] = &wordSet{whole: map[string]bool{}}
		}
		v.classes[kind].add(strings.Fields(list))
	}
	for _, e := range entries("lines") {
		how, text, _ := strings.Cut(e, " ")
		if how == "=" {
			v.lines[text] = true
		} else {
			v.openings = append(v.openings, text)
		}
	}
	return v
})

// entries are the lines of a data file but for comments.
func entries(name string) []string {
	data, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		return nil
	}
	var out []string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, e := range list {
		set[e] = true
	}
	return set
}

// wordSet holds words, beginnings, ends and sequences of words.
type wordSet struct {
	whole     map[string]bool
	starts    []string
	ends      []string
	sequences [][]string
}

func (s *wordSet) add(list []string) {
	for _, w := range list {
		switch {
		case strings.Contains(w, "+"):
			s.sequences = append(s.sequences, strings.Split(w, "+"))
		case strings.HasSuffix(w, "*"):
			s.starts = append(s.starts, strings.TrimSuffix(w, "*"))
		case strings.HasPrefix(w, "*"):
			s.ends = append(s.ends, strings.TrimPrefix(w, "*"))
		default:
			s.whole[w] = true
		}
	}
}

// in reports whether one of the words, or a sequence of them, is in the set.
func (s *wordSet) in(list []string) bool {
	for i, w := range list {
		if s.whole[w] || s.partly(w) {
			return true
		}
		for _, seq := range s.sequences {
			if len(list)-i >= len(seq) && slices.Equal(list[i:i+len(seq)], seq) {
				return true
			}
		}
	}
	return false
}

func (s *wordSet) partly(w string) bool {
	for _, start := range s.starts {
		if strings.HasPrefix(w, start) {
			return true
		}
	}
	for _, end := range s.ends {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// longestEntry is the length in bytes above which a line is none of the lines
// in the data files; it leaves room for white space and punctuation.
const longestEntry = 160

// fold is the form in which text is looked up: NFC, lower case, white space
// folded, without punctuation around it.
func fold(s string) string {
	s = strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(s), " ")))
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".:?!|·•»›>«‹<()[]*-–—", r)
	})
}
