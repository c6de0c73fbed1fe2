package archive

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus/archive/cdxj"
)

// seal gives the open segment its final name and its captures to the index. A
// segment without an exchange is removed.
func (w *Writer) seal() error {
	if w.name == "" {
		return nil
	}
	if err := w.file.Close(); err != nil {
		return fmt.Errorf("seal %s: %w", w.name, err)
	}
	w.file = nil
	segment, lines, empty := Segment{Name: w.name, Bytes: w.size, Open: true}, w.lines, w.size == 0
	w.name, w.lines = "", nil
	if empty {
		return w.options.Disk.Remove(segment.path(w.dir))
	}
	return w.finish([]Segment{segment}, lines)
}

// finish makes segments part of the archive: the new index is written beside
// the old one, open segments get their names, then the index its own.
func (w *Writer) finish(added []Segment, lines []cdxj.Line) error {
	if len(added) == 0 {
		return nil
	}
	temp := filepath.Join(w.dir, indexName+tempSuffix)
	if err := w.writeIndex(temp, added, lines); err != nil {
		return err
	}
	disk := w.options.Disk
	for _, s := range added {
		if !s.Open {
			continue
		}
		if err := disk.Rename(s.path(w.dir), w.path(s.Name)); err != nil {
			return fmt.Errorf("seal %s: %w", s.Name, err)
		}
	}
	if err := disk.SyncFolder(filepath.Join(w.dir, segmentFolder)); err != nil {
		return fmt.Errorf("seal a segment: %w", err)
	}
	if err := disk.Rename(temp, filepath.Join(w.dir, indexName)); err != nil {
		return fmt.Errorf("put the index in place: %w", err)
	}
	return disk.SyncFolder(w.dir)
}

// writeIndex writes the present index together with new captures to a file of
// another name.
func (w *Writer) writeIndex(name string, added []Segment, lines []cdxj.Line) error {
	old, file, err := openIndex(w.dir)
	if err != nil {
		return err
	}
	defer file.Close()
	var meta []string
	for _, s := range added {
		meta = append(meta, indexed(s.Name))
	}
	out, err := w.options.Disk.Create(name)
	if err != nil {
		return fmt.Errorf("write the index: %w", err)
	}
	if err := settle(out, cdxj.Merge(out, old, meta, lines)); err != nil {
		return fmt.Errorf("write the index: %w", err)
	}
	return nil
}

// indexed is the line of the index that says that it covers a segment.
func indexed(segment string) string { return `segment {"filename":"` + segment + `"}` }

// openIndex opens the index; an archive without one has an empty index.
func openIndex(dir string) (*cdxj.File, io.Closer, error) {
	f, err := os.Open(filepath.Join(dir, indexName))
	if errors.Is(err, os.ErrNotExist) {
		return nil, io.NopCloser(nil), nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("open the index: %w", err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("open the index: %w", err)
	}
	return cdxj.NewFile(f, info.Size()), f, nil
}
