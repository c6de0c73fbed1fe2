package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/corpus"
)

// textWidth is the width of the column that explain prints the text in.
const textWidth = 72

// paintFunc marks a stretch of text as belonging to a field.
type paintFunc func(text, field string) string

// painter is the paintFunc for a value of --color.
func painter(color string, terminal bool) (paintFunc, error) {
	switch {
	case color != "auto" && color != "always" && color != "never":
		return nil, usagef("unknown --color %q; it is auto, always or never", color)
	case color == "always", color == "auto" && terminal:
		return ansi, nil
	}
	return func(text, _ string) string { return text }, nil
}

// ansi colours by the SGR codes of ECMA-48; a field has the colour of the kind
// of thing that it is about.
func ansi(text, field string) string {
	code := 0
	switch field {
	case "":
		return text
	case "commitment", "details", "condition", "under":
		code = 32 // green: what is promised
	case "target", "follow_up":
		code = 33 // yellow: what it can be measured by
	case "validity", "signed_on":
		code = 35 // magenta: when
	case "party", "municipality", "district", "signatory":
		code = 36 // cyan: who
	default:
		code = 34 // blue: what it is about
	}
	return fmt.Sprintf("\x1b[%dm%s\x1b[0m", code, text)
}

// printLine prints a line of text, folded to the column, with what begins in
// it beside.
func printLine(w io.Writer, line corpus.Line, paint paintFunc) {
	rows := wrap(line.Segments, textWidth)
	for i := range max(len(rows), len(line.Found), 1) {
		row, note := "", ""
		width := 0
		if i < len(rows) {
			for _, s := range rows[i] {
				row += paint(s.Text, s.Field)
				width += utf8.RuneCountInString(s.Text)
			}
		}
		if i < len(line.Found) {
			note = strings.Repeat(" ", max(textWidth-width, 0)) + "  " + paint(noteOf(line.Found[i]), line.Found[i].Field)
		}
		fmt.Fprintln(w, row+note)
	}
}

func noteOf(v corpus.Value) string {
	if v.Rule == "" {
		return v.Field
	}
	return v.Field + " · " + v.Rule
}
