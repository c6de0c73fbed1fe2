package archive_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/corpus/archive"
)

// badDisk is a disk whose n-th operation fails, as every later one does while
// it is full.
type badDisk struct {
	dir    string
	n      int // operations until it fails
	forget bool
}

func (d *badDisk) fail() error {
	if d.n--; d.n < 0 {
		return syscall.ENOSPC
	}
	return nil
}

func (d *badDisk) Create(name string) (archive.DiskFile, error) {
	if err := d.fail(); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY|os.O_APPEND, 0o644)
	return &badFile{f, d}, err
}

func (d *badDisk) Open(name string) (archive.DiskFile, error) {
	if err := d.fail(); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o644)
	return &badFile{f, d}, err
}

func (d *badDisk) Rename(from, to string) error {
	if err := d.fail(); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func (d *badDisk) Remove(name string) error   { return os.Remove(name) }
func (d *badDisk) MkdirAll(name string) error { return os.MkdirAll(name, 0o755) }
func (d *badDisk) SyncFolder(string) error    { return d.fail() }

type badFile struct {
	*os.File
	disk *badDisk
}

// Write writes half of the data when the disk is full.
func (f *badFile) Write(p []byte) (int, error) {
	if err := f.disk.fail(); err != nil {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, err
	}
	return f.File.Write(p)
}

func (f *badFile) Sync() error { return f.disk.fail() }

func (f *badFile) Truncate(size int64) error {
	if f.disk.forget {
		return errors.New("truncate fails too")
	}
	return f.File.Truncate(size)
}

// Whichever operation fails: the caller gets an error, and the archive holds
// exactly the exchanges whose writing was reported as done. Only where neither
// a sync nor the cutting of the file succeeds, the one in doubt may be there.
func TestDiskFullAndAFailingNthWrite(t *testing.T) {
	for _, forget := range []bool{false, true} {
		failures := 0
		for n := 0; ; n++ {
			dir := t.TempDir()
			filled(t, dir)
			done, err := addThree(dir, &badDisk{dir: dir, n: n, forget: forget})
			kept := valid(t, dir).Captures
			if doubt := forget && err != nil && kept == 5+done+1; !doubt {
				require.Equal(t, 5+done, kept, "operation %d", n)
			}
			w := writer(t, dir, options())
			require.Equal(t, kept, valid(t, dir).Captures, "operation %d", n)
			require.NoError(t, w.Close())
			if err == nil {
				require.Equal(t, 3, done)
				break
			}
			require.ErrorIs(t, err, syscall.ENOSPC, "operation %d", n)
			failures++
		}
		require.Greater(t, failures, 10)
	}
}

// addThree appends until something fails, and says how many were reported as
// done.
func addThree(dir string, disk archive.Disk) (int, error) {
	o := options()
	o.Disk = disk
	w, err := archive.NewWriter(dir, o)
	if err != nil {
		return 0, err
	}
	done := 0
	for i := range 3 {
		if _, err := w.Append(page(kil, fmt.Sprint("new", i), start.Add(time.Duration(10+i)*time.Hour))); err != nil {
			return done, errors.Join(err, w.Close())
		}
		done++
	}
	return done, w.Close()
}

// After a write that failed and was taken back the same writer goes on.
func TestAWriterGoesOnWhenThereIsRoomAgain(t *testing.T) {
	dir := t.TempDir()
	disk := &badDisk{dir: dir, n: 1 << 30}
	o := options()
	o.Disk = disk
	w := writer(t, dir, o)
	add(t, w, page(kil, "ett", start))
	disk.n = 0
	_, err := w.Append(page(kil, "två", start.Add(time.Hour)))
	require.ErrorIs(t, err, syscall.ENOSPC)
	disk.n = 1 << 30
	add(t, w, page(kil, "tre", start.Add(2*time.Hour)))
	require.NoError(t, w.Close())
	require.Equal(t, 2, valid(t, dir).Captures)
	_, err = os.Stat(filepath.Join(dir, "index.cdxj.tmp"))
	require.ErrorIs(t, err, os.ErrNotExist)
}
