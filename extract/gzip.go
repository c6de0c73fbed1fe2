package extract

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"

	"github.com/lofte/lofte/model"
)

// readGzip reads a document that a server compressed and did not say so. What
// is inside is no further archive of the kind.
func readGzip(ctx context.Context, data []byte, opts Options) (*model.Document, error) {
	inside, err := gunzip(data, min(opts.MaxBytes, opts.MaxDecompressed))
	if err != nil {
		return nil, err
	}
	if Detect(inside) == Gzip {
		return nil, fail(model.Unsupported, "gzip archive within a gzip archive; unpack it first")
	}
	doc, err := readFormat(ctx, inside, opts)
	if doc != nil {
		doc.Diagnostics = append(doc.Diagnostics, model.Diagnostic{Code: model.MediaType, Severity: model.Info,
			Message: "the document was compressed with gzip"})
	}
	return doc, err
}

// gunzip decompresses up to a limit. What comes before a fault is kept, as a
// download that was cut off is.
func gunzip(data []byte, limit int) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: err}
	}
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(z, int64(limit)+1))
	if n > int64(limit) {
		return nil, fail(model.TooLarge, "decompresses to more than %d bytes", limit)
	}
	if err != nil && n == 0 {
		return nil, &model.ReadError{Code: model.Damaged, Err: err}
	}
	return out.Bytes(), nil
}
