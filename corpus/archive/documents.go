package archive

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
	"github.com/lofte/lofte/model"
)

// Document is one version of what stood at an address.
type Document struct {
	URL       string
	At        time.Time // when it was fetched for the first time with this content
	MediaType string    // as the server declared it
	Body      []byte    // without transfer and content coding
}

// contentLimit is the most bytes of a document after decompression.
const contentLimit = 256 << 20

// Roles of addresses that hold no documents.
const (
	RoleRobots  = "robots"
	RoleSitemap = "sitemap"
)

// Get reads the document of a capture, of a revisit the one it refers to.
func (a *Archive) Get(l cdxj.Line) (*Document, error) {
	o, err := a.original(l)
	if err != nil {
		return nil, err
	}
	m, err := a.Message(o)
	if err != nil {
		return nil, err
	}
	body, err := m.Content(contentLimit)
	return &Document{URL: l.URL, At: o.Time, MediaType: m.MediaType(), Body: body}, err
}

// Documents yields each distinct content of each address once, with the time
// of its first capture: from the archive in a folder, in the order of
// addresses and times; from a WARC file of whoever wrote it, or a folder of
// such files, in the order of the file. Only answers of status 200 and
// resource records hold documents.
//
// A document that cannot be decoded comes with its error and without a body,
// and the others follow; an error without a document is the last.
func Documents(path string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		files, own, err := sources(path)
		if err != nil {
			yield(nil, err)
			return
		}
		if own {
			ownDocuments(path, yield)
			return
		}
		seen := map[string]bool{}
		for _, f := range files {
			if !foreignDocuments(f, seen, yield) {
				return
			}
		}
	}
}

// Holds reports whether a path is something that Documents can read: an
// archive, a WARC file, or a folder of such files.
func Holds(path string) bool {
	files, own, err := sources(path)
	return err == nil && (own || len(files) > 0)
}

func sources(path string) (files []string, own bool, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, err
	}
	if !info.IsDir() {
		if !isWARC(path) {
			return nil, false, nil
		}
		return []string{path}, false, nil
	}
	if all, err := segments(path); err == nil && len(all) > 0 {
		return nil, true, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, false, err
	}
	for _, e := range entries {
		if !e.IsDir() && isWARC(e.Name()) {
			files = append(files, filepath.Join(path, e.Name()))
		}
	}
	return files, false, nil
}

func isWARC(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz")
}

func ownDocuments(dir string, yield func(*Document, error) bool) {
	a, err := Open(dir)
	if err != nil {
		yield(nil, err)
		return
	}
	defer a.Close()
	url, seen := "", map[string]bool{}
	for l, err := range a.Captures("") {
		if err != nil {
			yield(nil, err)
			return
		}
		if l.Status != http.StatusOK || l.Revisit() || l.Role == RoleRobots || l.Role == RoleSitemap {
			continue
		}
		if l.URL != url {
			url = l.URL
			clear(seen)
		}
		doc, err := a.Get(l)
		if !emit(doc, l.URL, l.Time, err, seen, yield) {
			return
		}
	}
}

// emit yields a document unless the same content was seen at that address.
func emit(doc *Document, url string, at time.Time, err error, seen map[string]bool, yield func(*Document, error) bool) bool {
	if err != nil {
		return yield(&Document{URL: url, At: at}, fmt.Errorf("%s: %w", url, err))
	}
	id := url + " " + model.Digest(doc.Body)
	if seen[id] {
		return true
	}
	seen[id] = true
	return yield(doc, nil)
}

func foreignDocuments(name string, seen map[string]bool, yield func(*Document, error) bool) bool {
	f, err := os.Open(name)
	if err != nil {
		yield(nil, err)
		return false
	}
	defer f.Close()
	r := warc.NewReader(f, 0)
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", name, err))
			return false
		}
		if !slices.Contains([]string{warc.Response, warc.Resource, warc.Conversion}, rec.Header.Type()) {
			continue
		}
		doc, err := foreignDocument(rec)
		if doc == nil && err == nil {
			continue
		}
		url := rec.Header.TargetURI()
		at, _ := rec.Header.Date() // a record without one has the zero time
		if !emit(doc, url, at, err, seen, yield) {
			return false
		}
	}
}

// foreignDocument is the document of a record, nil for one that holds none.
func foreignDocument(rec *warc.Record) (*Document, error) {
	block, err := rec.Block(maxBlock)
	if err != nil {
		return nil, err
	}
	at, _ := rec.Header.Date()
	doc := &Document{URL: rec.Header.TargetURI(), At: at}
	if !strings.HasPrefix(doc.URL, "http://") && !strings.HasPrefix(doc.URL, "https://") || strings.HasSuffix(doc.URL, "/robots.txt") {
		return nil, nil
	}
	if rec.Header.Type() != warc.Response {
		doc.Body, doc.MediaType = block, rec.Header.Get("Content-Type")
		return doc, nil
	}
	m, err := warc.ParseResponse(block)
	if err != nil {
		return doc, err
	}
	if m.Status != http.StatusOK {
		return nil, nil
	}
	doc.MediaType = m.MediaType()
	doc.Body, err = m.Content(contentLimit)
	return doc, err
}
