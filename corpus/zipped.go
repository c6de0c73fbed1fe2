package corpus

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// What a zip archive of documents may cost. An archive over one of these has
// the one record that says so, an entry over its own likewise.
const (
	maxZipEntries   = 10_000
	maxZipDirectory = 4 << 20 // bytes of the list of entries
	maxZipTotal     = 4 << 30 // bytes of all entries unpacked
	maxZipRatio     = 200     // unpacked to packed, of the archive and of each entry
	freeZipBytes    = 1 << 20 // unpacked, that need not hold to the ratio
)

// inZip stands between the path of an archive and the name of a document in
// it, as in "arkiv.zip!/2019/kil.pdf".
const inZip = "!/"

var zipMagic = []byte("PK\x03\x04")

// zipped lists the documents in a zip archive, by name. An archive in an
// archive is not opened. Nothing is listed of a file that is none, can't be
// listed, or is a document that its format packs as a zip, such as DOCX.
func zipped(file string) []Source {
	z, size, err := openZip(file)
	if errors.As(err, new(*model.ReadError)) {
		return []Source{{URI: filepath.ToSlash(file), Open: func() (io.ReadCloser, error) { return nil, err }}}
	}
	if err != nil || isPackage(z) {
		return nil
	}
	if err := checkZip(z, size); err != nil {
		return []Source{{URI: filepath.ToSlash(file), Open: func() (io.ReadCloser, error) { return nil, err }}}
	}
	var sources []Source
	for _, entry := range z.File {
		if isEntry(entry) {
			sources = append(sources, Source{
				URI:       filepath.ToSlash(file) + inZip + entryName(entry),
				MediaType: mediaType(entry.Name),
				Open:      func() (io.ReadCloser, error) { return openEntry(entry) },
			})
		}
	}
	slices.SortStableFunc(sources, func(a, b Source) int { return strings.Compare(a.URI, b.URI) })
	return sources
}

// openZip reads the directory of an archive, if the file is one.
func openZip(file string) (*zip.Reader, int64, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	head := make([]byte, len(zipMagic))
	if _, err := io.ReadFull(f, head); err != nil || string(head) != string(zipMagic) {
		return nil, 0, zip.ErrFormat
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	from := &zipFile{path: file, left: maxZipDirectory}
	z, err := zip.NewReader(from, info.Size())
	from.left = -1
	return z, info.Size(), err
}

// zipFile reads an archive without holding it open: its documents are read
// long after they were listed. While left is not negative, it is how many bytes
// may still be read.
type zipFile struct {
	path string
	left int
}

func (z *zipFile) ReadAt(p []byte, offset int64) (int, error) {
	if z.left >= 0 {
		if z.left -= len(p); z.left < 0 {
			return 0, tooLarge("the archive's list of entries is over the limit of %d bytes", maxZipDirectory)
		}
	}
	f, err := os.Open(z.path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return f.ReadAt(p, offset)
}

// isPackage reports whether an archive is one document, of a format that packs
// its parts as a zip: Office Open XML (ECMA-376-2) or OpenDocument, EPUB.
func isPackage(z *zip.Reader) bool {
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "mimetype" || f.Name == "word/document.xml"
	})
}

// checkZip holds an archive as a whole against the limits.
func checkZip(z *zip.Reader, size int64) error {
	if len(z.File) > maxZipEntries {
		return tooLarge("archive of %d entries, over the limit of %d", len(z.File), maxZipEntries)
	}
	total := uint64(0)
	for _, entry := range z.File {
		if total += min(entry.UncompressedSize64, maxZipTotal); total > maxZipTotal {
			return tooLarge("archive that unpacks to more than %d bytes", maxZipTotal)
		}
	}
	return checkRatio("archive", total, uint64(size))
}

func checkRatio(what string, unpacked, packed uint64) error {
	if unpacked > freeZipBytes && unpacked > maxZipRatio*packed {
		return tooLarge("%s of %d bytes that unpacks to %d, over the ratio of %d", what, packed, unpacked, maxZipRatio)
	}
	return nil
}

// isEntry keeps the files of an archive that would be kept in a folder.
func isEntry(entry *zip.File) bool {
	name := path.Clean(entryName(entry))
	hidden := strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".") || strings.Contains("/"+name, "/.")
	return entry.Mode().IsRegular() && !strings.HasSuffix(entry.Name, "/") && !hidden
}

func entryName(entry *zip.File) string {
	return strings.ToValidUTF8(strings.ReplaceAll(entry.Name, `\`, "/"), "�")
}

// openEntry opens an entry that is within its limits. Package zip yields no
// more bytes than the archive says that the entry has.
func openEntry(entry *zip.File) (io.ReadCloser, error) {
	const encrypted = 1 // bit of the flags, APPNOTE.TXT 4.4.4
	if entry.Flags&encrypted != 0 {
		return nil, &model.ReadError{Code: model.Encrypted, Err: errors.New("the entry of the archive needs a password")}
	}
	if err := checkRatio("entry", entry.UncompressedSize64, entry.CompressedSize64); err != nil {
		return nil, err
	}
	r, err := entry.Open()
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: err}
	}
	return entryReader{r}, nil
}

// entryReader gives the errors of an entry a reason.
type entryReader struct{ io.ReadCloser }

func (e entryReader) Read(p []byte) (int, error) {
	n, err := e.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = &model.ReadError{Code: model.Damaged, Err: err}
	}
	return n, err
}

// openPath opens a file, or the entry of an archive that the path names.
func openPath(name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err == nil {
		return f, nil
	}
	file, _, found := strings.Cut(filepath.ToSlash(name), inZip)
	if found && errors.Is(err, fs.ErrNotExist) {
		for _, src := range zipped(filepath.FromSlash(file)) {
			if src.URI == filepath.ToSlash(name) {
				return src.Open()
			}
		}
	}
	return nil, err
}

func tooLarge(format string, args ...any) error {
	return &model.ReadError{Code: model.TooLarge, Err: fmt.Errorf(format, args...)}
}
