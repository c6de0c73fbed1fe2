// Package correct puts values that people have corrected into records.
//
// Corrections stand in YAML files under version control, a list in each:
//
//   - document: 1f0c9a5b7d3e2468          # id, SHA-256 or URI
//     path: promises[0].validity.to
//     quote: gäller till och med 2020
//     value: "2020-12-31"
//     who: Anna Ek
//     why: the year stands in the next line of the table
//
// Path is the place of a value in the record, as lofte explain and table
// evidence name it. Value is what it shall be; null takes it out, also an item
// of a list. Quote is what the document says and the record has: it has to
// stand in the value itself or in the texts of the thing that the value belongs
// to. Where the record had nothing at the path, there is nothing to hold the
// quote against; the document then has to be named by what its bytes give, id
// or SHA-256, so that it says today what it said when it was corrected.
//
//	set := correct.NewSet(corrections)
//	record, applied, err := set.Apply(record)
//	err = set.Unused()
//
// A correction that no longer applies is a [StaleError], which names file and
// line: the path leads nowhere, the quote is gone, the value is right without
// it, or, as Unused finds, its document is not there.
//
// The package does not check that a corrected record follows the schema beyond
// the types of its values.
package correct
