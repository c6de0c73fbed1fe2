package ocr

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"math"
	"regexp"
	"strconv"
	"unicode/utf8"

	"github.com/lofte/lofte/extract/layout"
)

// What makes words look as if they lay on their side.
const (
	sidewaysLetters = 4   // letters that a word has at least to tell
	sidewaysShare   = 0.5 // of the letters of such words, of those that are higher than wide
)

// askew reports whether what was recognised looks like a page that lies on its
// side or on its head.
func askew(p *layout.Page) bool { return !Confident(p) || sideways(p) }

// sideways reports whether most words are higher than they are wide.
func sideways(p *layout.Page) bool {
	all, high := 0, 0
	for _, w := range p.Words {
		n := utf8.RuneCountInString(w.Text)
		if n < sidewaysLetters {
			continue
		}
		all += n
		if w.Size > w.X1-w.X0 {
			high += n
		}
	}
	return all > 0 && float64(high) > sidewaysShare*float64(all)
}

// upright turns the image of a page so that its text stands upright, and reports
// false where it does so already, or where nobody can tell.
func upright(ctx context.Context, img Image, folder string) (Image, bool) {
	out, err := cached(ctx, orientation, img.Data, folder)
	if err != nil {
		return img, false
	}
	quarters := parseOrientation(out)
	k := newInk(img.Data)
	if quarters == 0 || k == nil {
		return img, false
	}
	var turned bytes.Buffer
	if err := png.Encode(&turned, rotate(k.gray, quarters)); err != nil {
		return img, false
	}
	img.Data = turned.Bytes()
	if quarters%2 == 1 {
		img.Width, img.Height = img.Height, img.Width
	}
	return img, true
}

// surelyTurned is the confidence of tesseract from which its orientation is
// believed; that of whole pages is above 10, of a picture's below 2.
const surelyTurned = 4.0

var (
	rotateLine     = regexp.MustCompile(`(?m)^Rotate: (\d+)$`)
	confidenceLine = regexp.MustCompile(`(?m)^Orientation confidence: (\d+\.\d+)$`)
)

// parseOrientation is how many quarters of a turn to the right make the image
// upright, 0 where that is not sure.
func parseOrientation(out []byte) int {
	angle, confidence := rotateLine.FindSubmatch(out), confidenceLine.FindSubmatch(out)
	if angle == nil || confidence == nil {
		return 0
	}
	if sure, err := strconv.ParseFloat(string(confidence[1]), 64); err != nil || sure < surelyTurned {
		return 0
	}
	degrees, err := strconv.Atoi(string(angle[1]))
	if err != nil || degrees < 0 || degrees >= fullTurn {
		return 0
	}
	return int(math.Round(float64(degrees) / quarterTurn))
}

// Angles in degrees.
const (
	quarterTurn = 90
	fullTurn    = 360
)

// rotate turns an image to the right by quarters of a turn, from 1 to 3.
func rotate(in *image.Gray, quarters int) *image.Gray {
	w, h := in.Rect.Dx(), in.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	if quarters%2 == 1 {
		out = image.NewGray(image.Rect(0, 0, h, w))
	}
	for y := range h {
		row := in.Pix[y*in.Stride:][:w]
		for x, v := range row {
			switch quarters {
			case 1:
				out.Pix[x*out.Stride+h-1-y] = v
			case 2:
				out.Pix[(h-1-y)*out.Stride+w-1-x] = v
			default:
				out.Pix[(w-1-x)*out.Stride+y] = v
			}
		}
	}
	return out
}
