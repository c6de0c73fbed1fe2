package archive

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus/archive/cdxj"
)

// recover brings in order what a killed writer left: open segments are cut
// after their last whole group and sealed, segments that the index does not
// have are put into it.
func (w *Writer) recover() error {
	temp := filepath.Join(w.dir, indexName+tempSuffix)
	if err := w.options.Disk.Remove(temp); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("remove a half written index: %w", err)
	}
	all, err := segments(w.dir)
	if err != nil {
		return err
	}
	for _, s := range all {
		w.serial = max(w.serial, s.serial())
	}
	missing, err := unindexed(w.dir, all)
	if err != nil {
		return err
	}
	var added []Segment
	var lines []cdxj.Line
	for _, s := range missing {
		found, err := scan(w.dir, s)
		if err != nil {
			return err
		}
		kept, err := w.cut(s, found)
		if err != nil {
			return err
		}
		if kept {
			added, lines = append(added, s), append(lines, found.lines...)
		}
	}
	return w.finish(added, lines)
}

// unindexed are the segments that the index does not cover.
func unindexed(dir string, all []Segment) ([]Segment, error) {
	index, file, err := openIndex(dir)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	covered := map[string]bool{}
	if index != nil {
		for meta, err := range index.Meta() {
			if err != nil {
				return nil, fmt.Errorf("read the index of %s: %w", dir, err)
			}
			covered[meta] = true
		}
	}
	var out []Segment
	for _, s := range all {
		if s.Open || !covered[indexed(s.Name)] {
			out = append(out, s)
		}
	}
	return out, nil
}

// found is what a scan of one segment gives.
type found struct {
	lines []cdxj.Line
	end   int64 // after the last whole group
	err   error // why the scan ended before the file did
}

// scan reads a segment to learn its captures. What is torn or damaged ends the
// scan and is told in the result.
func scan(dir string, s Segment) (found, error) {
	var out found
	for g, err := range groups(dir, s, 0) {
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			return out, err
		}
		if err != nil {
			out.err = err
			break
		}
		if g.Line.Filename != "" {
			out.lines = append(out.lines, g.Line)
		}
		out.end = g.Position.Offset
	}
	return out, nil
}

// cut takes off what follows the last whole group of an open segment. It
// reports whether anything is left. A sealed segment is never changed.
func (w *Writer) cut(s Segment, f found) (bool, error) {
	if !s.Open {
		if f.err != nil {
			return false, fmt.Errorf("%s is sealed and damaged; 'lofte archive verify' says where: %w", s.Name, f.err)
		}
		return true, nil
	}
	if f.end == s.Bytes {
		return true, nil
	}
	if f.err != nil && !errors.Is(f.err, io.ErrUnexpectedEOF) {
		if err := w.putAside(s, f.end); err != nil {
			return false, err
		}
	}
	if f.end == 0 {
		return false, w.options.Disk.Remove(s.path(w.dir))
	}
	file, err := w.options.Disk.Open(s.path(w.dir))
	if err != nil {
		return false, fmt.Errorf("cut %s: %w", s.Name, err)
	}
	if err := settle(file, file.Truncate(f.end)); err != nil {
		return false, fmt.Errorf("cut %s: %w", s.Name, err)
	}
	return true, nil
}

// putAside keeps bytes that are damaged, and not just a group that was cut
// short, in a file of their own.
func (w *Writer) putAside(s Segment, from int64) error {
	in, err := os.Open(s.path(w.dir))
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := w.options.Disk.Create(filepath.Join(w.dir, segmentFolder, s.Name+".damaged"))
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.NewSectionReader(in, from, s.Bytes-from))
	if err = settle(out, err); err != nil {
		return fmt.Errorf("put the damaged end of %s aside: %w", s.Name, err)
	}
	return nil
}
