package layout

import (
	"math"
	"strings"
	"unicode"
)

// Where and how often running headers and footers stand.
const (
	marginZone = 0.14 // share of the page's height, at the top and at the foot
	marginRows = 5    // rows from the edge that may be furniture
	sameRow    = 6.0  // points by which a running line may move between pages
	footZone   = 0.08 // share of the height where a lone small line is a footer
	footGap    = 2.5  // em of white above such a line
	footShare  = 0.86 // of the body's size is the most such a line has
)

// marginRow is a row near the top or foot of a page.
type marginRow struct {
	slab
	page  *Page
	index int // of its page in the document
	key   string
	foot  bool
}

// furniture marks the rows of each page that are not part of what the document
// says: running headers and footers, and page numbers. The result has a set of
// slabs' y0 for each page.
func furniture(pages []Page, strips [][]slab, m *metrics) []map[float64]bool {
	out := make([]map[float64]bool, len(pages))
	seen := map[string][]marginRow{}
	var all []marginRow
	for i := range pages {
		out[i] = map[float64]bool{}
		for _, r := range marginRowsOf(&pages[i], strips[i], i) {
			seen[r.key] = append(seen[r.key], r)
			all = append(all, r)
		}
	}
	for _, r := range all {
		if r.repeats(seen[r.key]) && !r.headsTable(strips[r.index], m) || r.numbersPage(strips[r.index], m) || r.isLoneFoot(strips[r.index], m) {
			out[r.index][r.y0] = true
		}
	}
	return out
}

// marginRowsOf lists the rows of a page that are near its edges. Tables are no
// furniture.
func marginRowsOf(p *Page, strips []slab, index int) []marginRow {
	var out []marginRow
	for i, s := range strips {
		fromEnd := len(strips) - 1 - i
		foot := s.y0 > p.Height*(1-marginZone)
		head := s.y1 < p.Height*marginZone
		if (!foot || fromEnd >= marginRows) && (!head || i >= marginRows) || s.hasTable() {
			continue
		}
		out = append(out, marginRow{slab: s, page: p, index: index, key: rowKey(s), foot: foot})
	}
	return out
}

func (s *slab) hasTable() bool {
	for _, it := range s.items {
		if it.table != nil {
			return true
		}
	}
	return false
}

// rowKey is a row's text with its figures made alike.
func rowKey(s slab) string {
	var b strings.Builder
	for _, w := range s.sorted() {
		digits := false
		for _, r := range w.Text {
			if unicode.IsDigit(r) {
				if !digits {
					b.WriteByte('#')
				}
				digits = true
				continue
			}
			digits = false
			b.WriteRune(r)
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// sorted are the words of a slab from left to right.
func (s *slab) sorted() []Word {
	var words []Word
	for _, it := range s.items {
		if it.word != nil {
			words = append(words, *it.word)
		}
	}
	if len(words) == 0 {
		return nil
	}
	return makeLine(words, 0).words
}

// repeats reports whether the row stands in the same place on another page,
// next to this one or next but one (left and right pages may differ).
func (r *marginRow) repeats(same []marginRow) bool {
	const reach = 2
	for _, o := range same {
		distance := o.index - r.index
		if distance != 0 && distance >= -reach && distance <= reach && math.Abs(o.fromEdge()-r.fromEdge()) < sameRow {
			return true
		}
	}
	return false
}

// headAir is the white in em under a bold running header, at least; the header
// of a table is nearer to its rows.
const headAir = 1.4

// headsTable reports whether the row may be the repeated header of a table: bold
// cells right above the next row.
func (r *marginRow) headsTable(strips []slab, m *metrics) bool {
	words := r.sorted()
	if r.foot || len(words) < 2 {
		return false
	}
	line := makeLine(words, 0)
	if !line.bold || len(splitWide(line, widest)) < 2 {
		return false
	}
	return r.white(strips) < headAir*m.body
}

func (r *marginRow) fromEdge() float64 {
	if r.foot {
		return r.page.Height - r.y1
	}
	return r.y0
}

// numbersPage reports whether the row is a page number, or ends or begins with
// one that is set apart, and stands off from the text.
func (r *marginRow) numbersPage(strips []slab, m *metrics) bool {
	words := r.sorted()
	if len(words) == 0 {
		return false
	}
	line := makeLine(words, 0)
	parts := splitWide(line, widest)
	air := lineAir
	if len(parts) > 1 || len(words) > longestCount {
		air = headAir
	}
	if line.size > footShare*m.body && r.white(strips) < air*m.body {
		return false
	}
	for _, part := range parts {
		texts := make([]string, len(part.words))
		for i := range part.words {
			texts[i] = part.words[i].Text
		}
		if isPageNumber(strings.Join(texts, " "), r.page.Number) {
			return true
		}
		if n := len(texts); n > 2 && (isCounted(texts[n-2:]) || n > 4 && isCounted(texts[n-4:])) {
			return true
		}
	}
	return false
}

// Parts of a row that numbers the page.
const (
	lineAir      = 0.8 // white in em between a bare page number and the text
	longestCount = 4   // words of "Sida 1 av 3"
)

// white is the distance from the row to the next one toward the text.
func (r *marginRow) white(strips []slab) float64 {
	for i := range strips {
		if strips[i].y0 != r.y0 {
			continue
		}
		if r.foot && i > 0 {
			return r.y0 - strips[i-1].y1
		}
		if !r.foot && i+1 < len(strips) {
			return strips[i+1].y0 - r.y1
		}
	}
	return math.Inf(1)
}

// pageWords are the words before a page's number.
var pageWords = []string{"sidan", "sida", "sid.", "sid", "s.", "page"}

// isPageNumber reports whether a text is nothing but a page number: "3", "- 3 -",
// "Sida 1 av 3", "2 (5)", "2/5". A bare number has to be near the page's own.
func isPageNumber(text string, page int) bool {
	t := strings.Trim(strings.ToLower(text), " -–—|·•")
	for _, w := range pageWords {
		if rest, ok := strings.CutPrefix(t, w); ok {
			n, rest := leadingNumber(strings.TrimSpace(rest))
			return n >= 0 && (rest == "" || isTotal(rest))
		}
	}
	n, rest := leadingNumber(t)
	if n < 0 {
		return false
	}
	if rest == "" {
		const offset = 4 // pages before the one that counts as the first
		return n >= page-offset && n <= page+offset
	}
	return isTotal(rest)
}

// isTotal reports whether a text gives the number of pages behind a page's.
func isTotal(rest string) bool {
	rest = strings.TrimSpace(rest)
	for _, w := range []string{"av", "of", "/", "("} {
		if r, ok := strings.CutPrefix(rest, w); ok {
			n, end := leadingNumber(strings.TrimSpace(r))
			return n > 0 && strings.Trim(end, " )") == ""
		}
	}
	return false
}

// isCounted reports whether words are "1 (2)" or "sida 1 av 2".
func isCounted(words []string) bool {
	text := strings.ToLower(strings.Join(words, " "))
	n, rest := leadingNumber(text)
	if n >= 0 {
		return strings.HasPrefix(strings.TrimSpace(rest), "(") && isTotal(rest)
	}
	for _, w := range pageWords {
		if strings.HasPrefix(text, w+" ") {
			return isPageNumber(text, 0)
		}
	}
	return false
}

// leadingNumber reads a number of up to three digits, -1 without one.
func leadingNumber(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || i > 3 {
		return -1, s
	}
	return n, s[i:]
}

// isLoneFoot reports whether the row is a small line at the very foot of the
// page, far below the rest: the footer of a single page.
func (r *marginRow) isLoneFoot(strips []slab, m *metrics) bool {
	if !r.foot || r.y1 < r.page.Height*(1-footZone) || len(strips) == 0 {
		return false
	}
	for _, it := range r.items {
		if it.word == nil || it.word.Size > footShare*m.body {
			return false
		}
	}
	white := r.white(strips)
	return white > footGap*m.body && !math.IsInf(white, 1)
}
