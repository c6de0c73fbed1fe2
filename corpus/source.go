package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/lofte/lofte/corpus/archive"
)

// Source is one document to convert: the path or URL that its record will
// name, what the file's name or a server says that it is, and how its bytes
// are got. The media type is only compared with what the bytes are; "" claims
// nothing.
type Source struct {
	URI         string
	MediaType   string
	RetrievedAt string // RFC 3339, of a document that was fetched
	Open        func() (io.ReadCloser, error)
}

// File is the document in a file, or one in a zip archive by the URI that Find
// gives it.
func File(path string) Source {
	return Source{
		URI:       filepath.ToSlash(path),
		MediaType: mediaType(path),
		Open:      func() (io.ReadCloser, error) { return openPath(path) },
	}
}

// mediaType is what a file's extension claims. The tables of the system would
// differ from machine to machine.
func mediaType(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm":
		return "text/html"
	case ".pdf":
		return "application/pdf"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".txt":
		return "text/plain"
	}
	return ""
}

// Stream is the document that r holds. It can be converted once.
func Stream(uri string, r io.Reader) Source {
	return Source{
		URI:  uri,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil },
	}
}

// Find lists the documents that the paths name, in the order of the paths. A
// folder gives all files in it and below, in lexical order, but for those
// whose name begins with a dot; an archive, a WARC or a zip file gives the
// documents in it. A path that does not exist is taken as a pattern of
// [filepath.Match]; one without a wildcard is listed nevertheless, and gets a
// record that says why it could not be opened. A folder or a pattern that gives
// no document is an error.
func Find(paths ...string) ([]Source, error) {
	var sources []Source
	for _, path := range paths {
		found, err := find(path)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("find documents: nothing to read in %q", path)
		}
		sources = append(sources, found...)
	}
	return sources, nil
}

func find(path string) ([]Source, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && archive.Holds(path):
		return archived(path)
	case err == nil && info.IsDir():
		return walk(path)
	case err == nil && info.Mode().IsRegular():
		return fileOrArchive(path)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		return expand(path)
	}
	return []Source{File(path)}, nil
}

// expand lists what matches a pattern, folders with what is in them.
func expand(pattern string) ([]Source, error) {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("find documents: pattern %q: %w", pattern, err)
	}
	var sources []Source
	for _, match := range matches {
		found, err := find(match)
		if err != nil {
			return nil, err
		}
		sources = append(sources, found...)
	}
	return sources, nil
}

// walk lists the files of a folder. What can't be listed is an error, since
// nobody would miss its documents in the output.
func walk(root string) ([]Source, error) {
	var sources []Source
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case isDocument(path, entry):
			found, err := fileOrArchive(path)
			if err != nil {
				return err
			}
			sources = append(sources, found...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("find documents: %w", err)
	}
	return sources, nil
}

func fileOrArchive(path string) ([]Source, error) {
	if archive.Holds(path) {
		return archived(path)
	}
	if documents := zipped(path); len(documents) > 0 {
		return documents, nil
	}
	return []Source{File(path)}, nil
}

// isDocument keeps regular files and links to them; links to folders are not
// followed, for they may lead in circles.
func isDocument(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}
