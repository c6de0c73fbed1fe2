package nightly

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// writer writes records and index of a night, in the order of addresses. As
// long as it is given only what the night before has, without a gap, it writes
// nothing; when that is all, the files are taken over as they are.
type writer struct {
	dir            string
	old            night
	kept           int   // entries of the old night, from its first on
	bytes          int64 // of their records
	records, index *output
	source         *os.File // the old records, once something is written
}

// output is a file that is being written.
type output struct {
	file *os.File
	*bufio.Writer
	size int64
}

func createOutput(dir, name string) (*output, error) {
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	return &output{file: f, Writer: bufio.NewWriter(f)}, nil
}

func (o *output) put(line []byte) error {
	n, err := o.Write(line)
	o.size += int64(n)
	return err
}

func (o *output) close() error { return errors.Join(o.Flush(), o.file.Sync(), o.file.Close()) }

// keep takes an entry over from the old night.
func (w *writer) keep(e *entry) error {
	if w.records == nil && e.Offset == w.bytes {
		w.kept++
		w.bytes += e.Length
		return nil
	}
	if err := w.begin(); err != nil {
		return err
	}
	return w.copy(e)
}

// write adds a new record.
func (w *writer) write(e *entry, line []byte) error {
	if err := w.begin(); err != nil {
		return err
	}
	e.Offset, e.Length = w.records.size, int64(len(line))
	if err := w.records.put(line); err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	return w.list(e)
}

func (w *writer) list(e *entry) error {
	line, err := encoded(e)
	if err == nil {
		err = w.index.put(line)
	}
	if err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	return nil
}

// copy copies a record of the old night.
func (w *writer) copy(e *entry) error {
	part := io.NewSectionReader(w.source, e.Offset, e.Length)
	moved := *e
	moved.Offset = w.records.size
	n, err := io.Copy(w.records.Writer, part)
	w.records.size += n
	if err == nil && n < e.Length {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return fmt.Errorf("take over the record of %s: %w", e.URL, err)
	}
	return w.list(&moved)
}

// begin starts to write, with what was kept so far.
func (w *writer) begin() error {
	if w.records != nil {
		return nil
	}
	var err error
	if w.records, err = createOutput(w.dir, RecordsFile); err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	if w.index, err = createOutput(w.dir, indexFile); err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	if w.old.dir == "" {
		return nil
	}
	if w.source, err = os.Open(filepath.Join(w.old.dir, RecordsFile)); err != nil {
		return fmt.Errorf("open the night before: %w", err)
	}
	left := w.kept
	for e, err := range w.old.entries() {
		if err != nil {
			return err
		}
		if left == 0 {
			break
		}
		left--
		if err := w.copy(e); err != nil {
			return err
		}
	}
	return nil
}

// close ends the files. total is how many entries the old night has.
func (w *writer) close(total int) error {
	if w.records == nil && w.old.dir != "" && w.kept == total {
		return errors.Join(takeOver(w.old.dir, w.dir, RecordsFile), takeOver(w.old.dir, w.dir, indexFile))
	}
	if err := w.begin(); err != nil {
		return err
	}
	if err := errors.Join(w.records.close(), w.index.close()); err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	return nil
}

// abandon closes what is open, whatever was written.
func (w *writer) abandon() {
	if w.records != nil {
		_ = w.records.file.Close()
	}
	if w.index != nil {
		_ = w.index.file.Close()
	}
	if w.source != nil {
		_ = w.source.Close()
	}
}
