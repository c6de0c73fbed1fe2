package extract

import (
	"fmt"
	"unicode/utf8"

	"github.com/lofte/lofte/model"
)

// How many bytes of a source are looked at for each byte of text that is kept.
// Pages carry scripts and pictures in their markup.
const (
	markupShare = 16
	textShare   = 4
)

// beginning reads no more than the first bytes of a source.
func beginning(data []byte, limit int, read func([]byte) (*model.Document, error)) (*model.Document, error) {
	if len(data) <= limit {
		return read(data)
	}
	doc, err := read(trimRune(data[:limit]))
	if err == nil {
		doc.Diagnostics = append(doc.Diagnostics, cutOff(limit, "the source"))
	}
	return doc, err
}

func cutOff(limit int, what string) model.Diagnostic {
	return model.Diagnostic{Code: model.Truncated, Severity: model.Warning,
		Message: fmt.Sprintf("cut off after %d bytes of %s", limit, what)}
}

// truncate cuts the blocks of a document off where their text is longer than
// limit bytes, and says so.
func truncate(doc *model.Document, limit int) {
	left := limit
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if len(b.Text) <= left {
			left -= len(b.Text)
			continue
		}
		for left > 0 && !utf8.RuneStart(b.Text[left]) {
			left--
		}
		b.Text = b.Text[:left]
		doc.Blocks = doc.Blocks[:i+1]
		doc.Diagnostics = append(doc.Diagnostics, cutOff(limit, "text"))
		return
	}
}
