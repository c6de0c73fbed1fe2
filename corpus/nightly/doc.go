// Package nightly is the job that runs unattended: it fetches what is due,
// converts what changed, publishes the records and tells what is new.
//
//	report, err := nightly.Run(ctx, nightly.Options{
//		Fetch:   fetch.Options{Dir: "data", Sources: set, Contact: "me@example.se"},
//		Convert: corpus.Converter(corpus.Options{}),
//		Parser:  "lofte v1.2.0",
//	})
//	if report.Suspect() { … } // look at report.Alarms
//
// # The folder
//
//	published -> nights/20190302T020000.000Z   records that hold
//	latest    -> nights/20190303T020000.000Z   the last run, published or not
//	nights/20190302T020000.000Z/
//		records.jsonl    a record for each document that makes promises or reports on them
//		history.jsonl    promises that are no longer published, with the night that ended them
//		index.jsonl      for each record where it is, and what it was made from
//		report.json, report.md, metrics.prom
//		changes.atom     the feed of changes, the last ones first
//	nights/journal.jsonl what was converted and is not published yet
//
// beside what package fetch keeps there. A night is written in a folder of
// another name, synced and renamed; then the links are replaced, "published" as
// the last step of all. So whoever opens "published" once and reads all files
// there has one whole night. A run that was killed is done again by the next:
// package fetch asks for nothing twice, and the journal has what was converted.
//
// # World and parser
//
// A record is made anew when its document changed, or when the parser's version
// did, from the archive and without a request. Where both happened, the former
// content is read by the new parser, too: what differs between the two parsers
// is a change of the parser, what differs between the contents is one of the
// world. The report keeps them apart, and only the world wakes anybody.
//
// # Alarms
//
// A run is suspect when it looks as if not the promises changed but something
// broke; see [Limits]. Its records are written but not published, and the next
// run compares with the last night that was. [Options.Accept] publishes all the
// same; what was accepted stays silent until it gets worse.
//
// # What it does not do
//
// It keeps no schedule, sends no mail, and does not judge what a change means.
package nightly
