package archive

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"

	"github.com/lofte/lofte/corpus/archive/warc"
)

// foreign lists the documents in WARC files that others wrote, and that have
// no index.
type foreign struct {
	seen     map[string]bool // address and digest of the payload
	versions []Version
}

// place is where in a file a record lies: its offset, or, where records do not
// begin at places of their own, how many come before it.
type place struct {
	file   string
	offset int64
	before int
}

func (f *foreign) list(name string) error {
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	r := warc.NewReader(in, 0)
	for n := 0; ; n++ {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = f.add(rec, place{name, rec.Offset, n})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}

// add lists a record if it holds a document that is not listed yet. One whose
// message is damaged is listed, so that its reader learns of it.
func (f *foreign) add(rec *warc.Record, at place) error {
	url := rec.Header.TargetURI()
	if !mayHoldDocument(rec.Header.Type(), url) {
		return nil
	}
	block, err := rec.Block(maxBlock)
	if err != nil {
		return err
	}
	m, err := messageOf(rec.Header, block)
	if err == nil && m.Status != http.StatusOK {
		return nil
	}
	id, mediaType := url+" "+warc.Digest(block), ""
	if err == nil {
		id, mediaType = url+" "+warc.Digest(m.Payload), m.MediaType()
	}
	if f.seen[id] {
		return nil
	}
	f.seen[id] = true
	date, _ := rec.Header.Date() // a record without one has the zero time
	f.versions = append(f.versions, Version{url, date, mediaType, at.read})
	return nil
}

func mayHoldDocument(kind, url string) bool {
	return slices.Contains([]string{warc.Response, warc.Resource, warc.Conversion}, kind) &&
		(strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")) && !strings.HasSuffix(url, "/robots.txt")
}

// messageOf is the HTTP message of a record; that of a resource is its block.
func messageOf(h warc.Header, block []byte) (*warc.Message, error) {
	if h.Type() == warc.Response {
		return warc.ParseResponse(block)
	}
	header := http.Header{"Content-Type": {h.Get("Content-Type")}}
	return &warc.Message{Status: http.StatusOK, Header: header, Raw: block, Payload: block}, nil
}

// read reads the document at a place.
func (p place) read() (*Document, error) {
	in, err := os.Open(p.file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	skip := p.before
	if p.offset >= 0 {
		if _, err := in.Seek(p.offset, io.SeekStart); err != nil {
			return nil, err
		}
		skip = 0
	}
	r := warc.NewReader(in, max(p.offset, 0))
	rec, err := r.Next()
	for ; err == nil && skip > 0; skip-- {
		rec, err = r.Next()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.file, err)
	}
	block, err := rec.Block(maxBlock)
	if err != nil {
		return nil, err
	}
	m, err := messageOf(rec.Header, block)
	if err != nil {
		return nil, err
	}
	date, _ := rec.Header.Date() // as above
	body, err := m.Content(contentLimit)
	return &Document{URL: rec.Header.TargetURI(), At: date, MediaType: m.MediaType(), Body: body}, err
}
