package extract_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/lofte/lofte/extract"
	"github.com/lofte/lofte/model"
)

// ordinary is a PDF of our own.
const ordinary = "../cmd/lofte/example/mora.pdf"

func readBytes(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

// needs skips a test aloud where the machine lacks a program.
func needs(t testing.TB, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is not installed: what needs it is not tested", p)
		}
	}
}

func encrypted(t *testing.T, args ...string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "encrypted.pdf")
	said, err := exec.Command("qpdf", append(append([]string{"--allow-weak-crypto", "--encrypt"}, args...), "--", ordinary, out)...).CombinedOutput()
	require.NoError(t, err, string(said))
	return readBytes(t, out)
}

func TestFilesWithAnEmptyPasswordOpen(t *testing.T) {
	needs(t, "qpdf")
	plain, err := extract.Read(context.Background(), readBytes(t, ordinary), extract.Options{})
	require.NoError(t, err)
	for name, args := range map[string][]string{
		"RC4 of 40 bits":  {"", "owner", "40"},
		"RC4 of 128 bits": {"", "owner", "128", "--use-aes=n"},
		"AES-128":         {"", "owner", "128", "--use-aes=y"},
		"AES-256":         {"", "owner", "256"},
	} {
		data := encrypted(t, args...)
		t.Run(name, func(t *testing.T) {
			doc, err := extract.Read(context.Background(), data, extract.Options{})
			require.NoError(t, err)
			require.Equal(t, plain.Text, doc.Text)
		})
		t.Run(name+" without other programs", func(t *testing.T) {
			t.Setenv("PATH", t.TempDir())
			doc, err := extract.Read(context.Background(), data, extract.Options{})
			require.NoError(t, err)
			require.Equal(t, plain.Text, doc.Text)
		})
	}
}

func TestPasswordIsNamed(t *testing.T) {
	needs(t, "qpdf")
	for _, args := range [][]string{{"secret", "owner", "40"}, {"secret", "owner", "128", "--use-aes=y"}, {"secret", "owner", "256"}} {
		_, err := extract.Read(context.Background(), encrypted(t, args...), extract.Options{})
		requireCode(t, model.Encrypted, err, args[2])
	}
}

// requireReason asks for text or for a typed reason.
func requireReason(t *testing.T, data []byte, name any) (read bool) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	doc, err := extract.Read(ctx, data, extract.Options{OCR: extract.OCRNever})
	if err == nil {
		require.NotEmpty(t, doc.Text, name)
		return true
	}
	var reason *model.ReadError
	require.ErrorAs(t, err, &reason, name)
	require.NotEmpty(t, reason.Code, name)
	require.NotEqual(t, model.Crashed, reason.Code, "%v: %v", name, err)
	return false
}

// withoutPrograms leaves the readers in this process, which is what the tests
// below are about; the others have their own processes.
func withoutPrograms(t *testing.T) { t.Setenv("PATH", t.TempDir()) }

func TestTruncatedFilesGiveTextOrAReason(t *testing.T) {
	withoutPrograms(t)
	data := readBytes(t, ordinary)
	read, all := 0, 0
	for n := 0; n < len(data); n += 97 {
		if all++; requireReason(t, data[:n], n) {
			read++
		}
	}
	require.Greater(t, all, 100)
	t.Logf("%d of %d lengths gave text", read, all)
}

func TestFlippedBitsGiveTextOrAReason(t *testing.T) {
	withoutPrograms(t)
	data := readBytes(t, ordinary)
	random := rand.New(rand.NewPCG(3, 4))
	flips := 1000
	if testing.Short() {
		flips = 100
	}
	read := 0
	for i := range flips {
		damaged := bytes.Clone(data)
		damaged[random.IntN(len(damaged))] ^= 1 << random.IntN(8)
		if requireReason(t, damaged, i) {
			read++
		}
	}
	require.Greater(t, read, flips*9/10)
	t.Logf("%d of %d flips gave text", read, flips)
}

func compressed(t *testing.T, data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write(data)
	require.NoError(t, errors.Join(err, z.Close()))
	return b.Bytes()
}

// What servers say and names claim has no say.
func TestLiesAboutTheType(t *testing.T) {
	pdf, docx := readBytes(t, ordinary), readBytes(t, "../cmd/lofte/example/ystad.docx")
	page := "<!DOCTYPE html><html><body><h1>Sidan hittades inte</h1><p>Vi kan inte hitta sidan.</p></body></html>"
	for _, tt := range []struct {
		name, declared string
		data           []byte
		is             extract.Format
	}{
		{"error page called .pdf", "application/pdf", []byte(page), extract.HTML},
		{"PDF sent as text/html", "text/html", pdf, extract.PDF},
		{"DOCX called .zip", "application/zip", docx, extract.DOCX},
		{"PDF within gzip", "application/pdf", compressed(t, pdf), extract.PDF},
		{"page within gzip", "text/html", compressed(t, []byte(page)), extract.HTML},
		{"page in UTF-16", "text/html", []byte("\xff\xfe" + utf16le(page)), extract.HTML},
		{"text in UTF-16", "text/plain", []byte("\xff\xfe" + utf16le("Polisen lovar att synas.")), extract.Text},
		{"PDF behind a header", "application/pdf", append([]byte("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), pdf...), extract.PDF},
	} {
		doc, err := extract.Read(context.Background(), tt.data, extract.Options{MediaType: tt.declared})
		require.NoError(t, err, tt.name)
		require.Equal(t, string(tt.is), doc.Source.MediaType, tt.name)
		require.Equal(t, len(tt.data), doc.Source.Bytes, tt.name)
		require.NotEmpty(t, doc.Text, tt.name)
	}
}

func TestGzipHasLimits(t *testing.T) {
	bomb := compressed(t, make([]byte, 1<<20))
	_, err := extract.Read(context.Background(), bomb, extract.Options{MaxBytes: 1 << 16})
	requireCode(t, model.TooLarge, err, "bomb")
	_, err = extract.Read(context.Background(), compressed(t, bomb), extract.Options{})
	requireCode(t, model.Unsupported, err, "twice")
}
