package pdfmend

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract/layout"
	"github.com/lofte/lofte/model"
)

const ordinary = "../../cmd/lofte/example/mora.pdf"

func needs(t testing.TB, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed: what needs it is not tested", program)
	}
}

func example(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(ordinary)
	require.NoError(t, err)
	return data
}

// scan is a PDF whose pages are images of the sizes.
func scan(t testing.TB, sizes ...image.Point) []byte {
	t.Helper()
	withoutSettings()
	var images []io.Reader
	for i, size := range sizes {
		picture := image.NewGray(image.Rectangle{Max: size})
		picture.SetGray(1, 1, color.Gray{Y: 200})
		var b bytes.Buffer
		if i%2 == 0 {
			require.NoError(t, png.Encode(&b, picture))
		} else {
			require.NoError(t, jpeg.Encode(&b, picture, nil))
		}
		images = append(images, &b)
	}
	var out bytes.Buffer
	require.NoError(t, api.ImportImages(nil, &out, images, nil, nil))
	return out.Bytes()
}

func TestImagesOfPages(t *testing.T) {
	images := Images(context.Background(), scan(t, image.Pt(60, 80), image.Pt(90, 120), image.Pt(30, 40)), []int{1, 2, 7}, Options{})
	require.Len(t, images, 2)
	require.Equal(t, 1, images[0].Page)
	require.Equal(t, 60, images[0].Width)
	require.Equal(t, 2, images[1].Page)
	require.Equal(t, 120, images[1].Height)
	c, _, err := image.DecodeConfig(bytes.NewReader(images[1].Data))
	require.NoError(t, err)
	require.Equal(t, 90, c.Width)
}

func TestImagesOfWhatIsNone(t *testing.T) {
	require.Empty(t, Images(context.Background(), []byte("%PDF-1.4\nno more"), []int{1}, Options{}))
	require.Empty(t, Images(context.Background(), nil, []int{1}, Options{}))
}

func TestRewriteGivesASoundFile(t *testing.T) {
	out, err := Rewrite(context.Background(), example(t), Options{})
	require.NoError(t, err)
	require.True(t, bytes.HasPrefix(out, []byte("%PDF-")))
	_, err = Rewrite(context.Background(), []byte("%PDF-1.4\nno more"), Options{})
	var reason *model.ReadError
	require.ErrorAs(t, err, &reason)
	require.Equal(t, model.Damaged, reason.Code)
}

// pdfcpu would write its settings to the user's folder.
func TestNothingIsWrittenToTheUsersFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	_, err := Rewrite(context.Background(), example(t), Options{})
	require.NoError(t, err)
	entries, err := os.ReadDir(home)
	require.NoError(t, err)
	require.Empty(t, entries)
}

func TestWorkEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err := guarded(ctx, func() (int, error) { time.Sleep(time.Second); return 0, nil })
	require.ErrorIs(t, err, context.DeadlineExceeded)
	_, err = guarded(context.Background(), func() (int, error) { panic("library") })
	require.ErrorContains(t, err, "library")
}

func TestQpdfMendsAFileWithoutItsTable(t *testing.T) {
	needs(t, "qpdf")
	data := example(t)
	cut := data[:bytes.LastIndex(data, []byte("startxref"))]
	out, err := Qpdf(context.Background(), cut, Options{})
	require.NoError(t, err)
	require.Contains(t, string(out[len(out)-100:]), "startxref")
	_, err = Qpdf(context.Background(), []byte("no PDF"), Options{})
	require.Error(t, err)
}

func TestRender(t *testing.T) {
	needs(t, "pdftoppm")
	out, err := Render(context.Background(), example(t), 1, Options{})
	require.NoError(t, err)
	c, err := png.DecodeConfig(bytes.NewReader(out))
	require.NoError(t, err)
	require.Equal(t, renderPixels, max(c.Width, c.Height))
}

func TestTextOfPoppler(t *testing.T) {
	needs(t, "pdftotext")
	pages, err := Text(context.Background(), example(t), Options{})
	require.NoError(t, err)
	require.NotEmpty(t, pages)
	require.NotEmpty(t, layout.Blocks(pages))
}

func TestParseBoxes(t *testing.T) {
	pages := parseBoxes([]byte(`<doc>
  <page width="595.0" height="842.0">
    <word xMin="56.8" yMin="57.2" xMax="90.0" yMax="68.7">R&amp;D</word>
    <word xMin="56.8" yMin="57.2" xMax="90.0" yMax="57.2">flat</word>
    <word xMin="a" yMin="b" xMax="c" yMax="d">broken</word>
  </page>
  <page width="842.0" height="595.0">
  </page>`))
	require.Len(t, pages, 2)
	require.Equal(t, 842.0, pages[1].Width)
	require.Len(t, pages[0].Words, 1)
	w := pages[0].Words[0]
	require.Equal(t, "R&D", w.Text)
	require.InDelta(t, 10, w.Size, 0.01)
	require.InDelta(t, 66.6, w.Base, 0.01)
}

func FuzzParseBoxes(f *testing.F) {
	f.Add([]byte(`<page width="5" height="8">` + "\n" + `<word xMin="1" yMin="1" xMax="2" yMax="3">a</word>`))
	f.Add([]byte(strings.Repeat("<page width=\"0.\" height=\"1..2\"\n", 3)))
	f.Fuzz(func(t *testing.T, out []byte) {
		for i, p := range parseBoxes(out) {
			require.Equal(t, i+1, p.Number)
			for _, w := range p.Words {
				require.Positive(t, w.Size)
			}
		}
	})
}
