package fetch

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Holder is who holds the lock of a data folder.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Started time.Time `json:"started"`
}

// LockedError says that another run is under way in the folder.
type LockedError struct {
	Dir    string
	Holder Holder
}

func (e *LockedError) Error() string {
	return fmt.Sprintf("%s is in use by process %d on %s since %s; wait for it or end it",
		e.Dir, e.Holder.PID, e.Holder.Host, e.Holder.Started.Format(time.RFC3339))
}

// Lock takes the lock of a data folder, and makes the folder where it is not
// there. The lock ends with the process at the latest, so that a dead holder's
// is free; the text in the file is only for whoever asks who holds it.
func Lock(dir string, now time.Time) (unlock func() error, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	path := filepath.Join(dir, "lock")
	f, err := acquire(path)
	if errors.Is(err, errHeld) {
		return nil, &LockedError{dir, holderOf(path)}
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	host, err := os.Hostname()
	if err != nil {
		host = "an unknown host"
	}
	text, err := json.Marshal(Holder{os.Getpid(), host, now.UTC()})
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(text, 0)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", dir, err), release(f))
	}
	return func() error { return release(f) }, nil
}

var errHeld = errors.New("held by another")

func holderOf(path string) Holder {
	var h Holder
	if text, err := os.ReadFile(path); err == nil {
		_ = json.Unmarshal(text, &h) // a holder that has not signed yet stays unnamed
	}
	return h
}
