package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lofte/lofte/model"
)

// Line is one line of a document's text with what was found in it.
type Line struct {
	Segments []Segment
	Found    []Value // the values that begin in the line, in the order in which they begin
}

// Segment is a stretch of a line that belongs to one value. Field is the
// field of that value, "" where the text gave none. Where values lie within
// one another, the text belongs to the shortest.
type Segment struct {
	Text  string
	Field string
}

// Explain lays the values of a record beside the lines of the document that it
// was made from.
func Explain(doc *model.Document, record *model.Record) []Line {
	values := spanned(record)
	text := []rune(doc.Text)
	fields := paint(len(text), values)
	slices.SortStableFunc(values, func(a, b Value) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var lines []Line
	start, next := 0, 0
	for _, content := range strings.Split(doc.Text, "\n") {
		end := start + len([]rune(content))
		first := next
		for next < len(values) && values[next].Span.Start <= end {
			next++
		}
		lines = append(lines, Line{Segments: segments(text[start:end], fields[start:end]), Found: values[first:next]})
		start = end + 1
	}
	return lines
}

// spanned lists the values that have a span, those under one and the same span
// and of the same field once.
func spanned(record *model.Record) []Value {
	type key struct {
		span  model.Span
		field string
	}
	seen := map[key]bool{}
	var out []Value
	for _, v := range Values(record) {
		if v.Span == nil || seen[key{*v.Span, v.Field}] {
			continue
		}
		seen[key{*v.Span, v.Field}] = true
		out = append(out, v)
	}
	return out
}

// paint gives each code point the field of the shortest value over it.
func paint(n int, values []Value) []string {
	byLength := slices.Clone(values)
	slices.SortStableFunc(byLength, func(a, b Value) int { return cmp.Compare(b.Span.Len(), a.Span.Len()) })
	fields := make([]string, n)
	for _, v := range byLength {
		for i := max(v.Span.Start, 0); i < min(v.Span.End, n); i++ {
			fields[i] = v.Field
		}
	}
	return fields
}

// segments cuts a line where its field changes.
func segments(text []rune, fields []string) []Segment {
	var out []Segment
	from := 0
	for i := 1; i <= len(text); i++ {
		if i == len(text) || fields[i] != fields[from] {
			out = append(out, Segment{Text: string(text[from:i]), Field: fields[from]})
			from = i
		}
	}
	return out
}
