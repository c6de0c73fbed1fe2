package htmldoc

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lofte/lofte/model"
)

// Bounds of lines in a box that tells whom to call.
const (
	contactWords = 8  // of a line of such a box
	wordsOfName  = 4  // of one that may end in a full stop
	footWords    = 25 // of an address line at the foot of a page
	sayingWords  = 6  // of a line above the title that is kept
)

// reach matches what only an address or a contact box holds.
var reach = regexp.MustCompile(`(?i)(^|[^\d-])0\d{1,3} ?[-–/] ?\d{2,3} ?\d{2}|\b(tel|telefon|växel|org\.? ?nr|organisationsnummer|besöksadress|postadress|e-post)\b|` +
	`\b114 14\b|\b\d{3} \d{2} \p{Lu}|\bbox \d|@|©|www\.`)

// dated matches a line with a date, which belongs to the text.
var dated = regexp.MustCompile(`\b(19|20)\d\d\b`)

// dateLine matches a line that is nothing but a date, perhaps with a time.
var dateLine = regexp.MustCompile(`^\d{4}-\d\d-\d\d([ T]+\d\d[:.]\d\d)?$`)

// technical matches what sites say of themselves above their pages.
var technical = regexp.MustCompile(`(?i)\b(kakor|cookies?|javascript|webbläsare|driftinformation)\b`)

// withoutFurniture takes off what the structure of the page did not give away:
// lines that every page has, what stands above the title, sections headed
// "Kontakt" or "Relaterat", and addresses at the foot.
func (p *page) withoutFurniture(pieces []piece) []piece {
	pieces = keep(pieces, func(b *piece) bool { return !furnitureLine(b) })
	pieces = belowTitle(pieces)
	pieces = withoutContacts(pieces)
	return withoutFoot(pieces)
}

func keep(pieces []piece, test func(*piece) bool) []piece {
	out := pieces[:0]
	for i := range pieces {
		if test(&pieces[i]) {
			out = append(out, pieces[i])
		}
	}
	return out
}

// furnitureLine reports whether a block is one of the lines that belong to the
// site, or a row of them.
func furnitureLine(b *piece) bool {
	if b.Kind == model.Cell {
		return false
	}
	v := words()
	start := b.Text[:min(len(b.Text), longestEntry)]
	if text := fold(start); countLetters(text) == 0 || start == b.Text && (v.lines[text] || v.labels[text]) {
		return true
	}
	start = strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(start), " ")))
	for _, opening := range v.openings {
		if strings.HasPrefix(start, opening) {
			return true
		}
	}
	return rowOf(strings.FieldsFunc(b.Text, separates)) || rowOf(b.anchors)
}

func separates(r rune) bool { return strings.ContainsRune("|·•\n", r) }

// rowOf reports whether all of two or more parts of a line are furniture lines.
func rowOf(parts []string) bool {
	if len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		if f := fold(part); f != "" && !words().lines[f] {
			return false
		}
	}
	return true
}

// belowTitle takes off what stands above the title of the content but for
// sentences, captions and the date. Where most of the text stands above it,
// the heading is no title. Above the first heading of a page without a title
// only links are taken off.
func belowTitle(pieces []piece) []piece {
	at, titled := titleAt(pieces)
	var out []piece
	for i := range pieces[:at] {
		b := &pieces[i]
		saying := b.words() >= sayingWords && endsSentence(b.Text) && b.Kind != model.Heading && !technical.MatchString(b.Text)
		if !b.Link && (!titled || saying || b.captioned() || dateLine.MatchString(b.Text)) {
			out = append(out, *b)
		}
	}
	return append(out, pieces[at:]...)
}

// titleAt is where the title stands, or else the first heading; 0 when most of
// the text is above it.
func titleAt(pieces []piece) (at int, titled bool) {
	above, all := 0, 0
	for i := range pieces {
		p := &pieces[i]
		if !titled && (p.title || at == 0 && p.Kind == model.Heading) {
			at, above, titled = i, all, p.title
		}
		all += p.words()
	}
	if above*2 > all {
		return 0, false
	}
	return at, titled
}

// withoutContacts takes off sections headed as furniture, as far as they hold
// links and contact lines.
func withoutContacts(pieces []piece) []piece {
	var out []piece
	for i := 0; i < len(pieces); i++ {
		b := &pieces[i]
		if !isFurnitureHeading(b.Text) || b.title || b.Kind != model.Heading && b.Kind != model.Paragraph {
			out = append(out, *b)
			continue
		}
		end := contactsEnd(pieces, i+1)
		if end == i+1 && end < len(pieces) && pieces[end].Kind != model.Heading {
			out = append(out, *b)
			continue
		}
		i = end - 1
	}
	return out
}

// contactsEnd is the end of the contact lines from i on: what follows the last
// link, number or address may be a signature.
func contactsEnd(pieces []piece, i int) int {
	end := i
	for ; i < len(pieces) && contactLine(&pieces[i]); i++ {
		if reaches(&pieces[i]) {
			end = i + 1
		}
	}
	return end
}

// reaches reports whether a block is a link or holds a number or an address.
func reaches(b *piece) bool { return b.Link || reach.MatchString(b.Text) }

func contactLine(b *piece) bool {
	if b.Kind == model.Heading || b.Kind == model.Cell {
		return false
	}
	if reaches(b) {
		return true
	}
	said := b.words() > wordsOfName && endsSentence(b.Text)
	return b.Kind == model.Paragraph && b.words() <= contactWords && !said && !strings.HasSuffix(b.Text, ":") && !dated.MatchString(b.Text)
}

// withoutFoot takes addresses off the end.
func withoutFoot(pieces []piece) []piece {
	end := len(pieces)
	for end > 0 {
		b := &pieces[end-1]
		if b.Kind != model.Paragraph || b.words() > footWords || !reach.MatchString(b.Text) && !footRow(b.Text) {
			break
		}
		end--
	}
	return pieces[:end]
}

// footRow reports whether a line is a row of parts with one among them that
// every site has: "Ekby kommun · Om webbplatsen".
func footRow(text string) bool {
	parts := strings.FieldsFunc(text, separates)
	for _, part := range parts {
		if len(parts) > 1 && words().lines[fold(part)] {
			return true
		}
	}
	return false
}

// captioned reports whether a block is the text of a picture.
func (p *piece) captioned() bool { return p.caption || strings.Contains(p.Text, "Foto:") }
