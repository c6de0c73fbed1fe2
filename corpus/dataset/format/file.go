package format

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// file is a new file with a buffer before it.
type file struct {
	*bufio.Writer
	f *os.File
}

func createFile(path string) (*file, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, fmt.Errorf("make a folder of the dataset: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, fmt.Errorf("begin a file of the dataset: %w", err)
	}
	return &file{bufio.NewWriter(f), f}, nil
}

func (f *file) Close() error { return errors.Join(f.Flush(), f.f.Close()) }

func closeAll(files []*file) error {
	errs := make([]error, 0, len(files))
	for _, f := range files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}
