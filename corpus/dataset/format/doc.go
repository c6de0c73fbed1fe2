// Package format writes the tables of a dataset: as JSONL, CSV, Parquet and
// SQLite, row by row, all formats in one pass.
//
//	w, err := format.Create(dir)
//	for … {
//		err = w.Write(table, row) // row as schema.Table.Spread gives it
//	}
//	err = w.Close()
//
// gives
//
//	jsonl/targets.jsonl      one object a line; null for a missing value
//	csv/targets.csv          RFC 4180; an empty cell for a missing value
//	parquet/targets.parquet  typed, zstd
//	lofte.db                 SQLite, all tables, with keys and full-text search
//
// The same rows in the same order give the same bytes in every format. What is
// held in memory does not grow with the number of rows, but for the words of
// the language, which the full-text index needs to join their inflections:
// somebody who looks for "fotpatruller" finds "fotpatrullerna", too.
//
// A list is an array in JSONL, a LIST in Parquet, a JSON array in SQLite. In
// CSV its items stand with ";" between them, and a ";" or "\" of an item has a
// "\" before it.
//
// The package does not decide what is in a row, and leaves what it has written
// so far in the folder when it fails.
package format
