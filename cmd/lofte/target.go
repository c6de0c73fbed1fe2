package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// target is a place that bytes go to. They count when commit has returned nil.
type target interface {
	io.Writer
	commit() error
	discard()
}

// stream is standard output: what is written is gone.
type stream struct{ io.Writer }

func (stream) commit() error { return nil }
func (stream) discard()      {}

// device is a file that is there already and is no regular one, such as
// /dev/null or a named pipe.
type device struct{ *os.File }

func (d device) commit() error { return d.Close() }
func (d device) discard()      { _ = d.Close() }

// file is written beside its final name and renamed to it when it is whole, so
// that nobody ever sees half of it.
type file struct {
	*os.File
	path string
	done bool
}

func createFile(path string) (target, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return device{f}, err
	}
	name := fmt.Sprintf("%s.%d.tmp", path, os.Getpid())
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return &file{File: f, path: path}, nil
}

func (f *file) commit() error {
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	if err := os.Rename(f.Name(), f.path); err != nil {
		return fmt.Errorf("write %s: %w", f.path, err)
	}
	f.done = true
	return nil
}

// discard removes what was written so far. There is nobody to tell when even
// that fails.
func (f *file) discard() {
	if f.done {
		return
	}
	_ = f.Close()
	_ = os.Remove(f.Name())
}
