package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// maxHeader is the most bytes that a record's header may take.
const maxHeader = 256 << 10

// The record types of the standard that lofte knows.
const (
	Info       = "warcinfo"
	Request    = "request"
	Response   = "response"
	Revisit    = "revisit"
	Metadata   = "metadata"
	Resource   = "resource"
	Conversion = "conversion"
)

// The profiles of revisit records: the payload is the same as before, or the
// server said so with a 304.
const (
	SamePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// Field is one named field of a header.
type Field struct{ Name, Value string }

// Header is the named fields of a record in the order in which they stand.
type Header []Field

// Get gives the first field of that name, "" for none. Case does not count.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Type is the record's type, in lower case.
func (h Header) Type() string { return strings.ToLower(h.Get("WARC-Type")) }

// ID is the record's identifier, with its angle brackets.
func (h Header) ID() string { return h.Get("WARC-Record-ID") }

// TargetURI is the address that the record is about, without the angle
// brackets that some writers put around it.
func (h Header) TargetURI() string { return bare(h.Get("WARC-Target-URI")) }

// RefersToURI is the address of the record that a revisit repeats.
func (h Header) RefersToURI() string { return bare(h.Get("WARC-Refers-To-Target-URI")) }

func bare(uri string) string {
	if strings.HasPrefix(uri, "<") && strings.HasSuffix(uri, ">") {
		return uri[1 : len(uri)-1]
	}
	return uri
}

// Date is the time of the record.
func (h Header) Date() (time.Time, error) {
	t, err := time.Parse(time.RFC3339Nano, h.Get("WARC-Date"))
	if err != nil {
		return time.Time{}, fmt.Errorf("record %s: WARC-Date %q is no time", h.ID(), h.Get("WARC-Date"))
	}
	return t.UTC(), nil
}

// FormatDate writes a time as WARC-Date has it: UTC, W3C profile of ISO 8601,
// fractions of a second only where there are some.
func FormatDate(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// length is the number of bytes of the block.
func (h Header) length() (int64, error) {
	n, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("record %s: Content-Length %q is no length", h.ID(), h.Get("Content-Length"))
	}
	return n, nil
}

// appendTo writes the header with the version line and the empty line that
// ends it.
func (h Header) appendTo(b *bytes.Buffer) error {
	b.WriteString(version + "\r\n")
	for _, f := range h {
		if strings.ContainsAny(f.Name+f.Value, "\r\n") || f.Name == "" {
			return fmt.Errorf("field %q: a line break in it cannot be written", f.Name)
		}
		b.WriteString(f.Name + ": " + f.Value + "\r\n")
	}
	b.WriteString("\r\n")
	return nil
}

// version is what this package writes.
const version = "WARC/1.1"

// readHeader reads the version line and the named fields. It skips empty lines
// in front of them, since some writers put too many after a record. A clean
// end of the input is io.EOF.
func readHeader(r *bufio.Reader) (Header, error) {
	left := maxHeader
	line, err := "", error(nil)
	for line == "" {
		if line, err = readLine(r, &left); err != nil {
			return nil, err
		}
	}
	if !strings.HasPrefix(line, "WARC/1.") {
		return nil, fmt.Errorf("no WARC record begins here: %.40q", line)
	}
	h, err := readFields(r, &left)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return h, err
}

// readFields reads named fields up to an empty line; a line that begins with
// white space goes on with the one before.
func readFields(r *bufio.Reader, left *int) (Header, error) {
	var h Header
	for {
		line, err := readLine(r, left)
		if err != nil {
			return h, err
		}
		if line == "" {
			return h, nil
		}
		if (line[0] == ' ' || line[0] == '\t') && len(h) > 0 {
			h[len(h)-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("a line without a colon in a header: %.40q", line)
		}
		h = append(h, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
}

func readLine(r *bufio.Reader, left *int) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if *left -= len(part); *left < 0 {
			return "", fmt.Errorf("header over %d bytes", maxHeader)
		}
		if err == nil {
			return strings.TrimRight(string(line), "\r\n"), nil
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if errors.Is(err, io.EOF) && len(line) > 0 {
			err = io.ErrUnexpectedEOF
		}
		return "", err
	}
}
