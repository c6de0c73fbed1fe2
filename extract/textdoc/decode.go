package textdoc

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Names of the encodings that Decode knows, as IANA registers them.
const (
	UTF8        = "utf-8"
	UTF16       = "utf-16"
	Windows1252 = "windows-1252"
)

// utf16Sample is how many bytes are looked at to tell UTF-16 without a byte
// order mark.
const utf16Sample = 4096

// Decode turns the bytes of a text into a string and names the encoding: the
// byte order mark's, else UTF-8 where the bytes are valid, else UTF-16 where
// every second byte is zero, else windows-1252. Line ends become "\n".
func Decode(data []byte) (text, encoding string) {
	text, encoding = decode(data)
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.ReplaceAll(text, "\v", "\n"), encoding
}

func decode(data []byte) (text, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(data[3:]), "\ufffd"), UTF8
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return utf16(data, unicode.LittleEndian), UTF16
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return utf16(data, unicode.BigEndian), UTF16
	}
	if order, ok := utf16Order(data); ok {
		return utf16(data, order), UTF16
	}
	if utf8.Valid(data) {
		return string(data), UTF8
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), UTF8
	}
	return string(out), Windows1252
}

func utf16(data []byte, order unicode.Endianness) string {
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(out)
}

// utf16Order tells UTF-16 without a byte order mark from the zero bytes that
// Latin text has in every second place.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	sample := data[:min(len(data), utf16Sample)]
	if len(sample) < 4 || len(data)%2 != 0 {
		return unicode.BigEndian, false
	}
	var zero [2]int
	for i, b := range sample {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(sample) / 2
	const most = 0.7 // of the high bytes; Swedish has hardly another plane
	switch {
	case float64(zero[1]) > most*float64(half) && zero[0] == 0:
		return unicode.LittleEndian, true
	case float64(zero[0]) > most*float64(half) && zero[1] == 0:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}
