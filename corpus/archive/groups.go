package archive

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// maxBlock is the most bytes of a block that are read into memory.
const maxBlock = 512 << 20

// Group is an exchange, or a note on one, as it is read back.
type Group struct {
	Ref
	Response []byte // HTTP message; of a revisit only its head
	Fields   warc.Header
	Note     bool // Fields are a note on the exchange of Ref.URL at Ref.At
}

// Role is what the address was to the fetcher.
func (g *Group) Role() string { return g.Fields.Get(roleField) }

// Groups yields all exchanges and notes that were written after a position, in
// the order of writing; the zero position is the beginning. A group that is
// being written, or was left half written, is not there.
func (a *Archive) Groups(after Position) iter.Seq2[*Group, error] {
	return func(yield func(*Group, error) bool) {
		for _, s := range a.segments {
			if s.Name < after.Segment {
				continue
			}
			from := int64(0)
			if s.Name == after.Segment {
				from = after.Offset
			}
			if from >= s.Bytes {
				continue
			}
			for g, err := range groups(a.dir, s, from) {
				if s.Open && errors.Is(err, io.ErrUnexpectedEOF) {
					break
				}
				if err == nil && g.URL == "" {
					continue
				}
				if !yield(g, err) || err != nil {
					return
				}
			}
		}
	}
}

// groups yields the groups of one segment from an offset on. The warcinfo
// record is a group without an address.
func groups(dir string, s Segment, from int64) iter.Seq2[*Group, error] {
	return func(yield func(*Group, error) bool) {
		f, err := openSegment(dir, s)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		r := warc.NewReader(io.NewSectionReader(f, from, s.Bytes-from), from)
		for {
			g, err := readGroup(r, s.Name)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", s.Name, err))
				return
			}
			if !yield(g, nil) {
				return
			}
		}
	}
}

// openSegment opens a segment, also when it was sealed since it was listed.
func openSegment(dir string, s Segment) (*os.File, error) {
	f, err := os.Open(s.path(dir))
	if errors.Is(err, os.ErrNotExist) {
		s.Open = !s.Open
		f, err = os.Open(s.path(dir))
	}
	if err != nil {
		return nil, fmt.Errorf("open a segment of the archive: %w", err)
	}
	return f, nil
}

// readGroup reads records up to the metadata or warcinfo record that ends a
// group.
func readGroup(r *warc.Reader, segment string) (*Group, error) {
	g := &Group{}
	for begun := false; ; begun = true {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) && begun {
			return nil, &warc.FormatError{Err: fmt.Errorf("a group without its metadata record: %w", io.ErrUnexpectedEOF)}
		}
		if err != nil {
			return nil, err
		}
		done, err := g.add(rec)
		if err != nil {
			return nil, err
		}
		length, err := r.Finish()
		if err != nil {
			return nil, err
		}
		if t := rec.Header.Type(); t == warc.Response || t == warc.Revisit {
			g.Line.Length, g.Line.Offset, g.Line.Filename = length, rec.Offset, segment
		}
		if done {
			g.Line.Role = g.Role()
			g.Position = Position{segment, rec.Offset + length}
			return g, nil
		}
	}
}

// add takes a record into the group and reports whether it ends it.
func (g *Group) add(rec *warc.Record) (bool, error) {
	kind := rec.Header.Type()
	if kind == warc.Request || kind == warc.Info {
		return kind == warc.Info, nil
	}
	block, err := rec.Block(maxBlock)
	if err != nil {
		return false, &warc.FormatError{Offset: rec.Offset, Err: err}
	}
	if g.URL == "" {
		g.URL, g.ID = rec.Header.TargetURI(), rec.Header.ID()
		if g.At, err = rec.Header.Date(); err != nil {
			return false, &warc.FormatError{Offset: rec.Offset, Err: err}
		}
	}
	switch kind {
	case warc.Response, warc.Revisit:
		g.Response = block
		g.Line, err = lineOf(rec.Header, block)
	case warc.Metadata:
		if g.Fields, err = warc.DecodeFields(block); err == nil {
			err = g.note()
		}
		return true, err
	}
	return false, err
}

// note recognises a group that is a note.
func (g *Group) note() error {
	about := g.Fields.Get(noteField)
	if about == "" {
		return nil
	}
	at, err := time.Parse(time.RFC3339Nano, about)
	if err != nil {
		return fmt.Errorf("note on %s: %q is no time", g.URL, about)
	}
	g.Note, g.At = true, at
	return nil
}

// lineOf is what the index says of a response or revisit, but for its place.
func lineOf(h warc.Header, block []byte) (cdxj.Line, error) {
	at, err := h.Date()
	if err != nil {
		return cdxj.Line{}, err
	}
	m, err := warc.ParseResponse(block)
	if err != nil {
		return cdxj.Line{}, fmt.Errorf("record %s: %w", h.ID(), err)
	}
	url := h.TargetURI()
	l := cdxj.Line{Key: cdxj.Key(url), Time: at.Truncate(time.Second), URL: url, Status: m.Status,
		Mime: m.MediaType(), Digest: h.Get("WARC-Payload-Digest")}
	if h.Type() == warc.Revisit {
		l.Mime = cdxj.RevisitMime
	}
	return l, nil
}
