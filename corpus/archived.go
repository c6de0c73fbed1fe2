package corpus

import (
	"bytes"
	"io"
	"time"

	"github.com/lofte/lofte/corpus/archive"
)

// archived lists the documents in an archive or a WARC file: each version of
// each address, to be read from it when its turn comes.
func archived(path string) ([]Source, error) {
	versions, err := archive.Versions(path)
	return versionSources(versions), err
}

// AsOf lists the documents that stood at the addresses of an archive at a time.
func AsOf(dir string, at time.Time) ([]Source, error) {
	versions, err := archive.AsOf(dir, at)
	return versionSources(versions), err
}

func versionSources(versions []archive.Version) []Source {
	sources := make([]Source, 0, len(versions))
	for _, v := range versions {
		src := Source{URI: v.URL, MediaType: v.MediaType, Open: func() (io.ReadCloser, error) {
			doc, err := v.Read()
			if err != nil {
				return nil, err
			}
			return io.NopCloser(bytes.NewReader(doc.Body)), nil
		}}
		if !v.At.IsZero() {
			src.RetrievedAt = v.At.UTC().Format(time.RFC3339)
		}
		sources = append(sources, src)
	}
	return sources
}

// Fetched is a document that was just fetched.
func Fetched(doc *archive.Document) Source {
	src := Stream(doc.URL, bytes.NewReader(doc.Body))
	src.MediaType, src.RetrievedAt = doc.MediaType, doc.At.UTC().Format(time.RFC3339)
	return src
}

// Unfetched is a document that could not be fetched; its record says why.
func Unfetched(url string, err error) Source {
	return Source{URI: url, Open: func() (io.ReadCloser, error) { return nil, err }}
}
