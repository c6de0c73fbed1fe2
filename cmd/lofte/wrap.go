package main

import (
	"unicode/utf8"

	"github.com/lofte/lofte/corpus"
)

// wrap folds a line into rows of at most width code points, at spaces where it
// can. A row keeps the space that it was folded at.
func wrap(line []corpus.Segment, width int) [][]corpus.Segment {
	var rows [][]corpus.Segment
	var row []corpus.Segment
	room := width
	for _, segment := range line {
		for text := segment.Text; text != ""; {
			n := fitting(text, room, len(row) == 0)
			if n > 0 {
				row = append(row, corpus.Segment{Text: text[:n], Field: segment.Field})
				room -= utf8.RuneCountInString(text[:n])
				text = text[n:]
			}
			if text != "" {
				rows, row, room = append(rows, row), nil, width
			}
		}
	}
	if len(row) > 0 {
		rows = append(rows, row)
	}
	return rows
}

// fitting is how many bytes of text go into room code points: all of it, or up
// to and with the last space, or in a fresh row what fits.
func fitting(text string, room int, fresh bool) int {
	last, n := 0, 0
	for i, r := range text {
		if n == room {
			if last == 0 && fresh {
				return i
			}
			return last
		}
		n++
		if r == ' ' {
			last = i + 1
		}
	}
	return len(text)
}
