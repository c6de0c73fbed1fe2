package nightly

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Names in a data folder.
const (
	nightsFolder = "nights"
	Published    = "published" // link to the night whose records hold
	Latest       = "latest"    // link to the last night
)

// Names in the folder of a night.
const (
	RecordsFile  = "records.jsonl"
	HistoryFile  = "history.jsonl"
	indexFile    = "index.jsonl"
	ReportFile   = "report.json"
	MarkdownFile = "report.md"
	FeedFile     = "changes.atom"
	MetricsFile  = "metrics.prom"
)

// keptNights is how many nights stay on the disk.
const keptNights = 30

// draftPrefix is before the name of a night that is being written.
const draftPrefix = ".draft-"

// folder is the part of a data folder that belongs to this package.
type folder string

func (f folder) nights() string { return filepath.Join(string(f), nightsFolder) }

// night is the folder that a link points to, "" where there is none.
func (f folder) night(link string) (string, error) {
	to, err := os.Readlink(filepath.Join(string(f), link))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("find the %s night: %w", link, err)
	}
	return filepath.Join(string(f), to), nil
}

// point makes a link lead to a night, in one step.
func (f folder) point(link, name string) error {
	temp := filepath.Join(string(f), "."+link+".tmp")
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("make %s: %w", link, err)
	}
	err := os.Symlink(filepath.Join(nightsFolder, name), temp)
	if err == nil {
		err = os.Rename(temp, filepath.Join(string(f), link))
	}
	if err == nil {
		err = syncFolder(string(f))
	}
	if err != nil {
		return fmt.Errorf("make %s: %w", link, err)
	}
	return nil
}

// draft makes the folder of a night that is being written, and takes away what
// a killed run left of one.
func (f folder) draft(at time.Time) (name, dir string, err error) {
	left, err := filepath.Glob(filepath.Join(f.nights(), draftPrefix+"*"))
	for _, path := range left {
		err = errors.Join(err, os.RemoveAll(path))
	}
	if err != nil {
		return "", "", fmt.Errorf("clear away what was left: %w", err)
	}
	stamp := at.Format("20060102T150405.000Z")
	name = stamp
	for n := 2; exists(filepath.Join(f.nights(), name)); n++ {
		name = fmt.Sprintf("%s-%02d", stamp, n)
	}
	dir = filepath.Join(f.nights(), draftPrefix+name)
	if err := os.Mkdir(dir, 0o755); err != nil {
		return "", "", fmt.Errorf("begin a night: %w", err)
	}
	return name, dir, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// settle gives a night that is written its name.
func (f folder) settle(name, draft string) error {
	err := syncFolder(draft)
	if err == nil {
		err = os.Rename(draft, filepath.Join(f.nights(), name))
	}
	if err == nil {
		err = syncFolder(f.nights())
	}
	if err != nil {
		return fmt.Errorf("end the night %s: %w", name, err)
	}
	return nil
}

// prune removes the oldest nights, but for those that a link leads to.
func (f folder) prune() error {
	entries, err := os.ReadDir(f.nights())
	if err != nil {
		return fmt.Errorf("remove old nights: %w", err)
	}
	linked := map[string]bool{}
	for _, link := range []string{Published, Latest} {
		dir, err := f.night(link)
		if err != nil {
			return err
		}
		linked[filepath.Base(dir)] = true
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() || strings.HasPrefix(e.Name(), ".") })
	for i := 0; i < len(entries)-keptNights; i++ {
		if name := entries[i].Name(); !linked[name] {
			err = errors.Join(err, os.RemoveAll(filepath.Join(f.nights(), name)))
		}
	}
	return err
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// writeFile writes a file of a night and syncs it.
func writeFile(dir, name string, data []byte) error {
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write the night: %w", err)
	}
	return nil
}

// takeOver makes a file of an earlier night one of this, too: nights never
// change once they have their name.
func takeOver(from, to, name string) error {
	source, target := filepath.Join(from, name), filepath.Join(to, name)
	if err := os.Link(source, target); err == nil {
		return nil
	}
	data, err := os.ReadFile(source)
	if err != nil {
		return fmt.Errorf("take over from the night before: %w", err)
	}
	return writeFile(to, name, data)
}
