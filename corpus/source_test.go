package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// folder makes a folder with files, and makes it the working directory.
func folder(t *testing.T, files ...string) {
	t.Helper()
	root := t.TempDir()
	for _, name := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(name), 0o666))
	}
	t.Chdir(root)
}

func uris(sources []Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.URI)
	}
	return out
}

func TestFind(t *testing.T) {
	folder(t, "b.txt", "a/2.pdf", "a/10.pdf", "a/deep/1.html", "a/.hidden", ".git/x.txt", "a[1].txt")
	require.NoError(t, os.Symlink(filepath.FromSlash("../b.txt"), filepath.FromSlash("a/link.txt")))
	require.NoError(t, os.Symlink(".", filepath.FromSlash("a/circle")))
	inA := []string{"a/10.pdf", "a/2.pdf", "a/deep/1.html", "a/link.txt"}
	for _, c := range []struct{ paths, want []string }{
		{[]string{"a"}, inA},
		{[]string{"b.txt", "a"}, append([]string{"b.txt"}, inA...)},
		{[]string{"."}, append(append([]string{}, inA...), "a[1].txt", "b.txt")},
		{[]string{"a/*.pdf"}, []string{"a/10.pdf", "a/2.pdf"}},
		{[]string{"a/d*"}, []string{"a/deep/1.html"}},
		{[]string{"a[1].txt"}, []string{"a[1].txt"}},
		{[]string{".git"}, []string{".git/x.txt"}},
		{[]string{"missing.txt"}, []string{"missing.txt"}},
	} {
		sources, err := Find(c.paths...)
		require.NoError(t, err)
		require.Equal(t, c.want, uris(sources), "%q", c.paths)
	}
}

func TestFindNothing(t *testing.T) {
	folder(t, "b.txt")
	require.NoError(t, os.Mkdir("empty", 0o777))
	for _, path := range []string{"empty", "*.pdf"} {
		_, err := Find("b.txt", path)
		require.ErrorContains(t, err, path)
	}
	_, err := Find("[")
	require.ErrorIs(t, err, filepath.ErrBadPattern)
}

func TestFileClaimsMediaType(t *testing.T) {
	for path, want := range map[string]string{
		"a.html": "text/html", "a.HTM": "text/html", "a.pdf": "application/pdf", "a.txt": "text/plain",
		"a.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a": "", "a.aspx": "",
	} {
		require.Equal(t, want, File(path).MediaType, path)
	}
}
