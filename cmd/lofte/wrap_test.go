package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lofte/lofte/corpus"
	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	const width = 10
	for _, c := range []struct {
		line []corpus.Segment
		want []string
	}{
		{nil, nil},
		{[]corpus.Segment{{Text: "kort"}}, []string{"kort"}},
		{[]corpus.Segment{{Text: "åtta tecken"}}, []string{"åtta ", "tecken"}},
		{[]corpus.Segment{{Text: "tio tecken"}}, []string{"tio tecken"}},
		{[]corpus.Segment{{Text: "Polisen ", Field: "party"}, {Text: "lovar att"}}, []string{"Polisen ", "lovar att"}},
		{[]corpus.Segment{{Text: "ordningsvaktsförordnande"}}, []string{"ordningsva", "ktsförordn", "ande"}},
	} {
		var got []string
		for _, row := range wrap(c.line, width) {
			text := ""
			for _, s := range row {
				text += s.Text
			}
			got = append(got, text)
		}
		require.Equal(t, c.want, got)
	}
}

// Whatever the line and its marks, no text is lost and no row is too wide.
func FuzzWrap(f *testing.F) {
	for _, seed := range []string{"", "Polisen lovar att synas mer på torget", "ååååååååååååååå", "  ", "a\xffb"} {
		f.Add(seed, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, cut uint8) {
		if !utf8.ValidString(text) {
			return
		}
		at := min(int(cut), utf8.RuneCountInString(text))
		runes := []rune(text)
		line := []corpus.Segment{{Text: string(runes[:at]), Field: "title"}, {Text: string(runes[at:])}}
		var got strings.Builder
		for _, row := range wrap(line, 8) {
			n := 0
			for _, s := range row {
				got.WriteString(s.Text)
				n += utf8.RuneCountInString(s.Text)
			}
			require.LessOrEqual(t, n, 8)
		}
		require.Equal(t, text, got.String())
	})
}
