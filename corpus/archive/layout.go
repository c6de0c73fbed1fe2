package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
)

const (
	segmentFolder = "warc"
	indexName     = "index.cdxj"
	sealedSuffix  = ".warc.gz"
	openSuffix    = ".open"
	tempSuffix    = ".tmp"
	segmentPrefix = "lofte-"
)

// Segment is one WARC file of an archive.
type Segment struct {
	Name  string // without folder and without ".open"
	Bytes int64
	Open  bool // still being written, or left so
}

func (s Segment) path(dir string) string {
	name := s.Name
	if s.Open {
		name += openSuffix
	}
	return filepath.Join(dir, segmentFolder, name)
}

// serial is the running number in a segment's name, 0 for names of others.
func (s Segment) serial() int {
	var n int
	if _, err := fmt.Sscanf(strings.TrimPrefix(s.Name, segmentPrefix), "%d-", &n); err != nil {
		return 0
	}
	return n
}

func segmentName(serial int, at time.Time) string {
	return fmt.Sprintf("%s%06d-%s%s", segmentPrefix, serial, cdxj.Stamp(at), sealedSuffix)
}

// segments lists the segments of an archive in the order of their names, which
// is that of writing. A folder that is not there has none.
func segments(dir string) ([]Segment, error) {
	entries, err := os.ReadDir(filepath.Join(dir, segmentFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list the archive: %w", err)
	}
	var out []Segment
	for _, e := range entries {
		name, open := strings.CutSuffix(e.Name(), openSuffix)
		if !strings.HasPrefix(name, segmentPrefix) || !strings.HasSuffix(name, sealedSuffix) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, fmt.Errorf("list the archive: %w", err)
		}
		out = append(out, Segment{Name: name, Bytes: info.Size(), Open: open})
	}
	slices.SortFunc(out, func(a, b Segment) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}
