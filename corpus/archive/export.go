package archive

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// municipalityField is the field of notes and metadata that holds the SCB code
// of a municipality that a document is of; there may be several.
const municipalityField = "municipality"

// Filter chooses captures. Empty fields choose all. Municipality is an SCB
// code: of the source, or of what a document turned out to be.
type Filter struct {
	From, To     time.Time // both included
	Host         string
	Municipality string
}

// Export writes the chosen captures as one WARC file: the records as they are,
// with the requests and notes that belong to them, and with the responses that
// chosen revisits refer to. It returns the number of captures.
func (a *Archive) Export(w io.Writer, f Filter, o Options) (int, error) {
	chosen, err := a.choose(f)
	if err != nil {
		return 0, err
	}
	info := &Writer{options: o.filled(), encoder: warc.NewEncoder(), name: "export" + sealedSuffix}
	head, err := info.info()
	if err != nil {
		return 0, err
	}
	if _, err := w.Write(head); err != nil {
		return 0, fmt.Errorf("export: %w", err)
	}
	n := 0
	for _, s := range a.segments {
		copied, err := a.copyGroups(w, s, chosen)
		n += copied
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// exchangeKey names the exchanges with an address in a second.
func exchangeKey(url string, at time.Time) string { return cdxj.Stamp(at) + " " + url }

// choose finds the exchanges to be exported.
func (a *Archive) choose(f Filter) (map[string]bool, error) {
	of, err := a.municipalities(f.Municipality)
	if err != nil {
		return nil, err
	}
	chosen := map[string]bool{}
	for g, err := range a.Groups(Position{}) {
		if err != nil {
			return nil, err
		}
		if g.Note || g.Line.Filename == "" || !f.Chooses(g.URL, g.At) || f.Municipality != "" && !of[g.URL] {
			continue
		}
		chosen[exchangeKey(g.URL, g.At)] = true
		if !g.Line.Revisit() {
			continue
		}
		header, _, err := a.record(g.Line)
		if err != nil {
			return nil, err
		}
		at, err := time.Parse(time.RFC3339Nano, header.Get("WARC-Refers-To-Date"))
		if err != nil {
			return nil, fmt.Errorf("revisit of %s: %w", g.URL, err)
		}
		chosen[exchangeKey(header.RefersToURI(), at)] = true
	}
	return chosen, nil
}

// municipalities are the addresses that belong to a municipality.
func (a *Archive) municipalities(code string) (map[string]bool, error) {
	of := map[string]bool{}
	if code == "" {
		return of, nil
	}
	for g, err := range a.Groups(Position{}) {
		if err != nil {
			return nil, err
		}
		if slices.Contains(g.Fields.Values(municipalityField), code) {
			of[g.URL] = true
		}
	}
	return of, nil
}

// Chooses reports whether a capture of an address at a time is one of those
// chosen, but for its municipality, which only its documents tell.
func (f Filter) Chooses(url string, at time.Time) bool {
	if !f.From.IsZero() && at.Before(f.From) || !f.To.IsZero() && at.After(f.To) {
		return false
	}
	return f.Host == "" || f.host(url)
}

// host reports whether an address is on the filter's host; "www." does not
// count.
func (f Filter) host(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.TrimPrefix(u.Hostname(), "www.") == strings.TrimPrefix(strings.ToLower(f.Host), "www.")
}

// copyGroups copies the chosen groups of a segment byte by byte.
func (a *Archive) copyGroups(w io.Writer, s Segment, chosen map[string]bool) (int, error) {
	f, err := openSegment(a.dir, s)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	n, from := 0, int64(0)
	for g, err := range groups(a.dir, s, 0) {
		if s.Open && errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			return n, err
		}
		to := g.Position.Offset
		if g.URL != "" && chosen[exchangeKey(g.URL, g.At)] {
			if _, err := io.Copy(w, io.NewSectionReader(f, from, to-from)); err != nil {
				return n, fmt.Errorf("export: %w", err)
			}
			if !g.Note {
				n++
			}
		}
		from = to
	}
	return n, nil
}

// Reindex makes the index of an archive anew from its records. Like a Writer
// it needs the archive for itself.
func Reindex(dir string, o Options) error {
	err := o.filled().Disk.Remove(filepath.Join(dir, indexName))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("make the index anew: %w", err)
	}
	w, err := NewWriter(dir, o)
	if err != nil {
		return fmt.Errorf("make the index anew: %w", err)
	}
	return w.Close()
}
