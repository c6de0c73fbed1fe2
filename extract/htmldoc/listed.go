package htmldoc

import (
	"strings"

	"github.com/lofte/lofte/model"
)

// listedWords is how many words a line without a marker has on average when
// the lines are items; names and addresses have fewer.
const listedWords = 4

// listedLines makes items of two or more unmarked lines after a lead-in that ends in a
// colon: paragraphs that begin with a small letter ("lovar att:" / "patrullera
// …" / "besöka …"), or several lines of one paragraph that are no names.
func listedLines(pieces []piece) []piece {
	for i := 0; i < len(pieces); i++ {
		if pieces[i].Kind == model.Cell || !strings.HasSuffix(pieces[i].Text, ":") {
			continue
		}
		end := lowLines(pieces, i+1)
		if end < i+3 {
			end = sameParagraph(pieces, i+1)
		}
		for j := i + 1; j < end; j++ {
			pieces[j].Kind = model.Item
			pieces[j].Level++
		}
	}
	return pieces
}

// lowLines is the end of the row of paragraphs from i on that begin with a
// small letter.
func lowLines(pieces []piece, i int) int {
	for i < len(pieces) && plain(pieces[i]) && startsLow(pieces[i].Text) {
		i++
	}
	return i
}

// sameParagraph is the end of the lines of one paragraph from i on, i when
// they are no items.
func sameParagraph(pieces []piece, i int) int {
	end, total := i, 0
	for end < len(pieces) && plain(pieces[end]) && pieces[end].flow == pieces[i].flow {
		if nameLike(pieces[end].Text) {
			return i
		}
		total += pieces[end].words()
		end++
	}
	if end-i < 2 || total < listedWords*(end-i) {
		return i
	}
	return end
}

func plain(p piece) bool { return p.Kind == model.Paragraph && !p.caption && !p.Link }
