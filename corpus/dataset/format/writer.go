package format

import (
	"errors"
	"path/filepath"

	"github.com/lofte/lofte/corpus/dataset/schema"
)

// DatabaseName is the name of the SQLite database in the folder of a dataset.
const DatabaseName = "lofte.db"

// Folder is the folder for the files of a format, Path the file of a table
// within the folder of a dataset.
type Folder string

// The formats with a file for each table.
const (
	JSONL   Folder = "jsonl"
	CSV     Folder = "csv"
	Parquet Folder = "parquet"
)

// Path is the path of a table's file within the dataset, with slashes.
func (f Folder) Path(table string) string {
	return string(f) + "/" + table + "." + string(f)
}

// Writer takes rows. Table counts from 0 in the order of [schema.Tables]; a row
// has the cells of [schema.Table.Spread]. Close ends all files, also after an
// error.
type Writer interface {
	Write(table int, row []any) error
	Close() error
}

// Create begins all files of a dataset in a folder, which has to exist.
func Create(dir string) (Writer, error) {
	tables := schema.Tables()
	all := make(writers, 0, 4)
	for _, open := range []func(string, []schema.Table) (Writer, error){
		createJSONL, createCSV, createParquet, createDatabase,
	} {
		w, err := open(dir, tables)
		if err != nil {
			return nil, errors.Join(err, all.Close())
		}
		all = append(all, w)
	}
	return all, nil
}

// writers hand a row to several.
type writers []Writer

func (all writers) Write(table int, row []any) error {
	for _, w := range all {
		if err := w.Write(table, row); err != nil {
			return err
		}
	}
	return nil
}

func (all writers) Close() error {
	errs := make([]error, 0, len(all))
	for _, w := range all {
		errs = append(errs, w.Close())
	}
	return errors.Join(errs...)
}

// textFiles are the files of a format that has one for each table, made of rows
// that encode turns into bytes.
type textFiles struct {
	files  []*file
	encode []func(line []byte, row []any) []byte
	line   []byte
}

func createTextFiles(dir string, format Folder, tables []schema.Table) (*textFiles, error) {
	t := &textFiles{}
	for i := range tables {
		f, err := createFile(filepath.Join(dir, filepath.FromSlash(format.Path(tables[i].Name))))
		if err != nil {
			return nil, errors.Join(err, t.Close())
		}
		t.files = append(t.files, f)
	}
	return t, nil
}

func (t *textFiles) Write(table int, row []any) error {
	t.line = t.encode[table](t.line[:0], row)
	_, err := t.files[table].Write(t.line)
	return err
}

func (t *textFiles) Close() error { return closeAll(t.files) }
