// Package schema says what the tables of a dataset are. It is the one place
// where a table or column is defined; files of all formats, the data package,
// the codebook and the database are made from it.
//
//	for _, t := range schema.Tables() {
//		t.Name             // "targets"
//		t.Key              // ["target_id"]
//		t.Columns[0].Name  // "target_id"
//	}
//
// A row is made of cells in the order of the columns. A cell is a value or the
// reason why there is none:
//
//	schema.Known("2019-12-31")
//	schema.Lacking(schema.NotApplicable)
//
// Where a column can lack its value for several reasons, a second column that
// bears its name with "_missing" at the end says which: valid_to_missing.
// [Table.Fields] has these columns too, and [Table.Spread] lays a row out over
// them, checking each cell on the way. A column with one reason needs no
// second one: its definition says what missing means.
//
// The package knows no format and no record.
package schema
