// Package warc reads and writes records of the Web ARChive format, WARC 1.1
// (ISO 28500:2017), and takes HTTP messages out of them.
//
// A WARC file is a row of records; here each is a gzip member of its own, so
// that a reader can begin at any of them:
//
//	w := warc.NewEncoder()
//	data, err := w.Encode(warc.Header{
//		{"WARC-Type", "metadata"},
//		{"WARC-Record-ID", id},
//		{"WARC-Date", warc.FormatDate(time.Now())},
//	}, block)
//
// A [Reader] yields the records of a file one after the other, with the place
// of each, in bounded memory. It reads what others wrote as well: version 1.0,
// files without compression, files compressed as one stream, and the addresses
// in angle brackets that wget writes.
//
// The package knows the format only. What an archive keeps, and how it stays
// whole, is told in package archive.
package warc
