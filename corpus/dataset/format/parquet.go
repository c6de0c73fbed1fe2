package format

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/lofte/lofte/corpus/dataset/schema"
	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows of a table are written together, and wait for that
// in temporary files; pageSize is how many bytes of a column are in memory.
const (
	rowGroup = 1 << 16
	pageSize = 64 << 10
)

// parquetFiles are the files of all tables.
type parquetFiles struct {
	files  []*file
	tables []parquetTable
}

// parquetTable is the file of a table, and what its cells are.
type parquetTable struct {
	writer *parquet.GenericWriter[any]
	fields []schema.Column
	row    parquet.Row
}

func createParquet(dir string, tables []schema.Table) (Writer, error) {
	p := &parquetFiles{}
	waiting := parquet.NewFileBufferPool(dir, ".parquet-*")
	for i := range tables {
		f, err := createFile(filepath.Join(dir, filepath.FromSlash(Parquet.Path(tables[i].Name))))
		if err != nil {
			return nil, errors.Join(err, p.Close())
		}
		p.files = append(p.files, f)
		fields := tables[i].Fields()
		w := parquet.NewGenericWriter[any](f, parquetSchema(tables[i].Name, fields),
			parquet.MaxRowsPerRowGroup(rowGroup), parquet.PageBufferSize(pageSize), parquet.ColumnPageBuffers(waiting),
			parquet.CreatedBy("lofte", fmt.Sprint(schema.Version), "dataset"))
		p.tables = append(p.tables, parquetTable{writer: w, fields: fields})
	}
	return p, nil
}

// parquetSchema is made by way of a struct type, for parquet's own groups sort
// their fields.
func parquetSchema(name string, fields []schema.Column) *parquet.Schema {
	members := make([]reflect.StructField, 0, len(fields))
	for i, c := range fields {
		goType, options := parquetType(c)
		members = append(members, reflect.StructField{
			Name: fmt.Sprintf("F%d", i),
			Type: goType,
			Tag:  reflect.StructTag(fmt.Sprintf("parquet:%q", c.Name+","+options+",zstd")),
		})
	}
	return parquet.NewSchema(name, parquet.SchemaOf(reflect.New(reflect.StructOf(members)).Interface()))
}

// parquetType is the Go type of a field, and the options of its tag.
func parquetType(c schema.Column) (reflect.Type, string) {
	var options []string
	if !c.Required() {
		options = append(options, "optional")
	}
	goType := reflect.TypeFor[string]()
	switch c.Type {
	case schema.Integer:
		goType = reflect.TypeFor[int64]()
	case schema.Number:
		goType = reflect.TypeFor[float64]()
	case schema.Boolean:
		goType = reflect.TypeFor[bool]()
	case schema.Date:
		goType, options = reflect.TypeFor[int32](), append(options, "date")
	case schema.Moment:
		goType, options = reflect.TypeFor[int64](), append(options, "timestamp(millisecond)")
	case schema.List:
		goType, options = reflect.TypeFor[[]string](), append(options, "list")
	case schema.String:
		if len(c.Values) > 0 {
			options = append(options, "dict")
		}
	}
	return goType, strings.Join(options, ",")
}

func (p *parquetFiles) Write(table int, row []any) error {
	t := &p.tables[table]
	t.row = t.row[:0]
	for i, cell := range row {
		var err error
		if t.row, err = appendParquet(t.row, i, &t.fields[i], cell); err != nil {
			return fmt.Errorf("parquet, column %s: %w", t.fields[i].Name, err)
		}
	}
	_, err := t.writer.WriteRows([]parquet.Row{t.row})
	return err
}

// appendParquet appends the values of a cell with their levels: an optional
// column adds one to the level of definition, a list another one.
func appendParquet(row parquet.Row, column int, c *schema.Column, cell any) (parquet.Row, error) {
	level := 0
	if !c.Required() {
		level = 1
	}
	if cell == nil {
		return append(row, parquet.NullValue().Level(0, 0, column)), nil
	}
	items, isList := cell.([]string)
	if !isList {
		value, err := parquetValue(c, cell)
		return append(row, value.Level(0, level, column)), err
	}
	if len(items) == 0 {
		return append(row, parquet.NullValue().Level(0, level, column)), nil
	}
	for i, item := range items {
		row = append(row, parquet.ByteArrayValue([]byte(item)).Level(min(i, 1), level+1, column))
	}
	return row, nil
}

func parquetValue(c *schema.Column, cell any) (parquet.Value, error) {
	switch v := cell.(type) {
	case int64:
		return parquet.Int64Value(v), nil
	case float64:
		return parquet.DoubleValue(v), nil
	case bool:
		return parquet.BooleanValue(v), nil
	case string:
		switch c.Type {
		case schema.Date:
			day, err := time.Parse(time.DateOnly, v)
			return parquet.Int32Value(int32(day.Unix() / (24 * 60 * 60))), err
		case schema.Moment:
			at, err := time.Parse(time.RFC3339, v)
			return parquet.Int64Value(at.UnixMilli()), err
		}
		return parquet.ByteArrayValue([]byte(v)), nil
	}
	return parquet.NullValue(), fmt.Errorf("no type for %T", cell)
}

func (p *parquetFiles) Close() error {
	errs := make([]error, 0, len(p.files)+1)
	for i := range p.tables {
		errs = append(errs, p.tables[i].writer.Close())
	}
	return errors.Join(append(errs, closeAll(p.files))...)
}
