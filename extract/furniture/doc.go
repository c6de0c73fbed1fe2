// Package furniture knows the lines that belong to a page and not to the text
// of a document: navigation, the trail of pages that leads to this one, names
// of links and files under "Relaterat", office addresses, dates of editing.
// The readers of plain text and of Word documents share it, since both get
// pages that somebody pasted or saved.
//
//	furniture.IsNavigation("Lyssna   Skriv ut   Dela") // true
//	furniture.IsNavigation("Dela ut reflexvästar")     // false
//
// A line is judged by its words alone and only as a whole. The package does
// not know where it stands: who reads the layout decides what that adds.
package furniture
