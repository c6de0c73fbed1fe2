// Package repair makes the text of raw blocks canonical and mends what
// recognition of characters got wrong.
//
//	b := repair.Clean(model.Block{Kind: model.Item, Text: "• minst en insats mot brotts-\nlighet i kornmunen"})
//	bs := []repair.Block{b, …}
//	repair.Mend(bs) // "minst en insats mot brottslighet i kommunen", with a note
//
// Clean needs no context. It brings characters to NFC, opens ligatures and
// full-width forms, takes out soft hyphens and what cannot be seen, heals
// words that a hyphen broke at a line's end ("brottsföre-" and "byggande", but
// never "Narkotika-" before "och", "A-" before "traktorer"), folds white space
// and takes the marker off a list item.
//
// Mend looks at all blocks of a document. Where a rule of [rules] finds a slip
// that the place itself proves ("den 3l december"), it is mended. Doubtful
// slips ("kornmun") are mended only in a document with several signs of having
// been recognised from an image, only in words that are unknown as they stand,
// and only when the other reading is known: to the word list in data/, which
// knows inflected forms and compounds, or to the document itself. Every repair
// leaves a Note; a blank before a comma is taken out without one.
//
// What authors wrote stays, also where it is misspelled ("ohc", "fortätter",
// "informationsoch"): no rule knows what a word should be but by letters that
// look alike. Abbreviations, digit groups, quotes and dashes stay too; who
// matches text folds them for the purpose.
package repair
