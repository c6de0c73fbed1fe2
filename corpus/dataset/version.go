package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/lofte/lofte/corpus/dataset/about"
	"github.com/lofte/lofte/corpus/dataset/format"
	"github.com/lofte/lofte/corpus/dataset/schema"
)

// contentHash is the SHA-256 of what all tables hold: of the names of the
// tables, each with the digest of its JSONL.
func contentHash(dir string) (string, error) {
	sum := sha256.New()
	for _, t := range schema.Tables() {
		digest, err := digestOf(filepath.Join(dir, filepath.FromSlash(format.JSONL.Path(t.Name))))
		if err != nil {
			return "", fmt.Errorf("hash the tables: %w", err)
		}
		fmt.Fprintf(sum, "%s %s\n", digest, t.Name)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func digestOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// nextVersion is the version of the dataset in dir, which follows on the one in
// previous.
func nextVersion(previous, dir string) (string, error) {
	if previous == "" {
		return fmt.Sprintf("%d.0.0", schema.Version), nil
	}
	old, err := about.VersionOf(previous)
	if err != nil {
		return "", fmt.Errorf("read the version of the dataset before: %w", err)
	}
	if old.Structure != schema.Version {
		return fmt.Sprintf("%d.0.0", schema.Version), nil
	}
	changes, err := Compare(previous, dir, nil)
	if err != nil {
		return "", fmt.Errorf("compare with the dataset before: %w", err)
	}
	switch changes.Part() {
	case Structure:
		return "", fmt.Errorf("the tables of %s have other columns, and yet version %d of the structure", previous, old.Structure)
	case Values:
		return fmt.Sprintf("%d.%d.0", old.Structure, old.Values+1), nil
	case Patch:
		return fmt.Sprintf("%d.%d.%d", old.Structure, old.Values, old.Patch+1), nil
	}
	return fmt.Sprintf("%d.%d.%d", old.Structure, old.Values, old.Patch), nil
}
