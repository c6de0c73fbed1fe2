package dataset

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/dataset/correct"
	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/model"
)

// MemoryLimit is a limit in bytes for [runtime/debug.SetMemoryLimit] under which
// Build works well. What has to be kept of each document and of each page of a
// Parquet file is little, but the garbage collector lets the heap grow to twice
// of it where there is no limit.
const MemoryLimit = 64 << 20

// Build makes the dataset of the records in the folder dir. The folder may be
// there if it is empty. When Build fails, nothing is left.
func Build(dir string, records iter.Seq2[*model.Record, error], o Options) (Summary, error) {
	if err := vacant(dir); err != nil {
		return Summary{}, err
	}
	dir = filepath.Clean(dir)
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return Summary{}, fmt.Errorf("make the folder for the dataset: %w", err)
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-*")
	if err != nil {
		return Summary{}, fmt.Errorf("make the folder for the dataset: %w", err)
	}
	defer os.RemoveAll(work)
	summary, err := build(work, records, o)
	if err != nil {
		return Summary{}, err
	}
	return summary, publish(work, dir)
}

// folderMode lets others read the dataset; the folder was made for us alone.
const folderMode = 0o755

// publish gives the whole dataset its name.
func publish(work, dir string) error {
	if err := os.Chmod(work, folderMode); err != nil {
		return fmt.Errorf("put the dataset in place: %w", err)
	}
	if err := os.Rename(work, dir); err != nil {
		return fmt.Errorf("put the dataset in place: %w", err)
	}
	return nil
}

// vacant is an error if the folder has something in it.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look into the folder for the dataset: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("write the dataset: %s is not empty; a dataset does not change, so name a new folder", dir)
	}
	return nil
}

func build(dir string, records iter.Seq2[*model.Record, error], o Options) (Summary, error) {
	out, err := format.Create(dir)
	if err != nil {
		return Summary{}, err
	}
	b := &builder{sink: newSink(out), options: o, corrections: correct.NewSet(o.Corrections), seen: map[uint64]first{}}
	if err := errors.Join(b.all(records), out.Close()); err != nil {
		return Summary{}, err
	}
	return b.describe(dir)
}

// describe writes what belongs around the tables.
func (b *builder) describe(dir string) (Summary, error) {
	hash, err := contentHash(dir)
	if err != nil {
		return Summary{}, err
	}
	s := b.summary
	if s.Version, err = nextVersion(b.options.Previous, dir); err != nil {
		return Summary{}, err
	}
	s.ContentHash = hash
	for i, t := range b.sink.tables {
		s.Rows = append(s.Rows, Rows{t.Name, b.sink.profile.Rows(i)})
	}
	a := b.options.About
	a.Version, a.ContentHash, a.WithNames = s.Version, hash, b.options.WithNames
	return s, about.Write(dir, a, b.sink.profile)
}
