package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// FieldsType is the media type of a block of named fields.
const FieldsType = "application/warc-fields"

// EncodeFields writes fields as a block of application/warc-fields. Line
// breaks in values become spaces.
func EncodeFields(fields Header) []byte {
	var b bytes.Buffer
	for _, f := range fields {
		b.WriteString(f.Name + ": " + strings.Join(strings.Fields(f.Value), " ") + "\r\n")
	}
	return b.Bytes()
}

// DecodeFields reads a block of application/warc-fields.
func DecodeFields(block []byte) (Header, error) {
	left := maxHeader
	h, err := readFields(bufio.NewReader(bytes.NewReader(block)), &left)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return h, err
}

// Values gives all fields of that name in order.
func (h Header) Values(name string) []string {
	var out []string
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			out = append(out, f.Value)
		}
	}
	return out
}
