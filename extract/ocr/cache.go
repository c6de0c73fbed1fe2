package ocr

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/extract/tool"
)

// cached is what tesseract makes of an image, from the folder if it is there.
// A folder that can't be read or written costs time, not the document.
func cached(ctx context.Context, work task, image []byte, folder string) ([]byte, error) {
	if folder == "" {
		return tesseract(ctx, work, image)
	}
	path := filepath.Join(folder, key(version(ctx), image)+work.ending)
	if out, err := os.ReadFile(path); err == nil {
		return out, nil
	}
	out, err := tesseract(ctx, work, image)
	if err == nil {
		_ = store(path, out)
	}
	return out, err
}

// version is what the program says of itself: another one reads another text.
func version(ctx context.Context) []byte {
	out, _ := tool.Run(ctx, tool.Command{Name: program, Args: []string{"--version"}})
	return out
}

// key names the result of a version for an image.
func key(version, image []byte) string {
	h := sha256.New()
	h.Write(version)
	h.Write([]byte{0})
	h.Write(image)
	return hex.EncodeToString(h.Sum(nil))
}

// store writes a file that is there as a whole or not at all.
func store(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".ocr-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
