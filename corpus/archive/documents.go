package archive

import (
	"fmt"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
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

// Version is a document that Versions found, to be read when it is needed.
type Version struct {
	URL       string
	At        time.Time // of its first capture
	MediaType string    // as the server declared it
	Read      func() (*Document, error)
}

// Versions lists each distinct payload of each address once, with the time of
// its first capture: of the archive in a folder, in the order of addresses and
// times; of a WARC file of whoever wrote it, or of a folder of such files, in
// the order of the files. Only answers of status 200 and resource records hold
// documents.
func Versions(path string) ([]Version, error) {
	files, own, err := sources(path)
	if err != nil {
		return nil, err
	}
	if own {
		return ownVersions(path)
	}
	l := &foreign{seen: map[string]bool{}}
	for _, f := range files {
		if err := l.list(f); err != nil {
			return nil, err
		}
	}
	return l.versions, nil
}

// Documents yields the documents that Versions lists. One that cannot be
// decoded comes with its error and without a body, and the others follow; an
// error without a document is the last.
func Documents(path string) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		versions, err := Versions(path)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, v := range versions {
			doc, err := v.Read()
			if err != nil {
				doc, err = &Document{URL: v.URL, At: v.At, MediaType: v.MediaType}, fmt.Errorf("%s: %w", v.URL, err)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// Holds reports whether a path is an archive or a WARC file.
func Holds(path string) bool {
	files, own, err := sources(path)
	return err == nil && (own || len(files) == 1 && files[0] == path)
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

func ownVersions(dir string) ([]Version, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer a.Close() // reading the record at a known place needs no index
	var out []Version
	var last cdxj.Line
	seen := map[string]bool{} // payloads of the address of last
	for l, err := range a.Captures("") {
		if err != nil {
			return nil, err
		}
		if l.Status != http.StatusOK || l.Revisit() || l.Role == RoleRobots || l.Role == RoleSitemap {
			continue
		}
		if l.URL != last.URL {
			clear(seen)
		}
		last = l
		if seen[l.Digest] {
			continue
		}
		seen[l.Digest] = true
		out = append(out, Version{l.URL, l.Time, l.Mime, func() (*Document, error) { return a.Get(l) }})
	}
	return out, nil
}
