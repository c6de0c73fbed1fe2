// Package ocr reads the text of scanned pages with tesseract, a program that
// the machine may have or not.
//
//	page, err := ocr.Recognise(ctx, ocr.Image{Data: png, Page: 1, Width: 595, Height: 842}, ocr.Options{})
//	…
//	ocr.Even(pages) // all pages of the document
//	blocks := layout.Blocks(pages)
//
// gives positioned words like those of a PDF's text layer, so that headings,
// columns, lists and tables are found in the same way. Read does the same for
// an image file that is a document of its own.
//
// Tesseract tells the box and the confidence of each word, no more. What layout
// analysis needs besides is measured here: size and baseline from the boxes and
// from the letters that the word has (line), how much the page is turned (page)
// and whether it lies on its side or on its head (turn), and in the image itself
// (ink) how wide strokes are, for bold type (weight), where thin lines are drawn,
// for tables (rules), and what is a bullet whatever letter it was taken for
// (look). Sizes that differ by less than such measures do are made equal over
// the document (even).
//
// The program runs with one thread, for several make it slower by far, in
// a process that ends with the context. Results can be kept in a folder.
//
// What the package does not do: it mends no words, which package repair does
// with the document's context, and straightens nothing but slight turns and
// those by quarters.
package ocr
