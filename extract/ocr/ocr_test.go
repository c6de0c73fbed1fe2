package ocr

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/layout"
)

// header is the first line of the output.
const header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

// page is the output for a page of A4 at 150 dots an inch, with a list.
const page = header +
	"1\t1\t0\t0\t0\t0\t0\t0\t1240\t1754\t-1\t\n" +
	"4\t1\t1\t1\t1\t0\t100\t100\t300\t20\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t100\t100\t100\t15\t96.5\tPolisen\n" +
	"5\t1\t1\t1\t1\t2\t210\t100\t60\t15\t12.0\tlovar\n" +
	"5\t1\t1\t1\t2\t1\t100\t130\t80\t19\t90\tsynlig\n" +
	"5\t1\t1\t1\t2\t2\t190\t130\t1000\t2\t95\t \n"

func TestParseTSV(t *testing.T) {
	frames := parseTSV([]byte(page))
	require.Len(t, frames, 1)
	require.Equal(t, 1240.0, frames[0].width)
	require.Len(t, frames[0].lines, 2, "a word without text is none")
	require.Equal(t, token{text: "lovar", box: layout.Box{X0: 210, Y0: 100, X1: 270, Y1: 115}, confidence: 0.12}, frames[0].lines[0][1])
}

func TestParseTSVPassesOverNonsense(t *testing.T) {
	for _, out := range []string{"", "\x00\xff", header, "5\t1\t1", page[len(header):][:40],
		"1\t1\t0\t0\t0\t0\t0\t0\tx\t-5\t-1\t\n5\t1\t1\t1\t1\t1\tNaN\t0\t1\t1\t1\ta\n"} {
		for _, f := range parseTSV([]byte(out)) {
			require.Empty(t, f.lines)
			require.Empty(t, f.page(nil, 0, 0, 1).Words)
		}
	}
}

func FuzzParseTSV(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte(header))
	f.Add([]byte("1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t1\t7\t10\t1\tett\n" +
		"1\t2\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t0\t1\t7\t10\t1\ttvå\n")) // a page that begins with the number of the former's line
	f.Fuzz(func(t *testing.T, out []byte) {
		for i, fr := range parseTSV(out) {
			p := fr.page(nil, 595, 842, i+1)
			for _, w := range p.Words {
				require.NotEmpty(t, w.Text)
				require.Positive(t, w.Confidence)
				require.LessOrEqual(t, w.Confidence, 1.0)
			}
			layout.Blocks([]layout.Page{p})
		}
	})
}

// The same font has the same size and baseline, whatever letters a word has.
func TestSizeComesFromTheLetters(t *testing.T) {
	const em, base = 100.0, 500.0
	for _, tt := range []struct {
		text          string
		above, below  float64
		tellsNothing  bool
		toleratedSize float64
	}{
		{text: "Kil", above: capHeight},
		{text: "namn", above: xHeight},
		{text: "pågår", above: capHeight, below: descent},
		{text: "grupper", above: xHeight, below: descent},
		{text: "2018", above: capHeight},
		{text: "–", above: 0.3, tellsNothing: true},
	} {
		size, bottom, ok := token{text: tt.text, box: layout.Box{Y0: base - tt.above*em, Y1: base + tt.below*em, X1: 1}}.measure()
		require.Equal(t, !tt.tellsNothing, ok, tt.text)
		if ok {
			require.InDelta(t, em, size, 0.01, tt.text)
			require.InDelta(t, base, bottom, 0.01, tt.text)
		}
	}
}

// One box that takes in a neighbour's ink does not spoil its line.
func TestSizeOfALineIsThatOfItsSoundWords(t *testing.T) {
	line := tokenLine{
		{text: "utsträckning", box: layout.Box{X0: 0, X1: 140, Y0: 100, Y1: 130}},
		{text: "än", box: layout.Box{X0: 150, X1: 176, Y0: 104, Y1: 121}},
		{text: "hittills.", box: layout.Box{X0: 190, X1: 265, Y0: 100, Y1: 130}},
		{text: "Endast", box: layout.Box{X0: 280, X1: 357, Y0: 104, Y1: 121}},
	}
	require.InDelta(t, 17/capHeight, line.geometry().size, 0.01)
}

// A page that lies askew by a degree has level lines.
func TestSkewIsTakenOut(t *testing.T) {
	const slant = 0.0175
	f := frame{width: 1240, height: 1754}
	for y := 100.0; y < 1500; y += 40 {
		var line tokenLine
		for x := 100.0; x < 1100; x += 100 {
			at := y + slant*x
			line = append(line, token{text: "Polisen", box: layout.Box{X0: x, X1: x + 80, Y0: at - 15, Y1: at}, confidence: 0.9})
		}
		f.lines = append(f.lines, line)
	}
	require.InDelta(t, slant, f.skew(), 0.001)
	p := f.page(nil, 1240, 1754, 1)
	left := p.Words[0].X0
	for i, w := range p.Words {
		if i%10 == 0 {
			require.InDelta(t, left+slant*40*float64(i/10), w.X0, 3)
			require.Less(t, math.Abs(w.X0-left), 30.0)
		}
	}
}

func TestEven(t *testing.T) {
	words := func(sizes ...float64) (out []layout.Word) {
		for _, s := range sizes {
			out = append(out, layout.Word{Text: "Polisen", Size: s, Confidence: 0.9})
		}
		return out
	}
	pages := []layout.Page{
		{Words: words(10, 10.4, 9.8, 10.2, 10, 20, 20.5)},
		{Words: append(words(10.9, 9.4, 12), layout.Word{Text: "x", Size: 9})},
	}
	Even(pages)
	var sizes []float64
	for _, p := range pages {
		for _, w := range p.Words {
			sizes = append(sizes, w.Size)
		}
	}
	require.Equal(t, []float64{10, 10, 10, 10, 10, 20, 20, 10, 10, 12, 9}, sizes, "words that were read keep their size")
}

func TestStraysInWideSpace(t *testing.T) {
	line := tokenLine{{text: "kontakt"}, {text: "=:krogpersonal,"}, {text: "="}, {text: "«allmänheten,"}, {text: "<huvuduppdraget."}}
	for i, want := range []string{"kontakt", "krogpersonal,", "", "allmänheten,", "huvuduppdraget."} {
		require.Equal(t, want, withoutStrays(line[i].text, i, line))
	}
	quoted := tokenLine{{text: "heter"}, {text: "«trygg"}, {text: "stad»"}, {text: ":"}, {text: "<5"}}
	for i := range quoted {
		require.Equal(t, quoted[i].text, withoutStrays(quoted[i].text, i, quoted))
	}
}

// sheet is a white page with black boxes.
func sheet(boxes ...image.Rectangle) *ink {
	page := image.NewGray(image.Rect(0, 0, 400, 300))
	draw.Draw(page, page.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	for _, b := range boxes {
		draw.Draw(page, b, image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, page); err != nil {
		panic(err)
	}
	return newInk(b.Bytes())
}

func TestBulletsByTheirForm(t *testing.T) {
	text := token{text: "Polisen", box: layout.Box{X0: 60, X1: 130, Y0: 85, Y1: 100}}
	letters := image.Rect(60, 85, 130, 100)
	k := sheet(letters, image.Rect(30, 90, 36, 96))
	for _, read := range []string{"«", "+", "+»", "e", "*", "."} {
		line, mark := tokenLine{{text: read, box: layout.Box{X0: 29, X1: 37, Y0: 89, Y1: 97}}, text}.look(k)
		require.Equal(t, bullet, line[0].text, read)
		require.Nil(t, mark)
	}
	line, mark := tokenLine{text}.look(k)
	require.Len(t, line, 1)
	require.NotNil(t, mark, "a bullet that was not read")
	require.Equal(t, layout.Box{X0: 30, Y0: 90, X1: 36, Y1: 96}, *mark)
	for name, box := range map[string]image.Rectangle{
		"a dash": image.Rect(26, 92, 40, 94), "a letter": image.Rect(30, 85, 40, 100), "far below": image.Rect(30, 110, 36, 116),
	} {
		_, mark := tokenLine{text}.look(sheet(letters, box))
		require.Nil(t, mark, name)
	}
	line, _ = tokenLine{text, {text: "=", box: layout.Box{X0: 150, X1: 160, Y0: 90, Y1: 95}}}.look(k)
	require.Len(t, line, 1, "a word without ink")
}

func TestRulesAreThinAndLong(t *testing.T) {
	rules := sheet(
		image.Rect(20, 50, 380, 52), image.Rect(20, 50, 22, 250), image.Rect(100, 100, 300, 160), image.Rect(40, 200, 70, 202),
	).rules(20)
	require.ElementsMatch(t, []layout.Box{{X0: 20, Y0: 50, X1: 380, Y1: 52}, {X0: 20, Y0: 50, X1: 22, Y1: 250}}, rules)
}

func TestStrokeWidth(t *testing.T) {
	k := sheet(image.Rect(20, 20, 23, 60), image.Rect(40, 20, 43, 60), image.Rect(120, 20, 126, 60))
	require.InDelta(t, 3, k.stroke(layout.Box{X0: 10, X1: 60, Y0: 10, Y1: 70}), 0.01)
	require.InDelta(t, 6, k.stroke(layout.Box{X0: 100, X1: 140, Y0: 10, Y1: 70}), 0.01)
	require.Zero(t, k.stroke(layout.Box{X0: 200, X1: 240, Y0: 10, Y1: 70}))
}

// An image that claims a size that would not fit into memory is not decoded.
func TestInkOfHugeImagesIsNotLookedAt(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 8000, 8000))))
	require.Nil(t, newInk(b.Bytes()))
	require.Nil(t, newInk([]byte("no image")))
}

func TestParseOrientation(t *testing.T) {
	answer := func(degrees, confidence string) []byte {
		return []byte("Page number: 0\nOrientation in degrees: 90\nRotate: " + degrees + "\nOrientation confidence: " + confidence + "\nScript: Latin\n")
	}
	for degrees, want := range map[string]int{"0": 0, "90": 1, "180": 2, "270": 3, "360": 0, "-90": 0, "9999999999999999999": 0, "": 0} {
		require.Equal(t, want, parseOrientation(answer(degrees, "21.68")), degrees)
	}
	require.Zero(t, parseOrientation(answer("180", "1.20")), "a picture")
	require.Zero(t, parseOrientation(answer("180", "nan")))
	require.Zero(t, parseOrientation(nil))
}

func TestRotate(t *testing.T) {
	in := image.NewGray(image.Rect(0, 0, 3, 2))
	copy(in.Pix, []uint8{1, 2, 3, 4, 5, 6})
	require.Equal(t, []uint8{4, 1, 5, 2, 6, 3}, rotate(in, 1).Pix)
	require.Equal(t, []uint8{6, 5, 4, 3, 2, 1}, rotate(in, 2).Pix)
	require.Equal(t, []uint8{3, 6, 2, 5, 1, 4}, rotate(in, 3).Pix)
	require.Equal(t, image.Rect(0, 0, 2, 3), rotate(in, 3).Rect)
}

func TestWordsOnTheirSide(t *testing.T) {
	upright := layout.Word{Text: "Polisen", X0: 10, X1: 50, Size: 10, Confidence: 0.9}
	high := layout.Word{Text: "Polisen", X0: 10, X1: 20, Size: 40, Confidence: 0.9}
	short := layout.Word{Text: "i", X0: 10, X1: 12, Size: 10, Confidence: 0.9}
	require.False(t, askew(&layout.Page{Words: []layout.Word{upright, upright, high, short, short}}))
	require.False(t, sideways(&layout.Page{Words: []layout.Word{short}}))
	require.True(t, askew(&layout.Page{Words: []layout.Word{upright, high, high}}))
	require.True(t, askew(&layout.Page{}), "nothing was recognised")
}
