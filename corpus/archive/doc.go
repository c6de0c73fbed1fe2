// Package archive keeps what was fetched: raw bytes as WARC 1.1, every version
// of every page, so that all of history can be parsed again offline.
//
// A folder holds
//
//	warc/lofte-000001-20190301063000.warc.gz       sealed segments
//	warc/lofte-000002-20190302063000.warc.gz.open  the segment being written
//	index.cdxj                                     where each capture lies
//
// A [Writer] appends one exchange after the other:
//
//	w, err := archive.NewWriter(dir, archive.Options{})
//	ref, err := w.Append(archive.Exchange{URL: u, At: now, Request: req, Response: resp})
//	err = w.Close()
//
// # What a kill leaves
//
// An exchange is a group of records (request, response or revisit, metadata)
// that is written with one write and one fsync; the metadata record ends it.
// The segment bears a temporary name until it is sealed: index written and
// synced under a temporary name, segment renamed, index renamed, folder
// synced. So a file without ".open" is whole at every moment. A segment that
// was left open loses at most the group that was being written, which nobody
// was told of; the next writer cuts that off and seals the rest, and readers
// meanwhile read its whole groups. A write that fails is taken back by cutting
// the file to its former length.
//
// The records are the truth. The index and every database made from them are
// derived: [Reindex] makes the index anew, and [Archive.Groups] yields the
// exchanges in the order of writing, from any position, for whoever keeps
// state of their own.
//
// # Versions
//
// A response whose payload has the digest of an earlier one of the same
// address is a revisit record that refers to it, and so is a 304. [Archive.Get]
// follows the reference. [Documents] yields each distinct content of each
// address once, from such a folder or from the WARC files of others.
//
// The package does not fetch, and does not know what a promise is.
package archive
