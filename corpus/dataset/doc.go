// Package dataset makes a dataset of records: tables that open in R, pandas,
// DuckDB, Excel and Datasette, with what a reader has to know about them.
//
//	records := corpus.Convert(ctx, sources, corpus.Options{})
//	summary, err := dataset.Build("ds", records, dataset.Options{
//		Municipalities: municipalities,
//		Terms:          terms,
//	})
//
// The folder then holds each table of package schema as JSONL, CSV, Parquet and
// in a SQLite database (package format), and beside them the data package, the
// catalogue, the codebook and the checksums (package about). A folder that
// holds something already is left alone: a dataset never changes. It appears
// under its name when it is whole.
//
// # Meaning
//
// One row stands for one thing that a document says. Keys are made of the
// record's: promise, then "c1" for its first commitment, then "t1" for that
// one's first target. A document found in several places is one row, with a row
// of table locations for each place. What is missing says why; see package
// schema.
//
// # Corrections
//
// Values that people have corrected (package correct) are put into the records
// before the tables are made of them. Rows that hold one are marked, and table
// corrections has them all. A correction that no longer applies stops the
// build.
//
// # Names
//
// Names of those who sign are personal data. They are left out, and taken out
// of every other text of the same document, where the rows of all tables pass
// on their way to all formats; only Options.WithNames keeps them. Names that
// lofte has not recognised as those of signatories are beyond that.
//
// # Versions
//
// A version has three numbers, structure.values.patch. The first moves with the
// tables and columns, the second when a row that was there has changed or gone,
// the third when rows were only added or nothing but the words around them
// changed. [Compare] finds out by holding a dataset against the one before.
package dataset
