// Package docxdoc reads Word documents (Office Open XML, ECMA-376) into blocks.
//
// Read unpacks the parts of the package that it needs, under limits, and walks
// the body in reading order: paragraphs, headings by their style or outline
// level, list items with the marker that Word would draw, tables cell by cell.
// A paragraph in bold alone is a heading of level 7. For
//
//	<w:p><w:pPr><w:numPr>…</w:numPr></w:pPr><w:r><w:t>Utbilda personal.</w:t></w:r></w:p>
//
// in a bulleted list it gives an item "Utbilda personal." with the marker "•".
//
// Headers, footers, footnotes, comments, hidden text and deletions that are
// tracked stay out; insertions and text boxes are read. A table that only lays
// out signatures side by side, or that has one column, is read as paragraphs.
// Pages are not told: Word sets them anew on every machine.
//
// What was saved from a page on the web keeps its navigation; it is left out
// where it is links only, by the words of package furniture.
package docxdoc
