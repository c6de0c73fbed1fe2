package htmldoc

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/lofte/lofte/model"
)

// mixedShare is the share of well-formed UTF-8 among the non-ASCII sequences
// of a body above which the body is taken for UTF-8 with slips.
const mixedShare = 0.5

// decode turns the bytes of a page into UTF-8. What the bytes are goes before
// what the page says they are: a byte order mark, zero bytes of UTF-16, valid
// UTF-8, and only then the declared encoding and windows-1252. A real encoding
// other than the declared one, and text that was decoded twice, are remarked.
func decode(data []byte) (string, []model.Diagnostic, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", nil, &model.ReadError{Code: model.Empty, Err: errors.New("the page has no bytes but white space")}
	}
	text, real := decodeBytes(data)
	var remarks []model.Diagnostic
	if said := declared(data); said != "" && said != real && !isASCII(data) {
		remarks = append(remarks, model.Diagnostic{Code: model.Charset, Severity: model.Info,
			Message: fmt.Sprintf("declared as %s, read as %s", said, real)})
	}
	text, mended := mend(text)
	if mended > 0 {
		remarks = append(remarks, model.Diagnostic{Code: model.Mojibake, Severity: model.Info,
			Message: fmt.Sprintf("%d characters had been decoded twice and were mended", mended)})
	}
	if lost := lostLetters(text); lost > 0 {
		remarks = append(remarks, model.Diagnostic{Code: model.Mojibake, Severity: model.Warning,
			Message: fmt.Sprintf("%d letters are lost (U+FFFD in words) and can't be restored", lost)})
	}
	return text, remarks, nil
}

// decodeBytes gives the text and the name of the encoding that it was in.
func decodeBytes(data []byte) (text, name string) {
	if e, name := wide(data); e != nil {
		return convert(e, data), name
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data), "utf-8"
	}
	if wellFormedShare(data) >= mixedShare {
		return decodeMixed(data), "utf-8"
	}
	return decodeSingle(data)
}

// wide recognises UTF-16 by its byte order mark or by zero bytes on one side
// of most of the first characters.
func wide(data []byte) (encoding.Encoding, string) {
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return little, "utf-16le"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return big, "utf-16be"
	}
	head := data[:min(len(data), 512)&^1]
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 4 && zero[1]*10 > half*7 && zero[0]*10 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case half >= 4 && zero[0]*10 > half*7 && zero[1]*10 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// decodeSingle reads an encoding of one byte a character: the declared one or
// windows-1252, whichever gives more of the Swedish letters.
func decodeSingle(data []byte) (text, name string) {
	text = convert(charmap.Windows1252, data)
	e, said, _ := charset.DetermineEncoding(data, "")
	if said == "utf-8" || said == "windows-1252" {
		return text, "windows-1252"
	}
	other := convert(e, data)
	if swedish(other) > swedish(text) {
		return other, said
	}
	return text, "windows-1252"
}

// decodeMixed keeps well-formed UTF-8 and reads stray bytes as windows-1252.
func decodeMixed(data []byte) string {
	var b strings.Builder
	b.Grow(len(data))
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String()
}

func convert(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return decodeMixed(data)
	}
	return string(out)
}

func wellFormedShare(data []byte) float64 {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return float64(good) / float64(max(good+bad, 1))
}

// declared is the encoding that the page names in its first 1,024 bytes, in
// the spelling of the WHATWG encoding standard.
func declared(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), 1024)])
	if !bytes.Contains(head, []byte("charset")) {
		return ""
	}
	_, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	return name
}

func swedish(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("åäöÅÄÖ", r) {
			n++
		}
	}
	return n
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
