package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/lofte/lofte/corpus"
	"github.com/lofte/lofte/model"
)

// output takes the records of a run. close makes what was written final,
// discard takes back what is not; after close it does nothing.
type output interface {
	write(*model.Record) error
	close() error
	discard()
}

// openOutput opens what the flags -o and --format name.
func openOutput(path, format string, stdout io.Writer) (output, error) {
	if format != "jsonl" && format != "json" {
		return nil, usagef("unknown --format %q; it is jsonl or json", format)
	}
	info, err := os.Stat(path)
	if strings.HasSuffix(path, "/") || (err == nil && info.IsDir()) {
		return openFolder(path)
	}
	var to target = stream{stdout}
	if path != "-" {
		if to, err = createFile(path); err != nil {
			return nil, err
		}
	}
	w := bufio.NewWriter(to)
	if format == "json" {
		return &array{to: to, w: w}, nil
	}
	return &lines{to: to, w: w}, nil
}

// indent is the indentation of JSON that people read.
const indent = "  "

// lines writes JSONL, each record as soon as it is there.
type lines struct {
	to target
	w  *bufio.Writer
}

func (l *lines) write(r *model.Record) error {
	if err := corpus.Encode(l.w, r, ""); err != nil {
		return err
	}
	return l.w.Flush()
}

func (l *lines) close() error { return l.to.commit() }
func (l *lines) discard()     { l.to.discard() }

// array writes one JSON array.
type array struct {
	to target
	w  *bufio.Writer
	n  int
}

func (a *array) write(r *model.Record) error {
	separator := ",\n"
	if a.n == 0 {
		separator = "[\n"
	}
	a.n++
	if _, err := a.w.WriteString(separator); err != nil {
		return err
	}
	return corpus.Encode(a.w, r, indent)
}

func (a *array) close() error {
	closing := "]\n"
	if a.n == 0 {
		closing = "[]\n"
	}
	if _, err := a.w.WriteString(closing); err != nil {
		return err
	}
	if err := a.w.Flush(); err != nil {
		return err
	}
	return a.to.commit()
}

func (a *array) discard() { a.to.discard() }

// folder writes a file for each record, named after its document. Documents of
// the same name in different folders get a number.
type folder struct {
	path string
	used map[string]int
}

func openFolder(path string) (output, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, fmt.Errorf("make the folder for the records: %w", err)
	}
	return &folder{path: path, used: map[string]int{}}, nil
}

func (f *folder) write(r *model.Record) error {
	to, err := createFile(f.name(r.Source.URI))
	if err != nil {
		return err
	}
	defer to.discard()
	if err := corpus.Encode(to, r, indent); err != nil {
		return err
	}
	return to.commit()
}

func (f *folder) close() error { return nil }
func (f *folder) discard()     {}
