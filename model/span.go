package model

import "unicode/utf8"

// Span is a half-open range [Start, End) of Unicode code points in the
// canonical text of a document. Page is the 1-based page on which the range
// starts, 0 where the source has no pages.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
	Page  int `json:"page,omitempty"`
}

// Len is the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Slice returns the code points of text that the span covers. A span that
// does not lie within the text gives "".
func (s Span) Slice(text string) string {
	if s.Start < 0 || s.End < s.Start {
		return ""
	}
	from := byteOffset(text, s.Start)
	if from < 0 {
		return ""
	}
	n := byteOffset(text[from:], s.End-s.Start)
	if n < 0 {
		return ""
	}
	return text[from : from+n]
}

// byteOffset is the byte at which code point n of text starts, -1 if text is
// shorter than n code points.
func byteOffset(text string, n int) int {
	off := 0
	for ; n > 0; n-- {
		if off >= len(text) {
			return -1
		}
		_, size := utf8.DecodeRuneInString(text[off:])
		off += size
	}
	return off
}
