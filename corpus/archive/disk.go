package archive

import (
	"io"
	"os"
)

// Disk is what a Writer changes files with. Its zero value in [Options] is the
// disk itself; a test puts one there that fails.
type Disk interface {
	// Create makes a file for writing; one that is there is emptied.
	Create(name string) (DiskFile, error)
	// Open opens a file that is there for appending and cutting off.
	Open(name string) (DiskFile, error)
	Rename(from, to string) error
	Remove(name string) error
	MkdirAll(name string) error
	// SyncFolder makes renames in a folder last.
	SyncFolder(name string) error
}

// DiskFile is a file that is being written.
type DiskFile interface {
	io.Writer
	Sync() error
	Truncate(size int64) error
	Close() error
}

type realDisk struct{}

func (realDisk) Create(name string) (DiskFile, error) {
	return os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o644)
}

func (realDisk) Open(name string) (DiskFile, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o644)
}

func (realDisk) Rename(from, to string) error { return os.Rename(from, to) }
func (realDisk) Remove(name string) error     { return os.Remove(name) }
func (realDisk) MkdirAll(name string) error   { return os.MkdirAll(name, 0o755) }

func (realDisk) SyncFolder(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// settle syncs and closes a file whose writing ended with err, and gives the
// first error of all.
func settle(f DiskFile, err error) error {
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
