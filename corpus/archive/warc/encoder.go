package warc

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
)

// Encoder turns records into gzip members. It is not safe for use by several
// goroutines.
type Encoder struct {
	zip  *gzip.Writer
	head bytes.Buffer
}

// NewEncoder returns an encoder.
func NewEncoder() *Encoder { return &Encoder{zip: gzip.NewWriter(io.Discard)} }

// Append writes one record to out as a gzip member. Content-Length and
// WARC-Block-Digest are added to the fields.
func (e *Encoder) Append(out *bytes.Buffer, h Header, block []byte) error {
	h = append(h[:len(h):len(h)],
		Field{"WARC-Block-Digest", Digest(block)},
		Field{"Content-Length", strconv.Itoa(len(block))})
	e.head.Reset()
	if err := h.appendTo(&e.head); err != nil {
		return fmt.Errorf("write WARC record %s: %w", h.ID(), err)
	}
	e.zip.Reset(out)
	for _, part := range [][]byte{e.head.Bytes(), block, []byte("\r\n\r\n")} {
		if _, err := e.zip.Write(part); err != nil {
			return fmt.Errorf("compress WARC record %s: %w", h.ID(), err)
		}
	}
	if err := e.zip.Close(); err != nil {
		return fmt.Errorf("compress WARC record %s: %w", h.ID(), err)
	}
	return nil
}

// NewID makes a record identifier, a version 4 UUID as URN in angle brackets,
// from 16 bytes of random.
func NewID(random io.Reader) (string, error) {
	var u [16]byte
	if _, err := io.ReadFull(random, u[:]); err != nil {
		return "", fmt.Errorf("make a record id: %w", err)
	}
	u[6] = u[6]&0x0f | 0x40
	u[8] = u[8]&0x3f | 0x80
	s := hex.EncodeToString(u[:])
	return "<urn:uuid:" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:] + ">", nil
}
