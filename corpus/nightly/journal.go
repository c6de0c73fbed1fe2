package nightly

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/lofte/lofte/model"
)

const journalFile = "journal.jsonl"

// conversion is what is kept of a converted document.
type conversion struct {
	URL      string          `json:"url"`
	Content  string          `json:"content"` // SHA-256 of the document
	Parser   string          `json:"parser"`
	Text     string          `json:"text,omitempty"`     // digest of the visible text
	Impostor Impostor        `json:"impostor,omitempty"` // what stands there in place of a document
	Record   json.RawMessage `json:"record"`
}

func (c *conversion) decode() (*model.Record, error) {
	r := new(model.Record)
	if err := json.Unmarshal(c.Record, r); err != nil {
		return nil, fmt.Errorf("the record of %s: %w", c.URL, err)
	}
	return r, nil
}

// journal keeps conversions until they are published, so that a run which is
// killed costs no conversion. A torn last line is one that never was.
type journal struct {
	mu     sync.Mutex
	file   *os.File
	parser string
	size   int64
	lines  map[string]place // by address and content
}

type place struct{ from, length int64 }

func lineKey(url, content string) string { return url + " " + content }

// openJournal opens the journal of a folder, for what a version of the parser
// converted.
func openJournal(f folder, parser string) (*journal, error) {
	file, err := os.OpenFile(filepath.Join(f.nights(), journalFile), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("open the journal: %w", err)
	}
	j := &journal{file: file, parser: parser, lines: map[string]place{}}
	if err := j.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("read the journal: %w", err), file.Close())
	}
	return j, nil
}

func (j *journal) load() error {
	r := bufio.NewReader(j.file)
	for {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return j.file.Truncate(j.size)
		}
		if err != nil {
			return err
		}
		var c struct{ URL, Content, Parser string }
		if json.Unmarshal(line, &c) == nil && c.Parser == j.parser {
			j.lines[lineKey(c.URL, c.Content)] = place{j.size, int64(len(line))}
		}
		j.size += int64(len(line))
	}
}

// add keeps a conversion.
func (j *journal) add(c *conversion) error {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(c); err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.file.WriteAt(line.Bytes(), j.size); err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	j.lines[lineKey(c.URL, c.Content)] = place{j.size, int64(line.Len())}
	j.size += int64(line.Len())
	return nil
}

// find gives the conversion of a content, nil where there is none.
func (j *journal) find(url, content string) (*conversion, error) {
	j.mu.Lock()
	at, ok := j.lines[lineKey(url, content)]
	j.mu.Unlock()
	if !ok {
		return nil, nil
	}
	line := make([]byte, at.length)
	if _, err := j.file.ReadAt(line, at.from); err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	c := new(conversion)
	if err := json.Unmarshal(line, c); err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	return c, nil
}

func (j *journal) close() error { return j.file.Close() }

// clear forgets all, once it is published.
func (j *journal) clear() error {
	j.size, j.lines = 0, map[string]place{}
	return j.file.Truncate(0)
}
