// Package fieldname knows the names in front of the fields in which a document
// sets out an undertaking: what is done, by whom and when. The readers of web
// pages and of plain text share it, since both have to tell such a form from a
// table that only arranges the page.
//
//	fieldname.Of("Vad vi gör:") // fieldname.Deed
//	fieldname.Of("Ansvarig")    // fieldname.About
//	fieldname.Of("Badhuset")    // fieldname.None
//
// A name is judged as a whole, without its closing colon. What the fields mean
// for a promise is the parser's business, which reads them as a table.
package fieldname
