// Package model says what the things of lofte are: a document and its blocks,
// a span of its text, the facts that a parser reads from it, and the record
// that is written for it.
//
// The types are data. They do no I/O and match no patterns; the packages
// extract, normalize and corpus do the work and hand these values on:
//
//	bytes → Document → Facts → Record
//
// A Document is canonical text with blocks in reading order. Each block knows
// which code points of the text are its own, so that a value found in a block
// is proved by a Span:
//
//	d := &model.Document{Text: "Polisen lovar att:"}
//	s := model.Span{Start: 0, End: 7}
//	d.Slice(s) // "Polisen"
//
// A Record is what the user gets, one JSON object for each source document.
// Its JSON Schema is in schema/ and comes out of [Schema].
//
// The package holds no Swedish vocabulary and no rule about what counts as a
// promise; see extract/swedish for these.
package model
