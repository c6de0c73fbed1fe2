package isolate

import (
	"encoding/binary"
	"fmt"
	"io"
)

// Kinds of frames.
const (
	settingsFrame byte = 's' // JSON of settings
	askFrame      byte = 'q'
	dataFrame     byte = 'd' // follows its question
	answerFrame   byte = 'a'
	errorFrame    byte = 'e' // code, a zero byte, message
)

const headSize = 5 // a kind and the length as uint32

// frame is a frame that is to be written.
type frame struct {
	kind    byte
	content []byte
}

// smallWrite is up to which size frames are joined into one write, or read at
// once: a system call costs more than copying so much.
const smallWrite = 64 << 10

func writeFrames(w io.Writer, frames ...frame) error {
	var joined []byte
	for _, f := range frames {
		joined = append(joined, f.kind)
		joined = binary.BigEndian.AppendUint32(joined, uint32(len(f.content)))
		if len(joined)+len(f.content) <= smallWrite {
			joined = append(joined, f.content...)
			continue
		}
		if _, err := w.Write(joined); err != nil {
			return err
		}
		if _, err := w.Write(f.content); err != nil {
			return err
		}
		joined = joined[:0]
	}
	if len(joined) == 0 {
		return nil
	}
	_, err := w.Write(joined)
	return err
}

// readFrame reads a frame whose content has at most limit bytes. The error is
// io.EOF only where no frame begins.
func readFrame(r io.Reader, limit int) (kind byte, content []byte, err error) {
	var head [headSize]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := int64(binary.BigEndian.Uint32(head[1:]))
	if n > int64(limit) {
		return 0, nil, fmt.Errorf("frame of %d bytes, over the limit of %d", n, limit)
	}
	content = make([]byte, n)
	if _, err := io.ReadFull(r, content); err != nil {
		return 0, nil, fmt.Errorf("frame of %d bytes is cut off: %w", n, io.ErrUnexpectedEOF)
	}
	return head[0], content, nil
}

// expectFrame reads a frame that has to be of the kind.
func expectFrame(r io.Reader, kind byte, limit int) ([]byte, error) {
	got, content, err := readFrame(r, limit)
	if err == nil && got != kind {
		return nil, fmt.Errorf("frame of kind %q where %q belongs", got, kind)
	}
	return content, err
}
