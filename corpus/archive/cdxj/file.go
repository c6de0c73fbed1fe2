package cdxj

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// File is a sorted index that is read where it lies.
type File struct {
	r    io.ReaderAt
	size int64
}

// NewFile returns the index of size bytes in r.
func NewFile(r io.ReaderAt, size int64) *File { return &File{r, size} }

// maxLine is the most bytes that a line of an index may take.
const maxLine = 1 << 20

// From yields the lines from the first that is not before prefix, in order.
func (f *File) From(prefix string) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		at, err := f.search(prefix)
		if err != nil {
			yield(Line{}, err)
			return
		}
		for text, err := range f.lines(at) {
			if err == nil && (strings.HasPrefix(text, "!") || text < prefix) {
				continue
			}
			var l Line
			if err == nil {
				l, err = Parse(text)
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}

// Meta yields what stands behind the exclamation marks.
func (f *File) Meta() iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for text, err := range f.lines(0) {
			if err == nil && !strings.HasPrefix(text, "!") {
				return
			}
			if !yield(strings.TrimPrefix(text, "!"), err) || err != nil {
				return
			}
		}
	}
}

// search finds the start of a line at or before the first one that is not
// before prefix.
func (f *File) search(prefix string) (int64, error) {
	low, high := int64(0), f.size // low is always the start of a line
	for high-low > 4096 {
		middle := (low + high) / 2
		start, text, err := f.lineAfter(middle)
		if err != nil {
			return 0, err
		}
		if text == "" || start >= high || text >= prefix {
			high = middle
			continue
		}
		low = start
	}
	return low, nil
}

// lineAfter gives the first whole line that begins after a place.
func (f *File) lineAfter(at int64) (int64, string, error) {
	r := bufio.NewReaderSize(io.NewSectionReader(f.r, at, f.size-at), 1024)
	skipped, err := readLine(r)
	if err != nil {
		return f.size, "", ignoreEnd(err)
	}
	text, err := readLine(r)
	return at + int64(len(skipped)) + 1, text, ignoreEnd(err)
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func readLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if err == nil {
			return string(line[:len(line)-1]), nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return string(line), err
		}
		if len(line) > maxLine {
			return "", fmt.Errorf("read the index: line over %d bytes", maxLine)
		}
	}
}

// lines yields the lines from the start of one on. A last line without a line
// break is an error: the index was cut off.
func (f *File) lines(at int64) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		r := bufio.NewReaderSize(io.NewSectionReader(f.r, at, f.size-at), 32<<10)
		for {
			text, err := readLine(r)
			if errors.Is(err, io.EOF) {
				if text != "" {
					yield("", fmt.Errorf("read the index: its last line is cut off: %.60q", text))
				}
				return
			}
			if !yield(text, err) || err != nil {
				return
			}
		}
	}
}
