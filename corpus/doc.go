// Package corpus runs the stages over many documents: it reads the bytes,
// extracts the text, parses it, normalises what was found, and hands out one
// record for each document.
//
//	sources, err := corpus.Find("seeds", "more/*.pdf")
//	// …
//	for record, err := range corpus.Convert(ctx, sources, corpus.Options{}) {
//		// …
//	}
//
// Records come in the order of the sources whatever the number of workers,
// and the same bytes give the same record. A document that can't be read is
// not an error of the run: its record says why in a diagnostic of severity
// error, and the next document follows. The error of the sequence is that of
// the context, and ends it.
//
// [One] converts a single document, [Read] gives its text only. [Verify] holds
// a record against the bytes it came from: each value has to stand where its
// span says. [Values] lists these values, [Explain] lays them beside the text
// for people, and [Validate] holds a line of JSON against the schema.
//
// The package finds nothing in a text itself; see extract/swedish and
// normalize. It does not fetch; see corpus/fetch.
package corpus
