package docxdoc

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/lofte/lofte/model"
)

// Limits that hold where Options name no other.
const (
	DefaultMaxDecompressed = 128 << 20 // bytes of the parts that are read
	DefaultMaxEntries      = 10_000    // files in the package
	DefaultMaxDepth        = 256       // of elements in one another
	DefaultMaxBlocks       = 200_000
)

// Options are the limits of Read; 0 stands for the package's defaults.
type Options struct {
	MaxDecompressed int
	MaxEntries      int
	MaxDepth        int
	MaxBlocks       int
}

func (o Options) withDefaults() Options {
	for _, l := range []struct {
		limit *int
		value int
	}{
		{&o.MaxDecompressed, DefaultMaxDecompressed},
		{&o.MaxEntries, DefaultMaxEntries},
		{&o.MaxDepth, DefaultMaxDepth},
		{&o.MaxBlocks, DefaultMaxBlocks},
	} {
		if *l.limit <= 0 {
			*l.limit = l.value
		}
	}
	return o
}

// Parts of the package, by their usual names.
const (
	documentPart  = "word/document.xml"
	stylesPart    = "word/styles.xml"
	numberingPart = "word/numbering.xml"
)

// Compound files hold old Word documents, and new ones that are encrypted
// (MS-CFB, MS-OFFCRYPTO).
var (
	compound  = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	encrypted = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

// openPackage opens the zip archive that the document is.
func openPackage(data []byte, opts Options) (*zip.Reader, error) {
	if bytes.HasPrefix(data, compound) {
		if bytes.Contains(data, encrypted) {
			return nil, fail(model.Encrypted, "word document under a password; save it without one")
		}
		return nil, fail(model.Unsupported, "old Word or other OLE file; save it as DOCX or PDF")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("word document is no whole zip archive: %w", err)}
	}
	if len(z.File) > opts.MaxEntries {
		return nil, fail(model.TooLarge, "word document of %d files, over the limit of %d", len(z.File), opts.MaxEntries)
	}
	return z, nil
}

func fail(code model.Code, format string, args ...any) error {
	return &model.ReadError{Code: code, Err: fmt.Errorf(format, args...)}
}

// part unpacks one file of the package, nil where there is none of that name,
// and takes its size off what is left of the limit.
func part(z *zip.Reader, name string, left *int) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, fail(model.Encrypted, "%s is encrypted; save the document without a password", name)
		}
		r, err := f.Open()
		if err != nil {
			return nil, damaged(name, err)
		}
		data, err := io.ReadAll(io.LimitReader(r, int64(*left)+1))
		err = errors.Join(err, r.Close())
		if len(data) > *left {
			return nil, fail(model.TooLarge, "%s unpacks to more than the limit", name)
		}
		if err != nil {
			return nil, damaged(name, err)
		}
		*left -= len(data)
		return data, nil
	}
	return nil, nil
}

func damaged(name string, err error) error {
	return &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("reading %s: %w", name, err)}
}
