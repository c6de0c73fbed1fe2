package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/lofte/lofte/model"
)

// fetch reads a source up to the limit of bytes. A source above it is read to
// its end for its digest, but not kept.
func (s stages) fetch(src Source) (data []byte, got model.Source, err error) {
	got.URI, got.RetrievedAt = src.URI, src.RetrievedAt
	r, err := src.Open()
	if err != nil {
		return nil, got, unobtainable(err)
	}
	defer r.Close()
	sum := sha256.New()
	kept := bytes.NewBuffer(make([]byte, 0, min(sizeOf(r), s.maxBytes)+bytes.MinRead))
	stream := io.TeeReader(r, sum)
	n, err := io.Copy(kept, io.LimitReader(stream, s.maxBytes))
	rest := int64(0)
	if err == nil {
		rest, err = io.Copy(io.Discard, stream)
	}
	if err != nil {
		return nil, got, unobtainable(err)
	}
	got.Bytes, got.SHA256 = int(n+rest), hex.EncodeToString(sum.Sum(nil))
	if rest > 0 {
		err := fmt.Errorf("%d bytes are more than the limit of %d", n+rest, s.maxBytes)
		return nil, got, &model.ReadError{Code: model.TooLarge, Err: err}
	}
	return kept.Bytes(), got, nil
}

// sizeOf is how many bytes a regular file claims to have, 0 for other readers.
func sizeOf(r io.Reader) int64 {
	f, ok := r.(fs.File)
	if !ok {
		return 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// unobtainable is why a source could not be opened or read, if it does not
// tell a better reason itself.
func unobtainable(err error) error {
	if reason := (*model.ReadError)(nil); errors.As(err, &reason) {
		return err
	}
	return &model.ReadError{Code: model.Unobtainable, Err: err}
}
