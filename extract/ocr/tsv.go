package ocr

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/lofte/lofte/extract/layout"
)

// token is a word as tesseract saw it: its box in pixels, the confidence 0 to 1.
type token struct {
	text       string
	box        layout.Box
	confidence float64
	stroke     float64 // width of its strokes in pixels, 0 where it is not known
}

// tokenLine is what tesseract took for one line of text, from left to right.
type tokenLine []token

// frame is one page of an image: its size in pixels and its lines.
type frame struct {
	width, height float64
	lines         []tokenLine
}

// Columns of tesseract's tsv output.
const (
	columnLevel = iota
	columnPage
	columnBlock
	columnParagraph
	columnLine
	columnWord
	columnLeft
	columnTop
	columnWidth
	columnHeight
	columnConfidence
	columnText
	columnCount
)

// Levels of rows.
const (
	levelPage = "1"
	levelWord = "5"
)

// Limits on what is taken from the output for one image.
const (
	maxFrames = 500
	maxTokens = 100_000
	maxSide   = 100_000 // pixels
	percent   = 100
)

// parseTSV reads tesseract's tsv output into the frames of the image. Rows that
// make no sense are passed over.
func parseTSV(out []byte) (frames []frame) {
	former := ""
	tokens := 0
	for row := range bytes.Lines(out) {
		f := strings.Split(strings.TrimRight(string(row), "\r\n"), "\t")
		if len(f) != columnCount || tokens >= maxTokens {
			continue
		}
		if f[columnLevel] == levelPage && len(frames) < maxFrames {
			frames = append(frames, parseFrame(f))
		}
		t, ok := parseToken(f)
		if f[columnLevel] != levelWord || len(frames) == 0 || !ok {
			continue
		}
		at := &frames[len(frames)-1]
		if line := strings.Join(f[columnPage:columnWord], "/"); line != former || len(at.lines) == 0 {
			former = line
			at.lines = append(at.lines, nil)
		}
		last := len(at.lines) - 1
		at.lines[last] = append(at.lines[last], t)
		tokens++
	}
	return frames
}

// parseFrame reads a row that is a page. A size that makes no sense is 0.
func parseFrame(f []string) frame {
	width, _ := strconv.Atoi(f[columnWidth])
	height, _ := strconv.Atoi(f[columnHeight])
	if width < 1 || height < 1 || width > maxSide || height > maxSide {
		return frame{}
	}
	return frame{width: float64(width), height: float64(height)}
}

// parseToken reads a row that is a word. Words without text are lines and
// specks that tesseract found.
func parseToken(f []string) (token, bool) {
	var n [5]float64
	for i, at := range []int{columnLeft, columnTop, columnWidth, columnHeight, columnConfidence} {
		v, err := strconv.ParseFloat(f[at], 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return token{}, false
		}
		n[i] = v
	}
	t := token{
		text:       strings.TrimSpace(f[columnText]),
		box:        layout.Box{X0: n[0], Y0: n[1], X1: n[0] + n[2], Y1: n[1] + n[3]},
		confidence: min(max(n[4]/percent, 0), 1),
	}
	within := n[0] >= 0 && n[1] >= 0 && t.box.X1 <= maxSide && t.box.Y1 <= maxSide
	return t, t.text != "" && within && n[2] >= 1 && n[3] >= 1
}
