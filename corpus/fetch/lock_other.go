//go:build !unix

package fetch

import (
	"errors"
	"os"
)

// acquire makes the file anew. A file that a running process has open cannot
// be removed on these systems; one that a dead process left can.
func acquire(path string) (*os.File, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, errHeld
	}
	return os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
}

// release frees the lock.
func release(f *os.File) error { return f.Close() }
