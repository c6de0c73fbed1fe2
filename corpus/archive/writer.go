package archive

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/lofte/lofte/corpus/archive/cdxj"
	"github.com/lofte/lofte/corpus/archive/warc"
)

// Limits of a segment, after which the next one is begun.
const (
	segmentBytes     = 256 << 20
	segmentExchanges = 10_000
)

// Options say how to write. The zero value is useful.
type Options struct {
	Software string    // name and version, for the first record of a segment
	Operator string    // contact of whoever runs it, for the same
	Random   io.Reader // of record ids; crypto/rand where nil
	Now      func() time.Time
	Disk     Disk
}

func (o Options) filled() Options {
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Disk == nil {
		o.Disk = realDisk{}
	}
	return o
}

// Writer appends to an archive. There may be only one at a time for a folder,
// which its owner sees to with a lock. It is not safe for several goroutines.
type Writer struct {
	dir     string
	options Options
	encoder *warc.Encoder
	serial  int
	name    string // of the open segment, "" for none
	file    DiskFile
	size    int64
	lines   []cdxj.Line
	count   int // exchanges in the open segment
	broken  error
}

// NewWriter opens the archive in a folder for appending, and makes it where
// there is none. What a killed writer left is brought in order first.
func NewWriter(dir string, options Options) (*Writer, error) {
	w := &Writer{dir: dir, options: options.filled(), encoder: warc.NewEncoder()}
	if err := w.options.Disk.MkdirAll(filepath.Join(dir, segmentFolder)); err != nil {
		return nil, fmt.Errorf("make the archive: %w", err)
	}
	return w, w.recover()
}

// Append writes an exchange. When it returns without an error, the exchange
// is on the disk; with one, the archive is as it was.
func (w *Writer) Append(x Exchange) (Ref, error) {
	if err := w.begin(); err != nil {
		return Ref{}, err
	}
	g, err := w.encode(x)
	if err != nil {
		return Ref{}, err
	}
	if err := w.write(g.out.Bytes()); err != nil {
		return Ref{}, fmt.Errorf("archive %s: %w", x.URL, err)
	}
	if x.Response != nil {
		w.lines = append(w.lines, g.ref.Line)
	}
	w.count++
	g.ref.Position = Position{w.name, w.size}
	return g.ref, nil
}

// Note adds fields about an exchange that became known after it, such as what
// its document turned out to be.
func (w *Writer) Note(about Ref, fields warc.Header) (Position, error) {
	if err := w.begin(); err != nil {
		return Position{}, err
	}
	g := &group{w: w, base: w.size, date: warc.FormatDate(w.options.Now()), ref: Ref{ID: about.ID}}
	fields = append(warc.Header{
		{Name: noteField, Value: warc.FormatDate(about.At)},
	}, fields...)
	if err := g.metadata(about.URL, fields); err != nil {
		return Position{}, err
	}
	if err := w.write(g.out.Bytes()); err != nil {
		return Position{}, fmt.Errorf("archive a note on %s: %w", about.URL, err)
	}
	return Position{w.name, w.size}, nil
}

// Lines are the captures of the open segment, which the index does not have
// yet.
func (w *Writer) Lines() []cdxj.Line { return w.lines }

// Close seals the open segment.
func (w *Writer) Close() error {
	if w.broken != nil {
		return errors.Join(w.broken, w.abandon())
	}
	return w.seal()
}

func (w *Writer) abandon() error {
	if w.file == nil {
		return nil
	}
	f := w.file
	w.file, w.name = nil, ""
	return f.Close()
}

// begin sees to it that there is a segment with room.
func (w *Writer) begin() error {
	if w.broken != nil {
		return fmt.Errorf("the archive can no longer be written: %w", w.broken)
	}
	if w.name != "" && (w.size >= segmentBytes || w.count >= segmentExchanges) {
		if err := w.seal(); err != nil {
			return err
		}
	}
	if w.name != "" {
		return nil
	}
	name := segmentName(w.serial+1, w.options.Now())
	f, err := w.options.Disk.Create(w.path(name) + openSuffix)
	if err != nil {
		return fmt.Errorf("begin a segment of the archive: %w", err)
	}
	w.serial++
	w.name, w.file, w.size, w.count, w.lines = name, f, 0, 0, nil
	info, err := w.info()
	if err != nil {
		return err
	}
	if err := w.write(info); err != nil {
		return fmt.Errorf("begin a segment of the archive: %w", err)
	}
	return nil
}

func (w *Writer) path(name string) string { return filepath.Join(w.dir, segmentFolder, name) }

// info is the record that a segment begins with.
func (w *Writer) info() ([]byte, error) {
	id, err := warc.NewID(w.options.Random)
	if err != nil {
		return nil, err
	}
	fields := warc.Header{
		{Name: "software", Value: w.options.Software}, {Name: "format", Value: "WARC File Format 1.1"},
		{Name: "conformsTo", Value: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"},
	}
	if w.options.Operator != "" {
		fields = append(fields, warc.Field{Name: "operator", Value: w.options.Operator})
	}
	var out bytes.Buffer
	err = w.encoder.Append(&out, warc.Header{
		{Name: "WARC-Type", Value: warc.Info}, {Name: "WARC-Record-ID", Value: id},
		{Name: "WARC-Date", Value: warc.FormatDate(w.options.Now())},
		{Name: "WARC-Filename", Value: w.name}, {Name: "Content-Type", Value: warc.FieldsType},
	}, warc.EncodeFields(fields))
	return out.Bytes(), err
}

// write appends to the open segment and syncs it. When that fails, the file is
// cut to its former length; when that fails too, or a sync did, what is on the
// disk is not known any more, and nothing further is written.
func (w *Writer) write(data []byte) error {
	_, err := w.file.Write(data)
	if err == nil {
		if err = w.file.Sync(); err == nil {
			w.size += int64(len(data))
			return nil
		}
		w.broken = err
	}
	if cut := w.file.Truncate(w.size); cut != nil {
		w.broken = errors.Join(err, cut)
	}
	return err
}
