package repair

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// markerHints counts the list markers that only recognition makes: dots with
// blanks between them, a letter for the number one.
func markerHints(blocks []Block) int {
	n := 0
	for i := range blocks {
		if strings.HasPrefix(blocks[i].Marker, ". .") || isLetterOne(blocks, i) {
			n++
		}
	}
	return n
}

// numberMarkers makes the letter before an item a one, where the next item
// has the number two.
func numberMarkers(blocks []Block) {
	for i := range blocks {
		if isLetterOne(blocks, i) {
			b := &blocks[i]
			old := b.Marker
			b.Marker = "1" + strings.TrimLeft(b.Marker[1:], " ")
			b.Notes = append(b.Notes, Note{InMarker: true, Code: model.OCRDigit,
				Message: `list number "` + old + `" read as "` + b.Marker + `"`})
		}
	}
}

// isLetterOne reports whether block i is an item marked "l." or "I." before
// one marked "2.".
func isLetterOne(blocks []Block, i int) bool {
	m := strings.ReplaceAll(blocks[i].Marker, " ", "")
	if m != "l." && m != "I." && m != "l)" && m != "I)" {
		return false
	}
	for _, b := range blocks[i+1:] {
		if b.Kind == model.Item && b.Level <= blocks[i].Level {
			return strings.ReplaceAll(b.Marker, " ", "") == "2"+m[1:]
		}
	}
	return false
}
