package swedish

import (
	"strings"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// document builds a document of the notation in which rules give their
// examples: one block a line, "#" for headings, a list marker for items, "|"
// before each cell of a table row, the first row being the header.
func document(notation string) *model.Document {
	d := &model.Document{}
	var header []string
	row := 0
	for line := range strings.SplitSeq(notation, "\n") {
		switch {
		case strings.HasPrefix(line, "|"):
			cells := strings.Split(strings.TrimRight(line[1:], "| "), "|")
			for i, c := range cells {
				cell := &model.Place{Row: row, Column: i, Header: row == 0}
				if row > 0 {
					cell.Name = header[i]
				}
				if c = strings.TrimSpace(c); c != "" {
					add(d, model.Block{Kind: model.Cell, Text: c, Cell: cell})
				}
			}
			if row == 0 {
				for _, c := range cells {
					header = append(header, strings.TrimSpace(c))
				}
			}
			row++
		case strings.HasPrefix(line, "#"):
			text := strings.TrimLeft(line, "#")
			add(d, model.Block{Kind: model.Heading, Level: len(line) - len(text), Text: strings.TrimSpace(text)})
		default:
			add(d, lineBlock(line))
		}
	}
	return d
}

func lineBlock(line string) model.Block {
	marker, rest := model.ListMarker(line)
	if marker == "" {
		return model.Block{Kind: model.Paragraph, Text: strings.TrimSpace(line)}
	}
	level := 1 + (len(line)-len(strings.TrimLeft(line, " ")))/2
	return model.Block{Kind: model.Item, Level: level, Marker: marker, Text: rest}
}

func add(d *model.Document, b model.Block) {
	if d.Text != "" {
		d.Text += "\n"
	}
	if b.Marker != "" {
		d.Text += b.Marker + " "
	}
	start := utf8.RuneCountInString(d.Text)
	d.Text += b.Text
	b.Span = model.Span{Start: start, End: start + utf8.RuneCountInString(b.Text)}
	d.Blocks = append(d.Blocks, b)
}
