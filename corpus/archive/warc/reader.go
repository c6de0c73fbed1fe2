package warc

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Record is one record of a file. Reading from it yields its block.
type Record struct {
	Header Header
	Offset int64 // of its first byte in the file; -1 inside one long gzip stream
	block  io.LimitedReader
}

// Read reads from the record's block.
func (r *Record) Read(p []byte) (int, error) {
	n, err := r.block.Read(p)
	if errors.Is(err, io.EOF) && r.block.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// Block reads the whole block, at most limit bytes. A longer one is an error.
func (r *Record) Block(limit int64) ([]byte, error) {
	if r.block.N > limit {
		return nil, fmt.Errorf("record %s: block of %d bytes is over the limit of %d", r.Header.ID(), r.block.N, limit)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("record %s: read block: %w", r.Header.ID(), err)
	}
	return data, nil
}

// FormatError says where a file is no WARC file. Offset is where the record
// begins that could not be read. When the file just ends too early, Err is
// io.ErrUnexpectedEOF.
type FormatError struct {
	Offset int64
	Err    error
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("WARC record at byte %d: %v", e.Offset, e.Err)
}

// Unwrap gives what was wrong.
func (e *FormatError) Unwrap() error { return e.Err }

// Reader reads the records of a file one after the other.
type Reader struct {
	in      counter
	zip     *gzip.Reader
	plain   *bufio.Reader // decompressed, or the file itself
	current *Record
	start   int64
	inside  bool // of a gzip member that may hold another record
	packed  bool // several records to a gzip member
}

// NewReader returns a reader of a WARC file, compressed or not. An offset that
// is not 0 is added to the places it reports, for a file read from its middle.
func NewReader(r io.Reader, offset int64) *Reader {
	return &Reader{in: counter{r: bufio.NewReaderSize(r, 64<<10), n: offset}}
}

// Next goes to the next record. At the end it returns io.EOF; what cannot be
// read is a *FormatError.
func (r *Reader) Next() (*Record, error) {
	if _, err := r.Finish(); err != nil {
		return nil, err
	}
	if !r.inside {
		r.start = r.in.n
		if err := r.open(); err != nil {
			return nil, r.failed(err)
		}
	}
	h, err := readHeader(r.plain)
	if err != nil {
		return nil, r.failed(err)
	}
	n, err := h.length()
	if err != nil {
		return nil, r.failed(err)
	}
	r.current = &Record{Header: h, Offset: r.start, block: io.LimitedReader{R: r.plain, N: n}}
	if r.packed {
		r.current.Offset = -1
	}
	return r.current, nil
}

func (r *Reader) failed(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return &FormatError{r.start, err}
}

// open begins a gzip member, or the plain file.
func (r *Reader) open() error {
	magic, err := r.in.r.Peek(2)
	if len(magic) == 0 {
		return err
	}
	if len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		r.zip = nil
		if r.plain == nil {
			r.plain = bufio.NewReader(nil)
		}
		r.plain.Reset(&r.in)
		r.inside = true
		r.packed = false
		return nil
	}
	if r.zip == nil {
		r.zip = new(gzip.Reader)
		r.plain = bufio.NewReader(nil)
	}
	if err := r.zip.Reset(&r.in); err != nil {
		return tooShort(err)
	}
	r.zip.Multistream(false)
	r.plain.Reset(r.zip)
	return nil
}

// tooShort makes the end of the input inside a record an unexpected one.
func tooShort(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// Finish reads the current record to its end and returns how many bytes it
// takes in the file, 0 where records do not begin at places of their own.
func (r *Reader) Finish() (int64, error) {
	if r.current == nil {
		return 0, nil
	}
	rec := r.current
	r.current = nil
	if _, err := io.Copy(io.Discard, rec); err != nil {
		return 0, &FormatError{r.start, err}
	}
	if err := r.endOfRecord(); err != nil {
		return 0, &FormatError{r.start, err}
	}
	if r.packed {
		return 0, nil
	}
	return r.position() - rec.Offset, nil
}

// endOfRecord reads the two line breaks after a block, and finds out whether
// the gzip member ends there too.
func (r *Reader) endOfRecord() error {
	for i := range 4 {
		c, err := r.plain.ReadByte()
		if errors.Is(err, io.EOF) && r.zip != nil {
			r.inside = false
			return nil // a writer that leaves them out
		}
		if err != nil {
			return tooShort(err)
		}
		if c != "\r\n\r\n"[i] {
			return fmt.Errorf("the block does not end where Content-Length says")
		}
	}
	if r.zip == nil {
		r.start = r.position()
		return nil
	}
	_, err := r.plain.Peek(1)
	if errors.Is(err, io.EOF) {
		r.inside = false
		return nil
	}
	if err != nil {
		return err
	}
	r.inside, r.packed = true, true
	return nil
}

// position is the place in the file of the next byte to be read.
func (r *Reader) position() int64 {
	if r.zip == nil && r.plain != nil {
		return r.in.n - int64(r.plain.Buffered())
	}
	return r.in.n
}

// counter counts what is read. Being an io.ByteReader it keeps the gzip reader
// from reading beyond a member's end.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}
