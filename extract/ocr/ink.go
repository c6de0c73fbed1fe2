package ocr

import (
	"bytes"
	"image"
	"image/draw"
	_ "image/gif"  // registers the decoder
	_ "image/jpeg" // registers the decoder
	_ "image/png"  // registers the decoder

	"github.com/lofte/lofte/extract/layout"
	_ "golang.org/x/image/tiff" // registers the decoder
)

// maxPixels is the size of the largest image that is looked at.
const maxPixels = 40_000_000

// ink is where a page is dark.
type ink struct {
	gray  *image.Gray
	white float64 // brightness of paper, 0 to 255
	black float64 // of letters
}

// newInk decodes an image. It is nil for one that can't be decoded or is too
// large; the page then has no weights, marks and rules.
func newInk(data []byte) *ink {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 || c.Width > maxPixels/c.Height {
		return nil
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	gray, ok := decoded.(*image.Gray)
	if !ok {
		gray = image.NewGray(decoded.Bounds())
		draw.Draw(gray, gray.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	}
	k := &ink{gray: gray}
	k.black, k.white = extremes(gray.Pix)
	return k
}

// extremes are the mean brightness of the dark and of the bright pixels, parted
// so that both are as unlike as can be (Otsu's method).
func extremes(pixels []uint8) (dark, bright float64) {
	const levels = 256
	var count [levels]float64
	total, sum := float64(len(pixels)), 0.0
	for _, p := range pixels {
		count[p]++
		sum += float64(p)
	}
	best, below, belowSum := -1.0, 0.0, 0.0
	for level := range count {
		below += count[level]
		belowSum += count[level] * float64(level)
		if below == 0 || below == total {
			continue
		}
		d, b := belowSum/below, (sum-belowSum)/(total-below)
		if v := below * (total - below) * (b - d) * (b - d); v > best {
			best, dark, bright = v, d, b
		}
	}
	return dark, bright
}

// at is how dark a pixel is, 0 to 1.
func (k *ink) at(x, y int) float64 {
	if !(image.Point{X: x, Y: y}.In(k.gray.Rect)) || k.white-k.black < 1 {
		return 0
	}
	v := (k.white - float64(k.gray.GrayAt(x, y).Y)) / (k.white - k.black)
	return min(max(v, 0), 1)
}

// darkness from which on a pixel belongs to a letter.
const darkness = 0.5

// stroke is the mean width of the strokes in a box that run up and down, in
// pixels and parts of them.
func (k *ink) stroke(b layout.Box) float64 {
	if k == nil {
		return 0
	}
	sum, runs := 0.0, 0
	for y := int(b.Y0); y < int(b.Y1); y++ {
		inside := false
		for x := int(b.X0); x < int(b.X1); x++ {
			v := k.at(x, y)
			sum += v
			if v >= darkness && !inside {
				runs++
			}
			inside = v >= darkness
		}
	}
	if runs == 0 {
		return 0
	}
	return sum / float64(runs)
}

// any reports whether there is ink in a box.
func (k *ink) any(b layout.Box) bool {
	for y := int(b.Y0); y < int(b.Y1); y++ {
		for x := int(b.X0); x < int(b.X1); x++ {
			if k.at(x, y) >= darkness {
				return true
			}
		}
	}
	return false
}

// bounds is the smallest box around the dark pixels in b, and false where there
// are none.
func (k *ink) bounds(b layout.Box) (out layout.Box, ok bool) {
	for y := int(b.Y0); y < int(b.Y1); y++ {
		for x := int(b.X0); x < int(b.X1); x++ {
			if k.at(x, y) < darkness {
				continue
			}
			dot := layout.Box{X0: float64(x), Y0: float64(y), X1: float64(x + 1), Y1: float64(y + 1)}
			if ok {
				dot = layout.Box{X0: min(out.X0, dot.X0), Y0: min(out.Y0, dot.Y0), X1: max(out.X1, dot.X1), Y1: max(out.Y1, dot.Y1)}
			}
			out, ok = dot, true
		}
	}
	return out, ok
}
