// Package textdoc reads plain text into blocks: what somebody pasted from a
// page, what pdftotext or a recogniser wrote, what was typed by hand.
//
// Plain text says nothing about its structure but by lines, blank lines,
// indentation and marks. Read decodes the bytes, lays lines out as
// paragraphs, items, headings and cells, and leaves out what belongs to the
// page and not to the text. For
//
//	Polisen                                   Sida 1 (2)
//
//	Det här ska vi göra
//
//	•  Genomföra minst fyra riktade
//	   trafikinsatser.
//
// it gives a heading, "Det här ska vi göra", and an item,
// "Genomföra minst fyra riktade\ntrafikinsatser.".
//
// The steps, in the order of the files: decode, lines, columns, pages,
// furniture, markers, tables, headings, blocks. The text of a block stays as
// it is written; package extract heals hyphens, folds white space and mends
// what recognition got wrong.
//
// The package does not judge what a text says. A line is furniture when it is
// a page number, a running header, a registry number or navigation, never
// because of the document it stands in.
package textdoc
