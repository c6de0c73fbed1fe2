// Package gold scores records against hand-made ones.
//
//	documents, err := gold.Load("testdata/own/gold")
//	report := gold.Score(documents, records)
//	err = report.WriteText(os.Stdout)
//
// A gold file holds a record with the keys that are compared; its commitments
// name their problem areas by label. A record belongs to NAME.json (or
// NAME.gold.json) when the base name of its source's URI, up to the first dot,
// is NAME.
//
// Each field is compared at GROBID's levels: exact, folded (case, white space,
// compatibility forms and punctuation at the ends set aside) and fuzzy. The
// fuzzy level is the one at which ../shared/tools/score.py counts: commitments
// and areas alike in most of their words, parties by the name of their unit,
// targets by comparator, value and rate, follow-up by being there at all.
// Beside the fields the report has the accuracy of kind, actors and links to
// areas, the documents that rightly give no promises, and the share of records
// without a mistake in what matters. Rates come with 95 % Wilson bounds, and
// every miss and every spurious value of the fuzzy level is listed.
//
// The package judges nothing else of a record: spans are for lofte verify.
package gold
