package docxdoc

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"github.com/lofte/lofte/model"
)

// A scanner reads the elements of one part and watches how deep they nest.
type scanner struct {
	dec      *xml.Decoder
	part     string
	depth    int
	maxDepth int
}

func newScanner(data []byte, part string, maxDepth int) *scanner {
	return &scanner{dec: xml.NewDecoder(bytes.NewReader(data)), part: part, maxDepth: maxDepth}
}

// next reads the next start, end or text; io.EOF at the end of the part.
func (s *scanner) next() (xml.Token, error) {
	t, err := s.dec.RawToken()
	if err == io.EOF {
		if s.depth > 0 {
			return nil, damaged(s.part, io.ErrUnexpectedEOF)
		}
		return nil, io.EOF
	}
	if err != nil {
		return nil, damaged(s.part, err)
	}
	switch t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > s.maxDepth {
			return nil, fail(model.TooDeep, "%s nests elements deeper than %d", s.part, s.maxDepth)
		}
	case xml.EndElement:
		if s.depth--; s.depth < 0 {
			return nil, damaged(s.part, fmt.Errorf("element ends that did not start"))
		}
	}
	return t, nil
}

// children calls do for each child of the element that has just started, to
// its end. Do must read the child whole, or skip it.
func (s *scanner) children(do func(xml.StartElement) error) error {
	for {
		t, err := s.next()
		if err != nil {
			return unexpected(s.part, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := do(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads over the element that has just started.
func (s *scanner) skip() error {
	for base := s.depth - 1; s.depth > base; {
		if _, err := s.next(); err != nil {
			return unexpected(s.part, err)
		}
	}
	return nil
}

// text reads the characters of the element that has just started.
func (s *scanner) text() (string, error) {
	var b []byte
	for base := s.depth - 1; s.depth > base; {
		t, err := s.next()
		if err != nil {
			return "", unexpected(s.part, err)
		}
		if c, ok := t.(xml.CharData); ok {
			b = append(b, c...)
		}
	}
	return string(b), nil
}

func unexpected(part string, err error) error {
	if err == io.EOF {
		return damaged(part, io.ErrUnexpectedEOF)
	}
	return err
}

// attr is the value of the attribute with a local name, "" for none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a property that is set by its presence is set.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
