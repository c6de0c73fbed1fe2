package archive

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// ErrNotFound says that the archive has no such capture.
var ErrNotFound = errors.New("not in the archive")

// Archive is an archive opened for reading. It sees what was there when it was
// opened.
type Archive struct {
	dir      string
	segments []Segment
	index    *cdxj.File
	file     io.Closer
	rest     []cdxj.Line // of segments that the index does not cover, sorted
}

// Open opens the archive in a folder for reading; a folder without one gives
// an empty archive. Segments that are not in the index yet are read through.
func Open(dir string) (*Archive, error) {
	all, err := segments(dir)
	if err != nil {
		return nil, err
	}
	a := &Archive{dir: dir, segments: all}
	if a.index, a.file, err = openIndex(dir); err != nil {
		return nil, err
	}
	missing, err := unindexed(dir, all)
	if err != nil {
		return nil, errors.Join(err, a.file.Close())
	}
	for _, s := range missing {
		f, err := scan(dir, s)
		if err != nil {
			return nil, errors.Join(err, a.file.Close())
		}
		a.rest = append(a.rest, f.lines...)
	}
	slices.SortStableFunc(a.rest, byKeyAndTime)
	return a, nil
}

func byKeyAndTime(a, b cdxj.Line) int {
	if c := strings.Compare(a.Key, b.Key); c != 0 {
		return c
	}
	return a.Time.Compare(b.Time)
}

// Close closes the archive.
func (a *Archive) Close() error { return a.file.Close() }

// Segments are the files of the archive in the order of writing.
func (a *Archive) Segments() []Segment { return a.segments }

// Captures yields the captures in the order of their keys and times, from the
// first whose key is not before prefix.
func (a *Archive) Captures(prefix string) iter.Seq2[cdxj.Line, error] {
	return func(yield func(cdxj.Line, error) bool) {
		at, _ := slices.BinarySearchFunc(a.rest, prefix, func(l cdxj.Line, p string) int {
			return strings.Compare(l.Key+" ", p)
		})
		rest := a.rest[at:]
		if a.index != nil {
			for l, err := range a.index.From(prefix) {
				for err == nil && len(rest) > 0 && byKeyAndTime(rest[0], l) < 0 {
					if !yield(rest[0], nil) {
						return
					}
					rest = rest[1:]
				}
				if !yield(l, err) || err != nil {
					return
				}
			}
		}
		for _, l := range rest {
			if !yield(l, nil) {
				return
			}
		}
	}
}

// Of yields the captures of one address in the order of time.
func (a *Archive) Of(url string) iter.Seq2[cdxj.Line, error] {
	return func(yield func(cdxj.Line, error) bool) {
		key := cdxj.Key(url)
		for l, err := range a.Captures(key + " ") {
			if err == nil && l.Key != key {
				return
			}
			if err == nil && l.URL != url {
				continue
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}

// Lookup finds the last capture of an address that is not after a time.
// Without one the error is ErrNotFound.
func (a *Archive) Lookup(url string, at time.Time) (cdxj.Line, error) {
	var last cdxj.Line
	for l, err := range a.Of(url) {
		if err != nil {
			return last, err
		}
		if l.Time.After(at) {
			break
		}
		last = l
	}
	if last.Filename == "" {
		return last, fmt.Errorf("%s at %s: %w", url, at.UTC().Format(time.RFC3339), ErrNotFound)
	}
	return last, nil
}

// Message reads the HTTP response of a capture. For a revisit it is the
// response that it refers to.
func (a *Archive) Message(l cdxj.Line) (*warc.Message, error) {
	l, err := a.original(l)
	if err != nil {
		return nil, err
	}
	header, block, err := a.record(l)
	if err != nil {
		return nil, err
	}
	if t := header.Type(); t != warc.Response {
		return nil, fmt.Errorf("%s at byte %d: a %s record where a response should be; make the index anew", l.Filename, l.Offset, t)
	}
	return warc.ParseResponse(block)
}

// original follows a revisit to the response that it refers to.
func (a *Archive) original(l cdxj.Line) (cdxj.Line, error) {
	if !l.Revisit() {
		return l, nil
	}
	header, _, err := a.record(l)
	if err != nil {
		return l, err
	}
	at, err := time.Parse(time.RFC3339Nano, header.Get("WARC-Refers-To-Date"))
	if err != nil {
		return l, fmt.Errorf("revisit of %s: WARC-Refers-To-Date: %w", l.URL, err)
	}
	for o, err := range a.Of(header.RefersToURI()) {
		if err != nil {
			return l, err
		}
		if !o.Revisit() && o.Digest == l.Digest && o.Time.Equal(at.Truncate(time.Second)) {
			return o, nil
		}
	}
	return l, fmt.Errorf("revisit of %s at %s: what it refers to: %w", l.URL, cdxj.Stamp(l.Time), ErrNotFound)
}

// record reads the record at a capture's place.
func (a *Archive) record(l cdxj.Line) (warc.Header, []byte, error) {
	s, ok := a.segment(l.Filename)
	if !ok {
		return nil, nil, fmt.Errorf("the index names %s: %w", l.Filename, ErrNotFound)
	}
	f, err := openSegment(a.dir, s)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	rec, err := warc.NewReader(io.NewSectionReader(f, l.Offset, l.Length), l.Offset).Next()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", l.Filename, err)
	}
	block, err := rec.Block(maxBlock)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", l.Filename, err)
	}
	return rec.Header, block, nil
}

func (a *Archive) segment(name string) (Segment, bool) {
	i, ok := slices.BinarySearchFunc(a.segments, name, func(s Segment, n string) int { return strings.Compare(s.Name, n) })
	if !ok {
		return Segment{}, false
	}
	return a.segments[i], true
}
