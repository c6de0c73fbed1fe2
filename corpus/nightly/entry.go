package nightly

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus/diff"
	"github.com/lofte/lofte/corpus/fetch/state"
	"github.com/lofte/lofte/model"
)

// kindFailed is the kind of an entry whose document could not be read.
const kindFailed = "failed"

// entry is a published record: what it was made from, and where it stands.
type entry struct {
	URL         string   `json:"url"`
	Source      string   `json:"source"`
	Kind        string   `json:"kind"`
	Content     string   `json:"content"` // SHA-256 of the document
	Parser      string   `json:"parser"`
	Text        string   `json:"text,omitempty"` // digest of the visible text
	Media       string   `json:"media,omitempty"`
	Payload     string   `json:"payload"` // with Original, the place of the document in the archive
	Original    string   `json:"original"`
	Keys        []string `json:"keys,omitempty"` // of its promises, see diff.Keys
	Commitments int      `json:"commitments,omitempty"`
	Offset      int64    `json:"offset"`
	Length      int64    `json:"length"`
}

// newEntry is the entry of a page's record, but for its place.
func newEntry(p state.Page, c *conversion, r *model.Record) entry {
	e := entry{URL: p.URL, Source: p.Source, Kind: string(r.Kind), Content: p.Content, Parser: c.Parser, Text: c.Text,
		Media: p.Media, Payload: p.Payload, Original: p.Original, Keys: diff.Keys(r)}
	if r.Failed() {
		e.Kind = kindFailed
	}
	for i := range r.Promises {
		e.Commitments += len(r.Promises[i].Commitments)
	}
	return e
}

// page is the page of the state that had the entry's document.
func (e *entry) page() state.Page {
	return state.Page{URL: e.URL, Source: e.Source, Content: e.Content, Media: e.Media, Payload: e.Payload, Original: e.Original}
}

// night is a night that is written. The zero value is one without records.
type night struct{ dir string }

// entries yields the entries in the order of their addresses.
func (n night) entries() iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		if n.dir == "" {
			return
		}
		f, err := os.Open(filepath.Join(n.dir, indexFile))
		if err != nil {
			yield(nil, fmt.Errorf("open the night: %w", err))
			return
		}
		defer f.Close()
		dec := json.NewDecoder(bufio.NewReader(f))
		for {
			e := new(entry)
			err := dec.Decode(e)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				err = fmt.Errorf("read %s: %w", f.Name(), err)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// line reads the record of an entry as it is written.
func (n night) line(e *entry) ([]byte, error) {
	f, err := os.Open(filepath.Join(n.dir, RecordsFile))
	if err != nil {
		return nil, fmt.Errorf("open the night: %w", err)
	}
	defer f.Close()
	line := make([]byte, e.Length)
	if _, err := f.ReadAt(line, e.Offset); err != nil {
		return nil, fmt.Errorf("read the record of %s: %w", e.URL, err)
	}
	return line, nil
}

// record reads the record of an entry.
func (n night) record(e *entry) (*model.Record, error) {
	line, err := n.line(e)
	if err != nil {
		return nil, err
	}
	r := new(model.Record)
	if err := json.Unmarshal(line, r); err != nil {
		return nil, fmt.Errorf("read the record of %s: %w", e.URL, err)
	}
	return r, nil
}

// report reads the report of a night, nil for no night.
func (n night) report() (*Report, error) {
	if n.dir == "" {
		return nil, nil
	}
	data, err := os.ReadFile(filepath.Join(n.dir, ReportFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open the night: %w", err)
	}
	r := new(Report)
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("read %s of %s: %w", ReportFile, n.dir, err)
	}
	return r, nil
}

// encoded is a value as a line of JSON.
func encoded(v any) ([]byte, error) {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return line.Bytes(), err
}
