package fetch_test

import (
	"os"
	"syscall"

	"github.com/lofte/lofte/corpus/archive"
)

// fullDisk is a disk that is full after some operations.
type fullDisk struct{ left int }

func (d *fullDisk) use() error {
	if d.left--; d.left < 0 {
		return syscall.ENOSPC
	}
	return nil
}

func (d *fullDisk) Create(name string) (archive.DiskFile, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o644)
	return &fullFile{f, d}, err
}

func (d *fullDisk) Open(name string) (archive.DiskFile, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o644)
	return &fullFile{f, d}, err
}

func (d *fullDisk) Rename(from, to string) error {
	if err := d.use(); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func (d *fullDisk) Remove(name string) error   { return os.Remove(name) }
func (d *fullDisk) MkdirAll(name string) error { return os.MkdirAll(name, 0o755) }
func (d *fullDisk) SyncFolder(string) error    { return nil }

type fullFile struct {
	*os.File
	disk *fullDisk
}

func (f *fullFile) Write(p []byte) (int, error) {
	if err := f.disk.use(); err != nil {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, err
	}
	return f.File.Write(p)
}
