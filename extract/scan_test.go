package extract_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// drawn is the first page of the ordinary PDF as an image file.
func drawn(t *testing.T, flag, ending string) []byte {
	t.Helper()
	root := filepath.Join(t.TempDir(), "page")
	said, err := exec.Command("pdftoppm", flag, "-gray", "-r", "150", "-singlefile", ordinary, root).CombinedOutput()
	require.NoError(t, err, string(said))
	return readBytes(t, root+ending)
}

func TestImagesAreDocuments(t *testing.T) {
	needs(t, "tesseract", "pdftoppm")
	plain, err := extract.Read(context.Background(), readBytes(t, ordinary), extract.Options{})
	require.NoError(t, err)
	cache := t.TempDir()
	for _, tt := range []struct {
		flag, ending string
		format       extract.Format
	}{{"-png", ".png", extract.PNG}, {"-jpeg", ".jpg", extract.JPEG}, {"-tiff", ".tif", extract.TIFF}} {
		doc, err := extract.Read(context.Background(), drawn(t, tt.flag, tt.ending), extract.Options{Cache: cache})
		require.NoError(t, err, tt.ending)
		require.Equal(t, string(tt.format), doc.Source.MediaType)
		require.Equal(t, model.OCR, doc.Source.TextLayer)
		require.Equal(t, hyphens(plain.Source.Title), hyphens(doc.Source.Title), tt.ending)
		require.Equal(t, kinds(plain), kinds(doc), tt.ending)
	}
	kept, err := os.ReadDir(cache)
	require.NoError(t, err)
	require.Len(t, kept, 3)
}

// A page may have lain on its side or on its head in the scanner, or in front of
// the camera.
func TestPagesThatLieOnTheirSide(t *testing.T) {
	needs(t, "tesseract", "pdftoppm")
	upright := drawn(t, "-png", ".png")
	want, err := extract.Read(context.Background(), upright, extract.Options{})
	require.NoError(t, err)
	for quarters := 1; quarters < 4; quarters++ {
		doc, err := extract.Read(context.Background(), turnedPNG(t, upright, quarters), extract.Options{})
		require.NoError(t, err, quarters)
		require.Equal(t, hyphens(want.Source.Title), hyphens(doc.Source.Title), quarters)
		require.Equal(t, kinds(want), kinds(doc), quarters)
	}
}

// turnedPNG turns a picture to the right by quarters of a turn.
func turnedPNG(t *testing.T, data []byte, quarters int) []byte {
	t.Helper()
	in, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	for range quarters {
		b := in.Bounds()
		out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
		for y := range b.Dy() {
			for x := range b.Dx() {
				out.Set(b.Dy()-1-y, x, in.At(x, y))
			}
		}
		in = out
	}
	var turned bytes.Buffer
	require.NoError(t, png.Encode(&turned, in))
	return turned.Bytes()
}

// hyphens makes dashes hyphens, which is what recognition sees in them.
func hyphens(s string) string { return strings.ReplaceAll(s, "–", "-") }

// kinds counts the headings and items of a document.
func kinds(doc *model.Document) map[model.BlockKind]int {
	n := map[model.BlockKind]int{}
	for _, b := range doc.Blocks {
		if b.Kind == model.Heading || b.Kind == model.Item {
			n[b.Kind]++
		}
	}
	return n
}

// What was recognised once is read from the folder, with the same result and
// in no time.
func TestRecognitionIsKept(t *testing.T) {
	needs(t, "tesseract", "pdftoppm")
	data, opts := drawn(t, "-png", ".png"), extract.Options{Cache: t.TempDir()}
	first, err := extract.Read(context.Background(), data, opts)
	require.NoError(t, err)
	kept, err := filepath.Glob(filepath.Join(opts.Cache, "*.tsv"))
	require.NoError(t, err)
	require.Len(t, kept, 1)
	again, err := extract.Read(context.Background(), data, opts)
	require.NoError(t, err)
	require.Equal(t, first, again)
}

func TestRecognitionHasAnEnd(t *testing.T) {
	needs(t, "tesseract", "pdftoppm")
	data := drawn(t, "-png", ".png")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := extract.Read(ctx, data, extract.Options{})
	requireCode(t, model.TimedOut, err, "image")
}

func TestWithoutTesseractTheWayToItIsNamed(t *testing.T) {
	needs(t, "pdftoppm")
	data := drawn(t, "-png", ".png")
	t.Setenv("PATH", t.TempDir())
	_, err := extract.Read(context.Background(), data, extract.Options{})
	requireCode(t, model.NoText, err, "image")
	require.ErrorContains(t, err, "apt-get install tesseract-ocr tesseract-ocr-swe")
	_, err = extract.Read(context.Background(), data, extract.Options{OCR: extract.OCRNever})
	requireCode(t, model.NoText, err, "switched off")
}

// Every page of a PDF is recognised as it looks, where that is asked for.
func TestAlwaysRecognised(t *testing.T) {
	needs(t, "tesseract", "pdftoppm")
	doc, err := extract.Read(context.Background(), readBytes(t, ordinary), extract.Options{OCR: extract.OCRAlways})
	require.NoError(t, err)
	require.Equal(t, model.OCR, doc.Source.TextLayer)
	found := false
	for _, d := range doc.Diagnostics {
		found = found || d.Code == model.ReadBy
	}
	require.True(t, found)
}
