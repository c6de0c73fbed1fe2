// Package pdfdoc reads PDF files that have a text layer.
//
//	doc, err := pdfdoc.Read(ctx, data, pdfdoc.Options{})
//
// gives raw blocks in reading order. Who wants the positioned words before any
// layout analysis, to fill pages without text by other means, calls [Open] and
// hands the pages to layout.Blocks later.
//
// # Text layer
//
// The object parser (github.com/ledongthuc/pdf) gives objects and decompressed
// streams; what they mean is read here. interpret runs the operators of content
// streams and forms, font tells text and width of each code: from ToUnicode,
// else from the encoding and its glyph names, else from the encoding inside a
// Type1 program, else from what TeX and Windows are known to do. Widths come from
// the font or from the metrics of the standard fonts. pagetext makes words of
// glyphs: a gap of 0.16 em is a space, a baseline or size that changes ends the
// word. path keeps lines, shaded rows and small shapes, which layout analysis
// needs for tables and for bullets that are drawn.
//
// Text that runs another way than most of the page is left out; a page that is
// turned as a whole is turned back. Text that is invisible is read: the layers
// that OCR programs put under scans are. Clipping and colour are not looked at,
// nor which optional layers are on.
//
// # Damage and malice
//
// The parser panics on many broken files and follows some references for ever.
// Every call into it is guarded, numbers that it would take as sizes of memory
// are checked first, and its reads are counted and end with the context. A file
// that cannot be opened is repaired once: its objects are listed anew from what
// stands in the file. What is left of a damaged file is returned with a
// diagnostic. Bytes, operators, forms and pages are bounded by [Options].
//
// That holds in one process as far as it can. A stream of objects that
// decompresses to millions of numbers is still parsed by the library; who reads
// files from strangers runs the reader in a process with a memory limit.
//
// # What it does not do
//
// It decrypts only what the object parser does (RC4 and AES-128 with an empty
// password) and decompresses Flate and ASCII85 only. It reads no form fields,
// annotations or attachments, and recognises no text in images.
package pdfdoc
