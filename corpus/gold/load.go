package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/lofte/lofte/model"
)

// Document is a hand-made record with the name of its document.
type Document struct {
	Name   string
	Record model.Record
}

// ErrNoGold says that a folder holds no hand-made record.
var ErrNoGold = errors.New("no gold records (NAME.json) in the folder")

// Load reads the hand-made records of a folder, in the order of their file
// names. A folder without one is [ErrNoGold].
func Load(dir string) ([]Document, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	var documents []Document
	for _, entry := range entries {
		name, ok := strings.CutSuffix(entry.Name(), ".json")
		if !ok || entry.IsDir() {
			continue
		}
		record, err := loadRecord(filepath.Join(dir, entry.Name()))
		if err != nil {
			return nil, err
		}
		documents = append(documents, Document{Name: strings.TrimSuffix(name, ".gold"), Record: record})
	}
	if len(documents) == 0 {
		return nil, fmt.Errorf("read gold from %s: %w", dir, ErrNoGold)
	}
	return documents, nil
}

func loadRecord(file string) (model.Record, error) {
	var record model.Record
	data, err := os.ReadFile(file)
	if err != nil {
		return record, fmt.Errorf("read gold: %w", err)
	}
	if err := json.Unmarshal(data, &record); err != nil {
		return record, fmt.Errorf("read gold from %s: not a record: %w", file, err)
	}
	if record.Kind == "" {
		record.Kind = model.KindPromise
	}
	return record, nil
}

// nameOf is the name of the gold file that a record belongs to.
func nameOf(record *model.Record) string {
	name, _, _ := strings.Cut(path.Base(strings.TrimRight(record.Source.URI, "/")), ".")
	return name
}
