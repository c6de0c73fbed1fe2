package repair

import (
	"fmt"
	"sort"
	"strings"

	"github.com/lofte/lofte/model"
)

// An edit replaces the bytes [from, to) of a text.
type edit struct {
	from, to int
	with     string
	code     model.Code // "" for one that loses nothing and needs no note
	hint     int        // how strongly it speaks for recognition as the origin
}

// apply makes the edits in a block's text and moves its page breaks and notes
// along. Of edits that overlap the first one counts.
func (b *Block) apply(edits []edit) bool {
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].from < edits[j].from })
	var out strings.Builder
	var notes []Note
	done := 0
	shift := newShift()
	for _, e := range edits {
		if e.from < done || b.Text[e.from:e.to] == e.with {
			continue
		}
		out.WriteString(b.Text[done:e.from])
		if e.code != "" {
			notes = append(notes, Note{From: out.Len(), To: out.Len() + len(e.with), Code: e.code,
				Message: fmt.Sprintf("%q read as %q", b.Text[e.from:e.to], e.with)})
		}
		out.WriteString(e.with)
		shift.add(e.from, e.to, out.Len())
		done = e.to
	}
	if done == 0 && len(shift.at) == 0 {
		return false
	}
	out.WriteString(b.Text[done:])
	b.Text = out.String()
	b.move(shift)
	b.Notes = append(b.Notes, notes...)
	sort.SliceStable(b.Notes, func(i, j int) bool { return b.Notes[i].From < b.Notes[j].From })
	return true
}

// move takes the page breaks and notes to where they are in the new text.
func (b *Block) move(s *shift) {
	for i, at := range b.Breaks {
		b.Breaks[i] = min(s.to(at), len(b.Text))
	}
	for i, n := range b.Notes {
		if !n.InMarker {
			b.Notes[i].From, b.Notes[i].To = s.to(n.From), s.to(n.To)
		}
	}
}

// A shift maps offsets of the text before edits to those after.
type shift struct{ at, end, now []int }

func newShift() *shift { return &shift{} }

// add notes that what was [from, to) now ends at now.
func (s *shift) add(from, to, now int) {
	s.at, s.end, s.now = append(s.at, from), append(s.end, to), append(s.now, now)
}

// to is where the offset old is now; an offset within an edit is at its end.
func (s *shift) to(old int) int {
	i := sort.SearchInts(s.at, old) - 1
	switch {
	case i < 0:
		return old
	case old < s.end[i]:
		return s.now[i]
	}
	return s.now[i] + old - s.end[i]
}
