// Package layout finds out what positioned text on pages says, in which order:
// words and the lines drawn around them in, blocks in reading order out.
//
// It knows nothing of where the words come from. The PDF reader takes them from
// content streams, the OCR reader from the boxes of a recogniser; both hand over
// pages of words and get the raw blocks that package extract expects:
//
//	pages := []layout.Page{{Number: 1, Width: 595, Height: 842, Words: words}}
//	blocks := layout.Blocks(pages)
//
// Lengths are points with the origin at the top left of the page. Whatever is
// decided is decided in em, relative to the size of the text at hand, so that
// the scale of the source does not matter as long as it is one scale.
//
// # The steps
//
//  1. measure finds the size of the body text.
//  2. Ruled tables are taken out (grid, table): lines that touch, or stacks of
//     level lines with the same ends; their cells by the gaps that go through.
//  3. Running headers, footers and page numbers are taken out (furniture): what
//     stands in the same place on a page nearby, and what counts pages.
//  4. The page is cut into slabs, white above and below, and runs of slabs that
//     share white gutters are columns (band): columns of text, signature blocks.
//     Columns are cut again; the rest is full width. A table without lines is
//     known by its header, bold or plain, whose gaps go through rows that begin
//     level, long cells beside short ones (aligned).
//  5. The lines of a column become blocks (paragraph). A block ends at white
//     wider than the usual line pitch, at a change of size or weight, at a list
//     marker, at an indentation, and after a line that had room for the first
//     word of the next: such a line was ended on purpose. Everything that is not
//     a soft wrap is therefore a block of its own, names and titles too.
//  6. Footnotes go to the end, their marks out of the text (blocks).
//  7. What a column or a page parted is joined: sentences, items, tables (join).
//  8. Headings by size and weight, their rank by size; lists without any trace
//     of a bullet by how they hang; nesting by left edges (classify).
//
// # What it does not do
//
// It reads no language: no rule asks what a word means, only whether it begins
// in lower case, ends a sentence or is a list marker. Text that is turned, in
// margins, is the reader's to leave out. Cells that span rows or columns are put
// where they begin. Right-to-left and vertical scripts are not considered.
package layout
