package corpus

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/lofte/lofte/model"
	"github.com/stretchr/testify/require"
)

// writeZip makes an archive of entries that hold their own names, or what
// follows the name after a "=".
func writeZip(t testing.TB, path string, entries ...string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, entry := range entries {
		name, content, found := strings.Cut(entry, "=")
		if !found {
			content = name
		}
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(path, b.Bytes(), 0o666))
}

func TestZipIsReadAsItsDocuments(t *testing.T) {
	folder(t, "in/b.txt")
	writeZip(t, "in/a.ZIP", "2019/kil.txt", "åre.txt", "2018/=", ".git/x", "2019/.DS_Store", "__MACOSX/kil.txt", `win\dows.txt`)
	writeZip(t, "in/c.docx", "word/document.xml", "[Content_Types].xml")
	writeZip(t, "in/d.epub", "mimetype", "a.html")
	require.NoError(t, os.WriteFile("in/broken.zip", []byte("PK\x03\x04 and no more"), 0o666))
	want := []string{"in/a.ZIP!/2019/kil.txt", "in/a.ZIP!/win/dows.txt", "in/a.ZIP!/åre.txt",
		"in/b.txt", "in/broken.zip", "in/c.docx", "in/d.epub"}
	sources, err := Find("in")
	require.NoError(t, err)
	require.Equal(t, want, uris(sources))
	sources, err = Find("in/a.ZIP")
	require.NoError(t, err)
	require.Equal(t, want[:3], uris(sources))
	for _, src := range []Source{sources[0], File(sources[0].URI)} {
		data, got, err := fakeStages().fetch(src)
		require.NoError(t, err)
		require.Equal(t, "2019/kil.txt", string(data))
		require.Equal(t, want[0], got.URI)
		require.Equal(t, "text/plain", src.MediaType)
	}
	_, err = File("in/a.ZIP!/missing.txt").Open()
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestZipOverItsLimits(t *testing.T) {
	folder(t)
	writeZip(t, "many.zip", strings.Split(strings.Repeat("a ", maxZipEntries)+"a", " ")...)
	writeZip(t, "list.zip", strings.Split(strings.Repeat(strings.Repeat("a", 60_000)+" ", 70)+"a", " ")...)
	writeZip(t, "bomb.zip", "a.txt="+strings.Repeat("a", 100<<20), "b.txt=Polisen")
	for _, path := range []string{"many.zip", "list.zip", "bomb.zip"} {
		sources, err := Find(path)
		require.NoError(t, err)
		require.Equal(t, []string{path}, uris(sources))
		requireFetchError(t, model.TooLarge, sources[0])
	}
}

func TestZipEntriesThatLie(t *testing.T) {
	folder(t)
	writeZip(t, "good.zip", "a.txt="+strings.Repeat("Polisen lovar. ", 100))
	good, err := os.ReadFile("good.zip")
	require.NoError(t, err)
	for _, c := range map[string]struct {
		at    int // in the entry of the directory, APPNOTE.TXT 4.3.12
		value byte
		want  model.Code
	}{
		"size":   {24, 1, model.Damaged},
		"flags":  {8, 1, model.Encrypted},
		"method": {10, 99, model.Damaged},
		"crc":    {16, 0, model.Damaged},
	} {
		data := bytes.Clone(good)
		data[bytes.Index(data, []byte("PK\x01\x02"))+c.at] = c.value
		require.NoError(t, os.WriteFile("bad.zip", data, 0o666))
		sources, err := Find("bad.zip")
		require.NoError(t, err)
		requireFetchError(t, c.want, sources[0])
	}
}

func requireFetchError(t *testing.T, want model.Code, src Source) {
	t.Helper()
	_, _, err := fakeStages().fetch(src)
	var reason *model.ReadError
	require.ErrorAs(t, err, &reason, src.URI)
	require.Equal(t, want, reason.Code, "%v", err)
}

// FuzzZip checks that any bytes give documents or none, and each of these its
// content or a reason.
func FuzzZip(f *testing.F) {
	writeZip(f, f.TempDir()+"/a.zip", "a.txt", "b/c.txt")
	seed := f.TempDir() + "/seed.zip"
	writeZip(f, seed, "a.txt", "b/c.txt=Polisen lovar.")
	data, err := os.ReadFile(seed)
	require.NoError(f, err)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		path := t.TempDir() + "/a.zip"
		require.NoError(t, os.WriteFile(path, data, 0o666))
		for _, src := range zipped(path) {
			r, err := src.Open()
			if err == nil {
				_, err = io.Copy(io.Discard, r)
			}
			if err != nil {
				require.ErrorAs(t, err, new(*model.ReadError), src.URI)
			}
		}
	})
}
