package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/lofte/lofte/model"
)

// The content types of blocks that hold HTTP messages.
const (
	RequestType  = "application/http;msgtype=request"
	ResponseType = "application/http;msgtype=response"
)

// Message is an HTTP response as a record holds it. Payload is the body
// without transfer coding but with its content coding, as the payload digest
// of the standard means it; Raw is the body as it came over the wire.
type Message struct {
	Status  int
	Header  http.Header
	Raw     []byte
	Payload []byte
}

// ParseResponse takes an HTTP response apart. A body that is said to be
// chunked and is not, as in archives that were written by tools which undo the
// chunks, is taken as it stands.
func ParseResponse(block []byte) (*Message, error) {
	in := bufio.NewReader(bytes.NewReader(block))
	resp, err := http.ReadResponse(in, &http.Request{Method: http.MethodGet})
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("no HTTP response: %w", err)}
	}
	defer resp.Body.Close()
	m := &Message{Status: resp.StatusCode, Header: resp.Header, Raw: afterHead(block)}
	if !chunked(resp) {
		m.Payload = m.Raw
		return m, nil
	}
	if m.Payload, err = io.ReadAll(resp.Body); err != nil {
		m.Payload = m.Raw
	}
	return m, nil
}

func chunked(resp *http.Response) bool {
	return len(resp.TransferEncoding) > 0 && resp.TransferEncoding[0] == "chunked"
}

// afterHead is what follows the empty line that ends the header.
func afterHead(block []byte) []byte {
	rest := block
	for {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			return nil
		}
		line := bytes.TrimRight(rest[:i], "\r")
		rest = rest[i+1:]
		if len(line) == 0 {
			return rest
		}
	}
}

// MediaType is the media type that the message declares, without parameters,
// "" for none.
func (m *Message) MediaType() string {
	t, _, _ := strings.Cut(m.Header.Get("Content-Type"), ";")
	return strings.ToLower(strings.TrimSpace(t))
}

// Content is the document itself: the payload without its content coding. More
// than limit bytes are a *model.ReadError of code TooLarge, a coding that is
// unknown or does not hold one of code Damaged.
func (m *Message) Content(limit int64) ([]byte, error) {
	data := m.Payload
	codings := strings.Split(m.Header.Get("Content-Encoding"), ",")
	if len(codings) > maxCodings {
		return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("%d content codings, at most %d are undone", len(codings), maxCodings)}
	}
	for i := len(codings) - 1; i >= 0; i-- {
		var err error
		if data, err = decode(data, strings.ToLower(strings.TrimSpace(codings[i])), limit); err != nil {
			return nil, err
		}
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}

// maxCodings is how many content codings may be laid one over another.
const maxCodings = 3

func tooLarge(limit int64) error {
	return &model.ReadError{Code: model.TooLarge, Err: fmt.Errorf("decompressed content is over %d bytes", limit)}
}

func decode(data []byte, coding string, limit int64) ([]byte, error) {
	if coding == "" || coding == "identity" || len(data) == 0 {
		return data, nil
	}
	r, err := decoder(data, coding)
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("content coding %q: %w", coding, err)}
	}
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, tooLarge(limit)
	}
	if err != nil {
		return nil, &model.ReadError{Code: model.Damaged, Err: fmt.Errorf("content coding %q: %w", coding, err)}
	}
	return out, nil
}

func decoder(data []byte, coding string) (io.Reader, error) {
	switch coding {
	case "gzip", "x-gzip":
		return gzip.NewReader(bytes.NewReader(data))
	case "deflate":
		if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(data)), nil // as some servers mean it
	}
	return nil, fmt.Errorf("it is unknown")
}
