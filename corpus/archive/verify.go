package archive

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// Problem is one thing that is wrong with an archive.
type Problem struct {
	Segment string // "" for the index as a whole
	Offset  int64
	Err     error
}

func (p Problem) String() string {
	if p.Segment == "" {
		return p.Err.Error()
	}
	return fmt.Sprintf("%s at byte %d: %v", p.Segment, p.Offset, p.Err)
}

// Report is what a check of an archive found. Unfinished is the number of
// bytes after the last whole group of an open segment: what a kill cut short,
// or what is being written now. They are no problem.
type Report struct {
	Segments   int
	Records    int
	Captures   int // responses and revisits
	Bytes      int64
	Unfinished int64
	Problems   []Problem
}

// Verify reads every record of an archive, checks its fields, the digest of
// its block and of its payload, that revisits refer to something, and that the
// index says of each capture where it lies and of nothing else. The error is
// for what kept it from checking; what it found is in the report.
func Verify(dir string) (*Report, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	c := &check{archive: a}
	for _, s := range a.segments {
		if err := c.segment(s); err != nil {
			return nil, err
		}
	}
	return &c.report, c.index()
}

type check struct {
	archive *Archive
	report  Report
}

func (c *check) found(s Segment, offset int64, err error) {
	c.report.Problems = append(c.report.Problems, Problem{s.Name, offset, err})
}

func (c *check) segment(s Segment) error {
	c.report.Segments++
	c.report.Bytes += s.Bytes
	end := s.Bytes
	if s.Open {
		f, err := scan(c.archive.dir, s)
		if err != nil {
			return err
		}
		if f.err != nil && !errors.Is(f.err, io.ErrUnexpectedEOF) {
			c.found(s, f.end, f.err)
		}
		c.report.Unfinished += s.Bytes - f.end
		end = f.end
	}
	file, err := openSegment(c.archive.dir, s)
	if err != nil {
		return err
	}
	defer file.Close()
	r := warc.NewReader(io.NewSectionReader(file, 0, end), 0)
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = c.record(s, r, rec)
		}
		if err != nil {
			c.found(s, offsetOf(err), err)
			return nil
		}
	}
}

func offsetOf(err error) int64 {
	var bad *warc.FormatError
	if errors.As(err, &bad) {
		return bad.Offset
	}
	return 0
}

// record checks one record; the error is one of the file's format, after which
// nothing more can be read from it.
func (c *check) record(s Segment, r *warc.Reader, rec *warc.Record) error {
	c.report.Records++
	block, err := rec.Block(maxBlock)
	if err != nil {
		return &warc.FormatError{Offset: rec.Offset, Err: err}
	}
	length, err := r.Finish()
	if err != nil {
		return err
	}
	h := rec.Header
	for _, err := range []error{required(h), digest(h, "WARC-Block-Digest", block)} {
		if err != nil {
			c.found(s, rec.Offset, err)
		}
	}
	if t := h.Type(); t != warc.Response && t != warc.Revisit {
		return nil
	}
	c.report.Captures++
	if err := c.capture(h, block, cdxj.Line{Filename: s.Name, Offset: rec.Offset, Length: length}); err != nil {
		c.found(s, rec.Offset, err)
	}
	return nil
}

// required checks that the fields stand there that the standard asks for.
func required(h warc.Header) error {
	for _, name := range []string{"WARC-Type", "WARC-Record-ID", "WARC-Date", "WARC-Block-Digest"} {
		if h.Get(name) == "" {
			return fmt.Errorf("record without %s", name)
		}
	}
	_, err := h.Date()
	return err
}

func digest(h warc.Header, field string, data []byte) error {
	want := h.Get(field)
	if want == "" {
		return fmt.Errorf("record without %s", field)
	}
	ok, err := warc.CheckDigest(want, data)
	if err == nil && !ok {
		err = fmt.Errorf("%s is %s, the bytes have %s", field, want, warc.Digest(data))
	}
	return err
}

// capture checks a response's payload, or what a revisit refers to, and that
// the index has it at its place.
func (c *check) capture(h warc.Header, block []byte, place cdxj.Line) error {
	m, err := warc.ParseResponse(block)
	if err != nil {
		return err
	}
	if h.Type() == warc.Response {
		if err := digest(h, "WARC-Payload-Digest", m.Payload); err != nil {
			return err
		}
	}
	line, err := c.listed(h.TargetURI(), place)
	if err != nil {
		return err
	}
	if line.Status != m.Status || line.Digest != h.Get("WARC-Payload-Digest") {
		return fmt.Errorf("the index has status %d and digest %s", line.Status, line.Digest)
	}
	if line.Revisit() {
		_, err = c.archive.original(line)
	}
	if err == nil && m.Status == http.StatusNotModified && h.Type() != warc.Revisit {
		err = errors.New("a 304 that refers to nothing")
	}
	return err
}

// listed is the line of the index for a place.
func (c *check) listed(url string, place cdxj.Line) (cdxj.Line, error) {
	for l, err := range c.archive.Of(url) {
		if err != nil {
			return l, err
		}
		if l.Filename == place.Filename && l.Offset == place.Offset {
			if l.Length != place.Length {
				return l, fmt.Errorf("the index says %d bytes, the record takes %d", l.Length, place.Length)
			}
			return l, nil
		}
	}
	return cdxj.Line{}, fmt.Errorf("%s: the index does not have this capture", url)
}

// index checks that the index is in order and has no captures but those that
// were read.
func (c *check) index() error {
	lines := 0
	var last cdxj.Line
	for l, err := range c.archive.Captures("") {
		if err != nil {
			c.report.Problems = append(c.report.Problems, Problem{Err: err})
			return nil
		}
		lines++
		if byKeyAndTime(last, l) > 0 {
			c.report.Problems = append(c.report.Problems, Problem{Err: fmt.Errorf("the index is not sorted at %s", l.Key)})
		}
		last = l
	}
	if lines != c.report.Captures {
		c.report.Problems = append(c.report.Problems,
			Problem{Err: fmt.Errorf("the index has %d captures, the segments %d", lines, c.report.Captures)})
	}
	return nil
}
