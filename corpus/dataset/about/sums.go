package about

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// fileInfo is a file of the dataset; path has slashes.
type fileInfo struct {
	path   string
	bytes  int64
	sha256 string
}

// tableFiles are the files that are there before this package adds its own, in
// lexical order.
func tableFiles(dir string) (files []fileInfo, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := inspect(dir, path)
		files = append(files, f)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("hash the files of the dataset: %w", err)
	}
	return files, nil
}

func inspect(dir, path string) (fileInfo, error) {
	f, err := os.Open(path)
	if err != nil {
		return fileInfo{}, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return fileInfo{}, err
	}
	name, err := filepath.Rel(dir, path)
	return fileInfo{filepath.ToSlash(name), n, hex.EncodeToString(sum.Sum(nil))}, err
}

func writeSums(dir string) error {
	files, err := tableFiles(dir)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", f.sha256, f.path)
	}
	if err := os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(b.String()), 0o666); err != nil {
		return fmt.Errorf("write SHA256SUMS: %w", err)
	}
	return nil
}
