// Package normalize turns the verbatim facts of a document into the record:
// canonical values beside the words that prove them.
//
//	facts := swedish.Parse(doc)
//	record := normalize.Record(doc, facts)
//
// The sub-packages hold the tables and the readers, one for each kind of
// value: date (ISO 8601 and EDTF), amount (targets), place (SCB's codes), party
// (police units, municipalities and others), topic (problem areas, measures and
// audiences), text (folding and the automaton). They are pure functions of
// their text. This package puts their answers together: who the parties of a
// promise are, which of the passages on its period is to be trusted, and what
// "kommunen", "vi" and "under året" mean in this document.
//
// What no table and no pattern answers is left out; the words stay in the
// record as text.
package normalize
