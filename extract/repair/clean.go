package repair

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/lofte/lofte/model"
)

// A Block is a block with clean text: one line, NFC, one blank between words,
// the list marker taken off.
type Block struct {
	model.Block
	// Breaks are the byte offsets in Text at which a page of the source
	// begins, ascending.
	Breaks []int
	// Notes are the repairs that were made in this block, by offset.
	Notes []Note
}

// A Note is a repair of the byte range [From, To) of a block's text. InMarker
// says that the list marker was mended instead.
type Note struct {
	From, To int
	InMarker bool
	Code     model.Code
	Message  string
}

// Clean makes the text of a raw block canonical. Clean text stays as it is.
func Clean(raw model.Block) Block {
	b := Block{Block: raw}
	b.Text, b.Breaks = fold(join(Characters(raw.Text)))
	b.Marker = strings.TrimSpace(Characters(raw.Marker))
	if b.Kind == model.Item && b.Marker == "" {
		b.splitMarker()
	}
	return b
}

// splitMarker takes the marker off an item's text. The blank in front allows
// the letter o, which stands for a bullet only in a list.
func (b *Block) splitMarker() {
	marker, rest := model.ListMarker(" " + b.Text)
	if marker == "" || rest == "" {
		return
	}
	cut := len(b.Text) - len(rest)
	b.Marker, b.Text = marker, rest
	for i := range b.Breaks {
		b.Breaks[i] = max(0, b.Breaks[i]-cut)
	}
}

// Characters brings text to NFC without characters that are there for the
// layout only: ligatures and full-width forms are opened, soft hyphens and
// invisible characters taken out. "\n" and "\f" stay.
func Characters(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if !isPlain(s) {
		s = healSoftHyphens(s)
		var out strings.Builder
		out.Grow(len(s))
		for _, r := range s {
			writeRune(&out, r)
		}
		s = norm.NFC.String(out.String())
	}
	return s
}

// isPlain reports whether s has only characters that need no work: printable
// ASCII, the Swedish letters and line ends.
func isPlain(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\f' && r != '\t' || r == 0x7f || r > 0x7f && !strings.ContainsRune("åäöÅÄÖé–•”", r) {
			return false
		}
	}
	return true
}

// ligatures are the letters of the presentation forms from U+FB00 on.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

func writeRune(out *strings.Builder, r rune) {
	switch {
	case r == '\n' || r == '\f' || r == '\t':
		out.WriteRune(r)
	case r >= 0xFB00 && r <= 0xFB06:
		out.WriteString(ligatures[r-0xFB00])
	case r >= 0xFF01 && r <= 0xFF5E:
		out.WriteRune(r - 0xFF01 + '!')
	case r == '\v' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		out.WriteByte('\n')
	case r == '\u2010' || r == '\u2011':
		out.WriteByte('-')
	case unicode.IsSpace(r):
		out.WriteByte(' ')
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == '\u034f':
		return
	default:
		out.WriteRune(r)
	}
}

// healSoftHyphens joins words that were broken at a soft hyphen.
func healSoftHyphens(s string) string {
	if !strings.Contains(s, "\u00ad") {
		return s
	}
	pieces := strings.Split(s, "\u00ad")
	for i := 1; i < len(pieces); i++ {
		rest := strings.TrimLeft(pieces[i], " \t\n\f\r")
		if ws := pieces[i][:len(pieces[i])-len(rest)]; strings.ContainsAny(ws, "\n\f") {
			pieces[i] = strings.Repeat("\f", strings.Count(ws, "\f")) + rest
		}
	}
	return strings.Join(pieces, "")
}
