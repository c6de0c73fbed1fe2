// Package diff tells what changed between two states of the records: the ones
// of last night and of tonight, two datasets, two dates of an archive.
//
//	var d diff.Differ
//	for /* each address */ {
//		d.Pair(diff.Document{Record: old}, diff.Document{Record: new}) // either may be missing
//	}
//	report := d.Report()
//	fmt.Print(report.Lines(diff.English)) // Kil: 1 commitment added, 2 reworded
//
// # Three levels
//
// A document may change in its bytes (a date stamp, a banner), in its visible
// text (a menu, a news item beside the promise) and in its record. The report
// counts all three; a [Change] there is only for the third.
//
// # What is the same promise
//
// A promise is known by its place (municipalities and district), its period,
// its parties and what it says, not by its address. A page that moved is the
// same promise, and so is a copy of it as a file. A new period that does not
// overlap the former one is a new promise, and the former one is history; one
// that overlaps it (a promise that was prolonged, a year that was put right) is
// a change of period.
//
// # What is the same commitment
//
// Within a promise, commitments are paired one to one: those of the same words
// first, then those most alike above [Alike]. A pair of other words was
// reworded, one of other actors moved to another party. Case, punctuation and
// spaces say nothing.
//
// The package compares promises, periods and commitments. That other signatories
// or another description of the situation came shows as a change of the text.
package diff
