package pdfdoc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/lofte/lofte/model"
)

// source is the file as the object parser reads it. The parser follows
// references and chains of cross-reference tables without looking for cycles;
// what stops it is that its reads run out, or that the context ends. Both are a
// panic with a *model.ReadError, the only way out of the parser's loops.
type source struct {
	ctx  context.Context
	data []byte
	left int64
}

// readsBase is added to the bytes that the parser may read of any file: it reads
// ahead by blocks, so that small files are read more often than once.
const readsBase = 32 << 20

func newSource(ctx context.Context, data []byte, reads int) *source {
	return &source{ctx: ctx, data: data, left: int64(reads)*int64(len(data)) + readsBase}
}

// ReadAt implements io.ReaderAt.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		panic(&model.ReadError{Code: model.TimedOut, Err: err})
	}
	if s.left < 0 {
		panic(damaged("the file's objects refer to one another without end"))
	}
	if off < 0 || off >= int64(len(s.data)) {
		return 0, io.EOF
	}
	n := copy(p, s.data[off:])
	s.left -= int64(n)
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func damaged(format string, args ...any) *model.ReadError {
	return &model.ReadError{Code: model.Damaged, Err: fmt.Errorf(format, args...)}
}

// guard turns a panic of the object parser into an error.
func guard(err *error) {
	switch x := recover().(type) {
	case nil:
	case *model.ReadError:
		*err = x
	case error:
		*err = asReadError(x)
	default:
		*err = damaged("%v", x)
	}
}

func asReadError(err error) error {
	var known *model.ReadError
	if errors.As(err, &known) {
		return known
	}
	return &model.ReadError{Code: model.Damaged, Err: quoting(err)}
}

// maxQuote is how many bytes of an error of the object parser are kept.
const maxQuote = 160

// quoting is an error of the object parser in one line. It repeats the bytes that
// it could not read, which may be many.
func quoting(err error) error {
	text := strings.Join(strings.Fields(strings.ToValidUTF8(err.Error(), "\ufffd")), " ")
	if len(text) > maxQuote {
		text = strings.ToValidUTF8(text[:maxQuote], "") + "…"
	}
	return errors.New(text)
}

// countKeys are the dictionary keys whose numbers the object parser takes as
// sizes of memory to set aside, before it looks at what is there.
var countKeys = [][]byte{[]byte("/Size"), []byte("/Index"), []byte("/W"), []byte("/Columns")}

// checkCounts refuses a file in which such a number is beyond the limit.
func checkCounts(data []byte, limit int) error {
	for _, key := range countKeys {
		for rest := data; ; {
			i := bytes.Index(rest, key)
			if i < 0 {
				break
			}
			rest = rest[i+len(key):]
			if n, over := overLimit(rest, limit); over {
				return damaged("%s %s is more than %d", key, n, limit)
			}
		}
	}
	return checkSections(data, limit)
}

// checkSections refuses cross-reference tables whose subsections are beyond the
// limit.
func checkSections(data []byte, limit int) error {
	for rest := data; ; {
		i := bytes.Index(rest, []byte("xref"))
		if i < 0 {
			return nil
		}
		rest = rest[i+len("xref"):]
		end := bytes.Index(rest, []byte("trailer"))
		if end < 0 {
			end = len(rest)
		}
		for line := range bytes.Lines(rest[:end]) {
			if len(bytes.Fields(line)) != 2 {
				continue
			}
			if n, over := overLimit(line, limit); over {
				return damaged("cross-reference section %s is beyond %d", n, limit)
			}
		}
		rest = rest[end:]
	}
}

// overLimit reads the number, or the array of numbers, at the start of b.
func overLimit(b []byte, limit int) (string, bool) {
	for b = bytes.TrimLeft(b, " \t\r\n[\x00\f"); len(b) > 0 && b[0] >= '0' && b[0] <= '9'; b = bytes.TrimLeft(b, " \t\r\n") {
		n := 0
		for n < len(b) && b[n] >= '0' && b[n] <= '9' {
			n++
		}
		if value, ok := parseNumber(b[:n]); ok && value > float64(limit) {
			return string(b[:min(n, 20)]), true
		}
		b = b[n:]
	}
	return "", false
}
