package pdfmend

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/extract/tool"
)

// renderPixels is the longer side of a rendered page: an A4 page at 200 dots an
// inch.
const renderPixels = 2339

// Render makes an image of a page as it looks, in PNG. The error is
// tool.ErrMissing where pdftoppm is not installed.
func Render(ctx context.Context, data []byte, page int, opts Options) ([]byte, error) {
	n := strconv.Itoa(page)
	out, err := tool.Run(ctx, tool.Command{
		Name:   "pdftoppm",
		Args:   []string{"-png", "-gray", "-singlefile", "-scale-to", strconv.Itoa(renderPixels), "-f", n, "-l", n, "-"},
		Stdin:  data,
		Output: opts.withDefaults().Decompressed,
	})
	if err == nil && len(out) == 0 {
		err = errors.New("pdftoppm gave nothing")
	}
	return out, err
}

// Parts of the height of a word's box in poppler's output, which goes from the
// font's ascent to its descent.
const (
	boxSize = 1.15 // em that are usual
	boxDeep = 0.21 // em below the baseline
)

var (
	popplerPage = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)"`)
	popplerWord = regexp.MustCompile(`<word xMin="(-?[0-9.]+)" yMin="(-?[0-9.]+)" xMax="(-?[0-9.]+)" yMax="(-?[0-9.]+)">(.*)</word>`)
)

// Text has poppler's pdftotext read the words of all pages. The error is
// tool.ErrMissing where it is not installed.
func Text(ctx context.Context, data []byte, opts Options) ([]layout.Page, error) {
	opts = opts.withDefaults()
	out, err := tool.Run(ctx, tool.Command{
		Name:   "pdftotext",
		Args:   []string{"-bbox", "-enc", "UTF-8", "-l", strconv.Itoa(opts.Pages), "-", "-"},
		Stdin:  data,
		Output: opts.Decompressed,
	})
	pages := parseBoxes(out)
	if err != nil && len(pages) == 0 {
		return nil, fmt.Errorf("read with poppler: %w", err)
	}
	return pages, nil
}

// parseBoxes reads the output of pdftotext -bbox.
func parseBoxes(out []byte) (pages []layout.Page) {
	for raw := range bytes.Lines(out) {
		line := string(raw)
		if m := popplerPage.FindStringSubmatch(line); m != nil {
			pages = append(pages, layout.Page{Number: len(pages) + 1, Width: number(m[1]), Height: number(m[2])})
			continue
		}
		m := popplerWord.FindStringSubmatch(line)
		if m == nil || len(pages) == 0 {
			continue
		}
		top, bottom := number(m[2]), number(m[4])
		text := strings.ToValidUTF8(strings.TrimSpace(html.UnescapeString(m[5])), "\ufffd")
		if size := (bottom - top) / boxSize; size > 0 && text != "" {
			p := &pages[len(pages)-1]
			p.Words = append(p.Words, layout.Word{Text: text, X0: number(m[1]), X1: number(m[3]),
				Base: bottom - boxDeep*size, Size: size, Space: true})
		}
	}
	return pages
}

// number is what one of the patterns matched, 0 where it is none after all.
func number(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}
